// What was collected → the plan as plain data, in the form of its schema.
import { readYears } from '../cells/years.ts';
import type { Grid } from '../grid/grid.ts';
import type { Headings } from '../layout/headings.ts';
import { directionOf, proposeDirection, proposeMeasure } from '../mapping/directions.ts';
import type { LeftOut, ReadAttribute, ReadPlan, ReadSubject } from '../read-plan.ts';
import type { Collector } from './collector.ts';
import type { Confirmed } from './confirmed.ts';

/** The file a plan is read from. */
interface File {
  /** Its confirmed title, publisher and day. */
  paper: { title: string; publisher: string; published: string };
  grid: Grid;
  layout: { leftOut: readonly LeftOut[]; passages?: ReadPlan['passages'] };
  confirmed: Confirmed;
  vocabulary: Headings;
}

/** The plan with its subjects, attributes and passages. */
export function buildPlan(
  collector: Collector,
  attributes: readonly ReadAttribute[],
  { paper, grid, layout, confirmed, vocabulary }: File,
): ReadPlan {
  const { leftOut, passages } = layout;
  const subjects = joinEqualKpis(collector.finish()).map((subject) =>
    subject.kind === 'kpi' ? withDirection(subject, confirmed, vocabulary) : subject,
  );
  const { kinds, years } = usedBy(subjects);
  return {
    plan: {
      title: paper.title,
      publisher: paper.publisher,
      municipality: municipalityOf(paper.publisher),
      publishedOn: paper.published,
      documents: [{ title: paper.title, file: grid.file, hash: grid.hash }],
      ...periodOf(paper.title, years, passages),
    },
    levels: collector.levels,
    attributes: [...attributes, ...withoutColumn(kinds, attributes)]
      .filter(({ id }) => kinds.has(id) || id === 'policy')
      .map((attribute) => ({ ...attribute, of: [...(kinds.get(attribute.id) ?? attribute.of)] })),
    policies: [...collector.policies.values()],
    subjects,
    leftOut: [...leftOut, ...collector.leftOut],
    problems: collector.problems,
    ...(passages ? { passages } : {}),
  };
}

/** Kinds of subjects by the attributes their values have. */
type Kinds = ReadonlyMap<string, ReadonlySet<ReadSubject['kind']>>;

/** The attributes that have a value at all, with the kinds of their subjects, and the years of all values. */
function usedBy(subjects: readonly ReadSubject[]): { kinds: Kinds; years: number[] } {
  const kinds = new Map<string, Set<ReadSubject['kind']>>();
  const years = new Set<number>();
  for (const { kind, values } of subjects)
    for (const { attribute, fy } of values) {
      const known = kinds.get(attribute);
      if (known) known.add(kind);
      else kinds.set(attribute, new Set([kind]));
      if (fy !== null) years.add(fy);
    }
  return { kinds, years: [...years] };
}

/** Attributes whose values came out of columns of another name, or out of a heading above them. */
function withoutColumn(used: Kinds, attributes: readonly ReadAttribute[]): ReadAttribute[] {
  const id = '指標の種類';
  const ofKind: ReadAttribute = { id, label: id, words: [id], of: ['kpi'], type: 'word', byYear: false };
  const figures = Object.entries({ actual: '実績値', target: '目標値', baseline: '基準値' }).filter(
    ([one]) => used.has(one) && !attributes.some((attribute) => attribute.id === one),
  );
  return [
    ...(used.has(id) ? [ofKind] : []),
    ...figures.map(
      ([one, label]): ReadAttribute => ({
        id: one,
        label,
        words: [one],
        of: ['kpi'],
        type: 'number',
        byYear: true,
      }),
    ),
  ];
}

/** The period that the title or a sentence on it prints, else the years the figures span. */
function periodOf(
  title: string,
  years: readonly number[],
  passages: ReadPlan['passages'] = [],
): Pick<ReadPlan['plan'], 'period'> {
  const told = [title, ...passages.flatMap(({ text }) => (/計画(?:の)?期間/.test(text) ? [text] : []))];
  for (const text of told) {
    const range = readYears(text).find(({ joined }) => joined === 'range');
    if (range) return { period: { from: range.years[0] ?? 0, to: range.years.at(-1) ?? 0 } };
  }
  if (years.length === 0) return {};
  return { period: { from: Math.min(...years), to: Math.max(...years), ofFigures: true } };
}

/** 大船渡市農林水産部 → 大船渡市; a ministry is its own place. */
function municipalityOf(publisher: string): string {
  return /^[一-龠ヶケ々ぁ-んァ-ン]{1,8}?[都道府県市区町村]/.exec(publisher)?.[0] ?? publisher;
}

function withDirection(kpi: ReadSubject, confirmed: Confirmed, vocabulary: Headings): ReadSubject {
  const said = directionOf(ownOf(confirmed.direction, kpi.name)) ?? null;
  const rest = directionOf(confirmed.direction?.['*']);
  const measure = ownOf(confirmed.measure, kpi.name);
  return {
    ...kpi,
    direction: said ?? rest ?? kpi.direction ?? proposeDirection(kpi, vocabulary),
    measure: (measure as ReadSubject['measure']) ?? proposeMeasure(kpi, vocabulary),
  };
}

/** One KPI printed beside several projects with the same figures is one KPI with several projects. */
function joinEqualKpis(subjects: readonly ReadSubject[]): ReadSubject[] {
  const known = new Map<string, ReadSubject>();
  const joined: ReadSubject[] = [];
  for (const subject of subjects) {
    const figures = subject.values.filter(({ value }) => value !== null);
    if (subject.kind !== 'kpi' || figures.length === 0 || !subject.projects) {
      joined.push(subject);
      continue;
    }
    const key = JSON.stringify([
      subject.name,
      figures.map(({ attribute, fy, value, unit }) => [attribute, fy, value, unit]),
    ]);
    const other = known.get(key);
    if (other) other.projects = [...new Set([...(other.projects ?? []), ...subject.projects])];
    else {
      const own = { ...subject };
      known.set(key, own);
      joined.push(own);
    }
  }
  return joined;
}

/** A KPI may be called toString. */
function ownOf(record: Record<string, string> | null, name: string): string | undefined {
  return record !== null && Object.hasOwn(record, name) ? record[name] : undefined;
}
