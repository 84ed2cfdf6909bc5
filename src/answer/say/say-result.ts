// One sentence maker a shape of result.
import type { PlainResult, Result, UnreadResult } from '../run/result/result.ts';
import { type Said, type SayContext, said } from './said.ts';
import { sayBestYear } from './say-best-year.ts';
import { sayCompare } from './say-compare.ts';
import { sayCount } from './say-count.ts';
import { sayDifference } from './say-difference.ts';
import { sayExtreme } from './say-extreme.ts';
import { sayGapMoved } from './say-gap-moved.ts';
import { sayGroup } from './say-group.ts';
import { sayList } from './say-list.ts';
import { sayFuzzy, sayNothing, sayOffTopic, sayPlans, sayShow } from './say-plain.ts';
import { sayRatio } from './say-ratio.ts';
import { sayRemaining } from './say-remaining.ts';
import { sayStatements } from './say-statements.ts';
import { saySum } from './say-sum.ts';
import { sayValues } from './say-values.ts';
import { sayWhether } from './say-whether.ts';

/** The answer in sentences. */
export function sayResult(result: Result, context: SayContext): Said {
  switch (result.shape) {
    case 'values':
      return sayValues(result, context);
    case 'list':
      return sayList(result, context);
    case 'count':
      return sayCount(result);
    case 'sum':
    case 'average':
    case 'median':
      return saySum(result, context);
    case 'extreme':
      return sayExtreme(result, context);
    case 'best-year':
      return sayBestYear(result);
    case 'difference':
      return sayDifference(result, context);
    case 'gap-moved':
      return sayGapMoved(result, context);
    case 'remaining':
      return sayRemaining(result, context);
    case 'compare':
      return sayCompare(result, context);
    case 'ratio':
      return sayRatio(result, context);
    case 'whether':
      return sayWhether(result, context);
    case 'statements':
      return sayStatements(result, context);
    case 'group':
      return sayGroup(result, context);
    case 'unread':
      return sayUnread(result, context);
    case 'fuzzy':
      return sayFuzzy(result, context);
    case 'nothing':
      return sayNothing(result, context);
    default:
      return sayPlain(result, context);
  }
}

function sayPlain(result: PlainResult, context: SayContext): Said {
  switch (result.shape) {
    case 'plans':
      return sayPlans(context);
    case 'thanks':
      return said('お役に立ててうれしいです。ほかにも計画の事業・予算・KPIについてお尋ねください。');
    case 'off-topic':
      return sayOffTopic(result);
    case 'help':
    case 'greeting':
      return said('計画の事業・予算・KPIについてお答えします。');
    default:
      return sayShow(result, context);
  }
}

/** Whether neither a record nor a statement says the word; of the records `ids`, whether neither they nor what speaks of them. */
function isUnsaid(
  word: string,
  ids: ReadonlySet<string> | null,
  { search, repository }: SayContext,
): boolean {
  const among = (subjectOf: (id: string) => string | undefined) =>
    ids === null ? {} : { keep: (_: unknown, id: string) => ids.has(subjectOf(id) ?? '') };
  const subjectOf = (id: string) => repository.statement(id)?.subject.id;
  const records = () =>
    search.search(word, { kinds: ['project', 'kpi'], only: 'strong', ...among((id) => id) });
  const statements = () => search.search(word, { kinds: ['statement'], only: 'strong', ...among(subjectOf) });
  return [records, statements].every((look) => look().hits.every(({ strength }) => strength !== 'strong'));
}

/** 何人 of what nothing counts so, 1台あたりの費用, 町債: it was read, and is not held. */
const isCount = (word: string) => /^.{1,2}[数債]$|あたり|当たり|いくら$|^何[月日曜]/.test(word);

/** So many words are looked up and quoted; a text that leaves more of them is no question. */
const mostQuoted = 8;

/** What was not understood stands first; no figure follows. */
function sayUnread({ words, shown }: UnreadResult, context: SayContext): Said {
  // A word that no plan holds is no matter of reading.
  const named = shown?.scope?.named ? shown.scope.members.map(({ subject }) => subject.id) : [];
  const own = named.length > 0 ? new Set(named) : null;
  const whole = words
    .filter((word) => !words.some((other) => other !== word && other.includes(word)))
    .slice(0, mostQuoted);
  const absent = whole.filter(
    (word) => isCount(word) || isUnsaid(word, null, context) || (own && isUnsaid(word, own, context)),
  );
  const quoted = (absent.length > 0 ? absent : whole).map((word) => `「${word}」`).join('');
  const first =
    absent.length > 0
      ? `${quoted}は、収録している資料に記載がありません。`
      : `${quoted}は読み取れませんでした。`;
  if (!shown && absent.length > 0) return said(first, [], { silent: true });
  if (!shown)
    return said(
      `${quoted}を読み取れず、当てはまる記載は見つかりませんでした。言い換えてお尋ねください。数値は計算していません。`,
      [],
      { silent: true },
    );
  const then = shown.shape === 'list' ? sayList(shown, context) : sayShow(shown, context);
  return { ...then, lead: `${first}${then.lead}` };
}
