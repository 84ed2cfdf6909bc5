// The sentences of a digest, one a line: what, against which target, since when, who, and where it stands.
import { placeName } from '../answer/wording.ts';
import type { Count, CountLine, Digest, DigestItem, PostedDigest, ThreadList } from '../digest/digest.ts';
import { clip } from './block-limits.ts';
import { era, kpiFigures, percent, valueText } from './blocks/figures.ts';

/** `2026-11-24` → 11/24(火) */
export function dateText(day: string): string {
  const name = '日月火水木金土'[new Date(`${day}T00:00:00Z`).getUTCDay()];
  return `${shortDate(day)}(${name})`;
}

/** `2026-11-24` → 11/24 */
export function shortDate(day: string): string {
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
}

/** `2027-09-30` → 2027/9/30 */
export function longDate(day: string): string {
  return `${day.slice(0, 4)}/${shortDate(day)}`;
}

/** The first line of every digest. */
export function headline(digest: Digest): string {
  const head = `${dateText(digest.day)} 計画KPI${digest.filter === '' ? '' : `「${digest.filter}」`}　`;
  switch (digest.kind) {
    case 'none':
      return digest.why === 'holiday'
        ? `${head}休みの日のため投稿しません。次は${dateText(digest.next)}です。`
        : `${head}変化がないため投稿しません。次は${dateText(digest.next)}です。`;
    case 'first':
      return `${head}お知らせを始めます（対象 ${digest.watched}件）`;
    case 'changes':
      return `${head}前回${since(digest)}からの変化 ${digest.changed}件`;
    case 'quiet':
      return `${head}前回${since(digest)}から変化はありません`;
    default:
      return digest satisfies never;
  }
}

/** The lines below the headline of a post; the quiet week's only line carries its counts itself. */
export function summaryLines(digest: PostedDigest): { word: string; rest: string }[] {
  return [
    ...(digest.kind === 'first' ? [{ word: '判定', rest: standingText(digest.standing) }] : []),
    ...digest.items.map((item) => ({ word: item.tier, rest: itemText(item) })),
    ...(digest.more > 0 ? [{ word: `ほか ${digest.more}件`, rest: '（スレッドにあります）' }] : []),
    ...digest.lines.map(countText),
    ...(digest.woken.length > 0
      ? [{ word: '停止を解除', rest: `判定が悪くなったため：${names(digest.woken)}` }]
      : []),
    { word: '実績未登録', rest: unrecordedText(digest) },
  ];
}

/** `89件（久留米総合戦略46・R5行政評価35）　この1週間の登録 2件　停止中 1件` */
export function unrecordedText(digest: PostedDigest): string {
  const { total, byPlan } = digest.unrecorded;
  const parts = [
    `${total}件${plans(byPlan)}`,
    `この1週間の登録 ${digest.recordedInWeek}件`,
    ...(digest.snoozed > 0 ? [`停止中 ${digest.snoozed}件`] : []),
  ];
  return parts.join('　');
}

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
export function placeText({ entry }: DigestItem): string {
  const [first, ...rest] = entry.record.sources;
  if (!first) return '';
  return `［${first.document} ${placeName(first.place)}${rest.length > 0 ? `ほか${rest.length}` : ''}］`;
}

/** A line of a list: `・刑法犯認知件数　安全・安心推進課`. */
export function listLine(item: DigestItem): string {
  const parts = [`・${shortName(item.entry.record.name)}`, item.who, policyText(item.policies)];
  return parts.filter((part) => part !== '').join('　');
}

/** The title of a group: `R5行政評価　R4　13件（期限 2024/3/31）`. */
export function groupTitle(group: ThreadList['groups'][number]): string {
  const { fy = null, due = null } = group.items[0]?.entry.state.inputs ?? {};
  const year = fy === null ? '' : `　${era(fy)}`;
  return `${group.label}${year}　${group.items.length}件${due === null ? '' : `（期限 ${longDate(due)}）`}`;
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

/** The printed word where it disagrees with the judgement: 順調. */
function publishedOf({ entry, judgement }: DigestItem): string {
  if (!judgement?.verdict.flags.includes('公表評価と不一致')) return '';
  const words = entry.state.published.filter(({ fy }) => fy === judgement.fy).map(({ word }) => word);
  return [...new Set(words)].join('・');
}

function countText(line: CountLine): { word: string; rest: string } {
  const count = `${line.items.length}件`;
  const year = line.fy === null ? '' : era(line.fy);
  const due = line.due === null ? '' : longDate(line.due);
  switch (line.kind) {
    case 'overdue':
      return {
        word: '期限超過',
        rest: `${count}${plans(line.byPlan)}　${year}の実績の期限${due === '' ? '' : `（${due}）`}を過ぎました`,
      };
    case 'improved':
      return {
        word: '改善・達成',
        rest: `${count}　${line.items.slice(0, 3).map(improvement).join('、')}${rest(line.items)}`,
      };
    case 'recorded':
      return {
        word: '実績の登録',
        rest: `${count}　${line.items.slice(0, 3).map(recording).join('、')}${rest(line.items)}`,
      };
    case 'added':
      return { word: 'データの追加・更新', rest: `${count}${plans(line.byPlan)}` };
    case 'awaited':
      return {
        word: '実績をお待ちしています',
        rest: `${count}${plans(line.byPlan)}　${[year, due === '' ? '' : `期限 ${due}`].filter((part) => part !== '').join('・')}`,
      };
    case 'due-this-year':
      return {
        word: `今年度（${year}）が目標の年度`,
        rest: `${count}${plans(line.byPlan)}${due === '' ? '' : `　実績の期限 ${due}`}`,
      };
    case 'resting':
      return { word: 'お知らせ', rest: listTitles.resting };
    default:
      return line.kind satisfies never;
  }
}

function improvement(item: DigestItem): string {
  const now = item.judgement?.verdict.status ?? '';
  const way = item.before !== null && item.before !== now ? `${item.before}→${now}` : now;
  const actual = kpiFigures(item.entry).actual;
  return `${shortName(item.entry.record.name)} ${actual ? valueText(actual.text) : ''}（${way}）`;
}

function recording(item: DigestItem): string {
  const name = shortName(item.entry.record.name);
  if (item.recorded?.withdrawn) return `${name}（取り消し）`;
  const status = item.judgement ? `（${item.judgement.verdict.status}）` : '';
  return `${name}${status}`;
}

function rest(items: readonly DigestItem[]): string {
  return items.length > 3 ? ` ほか${items.length - 3}件` : '';
}

function names(items: readonly DigestItem[]): string {
  return (
    items
      .slice(0, 3)
      .map((item) => shortName(item.entry.record.name))
      .join('、') + rest(items)
  );
}

function standingText(standing: readonly Count[]): string {
  const counts = standing.map(({ label, count }) => `${label} ${count}件`).join('・');
  return `${counts}（実績のある最後の年度）`;
}

/** `（久留米総合戦略46・R5行政評価35）`; nothing for nothing. */
function plans(byPlan: readonly Count[]): string {
  return byPlan.length === 0 ? '' : `（${byPlan.map(({ label, count }) => `${label}${count}`).join('・')}）`;
}

function since(digest: PostedDigest): string {
  return digest.since === null ? '' : `(${shortDate(digest.since)})`;
}
