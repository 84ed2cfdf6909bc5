// Sums and averages over a named set or conditions.
import type { Query, SubjectSet } from '../../../query.ts';
import type { Rule } from '../../ask.ts';
import { type Clause, emptyQuery, setBy } from '../../compose.ts';
import { conditionSet, figureSet } from '../../condition-set.ts';
import { describedByName, enumerated } from '../../enumerated.ts';
import { Frame } from '../../frame.ts';
import { merged, setOf } from '../../set-of.ts';
import { namedSets } from '../../sets.ts';
import { type Group, Subjects } from '../../subjects.ts';
import { wantsBoth } from '../../sum-and-average.ts';
import { unitAsked } from '../../unit-asked.ts';
import { wantedOf } from '../../wanted.ts';
import { yearsSaid } from '../../years.ts';
import { adds, bounded } from './adding.ts';
import { inYearsOf, joinedToThread, sumsOfColumns, widened } from './joined-sums.ts';

/** 人材の育成に入っているものだけで、事業費はいくらになる: what a part of a plan or a department comes to. */
function comesTo({ frame, conditions, subjects, around: { facts } }: Clause): boolean {
  const parts = conditions.filter(({ predicate }) => ['policy', 'department'].includes(predicate.is));
  const money = frame.attributeIds().some((id) => facts.attribute(id)?.type === 'money');
  const alone = !frame.has('each', 'which', 'list', 'max', 'min', 'rise', 'fall', 'gap', 'share');
  return (
    parts.length > 0 &&
    money &&
    alone &&
    subjects.exact().length === 0 &&
    /いくらにな[るりっ]/.test(frame.text)
  );
}

/** A sum or an average over a named set or conditions. */
export const sumOf: Rule = (clause) => {
  const { frame, before } = clause;
  const worked = frame.has('sum', 'average', 'median') || comesTo(clause);
  if (!worked || frame.has('towns-count')) return null;
  if (frame.has('average') && wantedOf(clause).length === 0 && namedAverage(clause)) return null;
  if (frame.has('gap', 'rise', 'fall') && yearsSaid(clause.years).length >= 2 && !clause.years.range)
    return null;
  // 人件費の合計とR5予算の合計の差
  if (frame.has('gap') && wantedOf(clause).filter(({ attribute }) => adds(attribute, clause)).length > 1)
    return null;
  // 全部で何台: how many of something, and no money.
  const measured = frame.intents('howmany-unit').some(({ text }) => !/円|%|パー|割|ポイント/.test(text));
  if (measured && clause.subjects.any() && wantedOf(clause).length === 0) return null;
  const counted = frame.has('count') && !frame.has('howmuch') && wantedOf(clause).length === 0;
  // 全部足すと is how much of the set is added; 一覧 asks for it.
  const listed = frame
    .intents('list')
    .some(({ text }) => !/^(?:全部|ぜんぶ|すべて|全て|並べ.*|ならべ.*)$/.test(text));
  if (counted || (listed && frame.attributes().length === 0)) return null;
  const measures = sumOfMeasures(clause) ?? averageOfRates(clause);
  if (measures) return measures;
  let wanted = wantedOf(clause).filter(
    ({ attribute }) => adds(attribute, clause) || isAveraged(attribute, clause),
  );
  if (wanted.length === 0) {
    if (!wantedOf(clause).every(({ attribute }) => refers(attribute, clause))) return null;
    wanted = [{ attribute: 'budget', years: yearsOf(clause) }];
  }
  const row = enumerated(clause, ['project']) ?? overYears(clause);
  const named = row !== null || clause.subjects.exact().length > 0;
  if (row === null && named) saidBeside(clause);
  const empty = clause.conditions.length === 0 && !clause.subjects.any();
  const [except] = frame.intents('except').filter(({ used }) => !used);
  const left = row && except && row.every(({ start }) => start < except.start);
  if (left) except.used = true;
  const joined = joinedToThread(clause) ?? widened(clause);
  const sets =
    joined ??
    (left
      ? [
          without(
            row.flatMap(({ ids }) => ids),
            clause,
          ),
        ]
      : row
        ? merged(row.map((group) => setOf(group, ['project'], clause)))
        : named
          ? namedSets(clause, ['project'])
          : empty && before
            ? before.sets
            : [figureSet(clause, 'project')]);
  const columns = sumsOfColumns(clause, sets, wanted);
  if (columns) return columns;
  const asked = { sets, wanted: joined ? inYearsOf(wanted, before) : bounded(wanted, clause) };
  if (wantsBoth(frame.text))
    return [
      { ...emptyQuery('sum'), ...asked },
      { ...emptyQuery('average'), ...asked },
    ];
  const average = frame.has('average') && !frame.has('sum');
  const ask = frame.has('median') ? 'median' : average ? 'average' : 'sum';
  return { ...emptyQuery(ask), ...asked, unit: unitAsked(clause) };
};

/** …の来館者と…の入館者の目標を合わせると何人: figures of KPIs that are named or described one by one. */
function sumOfMeasures(clause: Clause): Query | null {
  const { frame } = clause;
  const [wanted, more] = wantedOf(clause);
  if (!wanted || more || !['target', 'actual', 'baseline'].includes(wanted.attribute)) return null;
  if (!frame.has('sum') || frame.kinds().length > 0) return null;
  const row = enumerated(clause, ['kpi']);
  if (!row || row.length < 2 || row.some(({ kind }) => kind !== 'kpi')) return null;
  return {
    ...emptyQuery('sum'),
    sets: merged(row.map((group) => setOf(group, ['kpi'], clause))),
    wanted: [wanted],
  };
}

/** …の3つの成果指標の達成率の平均: rates of KPIs are averaged as they are printed. */
function averageOfRates(clause: Clause): Query | null {
  const { frame, around, subjects } = clause;
  const wanted = wantedOf(clause).find(({ attribute }) => {
    const column = around.facts.attribute(attribute);
    return column?.type === 'rate' && column.of.includes('kpi');
  });
  if (!wanted || !frame.has('average', 'median') || frame.has('sum')) return null;
  const sets = subjects.any() ? namedSets(clause, ['kpi']) : [setBy('kpi', clause.conditions)];
  const kpis = sets.filter(({ kind }) => kind === 'kpi');
  if (kpis.length === 0) return null;
  const own = kpis.every(({ named }) => named !== null) ? merged(kpis) : kpis.slice(0, 1);
  return { ...emptyQuery(frame.has('median') ? 'median' : 'average'), sets: own, wanted: [wanted] };
}

/** 自己評価の平均: figures of a plan's own column that are never added up. */
function isAveraged(attribute: string, { frame, around: { facts } }: Clause): boolean {
  const column = facts.attribute(attribute);
  const figures = column?.type === 'number' || column?.type === 'rate';
  return figures && column.of.includes('project') && frame.has('average', 'median') && !frame.has('sum');
}

/** 足すといくら after R5の予算は: the years of the thread, where none are said. */
function yearsOf({ years, before, subjects, conditions }: Clause): number[] {
  const goesOn = years.all.length === 0 && !subjects.any() && conditions.length === 0;
  return goesOn ? [...(before?.wanted[0]?.years ?? [])] : years.all;
}

/** ふるさと納税のPRと、番組に出る仕事を足すと: a thing said beside a name that is none of the sum is not left out in silence. */
function saidBeside({ frame, subjects, unread }: Clause): void {
  for (const topic of subjects.topics()) {
    const before = frame.before(topic.items[0] as (typeof topic.items)[number]);
    const nouns = topic.items.filter(({ noun, text }) => noun && text.length > 1);
    if (nouns.length > 0 && before && /^と[、,]?$/.test(before.after.trim())) unread.push(topic.text);
  }
}

/** 全国テストの平均と比べて: the average is the KPI's own; a rule for values tells it. */
function namedAverage({ frame, subjects, around }: Clause): boolean {
  const kpi = subjects.exact().length === 0 ? subjects.byTopic(subjects.topics(), ['kpi']) : null;
  const own = kpi?.ids.some((id) => around.repository.kpi(id)?.name.includes('平均')) ?? false;
  if (own) frame.release('average');
  return own;
}

/** 利子補給補助の令和2年度から令和6年度までの累計: the years of one record that its description names. */
function overYears(clause: Clause): Group[] | null {
  const [topic, more] = clause.subjects.topics();
  if (!topic || more || clause.years.all.length < 2 || clause.subjects.exact().length > 0) return null;
  const group = describedByName(topic, ['project'], clause);
  if (!group) return null;
  for (const item of topic.items) item.used = true;
  return [group];
}

/** 北九大とふるさと寄附を除いた合計: the set the clause tells, without what is named. */
function without(ids: string[], clause: Clause): SubjectSet {
  const set = conditionSet(
    { ...clause, subjects: new Subjects(new Frame('', []), clause.around) },
    'project',
  );
  return { ...set, where: [...set.where, { is: 'not', that: { is: 'of-project', ids } }] };
}

/** 施策にぶら下がる事業, 課が所管する事業: what it belongs to tells which ones, and is not asked for. */
function refers(attribute: string, { around }: Clause): boolean {
  return around.facts.attribute(attribute)?.type === 'reference';
}
