// A digest as it is posted: one message of about eight lines, and the messages of its thread.
import type { Digest, PostedDigest } from '../../digest/digest.ts';
import { bandsNote } from '../../status/judge-year.ts';
import { clip, limits } from '../block-limits.ts';
import { actions, askSelect, type Block, button, context, type Run, rich } from '../blocks/block.ts';
import { shortName } from './lines.ts';
import { type DigestMessage, numbered } from './message.ts';
import { headline, summaryLines, unrecordedText } from './summary.ts';
import { threadMessages } from './thread.ts';

export type { DigestMessage };

/** The post and, in order, the messages of its thread. */
export interface DigestMessages {
  post: DigestMessage;
  thread: DigestMessage[];
}

/** Where a digest is posted. */
export interface DigestOptions {
  /** Channel id for the snooze buttons; absent in a dry run. */
  channel?: string;
  /** Stands before the names of commands. */
  commandPrefix?: string;
}

/** The messages of a digest; null when nothing is posted. */
export function digestMessages(digest: Digest, options: DigestOptions = {}): DigestMessages | null {
  if (digest.kind === 'none') return null;
  const channel = options.channel ?? '';
  const thread = digest.thread.flatMap((list) => threadMessages(list, channel));
  return {
    post: finish(postOf(digest, channel), options),
    thread: thread.map((message) => finish(message, options)),
  };
}

/** The digest as the terminal shows it: the post, then its thread. */
export function digestText(digest: Digest, options: DigestOptions = {}): string {
  const messages = digestMessages(digest, options);
  if (!messages || digest.kind === 'none') return headline(digest);
  const thread = messages.thread.map(({ text }) => `── スレッド ──\n${text}`);
  const footer =
    digest.kind === 'quiet' ? [] : [note(digest), buttonsText(digest)].filter((line) => line !== '');
  return [[plainPost(digest), ...footer].join('\n'), ...thread].join('\n\n');
}

function postOf(digest: PostedDigest, channel: string): DigestMessage {
  const text = plainPost(digest);
  if (digest.kind === 'quiet')
    return { text, blocks: [rich([{ bold: headline(digest) }, `　実績未登録 ${unrecordedText(digest)}`])] };
  const lines: Run[][] = summaryLines(digest).map(({ word, rest }) => [{ bold: word }, `　${rest}`]);
  return {
    text,
    blocks: [
      rich([{ bold: headline(digest) }], ...lines),
      ...context(note(digest)),
      ...buttons(digest, channel),
    ],
  };
}

function plainPost(digest: PostedDigest): string {
  if (digest.kind === 'quiet') return `${headline(digest)}　実績未登録 ${unrecordedText(digest)}`;
  return [headline(digest), ...summaryLines(digest).map(({ word, rest }) => `${word}　${rest}`)].join('\n');
}

/** What stands small below every verdict, and where a subscription is changed. */
function note(digest: PostedDigest): string {
  const parts = [
    ...digest.bands.map(bandsNote),
    digest.items.length > 0 ? '［ ］は出典の文書と場所' : '',
    digest.kind === 'first' ? '次からは変化だけをお知らせします。変更・停止は「/kpi 通知 一覧」' : '',
  ];
  return parts.filter((part) => part !== '').join(' ／ ');
}

function buttons(digest: PostedDigest, channel: string): Block[] {
  const words = digest.filter === '' ? '' : ` ${digest.filter}`;
  const choices = [
    { label: '遅れ・注意の一覧', ask: `/kpi 遅れ${words}` },
    { label: '実績未登録の一覧', ask: `/kpi 実績未登録${words}` },
    ...digest.items.map(({ entry }) => ({
      label: `詳細 ${shortName(entry.record.name)}`,
      ask: `/kpi ${entry.id}`,
    })),
  ];
  const only = digest.items.length === 1 ? digest.items[0] : undefined;
  return actions(
    button('ask', '一覧', { ask: digest.items.length > 0 ? `/kpi 遅れ${words}` : `/kpi 実績未登録${words}` }),
    button('record', '実績を入力', only ? { kpi: only.entry.id } : {}),
    ...(digest.items.length > 0
      ? [
          button('snooze', 'KPIを1週間止める', {
            kpi: digest.items.map(({ entry }) => entry.id).join(' '),
            channel,
          }),
        ]
      : []),
    button('excel', 'Excelで', { digest: digest.filter }),
    ...askSelect('詳しく見る', choices),
  );
}

/** The buttons as the terminal shows them. */
function buttonsText(digest: PostedDigest): string {
  return digest.items.length > 0
    ? '[一覧] [実績を入力] [KPIを1週間止める] [Excelで]'
    : '[一覧] [実績を入力] [Excelで]';
}

/** Bounds the text; action ids are numbered and commands get their prefix. */
function finish({ text, blocks }: DigestMessage, { commandPrefix = '' }: DigestOptions): DigestMessage {
  return numbered(clip(text, limits.sectionText), blocks.slice(0, limits.blocks), commandPrefix);
}
