// 合計は77,121千円で合ってますか, KPIは46件ですよね, 一番大きいのは…事業で合ってる: a claim on what a rule works out.
import { recordOf } from '../../data/repository.ts';
import type { Query } from '../query.ts';
import { claiming } from './claiming.ts';
import type { Clause } from './compose.ts';
import { limitOf } from './conditions/condition.ts';
import { type Frame, type Item, isIntent } from './frame.ts';

/** What counts records, towns or parts. */
const counters = /^(?:件|事業|本|個|つ|指標|kpi|課|室|施策|団体|市町村?|自治体|行|か所|箇所)$/;
const working = new Set<Query['ask']>(['sum', 'count', 'list', 'average', 'median', 'extreme', 'difference']);

/** The query with what the clause claims of its outcome; a list that is said to hold so many is counted. */
export function withClaimedResult(query: Query, clause: Clause): Query {
  const { frame } = clause;
  if (query.claim !== null || !working.has(query.ask) || query.unread.length + clause.unread.length > 0)
    return query;
  if (!frame.has('confirm') || asksOpenly(frame)) return query;
  if (query.ask === 'extreme') {
    const members = winnersClaimed(query, clause);
    return members.length > 0 ? { ...query, claim: claiming({ members }) } : query;
  }
  // A number that tells which ones is no claim on how many there are.
  const free = frame.numbers().filter((item) => !clause.conditions.some((one) => one.item === item));
  const counts = query.ask === 'count' || query.ask === 'list';
  // 4事業の合計は89,640千円: how many there are is no sum of theirs.
  const [number, more] = free.filter((item) => {
    const { ordinal, unit } = item.meaning.number;
    if (ordinal) return false;
    return unit === null ? counts && isCount(item, frame) : countsRecords(unit, frame) === counts;
  });
  if (!number || more) return query;
  const by = limitOf(number.meaning.number, number.text);
  if (by.length === 0 || query.sets.some(({ where }) => where.some(({ is }) => is === 'near'))) return query;
  const asked: Query =
    query.ask === 'list' ? { ...query, ask: 'count', of: query.of ?? 'project', wanted: [] } : query;
  return { ...asked, claim: claiming({ by }) };
}

/** 6件, 6事業; a level of a plan by its own name. */
function countsRecords(unit: string, frame: Frame): boolean {
  return counters.test(unit) || frame.kinds().some(({ text }) => text === unit);
}

/** 基本的方向は13: a bare number behind what is counted. */
function isCount(item: Item, frame: Frame): boolean {
  const before = frame.before(item);
  return before?.meaning?.is === 'kind' && /^(?:は|が|の数は)?$/.test(before.after.trim());
}

/** 何件でしたっけ asks. */
function asksOpenly(frame: Frame): boolean {
  return (
    frame.intents('list').some(({ text }) => !/^一覧表?$/.test(text)) ||
    frame.has('howmuch', 'howmany-unit', 'which-two', 'when', 'who', 'where', 'reason-part', 'how-part') ||
    /[何誰]|いくつ|いくら|どれ|どの|どこ|だれ|いつ|なん(?:件|人|円|や|だ)|示され|挙げ|並べ/.test(frame.text)
  );
}

/** The record or part that is said to come first: 一番大きいのは…で合ってる. */
function winnersClaimed({ sets }: Query, { frame, around: { repository } }: Clause): string[] {
  const kind = sets[0]?.kind;
  const winner = frame
    .entities('project', 'kpi', 'policy')
    .find(
      (item) =>
        item.meaning.kind === kind &&
        /(?:は|が)[、]?$/.test(frame.before(item)?.after.trim() ?? '') &&
        isClosed(frame, item.end),
    );
  const [id, more] = winner?.meaning.ids ?? [];
  if (id === undefined || more !== undefined) return [];
  return recordOf(repository, id) || repository.policy(id) ? [id] : [];
}

/** Nothing but the request to confirm stands behind it. */
function isClosed(frame: Frame, end: number): boolean {
  return frame.items
    .filter(({ start }) => start >= end)
    .every((item) => isIntent(item, 'confirm', 'whether', 'then', 'filler', 'tell', 'that'));
}
