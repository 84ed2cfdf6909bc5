// Every outcome of a question, as plain data. A new kind must break the build in each presenter.
import type { KpiRecord, ProjectRecord } from '../data/repository.ts';
import type { Plan } from '../data/schemas/plan.ts';
import type { Day } from '../ports/clock.ts';
import type { RecordedEntry } from '../ports/store.ts';
import type { Query } from '../question/query.ts';
import type { StateNow, Verdict } from '../status/verdict.ts';

/** The stable `intent` words of `ask --json`. */
export type Intent = 'kpi' | 'project' | 'budget' | 'towns' | 'lagging' | 'help' | 'unknown';

/** What was understood, as `ask --json` shows it. */
export interface Understood {
  /** As typed. */
  text: string;
  intent: Intent;
  filters: {
    plan: string[];
    municipality: string[];
    fiscalYear: number[];
    department: string[];
    status: string[];
    sdg: number[];
    policy: string[];
  };
  /** What was not said and therefore assumed, as whole sentences: 「年度の指定がないため最新の令和8年度で」. */
  assumed: string[];
  /** Words that no parser claimed: what the search looked for. */
  terms: string[];
}

/** A KPI with everything a presenter needs to draw it. */
export interface KpiEntry {
  kind: 'kpi';
  id: string;
  score: number;
  record: KpiRecord;
  plan: Plan;
  /** Names of its projects; for a KPI of a package or basic goal empty. */
  projects: { id: string; name: string }[];
  /** Package or basic goal it stands under: 「パッケージ3 子育て…」; null for KPIs of projects. */
  policyLabel: string | null;
  departments: string[];
  state: StateNow;
}

/** A project with everything a presenter needs to draw it. */
export interface ProjectEntry {
  kind: 'project';
  id: string;
  score: number;
  record: ProjectRecord;
  plan: Plan;
  policies: { code: string | null; name: string; path: string[]; place: string; repeated: boolean }[];
  kpis: KpiEntry[];
}

export type Entry = KpiEntry | ProjectEntry;

/** A figure worked out over several records; each project counted once. */
export interface Aggregate {
  op: 'sum' | 'max' | 'min' | 'diff' | 'count';
  of: 'budget' | 'kpi' | 'project';
  value: number | null;
  unit: string;
}

/** A follow-up offered as a button: another reading, a near term, a next question. */
export interface Alternative {
  label: string;
  /** What asking it would be typed as: `/kpi 移住`. */
  ask: string;
}

/** A statement of a document that the answer rests on, in our own words. */
export interface Quote {
  text: string;
  /** 文書002 No. 11 */
  place: string;
  /** Short name of the plan. */
  plan: string;
}

interface AnswerBase {
  understood: Understood;
  asOf: Day;
  /** The answer in one or two Japanese sentences, figures included; what a person reads first. */
  lead: string;
  /** Readings, assumptions, gaps of the documents; whole sentences. */
  notes: string[];
  alternatives: Alternative[];
  aggregate: Aggregate | null;
  /** The first so many entries are what was asked for, the rest only related; absent: all are. */
  main?: number;
  /** True when nothing says what was asked for: the entries are only near it, and are neither counted nor taken for it. */
  near?: true;
  /** Statements shown; absent or empty when none answers. */
  quotes?: Quote[];
  /** Words that nothing in the answer used. */
  unread?: string[];
  /** What the text was read as, one a question. */
  query?: Query[];
}

/** KPIs, projects or both, in rank order; all of them, not a page. */
export interface ListAnswer extends AnswerBase {
  kind: 'list';
  entries: Entry[];
}
/** Budgets by year, with the change from year to year. */
export interface BudgetAnswer extends AnswerBase {
  kind: 'budget';
  entries: ProjectEntry[];
  /** Fiscal years asked for (said or assumed), oldest first. */
  years: number[];
}
/** A project's towns, or a town's projects. */
export interface TownsAnswer extends AnswerBase {
  kind: 'towns';
  /** Names asked for; empty when the towns themselves are the answer. */
  towns: string[];
  entries: ProjectEntry[];
}
/** KPIs that lag; never mixed with unrecorded ones. */
export interface LaggingAnswer extends AnswerBase {
  kind: 'lagging';
  entries: KpiEntry[];
}
/** KPIs whose results are due or overdue and nobody has recorded. */
export interface UnrecordedAnswer extends AnswerBase {
  kind: 'unrecorded';
  entries: KpiEntry[];
}
/** One direct answer (yes/no, a figure, a difference, a count) with the records it rests on. */
export interface FactAnswer extends AnswerBase {
  kind: 'fact';
  entries: Entry[];
}
/** The documents do not tell; says what they do hold. */
export interface SilentAnswer extends AnswerBase {
  kind: 'silent';
  /** Records nearest to the question, e.g. the project whose R9 budget is blank. */
  entries: Entry[];
}
/** Nothing matched; `alternatives` holds near terms. */
export interface NothingFoundAnswer extends AnswerBase {
  kind: 'nothing-found';
}
/** Examples of what can be asked. */
export interface HelpAnswer extends AnswerBase {
  kind: 'help';
  sections: { title: string; examples: { ask: string; what: string }[] }[];
  /** Which plans can be asked about. */
  plans: Pick<Plan, 'shortName' | 'municipality' | 'period'>[];
}
/** 「根拠は？」: inputs, formula, band and sources of one judgement. */
export interface BasisAnswer extends AnswerBase {
  kind: 'basis';
  entry: KpiEntry;
  /** The verdict explained; for a state without a result the last judged year as well. */
  verdicts: { label: string; verdict: Verdict }[];
}
/** 「履歴」: the log of recorded results of one KPI. */
export interface HistoryAnswer extends AnswerBase {
  kind: 'history';
  entry: KpiEntry;
  log: RecordedEntry[];
}

export type Answer =
  | ListAnswer
  | BudgetAnswer
  | TownsAnswer
  | LaggingAnswer
  | UnrecordedAnswer
  | FactAnswer
  | SilentAnswer
  | NothingFoundAnswer
  | HelpAnswer
  | BasisAnswer
  | HistoryAnswer;
