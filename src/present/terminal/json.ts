// Answer → the stable object of `ask --json`.
import type { Aggregate, Answer, Entry, Quote, Understood } from '../../answer/answer.ts';
import type { Project } from '../../data/schemas/project.ts';
import type { Source } from '../../data/schemas/source.ts';
import type { Achievement, Actual, Baseline, Target } from '../../data/schemas/value.ts';
import type { Query } from '../../question/query.ts';
import { type ExportedBudget, exportedBudgets } from '../export/everything.ts';
import { toText } from './text.ts';

/** One record of an answer; fields of the other kind are absent. */
export interface JsonHit {
  kind: 'kpi' | 'project';
  id: string;
  name: string;
  plan: string;
  score: number;
  /** Names of a KPI's projects; empty for a project. */
  projects: string[];
  source: Source;
  status?: string;
  baseline?: Baseline | null;
  targets?: Target[];
  actuals?: (
    | Actual
    | { fy: number; value: number | null; unit: string | null; text: string; recordedBy: string }
  )[];
  achievements?: Achievement[];
  budgets?: ExportedBudget[];
  participants?: Project['participants'];
  department?: string | null;
}

/** What `ask --json` prints. */
export interface JsonAnswer {
  question: string;
  intent: string;
  filters: Understood['filters'];
  assumed: string[];
  terms: string[];
  total: number;
  hits: JsonHit[];
  aggregate: Aggregate | null;
  /** The sentences that answer. */
  lead: string;
  notes: string[];
  /** Words that nothing in the answer used. */
  unread: string[];
  /** What the text was read as, one a question. */
  query: Query[];
  quotes: Quote[];
  text: string;
  blocks: object[];
}

/** `blocks` are those that Slack would get. */
export function toJson(answer: Answer, blocks: object[]): JsonAnswer {
  const { understood } = answer;
  const hits = unlabelled(entriesOf(answer).map(toHit));
  return {
    question: understood.text,
    intent: understood.intent,
    filters: understood.filters,
    assumed: understood.assumed,
    terms: understood.terms,
    total: hits.length,
    hits,
    aggregate: answer.aggregate,
    lead: answer.lead,
    notes: answer.notes,
    unread: answer.unread ?? [],
    query: answer.query ?? [],
    quotes: answer.quotes ?? [],
    text: toText(answer),
    blocks,
  };
}

function entriesOf(answer: Answer): readonly Entry[] {
  switch (answer.kind) {
    case 'basis':
    case 'history':
      return [answer.entry];
    case 'help':
    case 'nothing-found':
      return [];
    default:
      return answer.entries;
  }
}

function toHit(entry: Entry): JsonHit {
  const { record, kind, id, score } = entry;
  const common = {
    kind,
    id,
    name: record.name,
    plan: record.plan,
    score,
    // Sources are never empty: the schema sees to it.
    source: record.sources[0] as Source,
  };
  if (entry.kind === 'project') {
    const { participants, department } = entry.record;
    const budgets = exportedBudgets(entry.record, entry.plan);
    return { ...common, projects: [], budgets, participants, department };
  }
  const kpi = entry.record;
  return {
    ...common,
    projects: entry.projects.map(({ name }) => name),
    status: entry.state.status,
    baseline: kpi.baseline,
    targets: kpi.targets,
    actuals: [
      ...kpi.actuals.filter(({ fy }) => !kpi.recorded.some((recorded) => recorded.fy === fy)),
      ...kpi.recorded.map(({ fy, value, unit, text, recordedBy }) => ({ fy, value, unit, text, recordedBy })),
    ],
    achievements: kpi.achievements,
    department: entry.departments.join('、') || null,
  };
}

/** Places as the seeds name them, without what they are called in messages. */
function unlabelled<T>(value: T): T {
  if (Array.isArray(value)) return value.map(unlabelled) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'label' || !('place' in value));
  return Object.fromEntries(entries.map(([key, inner]) => [key, unlabelled(inner)])) as T;
}
