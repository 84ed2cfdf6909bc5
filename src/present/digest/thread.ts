// The messages of a digest's thread: details with reason and buttons, lists by plan, requests by department.
import type { DigestItem, ThreadList } from '../../digest/digest.ts';
import { actions, button, context, type Run, rich } from '../blocks/block.ts';
import { money, sourceText } from '../blocks/figures.ts';
import { groupTitle, itemText, itemWord, listLine, listTitles, policyText, shortName } from './lines.ts';
import type { DigestMessage } from './message.ts';

/** List lines in one message of the thread; with names of 34 characters far below what Slack takes. */
const linesInMessage = 50;
/** Items with reason and buttons in one message of the thread. */
const detailsInMessage = 6;

/** The messages of one list, in order. */
export function threadMessages(list: ThreadList, channel: string): DigestMessage[] {
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
      ...part.flatMap((item) => [`${itemWord(item)}　${itemText(item)}`, `　${reasonOf(item)}`]),
    ].join('\n'),
    blocks: part.flatMap((item) => [
      rich([{ bold: `${itemWord(item)}　${item.entry.record.name}` }], [reasonOf(item)]),
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
    item.budget > 0 ? `事業費 ${money(item.budget)}` : '',
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
