// 「AとB、どちらが多い？差は？何倍？」: the same figure of two records, the difference and the ratio.
import type { Facet, Question } from '../question/question.ts';
import type { Answer, Entry } from './answer.ts';
import type { Base } from './base.ts';
import { projectsOf } from './entries.ts';
import { kpiFigures, projectFigures } from './figures.ts';
import { silentOnFacts } from './silent.ts';
import { figure, fiscalYearName, percent, thousandYen } from './wording.ts';

type Compared = 'budget' | 'labor' | 'towns' | 'rate' | 'target' | 'actual' | 'baseline';

const names: Record<Compared, string> = {
  budget: '予算',
  labor: '人件費（目安）',
  towns: '参加市町の数',
  rate: '達成率',
  target: '目標値',
  actual: '実績',
  baseline: '基準値',
};

/** One record's figure; null where the documents have none. */
interface Side {
  entry: Entry;
  value: number | null;
  unit: string;
}

/** Which figure is compared: the one said, else the first that both have. */
function comparedOf(question: Question, entries: readonly Entry[]): Compared {
  const said = question.facets.find((facet): facet is Facet & Compared => facet in names);
  if (said) return said;
  if (entries.some(({ kind }) => kind === 'project'))
    return question.operations.some(({ does }) => does === 'count-towns') ? 'towns' : 'budget';
  const both = (['actual', 'target', 'baseline'] as const).find((one) =>
    entries.every((entry) => sideOf(entry, one, question.years).value !== null),
  );
  return both ?? 'actual';
}

function sideOf(entry: Entry, what: Compared, years: readonly number[]): Side {
  if (entry.kind === 'project') {
    if (what === 'towns') {
      const { scope, towns } = entry.record.participants;
      return { entry, value: scope === 'unknown' ? null : towns.length, unit: '市町' };
    }
    const values = projectFigures(entry.record, what, years);
    return { entry, value: values.at(-1) ?? null, unit: '千円' };
  }
  const { record } = entry;
  const unit =
    what === 'rate'
      ? '%'
      : (record.targets.at(-1)?.unit ?? record.baseline?.unit ?? record.actuals.at(-1)?.unit);
  return { entry, value: kpiFigures(record, what, years).at(-1) ?? null, unit: unit ?? '' };
}

/** Tells both figures; whose is larger, by how much and how many times. */
export function answerPair(question: Question, base: Base, entries: Entry[]): Answer {
  const what = comparedOf(question, entries);
  const years = yearsOf(question, base, entries, what);
  const [one, other] = entries.map((entry) => sideOf(entry, what, years));
  if (!one || !other) return silentOnFacts(base, '比べる2件が読み取れませんでした。', entries);
  const name = ({ entry }: Side) => `「${entry.record.name}」`;
  const show = ({ value, unit }: Side) =>
    value === null
      ? '記載がありません'
      : what === 'rate'
        ? percent(value)
        : unit === '千円'
          ? thousandYen(value)
          : `${figure(value)}${unit}`;
  const when = years.length > 0 ? `${years.map(fiscalYearName).join('・')}の` : '';
  if (one.value === null || other.value === null || one.unit !== other.unit) {
    const told = [one, other]
      .map(
        (side) => `${name(side)}の${when}${names[what]}は${show(side)}${side.value === null ? '' : 'です'}。`,
      )
      .join('\n');
    const why = one.unit === other.unit ? '' : '\n単位が違うため、比べられません。';
    return silentOnFacts(base, `${told}${why}`, entries);
  }
  const less = question.operations.some(({ does }) => does === 'min');
  const gap = Math.round(Math.abs(one.value - other.value) * 100) / 100;
  const [large, small] = one.value >= other.value ? [one, other] : [other, one];
  const subject = less ? small : large;
  const many = what === 'rate' ? ['高い', '低い'] : ['多い', '少ない'];
  const gapText =
    what === 'rate' || one.unit === '%' ? `${figure(gap)}ポイント` : show({ ...one, value: gap });
  const verdict = gap === 0 ? '同じです' : `${name(subject)}の方が${gapText}${less ? many[1] : many[0]}です`;
  const ratio = question.operations.some(
    (operation) => operation.does === 'diff' && operation.of === 'ratio',
  );
  const times =
    ratio && other.value !== 0
      ? `\n${name(one)}は${name(other)}の約${figure(one.value / other.value)}倍です。`
      : '';
  const best = question.operations.some(({ does }) => does === 'max' || does === 'min');
  return {
    ...base,
    kind: 'fact',
    entries,
    lead: `${when}${names[what]}は${name(one)}が${show(one)}、${name(other)}が${show(other)}で、${verdict}。${times}`,
    aggregate: {
      op: best ? (less ? 'min' : 'max') : 'diff',
      of: entries[0]?.kind === 'kpi' ? 'kpi' : what === 'towns' ? 'project' : 'budget',
      value: best ? subject.value : gap,
      unit: one.unit,
    },
  };
}

/** The year said; for money without one the newest that both have. */
function yearsOf(question: Question, base: Base, entries: readonly Entry[], what: Compared): number[] {
  if (question.years.length > 0) return question.years.slice(-1);
  if (what !== 'budget') return [];
  const known = projectsOf(entries).map(({ record }) =>
    record.budgets.flatMap(({ fy, thousandYen: value }) => (value === null ? [] : fy)),
  );
  const shared = (known[0] ?? []).filter((fy) => known.every((own) => own.includes(fy)));
  if (shared.length === 0) return [];
  const newest = Math.max(...shared);
  base.understood.assumed.push(`年度の指定がないため、最新の${fiscalYearName(newest)}で比べました。`);
  return [newest];
}
