// Which attributes a clause wants, of which kind of record, in which years.

import { amountKinds } from '../../facts/plan-attributes.ts';
import type { Wanted } from '../query.ts';
import { columnName } from './column-name.ts';
import type { Clause } from './compose.ts';
import { type Frame, type Item, isIntent } from './frame.ts';
import type { RecordKind } from './keeper.ts';
import { ownCount } from './own-count.ts';

/** Attributes said and not used by a condition, with their years. */
export function wantedOf(clause: Clause): Wanted[] {
  const wanted = new Map<string, Wanted>();
  const attributes = clause.frame.attributes().filter(({ used }) => !used);
  const yearly = attributes.filter(({ meaning }) => isYearly(meaning.ids, clause)).length;
  let ofPaper: readonly number[] = [];
  for (const item of attributes) {
    if (isCondition(item.meaning.ids, clause) || retells(item, clause) || isBorne(item, clause)) continue;
    if (saysWhose(item, clause)) {
      ofPaper = clause.years.of.get(item) ?? [];
      continue;
    }
    const said = [...ofPaper, ...(clause.years.of.get(item) ?? [])];
    const own = ofPaper.length > 0 ? said : (joinedYears(item, clause) ?? clause.years.of.get(item));
    ofPaper = [];
    const years =
      own && yearly > 1 ? own : [...new Set([...(own ?? []), ...clause.years.all])].sort((a, b) => a - b);
    if (saidMoreClosely(item, clause)) continue;
    const named = idFor(item.meaning.ids, clause);
    // どれくらい減らす目標: how much is asked, and not which way.
    const id = named === 'direction' && asksHowMuch(clause.frame) ? 'target' : named;
    // 目標に対して何人: the result is asked for, beside what it was to be.
    if (
      id === 'target' &&
      /^(?:に対し|に対して)/.test(item.after.trim()) &&
      clause.frame.has('howmany-unit', 'howmuch', 'count')
    )
      wanted.set('actual', { attribute: 'actual', years: [...years] });
    for (const beside of besideTarget(item, clause))
      if (id === 'target' && !wanted.has(beside.attribute)) wanted.set(beside.attribute, beside);
    const known = wanted.get(id);
    if (known) known.years = [...new Set([...known.years, ...years])].sort((a, b) => a - b);
    else wanted.set(id, { attribute: id, years: [...years] });
  }
  const town = clause.frame.kinds().find(({ meaning }) => meaning.kind === 'town');
  if (
    town &&
    clause.subjects.any() &&
    clause.frame.has('which', 'which-two', 'where', 'join', 'tell') &&
    !wanted.has('towns') &&
    !clause.frame.has('count', 'towns-count')
  )
    wanted.set('towns', { attribute: 'towns', years: [] });
  if (clause.subjects.any() && whoTakesPart(clause.frame) && !wanted.has('towns'))
    wanted.set('towns', { attribute: 'towns', years: [] });
  const office = clause.frame.kinds().find(({ meaning }) => meaning.kind === 'department');
  if (
    office &&
    clause.subjects.any() &&
    clause.frame.has('where') &&
    !clause.frame.has('count', 'list', 'sum', 'max', 'min') &&
    !wanted.has('department')
  )
    wanted.set('department', { attribute: 'department', years: [] });
  for (const counted of ownCount(clause, wanted)) wanted.set(counted.attribute, counted);
  if (clause.years.half) return [{ attribute: 'half', years: clause.years.all }];
  const level = clause.frame.kinds().find(({ meaning }) => meaning.kind === 'policy');
  const asked =
    clause.frame.has('count', 'list', 'sum', 'max', 'min') || clause.frame.entities('policy').length > 0;
  if (level && !asked && clause.subjects.any() && !wanted.has('policy'))
    wanted.set('policy', { attribute: 'policy', years: [] });
  return [...wanted.values()];
}

/** どこが入ってる, どこが参加: which towns. */
function whoTakesPart(frame: Frame): boolean {
  return frame
    .intents('where')
    .some((item) => /^[がとも]$/.test(item.after.trim()) && isIntent(frame.next(item), 'join'));
}

/** 何人から何人にしたい, 令和3年度の順位と目標は: what is asked right before the target. */
function besideTarget(target: Item, { frame, years }: Clause): Wanted[] {
  const before = frame.before(target);
  const asked = isIntent(before, 'howmany-unit', 'howmuch', 'count') && before?.after.trim() === 'から';
  if (asked && /^(?:何|いくつ|いくら)/.test(target.text)) return [{ attribute: 'baseline', years: [] }];
  const year = before && frame.before(before);
  const figure = /^(?:順位|値|数字|数値|数|割合|率|人数|件数|回数|額|結果)$/.test(before?.text ?? '');
  const joined = /^(?:と|や)[、,]?$/.test(before?.after.trim() ?? '');
  if (!figure || !joined || year?.meaning?.is !== 'years' || year.after.trim() !== 'の') return [];
  return [{ attribute: 'actual', years: years.of.get(year) ?? year.meaning.years.years }];
}

/** 人件費の金額: the money behind の is the attribute's own. */
function retells(item: Item, clause: Clause): boolean {
  const before = clause.frame.before(item);
  const own = before?.meaning?.is === 'attribute' && !before.meaning.ids.includes('budget');
  const said = item.text !== '' && own && before.after.trim() === 'の';
  return said && isMoney(before, clause) && isMoney(item, clause) && !saysWhose(before, clause);
}

/** R6決算の人件費: the column behind の is asked for, the money before it says of which paper. */
function saysWhose(item: Item, clause: Clause): boolean {
  const next = clause.frame.next(item);
  const whole = (one: Item | undefined) =>
    one?.meaning?.is === 'attribute' &&
    one.meaning.ids.some((id) => columnName(id) === 'budget' || amountKinds.has(columnName(id)));
  const said = /^の(?:うち|中の?)?$/.test(item.after.trim()) && item.text !== '';
  return said && isMoney(next, clause) && whole(item) && !whole(next);
}

/** 事業費（人件費抜き）、令和7年度決算: what money is asked for, and then of which kind. */
function saidMoreClosely(item: Item, { frame, years }: Clause): boolean {
  const loose = item.meaning?.is === 'attribute' && item.meaning.ids.includes('budget');
  if (!loose || !/^(?:事業費|経費|費用|金額|お金)$/.test(item.text) || years.of.has(item)) return false;
  const kind = frame
    .attributes()
    .find(
      ({ start, meaning, used }) =>
        !used && start > item.end && meaning.ids.some((id) => amountKinds.has(columnName(id))),
    );
  const year = frame.years().find(({ start, end }) => kind && start >= item.end && end <= kind.start);
  const between = frame.text.slice(item.end, (year ?? kind)?.start);
  return kind !== undefined && /^(?:\([^()]*\))?[のはで、]*$/.test(between);
}

/** 令和6年度の計画値と実績値: the year holds for both. */
function joinedYears(item: Item, { frame, years }: Clause): number[] | undefined {
  const before = frame.before(item);
  const joined = before?.meaning?.is === 'attribute' && /^(?:と|や|・|及び)$/.test(before.after.trim());
  return joined && (years.of.get(item) ?? []).length === 0 ? years.of.get(before) : undefined;
}

function isMoney(item: Item | undefined, { around }: Clause): boolean {
  return (
    item?.meaning?.is === 'attribute' &&
    item.meaning.ids.every((id) => around.facts.attribute(id)?.type === 'money')
  );
}

/** お金は原則…が持つ: money whose bearer is the condition is not asked for. */
function isBorne(item: Item, { frame, conditions }: Clause): boolean {
  const next = frame.next(item);
  return (
    /^(?:お金|おカネ|費用|経費|コスト)$/.test(item.text) &&
    /^[はがを]$/.test(item.after.trim()) &&
    conditions.some(({ predicate, item: said }) => predicate.is === 'word' && said === next)
  );
}

/** Several plans may print one column: the bare name means whichever does. */
function idFor(ids: readonly string[], clause: Clause): string {
  const bare = [...new Set(ids.map(columnName))];
  const known = bare.find((id) => clause.around.facts.attribute(id)) ?? bare[0];
  return known as string;
}

/** Kinds that can have all the attributes; the command and the units asked for help where both can. */
export function kindsOf(clause: Clause, wanted: readonly Wanted[]): RecordKind[] {
  const { frame, around } = clause;
  const said = new Set(frame.kinds().map(({ meaning }) => meaning.kind));
  let kinds: RecordKind[] = ['project', 'kpi'];
  for (const { attribute } of wanted) {
    const of = around.facts.attribute(attribute)?.of;
    if (!of) continue;
    const both = kinds.filter((kind) => of.includes(kind));
    if (both.length > 0) kinds = both;
  }
  if (kinds.length === 2 && wanted.length === 0 && asksMeasure(clause)) kinds = ['kpi'];
  if (kinds.length === 2 && said.has('kpi') && !said.has('project')) kinds = ['kpi'];
  if (kinds.length === 2 && said.has('project') && !said.has('kpi')) kinds = ['project'];
  if (kinds.length === 2 && around.command !== null) kinds = around.command === 'kpi' ? ['kpi'] : ['project'];
  return kinds;
}

/** 何人, あと何件 ask of a KPI; 何%増 of whatever changed. */
export function asksMeasure({ frame }: Clause): boolean {
  if (frame.has('remaining')) return true;
  const moved = frame.has('rise', 'fall');
  if (!moved && frame.intents('share').some(({ text }) => /^何/.test(text))) return true;
  return frame.intents('howmany-unit').some(({ text }) => !moved || !/%|パー|割/.test(text));
}

/** いくら, 何人, 何%減らす. */
export function asksHowMuch(frame: Frame): boolean {
  return (
    frame.has('howmuch', 'howmany-unit') || frame.intents('share').some(({ text }) => text.startsWith('何'))
  );
}

function isYearly(ids: readonly string[], { around }: Clause): boolean {
  return ids.some((id) => around.facts.attribute(id)?.byYear ?? false);
}

/** 所管 of 総務課が所管している事業 is said by the condition already. */
function isCondition(ids: readonly string[], { conditions, frame }: Clause): boolean {
  if (frame.entities('project', 'kpi').length > 0) return false;
  return conditions.some(
    ({ predicate }) =>
      (predicate.is === 'department' && ids.includes('department')) ||
      (predicate.is === 'policy' && ids.includes('policy')) ||
      (predicate.is === 'town' && ids.includes('towns')),
  );
}
