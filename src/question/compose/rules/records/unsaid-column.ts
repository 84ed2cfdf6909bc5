// Which columns are meant where none is said: いくら, 何人, いつ, a year alone.
import { recordOf } from '../../../../data/repository.ts';
import type { Wanted } from '../../../query.ts';
import { carriedBy, withCarried } from '../../carried.ts';
import type { Clause } from '../../compose.ts';
import { kpiFigures, unitsPrinted } from '../../kpi-figures.ts';
import { toldKpi } from '../../own-kpi.ts';
import { asksDay } from '../../prefer-statement.ts';
import { printsIn } from '../../printed.ts';
import type { Group } from '../../subjects.ts';
import { onlyRecord } from '../../thread/only-record.ts';
import { holdsVerb } from '../../topic.ts';

/** いくら, 何人, いつ said without an attribute. */
export function defaultWanted(clause: Clause): Wanted[] {
  const { frame, years, around, before } = clause;
  if (asksDay(frame)) clause.unread.push(...frame.intents('when').map(({ text }) => text));
  const [named] = clause.subjects.exact();
  const inherited = (asksAnew(clause) ? [] : (before?.wanted ?? [])).filter(
    ({ attribute }) =>
      !named ||
      (around.facts.attribute(attribute)?.of ?? [named.kind, 'project', 'kpi']).some(
        (of) => of === 'project' || of === 'kpi',
      ),
  );
  const soft = frame.has('howmuch') && frame.intents('howmuch').every(({ text }) => /ど[のれん]/.test(text));
  const kpi = soft && clause.subjects.any() && measuresSoftly(clause);
  if (
    frame.has('price') ||
    (frame.has('howmuch') && !kpi && !countsMoney(clause)) ||
    around.command === 'yosan'
  )
    return [{ attribute: 'budget', years: years.all }];
  const percent = frame.intents('share').some(({ text }) => /^何/.test(text));
  const counts =
    kpi ||
    percent ||
    frame.has('howmuch', 'howmany-unit', 'count') ||
    (years.all.length > 0 && inherited.length === 0);
  if (counts) return figuresMeant(inherited, percent ? 'share' : 'number', clause);
  if (frame.has('newest') && frame.has('tell', 'which') && clause.subjects.any())
    return undated('actual', 'baseline', 'target');
  if (around.command === 'machi') return [{ attribute: 'towns', years: [] }];
  if (frame.has('when') && (clause.subjects.any() || inherited.length === 0))
    return [worksByYear(clause) ?? { attribute: 'deadline', years: [] }];
  if (inherited.length > 0)
    return inherited.map((one) => ({ ...one, years: years.all.length > 0 ? years.all : one.years }));
  return [];
}

const undated = (...attributes: string[]): Wanted[] =>
  attributes.map((attribute) => ({ attribute, years: [] }));

/** Which figures are meant by 何人, いくつ, 何%, or by a year alone. */
function figuresMeant(inherited: Wanted[], asked: 'share' | 'number', clause: Clause): Wanted[] {
  const { frame, years, around, subjects } = clause;
  // 何人くらい受ける予定 after a budget: people are no money.
  const otherMeasure = countsThings(clause) && inherited.every(({ attribute }) => isMoney(attribute, clause));
  if (!subjects.any() && inherited.length > 0 && !frame.has('newest') && !otherMeasure)
    return resultsSoFar(clause) ?? inherited.map((one) => ({ ...one, years: years.all }));
  // いまいくつでいくつにする: where it stands, and where it is to go.
  if (frame.has('newest') && frame.intents('count', 'howmany-unit').length > 1)
    return undated('actual', 'baseline', 'target');
  if (frame.has('newest')) return undated('actual', 'baseline');
  const group =
    subjects.exact()[0] ?? toldKpi(clause) ?? subjects.byTopic(subjects.topics(), ['project', 'kpi']);
  if (asked === 'share') return percentMeant(group, clause);
  // 中国の事務所のやつ R4とR5: of a project the years ask for its money.
  if (years.all.length > 1 && ownerMeant(group, clause)) return [{ attribute: 'budget', years: years.all }];
  const ofProject = group?.kind === 'project' && !(gathers(clause) && countsMoney(clause));
  if (!frame.has('howmany-unit', 'count') && ofProject && around.command !== 'kpi')
    return moneyOf(group, clause);
  return kpiFigures(years.all);
}

/** 何%でしたか of a KPI that is counted in 人: how far the target was reached. */
function percentMeant(group: Group | null | undefined, { years, around }: Clause): Wanted[] {
  const ids = !group
    ? []
    : group.kind === 'kpi'
      ? group.ids
      : group.ids.flatMap((id) => carriedBy(id, around));
  const inPercent = ids.some((id) => unitsPrinted(id, around.facts).includes('%'));
  const rated = ids.some((id) => around.facts.cells('rate', id).length > 0);
  return rated && !inPercent ? [{ attribute: 'rate', years: years.all }] : kpiFigures(years.all);
}

function moneyOf(group: Group, clause: Clause): Wanted[] {
  clause.unread.push(...otherMeasures(group, clause));
  return [{ attribute: 'budget', years: clause.years.all }];
}

/** 移住支援金のR7の職員数, 令和7年度の防犯カメラの台数: a measure that neither the record nor its KPIs hold is not answered with its money. */
function otherMeasures({ ids }: Group, { subjects, frame, around }: Clause): string[] {
  const [id, more] = ids;
  if (id === undefined || more !== undefined || frame.has('howmuch', 'price')) return [];
  const names = [id, ...carriedBy(id, around)].map((one) => recordOf(around.repository, one)?.name ?? '');
  const units = carriedBy(id, around).flatMap((one) => unitsPrinted(one, around.facts));
  return subjects.topics().flatMap(({ items, text, after }) => {
    const last = items.at(-1);
    const [measure] = /(?:[^\d]数|量|率|割合|面積|距離|[^\d]料)$/.exec(text) ?? [];
    if (!measure || !last?.noun || !/^(?:は|を|って|、|$|[?？])/.test(after.trim())) return [];
    const counted = measure.replace(/数$/, '');
    const held =
      names.some((name) => name.includes(measure)) || units.some((unit) => unit.startsWith(counted));
    return held ? [] : [text];
  });
}

/** 年に何回が目標 ⇒ 令和7年度は何回やった: what came about in a year, after the target was told. */
function resultsSoFar({ before, years, frame, around: { facts } }: Clause): Wanted[] | null {
  const only = onlyRecord(before);
  const [fy, more] = years.all;
  const past = frame.has('confirm') || /[たっだ]た?(?:の|ん)?[?か]*$/.test(frame.text);
  const aimed = before?.wanted.every(({ attribute }) => attribute === 'target') ?? false;
  if (only?.set.kind !== 'kpi' || fy === undefined || more !== undefined || !past || !aimed) return null;
  const told = ['actual', 'baseline'].filter((of) => printsIn(facts, of, only.id, fy));
  return told.length > 0 ? told.map((attribute) => ({ attribute, years: [fy] })) : null;
}

/** どの事業の話, どこかに載ってる, もうゼロになった: not what the thread asked. */
function asksAnew({ frame, subjects }: Clause): boolean {
  if (!subjects.any()) return false;
  const whichRecord = frame.has('which') && frame.kinds().some(({ meaning }) => meaning.kind === 'project');
  return whichRecord || frame.has('written') || /ゼロに(?:なっ|なり|でき)/.test(frame.text);
}

/** 何人, 何回: what is asked for is counted in something else than money. */
function countsThings({ frame }: Clause): boolean {
  return frame.intents('howmany-unit').some(({ text }) => /^何(?!.*円|[%％割倍])/.test(text));
}

function isMoney(attribute: string, { around: { facts } }: Clause): boolean {
  return facts.attribute(attribute)?.type === 'money';
}

/** The words tell a KPI and no measure, and its project as well. */
function ownerMeant(group: Group | null | undefined, clause: Clause): boolean {
  const { subjects, frame, around } = clause;
  if (group?.kind !== 'kpi' || group.exact || around.command !== null) return false;
  if (frame.has('howmany-unit', 'count') || /[数率人者件額度位]$/.test(subjects.topicText())) return false;
  const project = subjects.byTopic(subjects.topics(), ['project']);
  return group.ids.some((id) => carriedBy(id, around).some((owner) => project?.ids.includes(owner)));
}

const ofMoney = /使|つか|かけ|かか|費|払|金|予算|額|出し|出す|つけ|付け|投じ|円/;

/** どれくらい見られた: of a KPI how much there is, unless money is spoken of. */
function measuresSoftly({ subjects, frame, around }: Clause): boolean {
  const [exact] = subjects.exact();
  if (exact) return exact.kind === 'kpi';
  const found = subjects.byTopic(subjects.topics(), ['project', 'kpi']);
  if (found?.kind === 'kpi') return true;
  if (ofMoney.test(frame.text)) return false;
  const kpi = subjects.byTopic(subjects.topics(), ['kpi']);
  const hangs = (found?.ids ?? []).some((id) =>
    around.repository.kpi(kpi?.ids[0] ?? '')?.projects.includes(id),
  );
  return kpi !== null && (kpi.strong || hangs || holdsVerb(subjects.topics()));
}

/** 観光客が落とすお金はいくら: a KPI that is counted in money is asked for by いくら as well. */
function countsMoney(clause: Clause): boolean {
  const { subjects, around } = clause;
  const found = subjects.exact()[0] ?? subjects.byTopic(subjects.topics(), ['project', 'kpi']);
  if (!found || (found.kind !== 'kpi' && !gathers(clause))) return false;
  return withCarried(found.ids, around).some((id) => {
    const kpi = around.repository.kpi(id);
    return [kpi?.baseline, ...(kpi?.targets ?? [])].some((value) => /円$/.test(value?.unit ?? ''));
  });
}

/** いくら集まった: what came in is no budget. */
function gathers({ frame }: Clause): boolean {
  return /集ま|あつま|寄せられ|寄付(?:され|があ)|寄附(?:され|があ)/.test(frame.text);
}

/** プールの解体はいつ: 解体 stands in a column of works by year. */
function worksByYear({ frame, subjects, around: { facts } }: Clause): Wanted | null {
  const group = subjects.exact()[0] ?? subjects.byTopic(subjects.topics(), ['project']);
  if (group?.kind !== 'project') return null;
  for (const item of frame.words())
    for (const id of item.meaning.attributes) {
      const holds = group.ids.some((one) =>
        facts.cells(id, one).some(({ word, fy }) => fy !== null && word === item.meaning.word),
      );
      if (!holds) continue;
      item.used = true;
      return { attribute: id, years: [] };
    }
  return null;
}
