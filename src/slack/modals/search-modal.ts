// 「計画・KPIを検索」: words, plan, town, year and status, put together as a question of the grammar.

import type { Repository } from '../../data/repository.ts';
import { isKana, looseReadingKey, readingKey, romajiToKatakana } from '../../language/kana.ts';
import { normalize } from '../../language/normalize.ts';
import { type Day, fiscalYearOf } from '../../ports/clock.ts';
import { type Block, type Element, plainText } from '../../present/blocks/block.ts';
import { input, modal, option, select, type View, valuesOf } from '../../present/modal-view.ts';
import { yearLabel } from '../../status/calendar.ts';
import { fiscalYearName } from '../../wording/years.ts';

export const searchCallback = 'search';
export const townAction = 'search-town';
/** Ids of the inputs. */
export const searchFields = {
  words: 'words',
  plan: 'plan',
  town: 'town',
  fy: 'fy',
  status: 'status',
} as const;

/** Choices of a status and the words that ask for it. */
const statusQuestions: Record<string, { label: string; ask: string }> = {
  lagging: { label: '遅れている（注意・遅れ）', ask: '遅れ' },
  unrecorded: { label: '期限超過・実績未登録', ask: '実績未登録' },
  waiting: { label: '実績待ち', ask: '実績待ち' },
  good: { label: '順調', ask: '判定が順調' },
  done: { label: '達成', ask: '判定が達成' },
  none: { label: '判定対象外', ask: '判定対象外' },
};

export function searchModal(repository: Repository, asOf: Day): View {
  return modal({
    title: '計画・KPIを検索',
    submit: '検索',
    callbackId: searchCallback,
    blocks: [
      input({
        id: searchFields.words,
        label: '言葉',
        optional: true,
        hint: '例　移住、空き家、水道技術研修',
        element: {
          type: 'plain_text_input',
          action_id: 'search-words',
          max_length: 200,
          placeholder: plainText('移住'),
        },
      }),
      choice(
        'plan',
        '計画',
        repository.plans.map(({ id, shortName }) => option(shortName, id)),
      ),
      input({
        id: searchFields.town,
        label: '市町',
        optional: true,
        hint: '読みでも探せます（のおがた）。',
        element: {
          type: 'external_select',
          action_id: townAction,
          min_query_length: 0,
          placeholder: plainText('市町の名前か読み'),
        },
      }),
      choice(
        'fy',
        '年度',
        years(repository, asOf).map((fy) => option(`${fiscalYearName(fy)}（${yearLabel(fy)}）`, String(fy))),
      ),
      choice(
        'status',
        'KPIの判定',
        Object.entries(statusQuestions).map(([value, { label }]) => option(label, value)),
      ),
    ],
  });
}

/** A select that may be left as it is. */
function choice(field: keyof typeof searchFields, label: string, options: Element[]): Block {
  const element = select(`search-${field}`, options, undefined, '選ばない');
  return input({ id: searchFields[field], label, optional: true, element });
}

/** Years the plans speak of, newest first. */
function years({ plans }: Repository, asOf: Day): number[] {
  const all = new Set([fiscalYearOf(asOf)]);
  for (const { period, budgetYears } of plans) {
    for (let fy = period.from; fy <= period.to; fy += 1) all.add(fy);
    for (const fy of budgetYears) all.add(fy);
  }
  return [...all].sort((a, b) => b - a).slice(0, 40);
}

/** The question in words, or null when nothing was entered. */
export function searchQuestion(repository: Repository, state: unknown): string | null {
  const values = valuesOf(state);
  const status = statusQuestions[values[searchFields.status] ?? ''];
  const fy = Number(values[searchFields.fy] ?? '');
  const parts = [
    repository.plan(values[searchFields.plan] ?? '')?.shortName,
    values[searchFields.town],
    fy > 0 ? fiscalYearName(fy) : undefined,
    values[searchFields.words],
    status?.ask,
  ].filter((part) => part !== undefined && part !== '');
  if (parts.length === 0) return null;
  // A status is a KPI's: said last, it is the head noun, also where the plan's name says 事業.
  return status ? `/kpi ${parts.join(' ')}のKPI` : parts.join(' ');
}

/** Towns by name or reading: 直方, のおがた, ノオガタ, noogata; nothing typed offers all. */
export function townOptions({ municipalities }: Repository, typed: string): Element[] {
  const words = normalize(typed).trim();
  const kana = isKana(words) ? words : romajiToKatakana(words);
  const keys =
    kana === null || kana === '' ? [] : [readingKey, looseReadingKey].map((key) => ({ key, of: key(kana) }));
  const rank = (town: (typeof municipalities)[number]): number => {
    if (words === '') return 1;
    const readings = keys.map(({ key, of }) => key(town.kana).indexOf(of));
    const places = [town.name.indexOf(words), ...readings].filter((at) => at >= 0);
    return places.length === 0 ? 0 : places.includes(0) ? 2 : 1;
  };
  return municipalities
    .map((town) => ({ town, rank: rank(town) }))
    .filter((one) => one.rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, 100)
    .map(({ town }) => option(`${town.name}（${town.kana}）`, town.name));
}
