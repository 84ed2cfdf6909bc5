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

const afterwards = 'the name stands in a sentence after the request';
const noYesNo = 'the claim is not seen: the fact is told without はい or いいえ';

/** Topics that are dropped: all projects are added up, or those of a plan. */
const droppedTopics =
  '中期計画 住みよさ つながり 削減 将来負担 事務局 18市町 見守り 136館 住民参加 2040年 市町連携 ひきこもり 学び直し 119番 SDGs 自治体連携 一時預かり 市制60周年 学び';

export const notYet: readonly NotYet[] = [
  {
    of: 'budget: {name} {year} yosan',
    wrong: 'answer',
    why: 'romaji of an attribute after a whole name is not read',
  },
  { of: 'target: {name} {year} mokuhyou', wrong: 'query', why: 'the same; actual and baseline are told too' },
  { of: 'budget: 予算を教えてください。{name}の{year}分です。', wrong: 'answer', why: afterwards },
  { of: 'department: 担当課を教えて。{name}の', wrong: 'answer', why: afterwards },
  { of: 'baseline: 基準値を教えて。{name}の', wrong: 'answer', why: afterwards },
  {
    of: 'count of KPIs per department: {set}のKPIは何件ですか',
    wrong: 'answer',
    why: 'projects are counted, not KPIs',
  },
  {
    of: 'count of KPIs per plan: {set}のKPIは何件ですか',
    wrong: 'answer',
    why: 'projects are counted, not KPIs',
  },
  { of: 'record with *', wrong: 'answer', why: 'an unknown word after a whole name is dropped' },
  { of: 'set with ほげほげ: *', wrong: 'answer', why: 'an unknown word in hiragana is dropped' },
  ...droppedTopics
    .split(' ')
    .map((topic): NotYet => ({ of: `topic ${topic}: *`, wrong: 'answer', why: 'the topic is dropped' })),
  {
    of: 'no settled amounts: *',
    wrong: 'answer',
    why: 'all plans are told instead of the project',
    in: 'seeds',
  },
  {
    of: 'remaining from the actual: お疲れさまです。{name}が目標に届くまで、残りはどれだけでしょうか。',
    wrong: 'answer',
    why: 'the budget of its project is told',
  },
  {
    of: 'remaining from the baseline: お疲れさまです。{name}が目標に届くまで、残りはどれだけでしょうか。',
    wrong: 'answer',
    why: 'the budget of its project is told',
  },
  { of: 'right department: {name}の担当は{department}ですか', wrong: 'answer', why: noYesNo },
  { of: 'right department: {name}の担当課は{department}ですか', wrong: 'answer', why: noYesNo },
  { of: 'wrong department: {name}の担当は{department}ですか', wrong: 'answer', why: noYesNo },
  { of: 'wrong department: {name}の担当課は{department}ですか', wrong: 'answer', why: noYesNo },
  { of: 'town inside: {town}は{name}の参加市町ですか？', wrong: 'answer', why: noYesNo },
  { of: 'town outside: {town}は{name}の参加市町ですか？', wrong: 'answer', why: noYesNo },
  { of: 'lead town: *', wrong: 'answer', why: 'the town that publishes the plan is read as the plan' },
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
