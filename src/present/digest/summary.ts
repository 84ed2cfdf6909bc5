// What a digest says first: its headline, what it names, and its counts.
import type { Count, CountLine, Digest, DigestItem, PostedDigest } from '../../digest/digest.ts';
import { dateText, longDate, shortDate } from '../../wording/dates.ts';
import { era, kpiFigures, valueText } from '../blocks/figures.ts';
import { standingsText } from '../standings.ts';
import { itemText, itemWord, listTitles, shortName } from './lines.ts';

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
    ...digest.items.map((item) => ({ word: itemWord(item), rest: itemText(item) })),
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

function countText(line: CountLine): { word: string; rest: string } {
  const count = `${line.items.length}件`;
  const year = line.fy === null ? '' : era(line.fy);
  const due = line.due === null ? '' : longDate(line.due);
  switch (line.kind) {
    case 'overdue':
      return {
        word: '期限超過',
        rest: `${count}${plans(line.byPlan)}　${year}の実績の登録期限（Hakaruの設定${due === '' ? '' : `・${due}`}）を過ぎました`,
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
        rest: `${count}${plans(line.byPlan)}　${[year, due === '' ? '' : `登録期限 ${due}（Hakaruの設定）`].filter((part) => part !== '').join('・')}`,
      };
    case 'due-this-year':
      return {
        word: `今年度（${year}）が目標の年度`,
        rest: `${count}${plans(line.byPlan)}${due === '' ? '' : `　実績の登録期限（Hakaruの設定） ${due}`}`,
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

function standingText(standing: Count[]): string {
  return standingsText({ judged: standing, missing: [] }) || '実績のあるKPIはまだありません';
}

/** `（久留米総合戦略46・R5行政評価35）`; nothing for nothing. */
function plans(byPlan: readonly Count[]): string {
  return byPlan.length === 0 ? '' : `（${byPlan.map(({ label, count }) => `${label}${count}`).join('・')}）`;
}

function since(digest: PostedDigest): string {
  return digest.since === null ? '' : `(${shortDate(digest.since)})`;
}
