// A digest as it is posted: one message of about eight lines, and the messages of its thread.
import type { Digest, DigestItem, PostedDigest, ThreadList } from '../digest/digest.ts';
import { bandsNote } from '../status/judge-year.ts';
import { clip, limits } from './block-limits.ts';
import { actions, askSelect, type Block, button, context, type Run, rich } from './blocks/block.ts';
import { sourceText, thousandYen } from './blocks/figures.ts';
import {
  groupTitle,
  headline,
  itemText,
  listLine,
  listTitles,
  policyText,
  shortName,
  summaryLines,
  unrecordedText,
} from './digest-lines.ts';
import { type DigestMessage, numbered } from './digest-message.ts';

export type { DigestMessage };

/** The post and, in order, the messages of its thread. */
export interface DigestMessages {
  post: DigestMessage;
  thread: DigestMessage[];
}

export interface DigestOptions {
  /** Channel id for the snooze buttons; absent in a dry run. */
  channel?: string;
  /** Stands before the names of commands. */
  commandPrefix?: string;
}

/** List lines in one message of the thread; with names of 34 characters far below what Slack takes. */
const linesInMessage = 50;
/** Items with reason and buttons in one message of the thread. */
const detailsInMessage = 6;

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
          button('snooze', '1週間止める', {
            kpi: digest.items.map(({ entry }) => entry.id).join(' '),
            channel,
          }),
        ]
      : []),
    ...askSelect('詳しく見る', choices),
  );
}

/** The buttons as the terminal shows them. */
function buttonsText(digest: PostedDigest): string {
  return digest.items.length > 0 ? '[一覧] [実績を入力] [1週間止める]' : '[一覧] [実績を入力]';
}

function threadMessages(list: ThreadList, channel: string): DigestMessage[] {
  const named = listTitles[list.kind];
  if (list.kind === 'details') return detailMessages(list, channel);
  if (list.kind === 'ask') return askMessages(list);
  if (list.kind === 'resting') return [{ text: named, blocks: [rich([named])] }];
  const lines = list.groups.flatMap((group) => [
    { bold: true, text: groupTitle(group) },
    ...group.items.map((item) => ({ bold: false, text: listLine(item) })),
  ]);
  return chunks(lines, linesInMessage).map((part, i, all) => {
    const title = all.length > 1 ? `${named}（${i + 1}/${all.length}）` : named;
    return {
      text: [title, ...part.map(({ text }) => text)].join('\n'),
      blocks: [
        rich([{ bold: title }], ...part.map(({ bold, text }): Run[] => [bold ? { bold: text } : text])),
        ...(i === all.length - 1 ? actions(button('record', '実績を入力', {})) : []),
      ],
    };
  });
}

function detailMessages(list: ThreadList, channel: string): DigestMessage[] {
  const items = list.groups.flatMap((group) => group.items);
  return chunks(items, detailsInMessage).map((part) => ({
    text: [
      listTitles.details,
      ...part.flatMap((item) => [`${item.tier}　${itemText(item)}`, `　${reasonOf(item)}`]),
    ].join('\n'),
    blocks: part.flatMap((item) => [
      rich([{ bold: `${item.tier}　${item.entry.record.name}` }], [reasonOf(item)]),
      ...context(detailNote(item)),
      ...actions(
        button('ask', '詳細', { ask: `/kpi ${item.entry.id}` }),
        button('ask', '根拠', { ask: `/kpi 根拠 ${item.entry.id}` }),
        button('record', '実績を入力', { kpi: item.entry.id }),
        button('snooze', '止める', { kpi: item.entry.id, channel }),
      ),
    ]),
  }));
}

function reasonOf(item: DigestItem): string {
  return item.judgement?.verdict.reason ?? item.entry.state.reason;
}

function detailNote(item: DigestItem): string {
  const { entry } = item;
  return [
    entry.plan.shortName,
    item.who,
    policyText(item.policies),
    item.budget > 0 ? `事業費 ${thousandYen(item.budget)}` : '',
    `出典 ${sourceText(entry.record.sources)}`,
  ]
    .filter((part) => part !== '')
    .join(' ／ ');
}

/** Departments with what is asked of them; names of two, the rest counted. */
function askMessages(list: ThreadList): DigestMessage[] {
  const lines = list.groups.map(({ label, items }) => {
    const named = items.slice(0, 2).map((item) => shortName(item.entry.record.name));
    return {
      who: `${label}　${items.length}件`,
      what: `　${named.join('、')}${items.length > 2 ? ` ほか${items.length - 2}件` : ''}`,
    };
  });
  return chunks(lines, linesInMessage).map((part) => ({
    text: [listTitles.ask, ...part.map(({ who, what }) => who + what)].join('\n'),
    blocks: [
      rich([{ bold: listTitles.ask }], ...part.map(({ who, what }): Run[] => [{ bold: who }, what])),
      ...actions(button('record', '実績を入力', {})),
    ],
  }));
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

/** Bounds the text; action ids are numbered and commands get their prefix. */
function finish({ text, blocks }: DigestMessage, { commandPrefix = '' }: DigestOptions): DigestMessage {
  return numbered(clip(text, limits.sectionText), blocks.slice(0, limits.blocks), commandPrefix);
}
