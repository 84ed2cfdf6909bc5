// What was asked, as plain data: conditions, facets and an operation over projects and KPIs, said apart from assumed.
/** The stable `intent` words of `ask --json`. */
export type Intent = 'kpi' | 'project' | 'budget' | 'towns' | 'lagging' | 'help' | 'unknown';

/** Kinds of records a question can ask for. */
export type Kind = 'kpi' | 'project';

/** What is wanted to know about the records. */
export type Facet =
  | 'baseline'
  | 'target'
  | 'actual'
  | 'rate'
  /** How many times the target the result is. */
  | 'times'
  | 'deadline'
  | 'status'
  | 'budget'
  | 'labor'
  | 'towns'
  | 'department'
  | 'evaluation'
  | 'cost'
  | 'policy'
  | 'sdg'
  | 'summary'
  | 'roles'
  | 'effects'
  | 'change'
  | 'outcome'
  | 'kpis'
  /** The towns of the area that do not take part. */
  | 'absent-towns'
  /** 何人, いくら where nothing tells which figure: all that the KPI has. */
  | 'amount';

/** Figures that can be compared, summed or ranked. */
export type Measured = 'rate' | 'budget' | 'target' | 'actual' | 'baseline' | 'labor' | 'change';

/** What a record must fulfil; several conditions hold together. */
export type Condition =
  | { on: 'plan'; plans: string[] }
  | { on: 'department'; departments: string[] }
  | { on: 'town'; town: string; joined: boolean }
  | { on: 'scope'; scope: 'all' | 'listed' | 'unknown' }
  /** How many towns a project prints. */
  | { on: 'townCount'; relation: '=' | '>=' | '<=' | '>' | '<'; count: number }
  | { on: 'policy'; policies: string[]; label: string }
  | { on: 'sdg'; goal: number }
  | { on: 'evaluation'; word: string; of: 'project' | 'policy' }
  | { on: 'budgetChange'; word: string }
  | { on: 'outcome'; word: string }
  | { on: 'repeated' }
  /** The printed row number: No. 11, 事務事業番号7. */
  | { on: 'row'; number: number }
  | { on: 'bearer'; bearers: string[] }
  | { on: 'mainYears'; years: number[]; only: boolean }
  /** `below`: 90%台 is 90 or more and below 100; `to`: 50%から80%. */
  | {
      on: 'compare';
      what: Measured;
      relation: '=' | '>=' | '<=' | '>' | '<';
      value: number;
      unit: string;
      below?: number;
      to?: number;
    }
  | { on: 'moved'; way: 'up' | 'down' | 'same' }
  | { on: 'direction'; directions: string[] }
  | { on: 'measure'; measures: string[] }
  | { on: 'everyYear' }
  | { on: 'revised' }
  | { on: 'status'; statuses: string[] }
  /** How many KPIs a project has. */
  | { on: 'kpiCount'; relation: '=' | '>=' | '<='; count: number }
  /** KPIs measured in this unit. */
  | { on: 'unit'; unit: string }
  /** All targets are words, not figures. */
  | { on: 'wordedTarget' }
  | { on: 'missing'; what: 'baseline' | 'target' | 'actual' | 'budget' }
  /** 遅れ・やや遅れ: one of them is enough. */
  | { on: 'any'; of: Condition[] }
  /** 順調以外 */
  | { on: 'not'; that: Condition };

/** What records can be counted or added up by. */
export type GroupBy = 'package' | 'goal' | 'direction' | 'department' | 'plan' | 'evaluation' | 'status';

/** What is to be done with the records. */
export type Operation =
  /** `listings`: a project counts as often as it is listed (再掲込み). */
  | { does: 'count'; listings?: true }
  | { does: 'count-towns' }
  | { does: 'count-kpis' }
  | { does: 'sum' }
  | { does: 'group'; by: GroupBy }
  /** `nth`: only the one at that place (2位). `by`: the rise, fall or either (gap) between two years instead of the figure itself. */
  | { does: 'max'; top: number; nth?: true; by?: 'rise' | 'fall' | 'gap' }
  | { does: 'min'; top: number; nth?: true; by?: 'rise' | 'fall' | 'gap' }
  /** `result`: the actual against the target (目標を何人上回った); `ratio`: also how many times as much (何倍). */
  | { does: 'diff'; of?: 'result' | 'ratio' };

/** Questions that are not about a set of records. */
export type Special = 'help' | 'greeting' | 'lagging' | 'unrecorded' | 'basis' | 'history';

/** A record that the text names. */
export interface Named {
  kind: Kind;
  id: string;
  /** The whole name stands in the text, not only a telling part of it. */
  exact: boolean;
  /** The words of the text that name it. */
  said?: string;
}

/** A question as understood. */
export interface Question {
  /** As typed. */
  text: string;
  /** The command it came with; null for a mention. */
  command: 'kpi' | 'jigyo' | 'yosan' | 'machi' | null;
  intent: Intent;
  /** Kinds asked for; both when the text names none. */
  kinds: Kind[];
  /** The text itself said the kind, not only the command. */
  kindSaid: boolean;
  conditions: Condition[];
  facets: Facet[];
  operations: Operation[];
  /** Fiscal years said, oldest first. */
  years: number[];
  /** Facets with a year of their own: R3実績とR5目標. Empty where all facets share the years. */
  facetYears: { facet: Facet; year: number }[];
  /** The years are the ends of a span (R6からR7). */
  span: boolean;
  special: Special | null;
  named: Named[];
  /** Towns of other places, departments that no document names. */
  unknown: { what: 'town' | 'department' | 'policy'; text: string }[];
  /** What no parser claimed: the search words. */
  words: string;
  /** The words that carry the topic, whatever else the text says: what a follow-up takes over. */
  topic: string;
  /** No condition, facet or operation was found: the whole text is search words. */
  plain: boolean;
  /** What was read in a way that was not said, as whole sentences. */
  assumed: string[];
}
