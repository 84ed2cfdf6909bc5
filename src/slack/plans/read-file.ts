// A file in Slack → its grid and what it would become.
import type { WebClient } from '@slack/web-api';
import type { Grid } from '../../plans/grid/grid.ts';
import { maxBytes } from '../../plans/grid/limits.ts';
import { readGridInWorker } from '../../plans/grid/read-in-worker.ts';
import { RefusedFile } from '../../plans/grid/refusal.ts';
import { loadHeadings } from '../../plans/layout/headings.ts';
import type { Answers } from '../../plans/mapping/answers.ts';
import { type Proposal, propose } from '../../plans/mapping/propose.ts';
import type { SlackContext } from '../context.ts';
import { slackErrorName } from '../errors/explain.ts';

/** What was read. */
export interface ReadFile {
  name: string;
  grid: Grid;
  proposal: Proposal;
}

const noScope = 'ファイルを読む権限（files:read）がアプリにありません。管理者にご連絡ください。';

/** Reads the file with the answers there are; a sentence where that is not possible. */
export async function readFile(
  { config, headings, log }: SlackContext,
  client: WebClient,
  id: string,
  answers: Answers,
): Promise<ReadFile | string> {
  if (headings === undefined || config.slack.mode === 'playground')
    return 'この環境ではファイルを取り込めません。';
  let name = '';
  try {
    const { file } = await client.files.info({ file: id });
    name = file?.name ?? 'ファイル';
    if ((file?.size ?? 0) > maxBytes) return `${name} は取り込めません。50MBまでのファイルを送ってください。`;
    const address = file?.url_private_download ?? file?.url_private;
    if (!address) return `${name} の中身をSlackから受け取れませんでした。もう一度送ってください。`;
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${config.slack.botToken}` },
      signal: AbortSignal.timeout(60_000),
    });
    // Without the scope Slack answers with the page to sign in at.
    if (!response.ok || (/html/.test(response.headers.get('content-type') ?? '') && !/\.html?$/.test(name)))
      return noScope;
    const grid = await readGridInWorker(new Uint8Array(await response.arrayBuffer()), name);
    return { name, grid, proposal: propose(grid, answers, loadHeadings(headings)) };
  } catch (error) {
    if (error instanceof RefusedFile) return `${name} は取り込めません。${error.message}`;
    if (slackErrorName(error) === 'missing_scope') return noScope;
    log.error({ err: error, file: id }, 'a file could not be fetched');
    return 'ファイルをSlackから受け取れませんでした。もう一度送ってください。';
  }
}
