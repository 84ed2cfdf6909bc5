// An answer as an Excel file, sent to the person as a direct message.
import type { WebClient } from '@slack/web-api';
import type { Answer } from '../answer/answer.ts';
import { type Day, dayInJapan } from '../ports/clock.ts';
import { clip } from '../present/block-limits.ts';
import { entriesOf } from '../present/blocks/page.ts';
import { answerSheets } from '../present/export/answer-sheets.ts';
import { unreadNote, withNotes } from './ask.ts';
import { listOf } from './ask-lists.ts';
import type { SlackContext } from './context.ts';
import { filterLabel, kpisOfFilter } from './digest/filter.ts';
import { afterWaiting } from './rate.ts';

/** What the person reads where they asked. */
export const excelSent = 'Excelファイルをダイレクトメッセージでお送りしました。';

/** What stands over a modal meanwhile. */
export const excelComes = 'Excelファイルをダイレクトメッセージでお送りします。';

/** Whether an answer has something for a file. */
export function hasSheets(answer: Answer): boolean {
  return entriesOf(answer).length > 0;
}

/** An answer that was wished as a file: it says so when it has nothing for one. */
export function wishedAsFile(answer: Answer): Answer {
  return withNotes(
    answer,
    hasSheets(answer) ? null : 'この答えには一覧がないため、Excelファイルはありません。',
  );
}

/** Slack's own place for files has this long. */
const patience = 20_000;

const wish =
  /[\s\u3000]*[をのはに、]?[\s\u3000]*(?:excel|エクセル|xlsx)(?:ファイル|形式|の表)?[\s\u3000]*(?:で|に|として|にして|を|が)?[\s\u3000]*(?:出力|送って|出して|まとめて|作って|ちょうだい|もらえますか|もらえる|ほしい(?:です)?|欲しい(?:です)?|お願い(?:します|できますか)?|ください|下さい|くれますか|くれる)*[。．！!？?\s]*$/iu;

/** 「移住のKPIをExcelでください」 → 移住のKPI, as a file. */
export function readExcelWish(text: string): { question: string; excel: boolean } {
  const typed = text.normalize('NFKC');
  const found = wish.exec(typed);
  return found
    ? { question: typed.slice(0, found.index).trim(), excel: true }
    : { question: text, excel: false };
}

let workbook: Promise<typeof import('../present/export/workbook.ts')> | undefined;

/** Loaded once and kept: Node looks for the file again at every import. */
export function loadWorkbook(): Promise<typeof import('../present/export/workbook.ts')> {
  workbook ??= import('../present/export/workbook.ts');
  return workbook;
}

/** Who gets a file; `direct` is their direct message with the bot, where it is known. */
export interface Receiver {
  user: string;
  direct?: string;
}

/** Uploads the answer's sheets into the person's direct message. @throws the SDK's error; the error handler tells the person */
export async function sendExcel(
  context: SlackContext,
  client: WebClient,
  to: Receiver,
  answer: Answer,
): Promise<void> {
  const { toWorkbook } = await loadWorkbook();
  // Results that were not read are missing in a file as well.
  const bytes = toWorkbook(answerSheets(withNotes(answer, unreadNote(context))));
  const title = clip(answer.understood.text.replace(/[\\/:*?"<>|\s]+/g, ' ').trim() || 'Hakaru', 60);
  const filename = `${title} ${answer.asOf}.xlsx`;
  const { upload_url: address, file_id: id } = await client.files.getUploadURLExternal({
    filename,
    length: bytes.length,
  });
  if (!address || !id) throw new Error('Slack named no place for the file');
  const uploaded = await fetch(address, {
    method: 'POST',
    body: Buffer.from(bytes),
    headers: { 'content-type': 'application/octet-stream' },
    signal: AbortSignal.timeout(patience),
  });
  if (!uploaded.ok) throw new Error(`the file was refused: ${uploaded.status}`);
  const channel = to.direct ?? (await openDirect(client, to.user));
  await afterWaiting(() =>
    client.files.completeUploadExternal({ files: [{ id, title: filename }], channel_id: channel }),
  );
}

/** A message to the person opens the direct message; its channel takes the file. */
async function openDirect(client: WebClient, user: string): Promise<string> {
  const opening = { channel: user, text: 'Excelファイルをお送りします。' };
  const { channel } = await afterWaiting(() => client.chat.postMessage(opening));
  if (!channel) throw new Error('Slack named no direct message');
  return channel;
}

/** Every KPI a digest watches, the worst first. */
export async function digestList(context: SlackContext, filter: string, asOf?: Day): Promise<Answer> {
  const on = asOf ?? dayInJapan(context.clock.now());
  const watched = await kpisOfFilter(context, filter, on);
  const ids = context.bot.repository.kpis.map(({ id }) => id).filter((id) => watched?.has(id) ?? true);
  const name = filter === '' ? '計画KPI' : `計画KPI「${filterLabel(context, filter)}」`;
  return listOf(context, ids, {
    text: name,
    asOf: on,
    lead: `${name}のお知らせの対象は${ids.length}件です。`,
  });
}
