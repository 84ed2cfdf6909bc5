// The lines of a digest: a day, a KPI's name, and what stands against which target, since when, who, and where.

import type { DigestItem, ThreadList } from '../../digest/digest.ts';
import { publishedOnly } from '../../status/standing.ts';
import { longDate, shortDate } from '../../wording/dates.ts';
import { placeName } from '../../wording/places.ts';
import { clip } from '../block-limits.ts';
import { era, kpiFigures, percent } from '../blocks/figures.ts';

/** `バスツアーの参加者数：0人／目標160人（R3・0.0%）総務課　施策VII-3-(1)-②ほか1［002 No. 13］` */
export function itemText(item: DigestItem): string {
  const { entry, judgement } = item;
  const figures = kpiFigures(entry);
  const actual = figures.actual?.text ?? '記載なし';
  const target = figures.target?.text ?? '記載なし';
  const facts = [
    judgement?.fy == null ? '' : era(judgement.fy),
    figures.rate ? percent(figures.rate.value) : '',
    item.before !== null && item.before !== judgement?.verdict.status ? `前は${item.before}` : '',
    item.recorded ? `${shortDate(item.recorded.on)}登録` : '',
  ].filter((fact) => fact !== '');
  const published = publishedOf(item);
  return [
    `${shortName(entry.record.name)}：${actual}／目標${target}${facts.length > 0 ? `（${facts.join('・')}）` : ''}`,
    ...(published === '' ? [] : [`公表評価は${published}`]),
    [item.who, policyText(item.policies)].filter((part) => part !== '').join('・'),
    placeText(item),
  ]
    .filter((part) => part !== '')
    .join('　');
}

/** `施策VII-3-(1)-②ほか2`; '' when no policy has a code. */
export function policyText(policies: readonly string[]): string {
  const [first, ...rest] = policies;
  if (first === undefined) return '';
  return rest.length > 0 ? `${first}ほか${rest.length}` : first;
}

/** Names longer than a line lose their brackets, then their end. */
export function shortName(name: string): string {
  const bare = [...name].length > 24 ? name.replace(/[（(][^（）()]*[）)]/g, '') : name;
  return clip(bare, 34);
}

/** Where the KPI of an item is printed: ［002 No. 13］. */
function placeText({ entry }: DigestItem): string {
  const [first, ...rest] = entry.record.sources;
  if (!first) return '';
  return `［${first.document} ${placeName(first)}${rest.length > 0 ? `ほか${rest.length}` : ''}］`;
}

/** A line of a list: `・刑法犯認知件数　安全・安心推進課`. */
export function listLine(item: DigestItem): string {
  const parts = [`・${shortName(item.entry.record.name)}`, item.who, policyText(item.policies)];
  return parts.filter((part) => part !== '').join('　');
}

/** The title of a group: `R5行政評価　R4　13件（登録期限 2024/3/31・Hakaruの設定）`. */
export function groupTitle(group: ThreadList['groups'][number]): string {
  const { fy = null, due = null } = group.items[0]?.entry.state.inputs ?? {};
  const year = fy === null ? '' : `　${era(fy)}`;
  return `${group.label}${year}　${group.items.length}件${due === null ? '' : `（登録期限 ${longDate(due)}・Hakaruの設定）`}`;
}

/** The title of a list in the thread. */
export const listTitles: Record<ThreadList['kind'], string> = {
  details: '根拠と次の一歩',
  ask: '実績の登録のお願い',
  unrecorded: '実績が登録されていないKPI',
  awaited: '実績をお待ちしているKPI',
  'due-this-year': '今年度が目標の年度のKPI',
  resting: '4・5月は決算の時期のため、未登録の実績の催促をお休みします。',
};

/** The word an item begins with: its tier, or that only the published word tells of a lag. */
export function itemWord({ tier, entry }: DigestItem): string {
  return tier === '公表評価と不一致' && publishedOnly(entry.state) ? '公表評価のみ遅れ' : tier;
}

/** The printed word where it disagrees with the judgement: 順調. */
function publishedOf({ entry, judgement }: DigestItem): string {
  if (judgement === null && publishedOnly(entry.state))
    return [
      ...new Set(entry.state.published.flatMap(({ lagging, word }) => (lagging === true ? word : []))),
    ].join('・');
  if (!judgement?.verdict.flags.includes('公表評価と不一致')) return '';
  const words = entry.state.published.filter(({ fy }) => fy === judgement.fy).map(({ word }) => word);
  return [...new Set(words)].join('・');
}
