// Both ends of a change: two cells of a KPI, or one column in two years.

import type { Query } from '../../query.ts';
import { columnName } from '../column-name.ts';
import { type Clause, predicatesOf } from '../compose.ts';
import type { Item } from '../frame.ts';
import { newestYear } from '../limits/newest-year.ts';
import { cameAbout, columnOf, tellsPast, toldKpi } from '../own-kpi.ts';
import { printsIn } from '../printed.ts';
import { budgetOfYear } from '../spent-money.ts';
import type { Group } from '../subjects.ts';
import { toTarget } from '../to-target.ts';
import { asksMeasure } from '../wanted.ts';
import { yearsSaid } from '../years.ts';

/** Both ends of a change. */
export type Sides = Pick<NonNullable<Query['between']>, 'from' | 'to'>;

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
  if (told && printsThen(told.ids, clause)) return told;
  const found = subjects.byTopic(subjects.topics(), ['project', 'kpi'], predicatesOf(clause.conditions));
  return found?.kind === 'kpi' && found.strong && printsThen(found.ids, clause) ? found : null;
}

/** Where a base is spoken of, what the words are nearest to is a KPI. */
function likelyKpi({ subjects, conditions }: Clause): Group | null {
  return subjects.byTopic(subjects.topics(), ['kpi'], predicatesOf(conditions));
}

/** 4年度から5年度でいくら減らされた: a KPI without a figure of those years is not what changed. */
function printsThen(ids: readonly string[], { years, around: { facts } }: Clause): boolean {
  if (years.all.length < 2) return true;
  return ids.some((id) =>
    ['actual', 'target', 'baseline'].some((of) =>
      facts.cells(of, id).some(({ fy, value }) => fy !== null && value !== null && years.all.includes(fy)),
    ),
  );
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

/** 要求額と令和7年度当初予算の差: a year said for one of them is the other's as well, where that one prints it; else it has its newest. */
function yearsOfBoth(clause: Clause, first: string, second: string): Sides | null {
  const { years, subjects, around } = clause;
  const group = subjects.exact()[0] ?? subjects.byTopic(subjects.topics(), ['project']);
  const [id] = group?.ids ?? [];
  const said = [first, second].map((attribute) => yearSaidFor(clause, attribute));
  if (id === undefined || years.all.length > 0 || said.every((fy) => fy === null)) return null;
  const [from, to] = [first, second].map((attribute, place) => {
    const printed = around.facts
      .cells(attribute, id)
      .flatMap(({ fy, value }) => (fy !== null && value !== null ? [fy] : []));
    const other = said[1 - place] ?? null;
    const own = said[place] ?? (other !== null && printed.includes(other) ? other : Math.max(...printed));
    return { attribute, fy: own };
  }) as [Sides['from'], Sides['to']];
  if (![from, to].every(({ fy }) => Number.isFinite(fy))) return null;
  return Number(from.fy) > Number(to.fy) ? { from: to, to: from } : { from, to };
}

/** 人件費と令和5年度予算の差: a column that is printed without years, and the other in the year said or the newest. */
function sidesWithoutYears(clause: Clause, ids: readonly string[]): Sides | null {
  const { years, subjects, around } = clause;
  const byYear = (id: string) => around.facts.attribute(id)?.byYear ?? false;
  const [plain, more] = ids.filter((id) => !byYear(id));
  const yearly = ids.find(byYear);
  if (plain === undefined || more !== undefined || yearly === undefined) return null;
  const [id] = (subjects.exact()[0] ?? subjects.byTopic(subjects.topics(), ['project']))?.ids ?? [];
  const printed = around.facts
    .cells(yearly, id ?? '')
    .flatMap(({ fy, value }) => (fy !== null && value !== null ? [fy] : []));
  const fy =
    yearSaidFor(clause, yearly) ??
    years.all.at(-1) ??
    printed.at(-1) ??
    newestYear({ attribute: yearly }, predicatesOf(clause.conditions), around);
  return { from: { attribute: yearly, fy }, to: { attribute: plain, fy: null } };
}

/** What is held against what. */
export function sidesOf(clause: Clause, ids: readonly string[]): Sides | null {
  const { years } = clause;
  const figures = [...new Set(ids.filter((id) => ['baseline', 'target', 'actual'].includes(id)))];
  const [first, second] = ids.filter((id) => isMoney(clause, id));
  if (first && second && years.all.length < 2) {
    const timeless = sidesWithoutYears(clause, [first, second]);
    if (timeless) return timeless;
    const apart = yearsOfBoth(clause, first, second);
    if (apart) return apart;
    // 予算と決算の差 without a year: that of the newest year which prints both.
    const fy = years.all[0] ?? newestOfBoth(clause, [first, second]);
    if (fy !== null) return { from: { attribute: first, fy }, to: { attribute: second, fy } };
  }
  if (figures.length >= 2) {
    const from = figures.includes('baseline') ? 'baseline' : 'actual';
    const to = figures.find((id) => id !== from) as string;
    return { from: { attribute: from, fy: null }, to: { attribute: to, fy: yearOfAttribute(clause, to) } };
  }
  const ofFigure = sidesOfFigure(clause, figures[0] ?? null, ids);
  if (ofFigure) return ofFigure;
  const [named] = clause.subjects.exact();
  const kpi =
    named?.kind === 'kpi' ||
    clause.around.command === 'kpi' ||
    (asksMeasure(clause) && years.all.length < 2) ||
    (ids.length === 0 && !named && years.all.length === 0 && describesKpi(clause));
  const spoken = ids.length === 0 ? spokenOf(clause) : null;
  const yearly = spoken?.kind === 'kpi' && !goesToTarget(clause) ? sinceYearBefore(clause) : null;
  if (yearly) return yearly;
  if (
    spoken?.kind === 'kpi' &&
    cameAbout(clause, spoken.ids) &&
    (years.all.length === 0 || comesFromBase(clause, spoken.ids)) &&
    !goesToTarget(clause)
  )
    return { from: { attribute: 'baseline', fy: null }, to: { attribute: 'actual', fy: null } };
  const since = ids.length === 0 && kpi ? resultsSince(clause) : null;
  if (since) return since;
  if (ids.length === 0 && kpi && clause.subjects.any()) return toTarget();
  const ofYears = sidesOfYears(clause, ids);
  // いまより何人増やす after a KPI: one and the same cell is held against the target.
  const figure = ofYears !== null && ['actual', 'target', 'baseline'].includes(ofYears.to.attribute);
  const alike = ofYears?.from.attribute === ofYears?.to.attribute && ofYears?.from.fy === ofYears?.to.fy;
  return figure && alike ? toTarget() : (ofYears ?? sidesOfRows(clause, ids));
}

/** 人件費の差: a column without years differs from row to row of a project that is listed again. */
function sidesOfRows({ around: { facts } }: Clause, [id, more]: readonly string[]): Sides | null {
  const column = id === undefined || more !== undefined ? undefined : facts.attribute(id);
  const figures = column?.type === 'money' || column?.type === 'number' || column?.type === 'rate';
  if (!column || !figures || column.byYear || !column.of.includes('project')) return null;
  const side = { attribute: column.id, fy: null };
  return { from: side, to: side };
}

/** Two cells of a KPI, where one of its figures is said or two years are. */
function sidesOfFigure(clause: Clause, figure: string | null, ids: readonly string[]): Sides | null {
  const { years, before } = clause;
  const end = years.all.at(-1) ?? null;
  // R6からR7で何ポイント上がる目標: the same column in both years.
  const said = yearsSaid(years);
  if ((figure === 'target' || figure === 'actual') && said.length >= 2) {
    const from = figure === 'target' ? printedBefore(clause, said[0] as number) : null;
    const { to } = fromFirstToLast(figure, said);
    return from ? { from, to } : fromFirstToLast(figure, said);
  }
  const ends = years.all;
  const named = ends.length >= 2 ? spokenOf(clause) : null;
  // Results of two years are held against each other.
  const ofKpi = ids.length === 0 && (named ? named.kind === 'kpi' : countsThings(clause));
  if (figure === null && ofKpi && named && ends.length >= 2 && aimsOnly(named.ids[0] ?? '', clause))
    return {
      from: { attribute: 'baseline', fy: null },
      to: { attribute: 'target', fy: ends.at(-1) ?? null },
    };
  if ((figure === 'actual' || ofKpi) && ends.length >= 2)
    return fromFirstToLast(columnOf(named?.ids[0] ?? '', ends, clause), ends);
  const base = { attribute: 'baseline', fy: null };
  // 目標とH30の値で何人違う: the year is that of the other figure.
  const other = figure === 'target' ? otherThanTarget(clause, end) : null;
  if (other) return { from: other, to: { attribute: 'target', fy: null } };
  const start = yearItComesFrom(clause);
  if (figure === 'target' && start !== null)
    return { from: { attribute: 'actual', fy: start }, to: { attribute: 'target', fy: null } };
  if (figure === 'target') return { from: base, to: { attribute: 'target', fy: end } };
  // 令和4年度の策定時から令和7年度までにどれだけ減った: what it came to by then.
  const told = figure === 'baseline' ? (spokenOf(clause) ?? likelyKpi(clause)) : null;
  const [of] = told?.ids ?? [];
  const came = of !== undefined && end !== null && tellsPast(clause);
  if (came && clause.around.facts.cells('actual', of).some(({ fy, value }) => fy === end && value !== null))
    return { from: base, to: { attribute: 'actual', fy: end } };
  if (figure === 'baseline')
    return { from: base, to: { attribute: goesToTarget(clause) ? 'target' : 'actual', fy: null } };
  // 目標は何％？ ⇒ 今の数字と何ポイント差ある: from the result to the target that the thread speaks of.
  if (figure === 'actual' && aimsAlone(before) && !clause.subjects.any())
    return { from: { attribute: 'actual', fy: null }, to: { attribute: 'target', fy: null } };
  return figure === 'actual' ? { from: base, to: { attribute: 'actual', fy: end } } : null;
}

/** 平成30年度から令和6年度の目標まで: the figure of the first year, where no target is printed for it. */
function printedBefore(clause: Clause, fy: number): Sides['from'] | null {
  const ids = spokenOf(clause)?.ids ?? [];
  const prints = (of: string) => ids.some((id) => printsIn(clause.around.facts, of, id, fy));
  if (prints('target')) return null;
  if (prints('baseline')) return { attribute: 'baseline', fy: null };
  return prints('actual') ? { attribute: 'actual', fy } : null;
}

/** What the named KPI came to in the year beside the target, where no target stands for that year. */
function otherThanTarget(clause: Clause, fy: number | null): Sides['from'] | null {
  const { frame, around } = clause;
  const [item] = frame.attributes().filter(({ meaning }) => meaning.ids.includes('target'));
  const [year, more] = frame.years();
  const [id] = spokenOf(clause)?.ids ?? [];
  if (fy === null || !item || !year || more || id === undefined) return null;
  const [first, second] = [item, year].sort((a, b) => a.start - b.start) as [Item, Item];
  if (!/^[」』]?(?:の?値)?(?:と|、|より|に対し)/.test(first.after.trim()) || frame.next(first) !== second)
    return null;
  const has = (of: string) => printsIn(around.facts, of, id, fy);
  if (has('target')) return null;
  if (has('actual')) return { attribute: 'actual', fy };
  return has('baseline') ? { attribute: 'baseline', fy: null } : null;
}

/** No result is printed: from 平成30年度 to 令和6年度 is the way from the base to the target. */
function aimsOnly(id: string, { around: { facts } }: Clause): boolean {
  const has = (attribute: string) => facts.cells(attribute, id).some(({ value }) => value !== null);
  return !has('actual') && has('baseline') && has('target');
}

/** One column by year, mostly money, in two years. */
function sidesOfYears(clause: Clause, ids: readonly string[]): Sides | null {
  const { years, before } = clause;
  const attribute =
    ids.find((id) => clause.around.facts.attribute(id)?.byYear) ??
    (ids.length === 0 ? inheritedMoney(clause) : null);
  if (attribute === null || attribute === undefined) return null;
  const said = yearsSaid(years);
  const later = laterYear(clause, attribute);
  const [from, to] =
    said.length >= 2
      ? [said[0], said.at(-1)]
      : later !== null
        ? [said[0], later]
        : said.length === 1 && heldYear(before, said[0] as number) !== null
          ? [said[0] as number, heldYear(before, said[0] as number)].sort((a, b) => Number(a) - Number(b))
          : said.length === 1
            ? [(said[0] as number) - 1, said[0]]
            : [null, null];
  return {
    from: { attribute: printedThen(clause, attribute, from ?? null), fy: from ?? null },
    to: { attribute: printedThen(clause, attribute, to ?? null), fy: to ?? null },
  };
}

/** R7当初からR8計画: a year that prints no budget of the record is held against by what it prints instead. */
function printedThen(clause: Clause, attribute: string, fy: number | null): string {
  const { subjects } = clause;
  const group = subjects.exact()[0] ?? subjects.byTopic(subjects.topics(), ['project']);
  const [id, more] = group?.ids ?? [];
  if (attribute !== 'budget' || fy === null || id === undefined || more !== undefined) return attribute;
  return budgetOfYear(id, fy, clause);
}

/** 令和7年度からいくら増える: the newest year behind the only one, where the record prints one. */
function laterYear(clause: Clause, attribute: string): number | null {
  const from = yearItComesFrom(clause);
  const { subjects } = clause;
  const group = subjects.exact()[0] ?? subjects.byTopic(subjects.topics(), ['project', 'kpi']);
  const [id, more] = group?.ids ?? [];
  if (from === null || id === undefined || more !== undefined) return null;
  const years = clause.around.facts
    .cells(attribute, id)
    .flatMap(({ fy, value }) => (value === null ? [] : (fy ?? [])));
  const newest = Math.max(...years);
  return newest > from ? newest : null;
}

/** 令和5年度から何人減った: the result of the only year against the newest one. */
function resultsSince(clause: Clause): Sides | null {
  const [from] = clause.years.all;
  const newest = laterYear(clause, 'actual');
  const { subjects, around } = clause;
  const ids = (subjects.exact()[0] ?? subjects.byTopic(subjects.topics(), ['kpi']))?.ids ?? [];
  if (newest === null || from === undefined || !tellsPast(clause) || goesToTarget(clause)) return null;
  const printed = ids.some((id) => printsIn(around.facts, 'actual', id, from));
  return printed ? fromFirstToLast('actual', [from, newest]) : null;
}

/** 前年度からどれだけ増えた without a year: the newest result against the one of the year before it. */
function sinceYearBefore(clause: Clause): Sides | null {
  const { frame, years, around } = clause;
  const before = frame.has('previous') || frame.years().some(({ meaning }) => meaning.years.shift === -1);
  if (!before || years.all.length > 0) return null;
  const [id] = spokenOf(clause)?.ids ?? [];
  const printed = id === undefined ? [] : around.facts.cells('actual', id);
  const newest = printed.findLast(({ fy, value }) => fy !== null && value !== null)?.fy ?? null;
  return newest === null ? null : fromFirstToLast('actual', [newest - 1, newest]);
}

/** 目標は、平成30年からどれだけ: the only year is where it comes from. */
export function yearItComesFrom({ frame, years }: Clause): number | null {
  const [item, more] = frame.years();
  const behind = item ? frame.text.slice(item.end) : '';
  const said =
    item &&
    !more &&
    /^(?:の?(?:数字|数値|値|数|人数|件数|回数|割合|率|水準|実績|時点|(?:当初)?予算額?|決算額?|金額|額))?(?:から|より|[とに]比べ)/.test(
      behind,
    );
  return said && years.all.length === 1 ? (years.all[0] as number) : null;
}

/** 待機児童はどれだけ減らす: the words stand for a KPI. */
function describesKpi({ subjects, before }: Clause): boolean {
  return before === null && subjects.byTopic(subjects.topics(), ['project', 'kpi'])?.kind === 'kpi';
}

/** 何人増えた, 何時間減った of words that name a record: no money, no share. */
function countsThings({ frame, subjects }: Clause): boolean {
  return (
    subjects.any() &&
    frame
      .intents('howmany-unit')
      .some(({ text }) => /^(?:何|なん)/.test(text) && !/円|%|パー|ぱー|年/.test(text))
  );
}

/** The thread asked for targets, and for nothing else. */
export function aimsAlone(before: Query | null): boolean {
  const wanted = before?.wanted ?? [];
  return wanted.length > 0 && wanted.every(({ attribute }) => attribute === 'target');
}

/** True for money of any kind. */
export function isMoney({ around }: Clause, id: string): boolean {
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

function inheritedMoney({ frame, before, subjects, around: { facts } }: Clause): string {
  const told = [before?.wanted[0]?.attribute, before?.between?.to.attribute];
  const [named] = subjects.exact();
  // いくら減った of a project by its name: no figure that only a KPI has.
  const priced =
    named?.kind === 'project' && frame.intents('howmuch').some(({ text }) => /いくら/.test(text));
  const moves = (id: string) => {
    const attribute = facts.attribute(id);
    // 増減は prints a word: a rate is worked out over the money.
    return (
      ['money', 'number', 'rate'].includes(attribute?.type ?? '') && (!priced || attribute?.type === 'money')
    );
  };
  return told.find((id) => id !== undefined && moves(id)) ?? 'budget';
}

/** The year that stands with the attribute. */
function yearSaidFor({ frame, years }: Pick<Clause, 'frame' | 'years'>, id: string): number | null {
  const item = frame.attributes().find(({ meaning }) => meaning.ids.map(columnName).includes(columnName(id)));
  return (item && years.of.get(item)?.at(-1)) ?? null;
}

/** The year said for the attribute; of a target also the only year of the clause. */
function yearOfAttribute({ frame, years }: Clause, id: string): number | null {
  return (
    yearSaidFor({ frame, years }, id) ??
    (id === 'target' && years.all.length === 1 ? (years.all[0] as number) : null)
  );
}

/** 2013年度から何グラム減った: the only year is that of the base. */
function comesFromBase(clause: Clause, ids: readonly string[]): boolean {
  const from = yearItComesFrom(clause);
  const { facts } = clause.around;
  return from !== null && ids.every((id) => printsIn(facts, 'baseline', id, from));
}
