// Wordings that are read wrongly today. A test fails when one of them is mended: delete its line then.

import type { WorldName } from './worlds.ts';

interface NotYet {
  /** `kind: template`; with * at the end, all that begin so. */
  of: string;
  /** `answer`: a wrong first sentence (and query); `query`: the answer holds what was asked, among more. */
  wrong: 'answer' | 'query';
  why: string;
  /** Only there; everywhere when absent. */
  in?: WorldName;
}

/** Topics that are dropped: all projects are added up, or those of a plan. */
const droppedTopics =
  'コピー機 研究者 取材 番組 空路 司書 仲間づくり 使い道 閲覧 中期計画 記者 ちくてつ つながり 削減 将来負担 事務局 18市町 見守り 136館 住民参加 2040年 市町連携 ひきこもり 学び直し 119番 SDGs 自治体連携 市制60周年 4ヶ年行動計画';

const notYet: readonly NotYet[] = [
  { of: 'around 7: *', wrong: 'query', why: 'who one is (企画担当の者です) is read as asked for' },
  { of: 'record with *', wrong: 'answer', why: 'an unknown word after a whole name is dropped' },
  { of: 'set with ほげほげ: *', wrong: 'answer', why: 'an unknown word in hiragana is dropped' },
  ...droppedTopics
    .split(' ')
    .map((topic): NotYet => ({ of: `topic ${topic}: *`, wrong: 'answer', why: 'the topic is dropped' })),
];

/** Entries that speak of a world. */
export const knownIn = (world: WorldName) => notYet.filter((entry) => (entry.in ?? world) === world);

/** Whether the entry speaks of the wording. */
export function fits({ of }: NotYet, key: string): boolean {
  return of.endsWith('*') ? key.startsWith(of.slice(0, -1)) : of === key;
}

/** Entries of a world that no failure fits any more, of the wordings that were asked. */
export function mendedIn(
  world: WorldName,
  {
    asked,
    failing,
    wrong,
  }: { asked: readonly string[]; failing: readonly string[]; wrong: NotYet['wrong'][] },
): string[] {
  return knownIn(world)
    .filter((entry) => wrong.includes(entry.wrong))
    .filter((entry) => asked.some((key) => fits(entry, key)) && !failing.some((key) => fits(entry, key)))
    .map(({ of }) => of);
}
