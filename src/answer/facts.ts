// Direct answers about named records: 目標は400人（令和8年度）です. Long lists get their figures in the entries instead.
import type { Facet, Question } from '../question/question.ts';
import type { Answer, Entry } from './answer.ts';
import type { Base } from './base.ts';
import { describeKpi, type Said } from './describe-kpi.ts';
import { describeProject } from './describe-project.ts';
import { silentOnFacts } from './silent.ts';

/** More records than this are listed, not told one by one. */
const toldInWords = 6;

function describe(entry: Entry, facet: Facet, years: readonly number[]): Said | null {
  if (entry.kind === 'project') return describeProject(entry, facet, years);
  const said = describeKpi(entry, facet, years);
  if (said || ['summary', 'kpis', 'sdg'].includes(facet)) return said;
  // Budget, towns, evaluation … of a KPI are those of its projects, which the document may not name.
  return entry.projects.length === 0
    ? {
        text: `${facetNames[facet] ?? 'その項目'}は記載がありません（事業ではなく${entry.policyLabel ?? '計画'}のKPIです）`,
        silent: true,
      }
    : null;
}

const facetNames: Partial<Record<Facet, string>> = {
  budget: '予算（事業費）',
  towns: '参加市町',
  department: '担当課',
  evaluation: '評価',
  labor: '人件費',
  cost: '費用負担',
  baseline: '基準値',
  target: '目標値',
  actual: '実績',
  rate: '達成率',
  deadline: '達成年度',
  roles: '役割分担',
  sdg: 'SDGsゴール',
};

/** The year said for just this facet, else all years said. */
export function yearsOf({ facetYears, years }: Question, facet: Facet): number[] {
  const own = facetYears.filter((bound) => bound.facet === facet).map(({ year }) => year);
  return own.length > 0 ? own : years;
}

/** Tells the facets asked for of each record; silent when the documents hold none of them. */
export function answerFacts(
  question: Question,
  base: Base,
  found: Entry[],
  facets: readonly Facet[],
  named: boolean,
): Answer {
  const sentences: string[] = [];
  const described = found.map((entry) => ({
    entry,
    parts: facets.flatMap((facet) => describe(entry, facet, yearsOf(question, facet)) ?? []),
  }));
  const tells = ({ parts }: (typeof described)[number]) =>
    parts.some((part) => !part.silent) || parts.length === 0;
  const anyTold = described.some(tells);
  // Of several records that one name may mean, those that the documents tell about.
  const meant = named && anyTold ? described.filter(tells) : described;
  const entries = meant.map(({ entry }) => entry);
  noteLeftOut(base, found, entries);
  for (const { entry, parts } of meant) {
    if (parts.length > 0)
      sentences.push(`「${entry.record.name}」の${parts.map((part) => part.text).join('、')}。`);
  }
  const lead =
    entries.length <= toldInWords && sentences.length > 0
      ? sentences.map(polite).join('\n')
      : `${entries.length}件の${
          facets
            .map((facet) => facetNames[facet] ?? '')
            .filter(Boolean)
            .join('・') || '記録'
        }です。`;
  if (!anyTold) {
    const all = `${facets.map((facet) => facetNames[facet] ?? 'その項目').join('・')}は、当てはまる${entries.length}件のいずれにも記載がありません。`;
    return silentOnFacts(
      base,
      entries.length <= toldInWords ? lead : all,
      entries.length <= toldInWords ? entries : [],
    );
  }
  return { ...base, kind: 'fact', entries, lead };
}

/** Names the records left out because the documents do not tell the fact asked for. */
export function noteLeftOut(base: Base, found: readonly Entry[], kept: readonly Entry[]): void {
  const told = new Set(kept);
  const left = found.filter((entry) => !told.has(entry));
  if (left.length > toldInWords) base.notes.push(`ほかの${left.length}件には記載がありません。`);
  else if (left.length > 0)
    base.notes.push(
      `${left.map(({ record, plan }) => `「${record.name}」（${plan.shortName}）`).join('')}には記載がありません。`,
    );
}

/** …は400人（令和8年度）。 → …は400人（令和8年度）です。 */
function polite(sentence: string): string {
  return sentence.includes('概要は次のとおり：') ||
    /(?:ません|です|ます)(?:（[^（）]*(?:（[^（）]*）[^（）]*)*）)?。$/.test(sentence)
    ? sentence
    : sentence.replace(/。$/, 'です。');
}
