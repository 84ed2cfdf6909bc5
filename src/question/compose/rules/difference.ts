// How much it changed, and how much is missing to the target.
import type { Query } from '../../query.ts';
import type { Rule } from '../ask.ts';
import { type Clause, emptyQuery, predicatesOf } from '../compose.ts';
import { cameAbout, columnOf, toldKpi } from '../own-kpi.ts';
import { conditionSet, inheritedSets, namedSets } from '../sets.ts';
import type { Group } from '../subjects.ts';
import { asksMeasure, wantedOf } from '../wanted.ts';
import { yearsSaid } from '../years.ts';

/** Both ends of a change. */
export type Sides = Pick<NonNullable<Query['between']>, 'from' | 'to'>;

/** あと何人, 残り何件, 足りない. */
export const remainingOf: Rule = (clause) => {
  const { frame } = clause;
  const [said] = frame.intents('remaining');
  if (!said) return null;
  const wanted = wantedOf(clause);
  const figures = wanted.filter(({ attribute }) => ['target', 'actual', 'baseline'].includes(attribute));
  const measured =
    frame.has('howmany-unit', 'howmuch', 'count') ||
    figures.length > 0 ||
    /ゴール|目標|まで/.test(frame.text);
  if (!measured || (said.text === 'あと' && wanted.some(({ attribute }) => attribute === 'budget')))
    return null;
  if (said.text === 'あと' && /^[、,]/.test(said.after) && !frame.has('howmany-unit', 'howmuch')) return null;
  const sets = clause.subjects.any() ? namedSets(clause, ['kpi']) : inheritedSets(clause, ['kpi']);
  if (sets.length === 0) return null;
  // 目標までとその期限: what else is asked is answered as well.
  const also = wanted.filter(({ attribute }) => ['deadline', 'actual'].includes(attribute));
  return { ...emptyQuery('remaining'), sets, wanted: also };
};

/** 目標を何人上回った: how far the result lies from the target of its year. */
export const exceededOf: Rule = (clause) => {
  const { frame, around } = clause;
  const passed = frame.has('reached', 'unreached') && frame.has('howmany-unit', 'howmuch');
  const target = frame.attributes().find(({ meaning }) => meaning.ids.includes('target'));
  if (!passed || !target || !/^を/.test(target.after.trim())) return null;
  const sets = clause.subjects.any() ? namedSets(clause, ['kpi']) : inheritedSets(clause, ['kpi']);
  const [id] = sets[0]?.kind === 'kpi' ? (sets[0].named ?? []) : [];
  if (id === undefined) return null;
  const results = around.facts.cells('actual', id).filter(({ value }) => value !== null);
  const fy = yearsSaid(clause.years).at(-1) ?? results.at(-1)?.fy ?? null;
  const between = {
    from: { attribute: 'target', fy },
    to: { attribute: 'actual', fy },
    as: 'amount' as const,
  };
  return { ...emptyQuery('difference'), sets, between };
};

/** Between two years, or from the baseline to the target. */
export const differenceOf: Rule = (clause) => {
  const { frame, before } = clause;
  const moves = frame.intents('rise', 'fall', 'gap', 'compare', 'times').some(({ used }) => !used);
  const changed = moves || asksShare(clause) || heldAgainst(clause);
  if (!changed || isAdnominal(clause)) return null;
  if (frame.has('which', 'list') && frame.kinds().length > 0 && clause.subjects.exact().length === 0)
    return null;
  const wanted = wantedOf(clause);
  const money =
    wanted.some(({ attribute }) => clause.around.facts.attribute(attribute)?.type === 'money') ||
    wanted.length === 0;
  const share =
    frame.intents('rise', 'fall').some(({ text }) => /率/.test(text)) ||
    frame.intents('share').some(({ text }) => text !== '率' && (/割|率/.test(text) || money)) ||
    ((money || wanted.length === 0) && frame.intents('howmany-unit').some(({ text }) => /%|パー/.test(text)));
  const as = frame.has('times') ? 'times' : share ? 'share' : 'amount';
  const ids = wanted.map(({ attribute }) => attribute);
  const sides = sidesOf(clause, ids);
  if (!sides) return null;
  const kpi =
    (sides.from.attribute !== sides.to.attribute && !isMoney(clause, sides.to.attribute)) ||
    ['actual', 'target', 'baseline', 'rate'].includes(sides.to.attribute);
  const sets =
    clause.subjects.any() || clause.subjects.exact().length > 0
      ? namedSets(clause, kpi ? ['kpi'] : ['project'])
      : clause.conditions.length > 0
        ? [conditionSet(clause, 'project')]
        : (before?.sets ?? []);
  if (sets.length === 0) return null;
  const rest = wanted.filter(
    ({ attribute }) => attribute !== sides.from.attribute && attribute !== sides.to.attribute,
  );
  return { ...emptyQuery('difference'), sets, wanted: rest, between: { ...sides, as } };
};

/** 何% of an amount is a share; of a KPI in per cent it is the figure itself. */
function asksShare(clause: Clause): boolean {
  const { frame, subjects } = clause;
  if (!frame.has('share')) return false;
  if (wantedOf(clause).some(({ attribute }) => isMoney(clause, attribute)) || !subjects.any()) return true;
  const [exact] = subjects.exact();
  const kind = exact?.kind ?? subjects.byTopic(subjects.topics(), ['project', 'kpi'])?.kind;
  return kind !== 'kpi' && !frame.intents('share').every(({ text }) => /^何/.test(text));
}

/** 目標は基準より何ポイント上: two figures of one KPI and how far they lie apart. */
function heldAgainst({ frame }: Clause): boolean {
  const figures = frame
    .attributes()
    .filter(
      ({ meaning, used }) => !used && meaning.ids.some((id) => ['baseline', 'target', 'actual'].includes(id)),
    );
  return (
    figures.length === 2 &&
    figures.some(({ after }) => /^(?:の?(?:値|ほう|方))?(?:より|と比べ|に比べ)/.test(after.trim())) &&
    frame.has('howmany-unit', 'howmuch', 'count')
  );
}

/** One column in the first and the last of the years. */
export function fromFirstToLast(attribute: string, years: readonly number[]): Sides {
  return { from: { attribute, fy: years[0] as number }, to: { attribute, fy: years.at(-1) as number } };
}

/** The record a change is asked of: named in full, as one of a project's KPIs, or a KPI that the words clearly mean. */
function spokenOf(clause: Clause): Group | null {
  const { subjects, before } = clause;
  const [exact] = subjects.exact();
  if (exact) return exact;
  if (!subjects.any() && before === null) return null;
  const told = toldKpi(clause);
  if (told) return told;
  const found = subjects.byTopic(subjects.topics(), ['project', 'kpi'], predicatesOf(clause.conditions));
  return found?.kind === 'kpi' && found.strong ? found : null;
}

function newestOfBoth({ subjects, around }: Clause, attributes: readonly string[]): number | null {
  const [id] = subjects.exact()[0]?.ids ?? [];
  if (id === undefined) return null;
  const [first = [], second = []] = attributes.map((attribute) =>
    around.facts.cells(attribute, id).flatMap(({ fy, value }) => (fy !== null && value !== null ? [fy] : [])),
  );
  const both = first.filter((fy) => second.includes(fy));
  return both.length > 0 ? Math.max(...both) : null;
}

/** What is held against what. */
export function sidesOf(clause: Clause, ids: readonly string[]): Sides | null {
  const { years, before } = clause;
  const figures = ids.filter((id) => ['baseline', 'target', 'actual'].includes(id));
  const [first, second] = ids.filter((id) => isMoney(clause, id));
  if (first && second && years.all.length === 0) {
    // 予算と決算の差 without a year: that of the newest year which prints both.
    const fy = newestOfBoth(clause, [first, second]);
    if (fy !== null) return { from: { attribute: first, fy }, to: { attribute: second, fy } };
  }
  if (first && second && years.all.length === 1) {
    const fy = years.all[0] as number;
    return { from: { attribute: first, fy }, to: { attribute: second, fy } };
  }
  if (figures.length >= 2) {
    const from = figures.includes('baseline') ? 'baseline' : 'actual';
    const to = figures.find((id) => id !== from) as string;
    return { from: { attribute: from, fy: null }, to: { attribute: to, fy: yearOfAttribute(clause, to) } };
  }
  const [figure] = figures;
  // R6からR7で何ポイント上がる目標: the same column in both years.
  if ((figure === 'target' || figure === 'actual') && years.all.length >= 2)
    return fromFirstToLast(figure, years.all);
  const named = spokenOf(clause);
  const ends = [...new Set(years.all)].sort((a, b) => a - b);
  // Results of two years are held against each other.
  if ((figure === 'actual' || (ids.length === 0 && named?.kind === 'kpi')) && ends.length >= 2)
    return fromFirstToLast(columnOf(named?.ids[0] ?? '', ends, clause), ends);
  if (figure === 'target')
    return {
      from: { attribute: 'baseline', fy: null },
      to: { attribute: 'target', fy: years.all.at(-1) ?? null },
    };
  if (figure === 'baseline')
    return {
      from: { attribute: 'baseline', fy: null },
      to: {
        attribute: goesToTarget(clause) ? 'target' : 'actual',
        fy: null,
      },
    };
  // 目標は何％？ ⇒ 今の数字と何ポイント差ある: from the result to the target that the thread speaks of.
  if (figure === 'actual' && aimsAlone(before) && !clause.subjects.any())
    return { from: { attribute: 'actual', fy: null }, to: { attribute: 'target', fy: null } };
  if (figure === 'actual')
    return {
      from: { attribute: 'baseline', fy: null },
      to: { attribute: 'actual', fy: years.all.at(-1) ?? null },
    };
  const kpi =
    named?.kind === 'kpi' || clause.around.command === 'kpi' || (asksMeasure(clause) && years.all.length < 2);
  if (ids.length === 0 && kpi && named && cameAbout(clause, named.ids) && !goesToTarget(clause))
    return { from: { attribute: 'baseline', fy: null }, to: { attribute: 'actual', fy: null } };
  if (ids.length === 0 && kpi && clause.subjects.any())
    return { from: { attribute: 'baseline', fy: null }, to: { attribute: 'target', fy: null } };
  const attribute =
    ids.find((id) => clause.around.facts.attribute(id)?.byYear) ??
    (ids.length === 0 ? inheritedMoney(before) : null);
  if (attribute === null || attribute === undefined) return null;
  const said = yearsSaid(years);
  const [from, to] =
    said.length >= 2
      ? [said[0], said.at(-1)]
      : said.length === 1 && heldYear(before, said[0] as number) !== null
        ? [said[0] as number, heldYear(before, said[0] as number)].sort((a, b) => Number(a) - Number(b))
        : said.length === 1
          ? [(said[0] as number) - 1, said[0]]
          : [null, null];
  return { from: { attribute, fy: from ?? null }, to: { attribute, fy: to ?? null } };
}

/** The thread asked for targets, and for nothing else. */
export function aimsAlone(before: Query | null): boolean {
  const wanted = before?.wanted ?? [];
  return wanted.length > 0 && wanted.every(({ attribute }) => attribute === 'target');
}

function isMoney({ around }: Clause, id: string): boolean {
  return around.facts.attribute(id)?.type === 'money';
}

/** 基準からどれだけ増やす計画 goes to the target; so does every KPI that has no result. */
function goesToTarget({ frame, before, around: { facts } }: Clause): boolean {
  if (frame.has('fall', 'rise') && /計画(?!策定)|目標|まで|ことにな/.test(frame.text)) return true;
  const ids = before?.sets.flatMap(({ kind, named }) => (kind === 'kpi' ? (named ?? []) : [])) ?? [];
  return ids.length > 0 && ids.every((id) => facts.cells('actual', id).length === 0);
}

/** その事業の令和6年度の額との差: the thread's own year is the other end. */
function heldYear(before: Query | null, said: number): number | null {
  const [year, more] = [...new Set(before?.wanted.flatMap(({ years }) => years) ?? [])];
  return year === undefined || more !== undefined || year === said ? null : year;
}

function inheritedMoney(before: Query | null): string {
  return before?.wanted[0]?.attribute ?? before?.between?.to.attribute ?? 'budget';
}

/** The year said for the attribute; of a target also the only year of the clause. */
function yearOfAttribute({ frame, years }: Clause, id: string): number | null {
  const item = frame.attributes().find(({ meaning }) => meaning.ids.includes(id));
  const own = item && years.of.get(item);
  return own?.at(-1) ?? (id === 'target' && years.all.length === 1 ? (years.all[0] as number) : null);
}

/** 減った事業: the change tells which ones, and is not asked for. */
function isAdnominal({ frame, subjects }: Clause): boolean {
  if (subjects.exact().length > 0) return false;
  return frame.intents('rise', 'fall', 'same').some((item) => {
    if (/(?:もの|やつ)(?:を|は|が|って|$)/.test(item.after)) return true;
    const next = frame.items[frame.items.indexOf(item) + 1];
    if (!next || !/^(?:た|る|て(?:い)?る|ている|した|する|な|の)?$/.test(item.after.trim())) return false;
    return (
      next.meaning?.is === 'kind' ||
      (next.meaning?.is === 'entity' && next.meaning.kind === 'plan' && /事業$/.test(next.text))
    );
  });
}
