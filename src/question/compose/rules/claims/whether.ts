// Yes/no: what the text claims of what it names.
import { normalize } from '../../../../language/normalize.ts';
import type { Claim, Kind, Query, SubjectSet } from '../../../query.ts';
import type { Rule } from '../../ask.ts';
import { claiming } from '../../claiming.ts';
import { type Clause, emptyQuery } from '../../compose.ts';
import type { Frame, Topic } from '../../frame.ts';
import type { RecordKind } from '../../keeper.ts';
import { unitsPrinted } from '../../kpi-figures.ts';
import { namedSets } from '../../sets.ts';
import type { Group } from '../../subjects.ts';
import { resultAndTarget, toTarget } from '../../to-target.ts';
import { wordsTold } from '../../told-texts.ts';
import { kindsOf, wantedOf } from '../../wanted.ts';
import { printedSides } from '../printed-sides.ts';
import { aimsAlone, fromFirstToLast, type Sides, sidesOf } from '../sides.ts';
import { asksWhether } from './asks-whether.ts';
import { claimedPolicy, claimOf } from './claim-of.ts';
import { claimedAttributes, claimedFigure, claimedOf } from './claimed-attributes.ts';
import { figureClaimed, heldToTarget } from './far-moved.ts';
import { measuredIn } from './measured.ts';
import { only } from './only-these.ts';
import { pairedFigures } from './paired-figures.ts';

/** Claims about named records. */
export const whether: Rule = (clause) => {
  const { conditions, before } = clause;
  if (!asksWhether(clause)) return null;
  const left = leftToGo(clause);
  if (left) return left;
  const wanted = ofBaseYear(claimedOf(clause, wantedOf(clause)), clause.frame);
  const pairs = pairedFigures(clause);
  const claim = claimOf(clause);
  claim.within.push(...pairs);
  claimedPolicy(clause, claim);
  if (claimsNothing(claim)) return takesPartToo(clause);
  if (looksOnly(claim) && wanted.length > 0) return null;
  // 「増額」なのはAだけ claims more than that A is.
  if (claim.words.length > 0 && namesOnly(clause.frame)) return null;
  if (countsUnsaid(clause, claim)) return null;
  const kinds = kindsOf(clause, wanted);
  const figure = claim.moved !== null || claim.reached !== null;
  const money = wanted.some(({ attribute }) => clause.around.facts.attribute(attribute)?.type === 'money');
  const preferred = preferredKinds(clause, kinds, { figure, money, claim });
  let sets = clause.subjects.any()
    ? namedSets(
        { ...clause, conditions: conditions.filter(({ predicate }) => predicate.is === 'plan') },
        preferred,
      )
    : [];
  // …が減っている事業はありますか: of all there are, whatever the thread spoke of.
  const anyAtAll = clause.frame
    .kinds()
    .some(({ end }) => /^(?:名)?[はがって]{0,2}(?:あり|ある)/.test(clause.frame.text.slice(end)));
  if (sets.length === 0 && !anyAtAll) sets = before?.sets ?? [];
  if (sets.length === 0) return null;
  sets = measuredIn(clause, claim, sets);
  // 14事業のうち6事業を…つくる: no figure of a KPI that counts 団体 is claimed.
  if (countsOtherThings(clause, claim, sets))
    return { ...emptyQuery('what'), about: wordsTold(clause.frame) };
  if (saidInTarget(clause, claim, sets)) {
    claim.moved = null;
    claim.limits.push(...claim.by.splice(0));
  }
  claimTimes(clause, claim, sets);
  const sides =
    claim.moved === null
      ? null
      : movedSides(
          clause,
          wanted.map(({ attribute }) => attribute),
          sets[0]?.kind,
          claim,
        );
  return {
    ...emptyQuery('whether'),
    sets,
    wanted:
      pairs.length > 0
        ? claimedWords(clause, claim)
        : claimedAttributes(clause, claim, wanted.length > 0 ? wanted : claimedFigure(clause, claim, sets)),
    claim,
    between: sides
      ? { ...(wanted.length === 0 ? printedSides(sides, sets, clause) : sides), as: 'amount' }
      : null,
  };
};

/** だけ behind what is named; 評価は「大変順調」だけ says it of a word. */
function namesOnly(frame: Frame): boolean {
  const ofWord = frame.words().some(({ end }) => only.test(frame.text.slice(end, end + 6)));
  return only.test(frame.text) && !ofWord;
}

function claimsNothing({ within, limits, words, moved, reached }: Claim): boolean {
  return within.length + limits.length + words.length === 0 && moved === null && reached === null;
}

/** 町の負担金が出てくる。個票にそう書いてあるか: the plan only says where the column is to be looked up. */
function looksOnly(claim: Claim): boolean {
  return claim.within.every(({ is }) => is === 'plan') && claimsNothing({ ...claim, within: [] });
}

/** 目標は基準の2倍: how many times one figure of a KPI is the other. */
function claimTimes({ frame }: Clause, claim: Claim, [set]: readonly SubjectSet[]): void {
  const [limit] = claim.limits;
  const times = claim.limits.every(({ unit }) => unit === '倍');
  const columns = frame.attributeIds().filter((id) => ['baseline', 'target', 'actual'].includes(id));
  // R6が39,464千円でR7が57,740千円、約1.46倍: two years of one column.
  const years = new Set(claim.within.flatMap((one) => (one.is === 'compare' ? [one.fy] : [])));
  const apart = set?.kind === 'kpi' ? columns.length > 1 : years.size > 1;
  if (claim.moved !== null || !limit || !times || !apart) return;
  claim.moved = limit.value < 1 ? 'down' : 'up';
}

/** 平成30年度の基準値: a year right beside it is claimed to be the base's own; any other year is none of it. */
function ofBaseYear(wanted: Query['wanted'], frame: Frame): Query['wanted'] {
  const bases = frame.attributes().filter(({ meaning }) => meaning.ids.includes('baseline'));
  const beside = frame
    .years()
    .filter((year) =>
      bases.some(
        ({ start, end }) =>
          /^の?$/.test(frame.text.slice(year.end, start)) ||
          /^の?\($/.test(frame.text.slice(end, year.start)),
      ),
    )
    .flatMap(({ meaning }) => meaning.years.years);
  return wanted.map((one) => (one.attribute === 'baseline' ? { ...one, years: beside } : one));
}

/** あと139人で合ってる？: what is missing to the target, held against the figure. */
function leftToGo(clause: Clause): Query | null {
  const [said] = clause.frame.intents('remaining');
  const number = said && clause.frame.next(said);
  if (!said || !/^(?:あと|残り)$/.test(said.text) || number?.meaning?.is !== 'number') return null;
  const sets = clause.subjects.any() ? namedSets(clause, ['kpi']) : (clause.before?.sets ?? []);
  if (sets.length !== 1) return null;
  return { ...emptyQuery('remaining'), sets, claim: claiming({ by: figureClaimed(clause.frame) }) };
}

/** …に吉富町は入ってる ⇒ そこ、首都圏からの移住促進にも入ってる？: what the thread held to one record is held to another. */
function takesPartToo(clause: Clause): Query | null {
  const { frame, subjects, before } = clause;
  const [exact, more] = subjects.exact();
  const towns = before?.ask === 'whether' && before.claim?.within.every(({ is }) => is === 'town');
  if (!before?.claim || !towns || !frame.has('join') || exact?.kind !== 'project' || more) return null;
  return { ...emptyQuery('whether'), sets: namedSets(clause, ['project']), claim: before.claim };
}

/** R4の27,132千円からR5の26,245千円へ下がり、増減は「減額」: beside paired figures a word is claimed of its own column. */
function claimedWords(clause: Clause, claim: Claim): Query['wanted'] {
  return claim.words.length === 0 ? [] : claimedAttributes(clause, { ...claim, limits: [], moved: null }, []);
}

/** So many of what none of the records found counts, and nothing else is claimed. */
function countsOtherThings(
  { around: { facts }, subjects }: Clause,
  { limits, words, within, moved, reached }: Claim,
  sets: readonly SubjectSet[],
): boolean {
  const counted = limits.filter(({ unit }) => unit !== 'つ');
  if (counted.length === 0 || words.length + within.length > 0 || moved !== null || reached !== null)
    return false;
  if (subjects.exact().some(({ kind }) => kind === 'kpi') || sets.some(({ kind }) => kind !== 'kpi'))
    return false;
  const ids = sets.flatMap(({ named }) => named ?? []);
  const units = ids.flatMap((id) => unitsPrinted(id, facts));
  return (
    units.length > 0 &&
    counted.every(
      ({ unit }) =>
        unit !== null &&
        !/^(?:円|%|倍|割|年|回)/.test(unit) &&
        !units.some((one) => one.includes(unit.replace(/\/年$/, ''))),
    )
  );
}

/** 市民センターって100以上もある: how many there are of what a project is about is no money of it. */
function countsUnsaid({ frame }: Clause, { limits }: Claim): boolean {
  const bare = limits.length > 0 && limits.every(({ unit }) => unit === null);
  return bare && frame.attributes().length === 0 && /も?(?:ある|あり|いる|い)/.test(frame.text);
}

/** 約20%削減する目標: the target itself says which way, and by how much. */
function saidInTarget(
  { around: { facts } }: Clause,
  { limits, by }: Claim,
  sets: readonly SubjectSet[],
): boolean {
  const [limit] = limits;
  const [far] = by;
  const ids = sets.flatMap(({ kind, named }) => (kind === 'kpi' ? (named ?? []) : []));
  const targets = ids.flatMap((id) => facts.cells('target', id).map(({ text }) => normalize(text)));
  const moving = targets.filter((text) => /\d[^\d]*[増減]/.test(text));
  return moving.some(
    (text) =>
      (limit !== undefined && text.includes(limit.text)) || (far?.unit != null && text.includes(far.unit)),
  );
}

function movedSides(
  clause: Clause,
  ids: readonly string[],
  kind: Kind | undefined,
  claim: Claim,
): Sides | null {
  if (kind === 'kpi' && claim.by.length > 0 && heldToTarget.test(clause.frame.text)) return ofYear(clause);
  if (kind !== 'kpi') return sidesOf(clause, ids.length > 0 ? ids : ['budget']);
  const figures = ids.filter((id) => ['baseline', 'target', 'actual'].includes(id));
  if (figures.length > 0) return sidesOf(clause, ids);
  const { all } = clause.years;
  // 目標値は現状値より多い: whichever rule took them.
  const said = clause.frame.attributes().flatMap(({ meaning }) => meaning.ids);
  if (all.length < 2 && said.includes('target') && said.includes('baseline')) return toTarget();
  // 上がった？下がった？ asks of the same years twice.
  if (all.length === 0 && clause.before?.between) return clause.before.between;
  if (all.length >= 2) return fromFirstToLast('actual', all);
  if (isPlanned(clause)) return toTarget();
  // 目標は何％？今より上がる数字？
  if (clause.frame.has('newest') && aimsAlone(clause.before))
    return { from: { attribute: 'actual', fy: null }, to: { attribute: 'target', fy: null } };
  return { from: { attribute: 'baseline', fy: null }, to: { attribute: 'actual', fy: null } };
}

/** The result of the year said, or of the newest, against its own target. */
function ofYear({ years, frame, subjects, before, around: { facts } }: Clause): Sides {
  const said = years.all.at(-1) ?? frame.years().flatMap(({ meaning }) => meaning.years.years)[0];
  const ids = subjects.exact()[0]?.ids ?? before?.sets.flatMap(({ named }) => named ?? []) ?? [];
  const newest = ids.flatMap((id) =>
    facts.cells('actual', id).flatMap(({ fy, value }) => (value === null || fy === null ? [] : [fy])),
  );
  const fy = said ?? newest.at(-1) ?? null;
  return resultAndTarget(fy);
}

/** 水道技術研修って、回数を増やす: words beside the project that name what its KPI measures. */
function isOwnMeasure({ subjects, frame, around: { repository } }: Clause, group: Group): boolean {
  const { kind, ids } = group;
  // 証明書をコンビニで取れる…事業は: what only describes the project measures nothing.
  const nouns = subjects
    .topics()
    .filter((topic) => !describes(topic, group, frame))
    .flatMap(({ items }) => items.filter(({ noun }) => noun).map(({ text }) => text));
  const names = ids
    .flatMap((id) => repository.project(id)?.kpis ?? [])
    .map((id) => repository.kpi(id)?.name ?? '');
  return (
    kind === 'project' && names.some((name) => nouns.some((noun) => noun.length > 1 && name.includes(noun)))
  );
}

/** コンビニで取れる…事業, 協議会に出している補助金: ends in a verb right before the name. */
function describes({ items }: Topic, { start }: Group, frame: Frame): boolean {
  const last = items.at(-1);
  if (!last || frame.next(last)?.start !== start) return false;
  const verb = frame.text.slice(last.noun ? last.end : last.start, start);
  return /[うくすつぬむるぐぶただ]$/.test(verb);
}

/** 件数は増えましたか: no money of the project. */
function countsThings({ frame }: Clause): boolean {
  return frame
    .intents('count')
    .some(({ text, after }) => /^(?:延べ)?[件人回]数$/.test(text) && /^[はがもを]/.test(after));
}

/** これから増やす, 増やす計画: what is aimed at; 増えた tells what came out. */
function isPlanned({ frame }: Clause): boolean {
  const moves = frame.intents('rise', 'fall', 'same');
  const came = moves.some(
    ({ text, after }) => /[たて]$/.test(text) || /^(?:た|て(?:い)?[るた]|とる|ちゃ|んだ)/.test(after),
  );
  return (
    !came &&
    moves.some(({ text, after }) => /[うくすつぬむるぐぶ]$/.test(text) || /計画|予定|つもり/.test(after))
  );
}

/** Money by what it is given as. */
const grants = /(?:補助|交付|助成|負担|奨励|支援|繰出)金(?=[はがもを、]|って|の額)/;

/** A figure said to have moved is a KPI's or, of a project, its money; membership is a project's. */
function preferredKinds(
  clause: Clause,
  kinds: RecordKind[],
  { figure, money, claim }: { figure: boolean; money: boolean; claim: Claim },
): RecordKind[] {
  if (figure && !money && countsThings(clause)) return ['kpi'];
  if (kinds.length !== 2) return kinds;
  const units = [...claim.limits, ...claim.by].map(({ unit }) => unit);
  if (!units.includes('円') && units.some((unit) => unit !== null)) return ['kpi'];
  // 研究所への補助金は減らされた: what moved is the money.
  if (figure && grants.test(clause.frame.text)) return ['project'];
  const [exact] = clause.subjects.exact();
  const measured = figure || claim.limits.length > 0;
  if (exact && measured && !money && isOwnMeasure(clause, exact)) return ['kpi'];
  if (exact) return [exact.kind];
  if (claim.within.length > 0) return ['project'];
  if (claim.reached !== null) return ['kpi'];
  if (!figure || money) return kinds;
  const found = clause.subjects.byTopic(clause.subjects.topics(), ['project', 'kpi']);
  return found ? [found.kind] : ['kpi'];
}
