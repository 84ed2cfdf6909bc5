// 一覧の2か所に掲載され、うち1か所に【再掲】がある、で誤りはないですか: in how many rows a project is said to stand.
import type { Predicate } from '../../../query.ts';
import type { Rule } from '../../ask.ts';
import { claiming } from '../../claiming.ts';
import { emptyQuery } from '../../compose.ts';
import { limitOf } from '../../conditions/condition.ts';
import { namedSets } from '../../sets.ts';
import { wantedOf } from '../../wanted.ts';

const stands =
  /^(?:個|件)?の?(no\.?|番号|行|欄|か所|箇所|(?!事業|取組)[\p{Script=Han}ァ-ヶー]{2,6}(?=[にで]))?(?:に|で)?(?:のみ|だけ)?(?:わたって|またがって|重複して)?(?:掲載|記載|載|出て|登場|置かれ)/u;
const places = /か所|箇所|ヶ所|ヵ所|カ所/;

/** 評価はNo.32とNo.34で同じですか, 2行とも同じ: one column of a project in its rows. */
export const sameRows: Rule = (clause) => {
  const { frame, subjects } = clause;
  const [named, more] = subjects.exact();
  const rows = frame
    .numbers()
    .filter(({ meaning }) => meaning.number.ordinal && meaning.number.unit === '番');
  const said =
    rows.length > 1 ||
    /(?:両方の|どの|[二2２]つの|[二2２])(?:行|か所|箇所|掲載)|(?:両方|どちら)の(?:行|掲載)/.test(frame.text);
  if (named?.kind !== 'project' || more || !said || !frame.has('same-as', 'differ', 'same')) return null;
  const wanted = wantedOf(clause);
  if (wanted.length !== 1 || frame.has('which', 'count', 'list', 'howmany-unit', 'reason-part')) return null;
  for (const item of rows) item.used = true;
  return {
    ...emptyQuery('whether'),
    sets: namedSets(clause, ['project']),
    wanted,
    claim: claiming({ same: !frame.has('differ') }),
  };
};

/** Of one project that is named. */
export const rowsClaim: Rule = (clause) => {
  const { frame, subjects } = clause;
  const [named, more] = subjects.exact();
  if (named?.kind !== 'project' || more || !frame.has('confirm', 'whether')) return null;
  if (frame.has('which', 'where', 'count', 'howmany-unit')) return null;
  const said = frame.numbers().find(({ end, text }) => {
    const found = stands.exec(frame.text.slice(end));
    return found && (found[1] !== undefined || places.test(text));
  });
  if (!said) return null;
  const limits = limitOf(said.meaning.number, said.text);
  const within: Predicate[] = [{ is: 'holds', kind: 'row', limits }];
  if (/再掲】?(?:の(?:表示|印|記載|マーク))?が?(?:ある|あり|付|つ|され)/.test(frame.text))
    within.push({ is: 'repeated' });
  return { ...emptyQuery('whether'), sets: namedSets(clause, ['project']), claim: claiming({ within }) };
};
