// What a question means, as plain data: the sets it speaks of, what it wants to know of them, and how.
// A thread keeps it; `ask --json` prints it; either store of plans can run it.
import * as z from 'zod';

/** Kinds of things a question can be about. */
export const kindSchema = z.enum(['project', 'kpi', 'policy', 'plan', 'town', 'department', 'row']);
export type Kind = z.infer<typeof kindSchema>;

export const relationSchema = z.enum(['=', '>=', '<=', '>', '<', '!=']);
export type Relation = z.infer<typeof relationSchema>;

/** An attribute with the fiscal years asked for; no year means the newest the facts hold. */
export const wantedSchema = z.strictObject({
  /** Id of an attribute (`src/facts`). */
  attribute: z.string(),
  /** Ascending; all years of a range. */
  years: z.array(z.int()),
});
export type Wanted = z.infer<typeof wantedSchema>;

/** A value to compare with; money in yen. */
export const limitSchema = z.strictObject({
  relation: relationSchema,
  value: z.number(),
  /** 円, %, 人 …; null when none was typed. */
  unit: z.string().nullable(),
  /** As typed, for the sentence: 1億5千万円以上. */
  text: z.string(),
});
export type Limit = z.infer<typeof limitSchema>;

/** What members of a set fulfil. */
export type Predicate =
  | { is: 'plan'; ids: string[] }
  | { is: 'department'; names: string[] }
  /** Projects the towns take part in, all of them together. */
  | { is: 'town'; names: string[] }
  /** Under one of the policies or below it; `label` as typed or as named. */
  | { is: 'policy'; ids: string[]; label: string }
  /** Facts stand in one of these documents. */
  | { is: 'document'; numbers: string[] }
  /** KPIs of these projects. */
  | { is: 'of-project'; ids: string[] }
  /** A printed number: No. 11, 事務事業番号 7; with `to` every number up to it (null: up to the last). */
  | { is: 'number'; number: number; to?: number | null | undefined }
  /** Attribute (in a year) against a value. */
  | { is: 'compare'; attribute: string; fy: number | null; limits: Limit[] }
  /** Attribute against another one, or against itself in another year. */
  | {
      is: 'against';
      left: { attribute: string; fy: number | null };
      relation: Relation;
      right: { attribute: string; fy: number | null };
    }
  /** The result falls short of the target of its year, whichever way is better. */
  | { is: 'short'; fy: number | null }
  /** The attribute holds one of these words or numbers (評価 遅れ, SDGs 16, 増減 増額). */
  | { is: 'word'; attribute: string; fy: number | null; values: (string | number)[] }
  /** A figure (or word) stands in the document. */
  | { is: 'has'; attribute: string; fy: number | null }
  /** Of all years only this one holds a figure. */
  | { is: 'only-in'; attribute: string; fy: number }
  /** The cell prints a dash. */
  | { is: 'dashed'; attribute: string; fy: number | null }
  /** Nothing is printed, not even a dash, where the plan prints the attribute of others. */
  | { is: 'blank'; attribute: string; fy: number | null }
  /** A word stands where a figure could: 調整中, 集計中. */
  | { is: 'instead'; attribute: string; fy: number | null; word: string }
  /** How far it moved from one cell to the other, in its unit, in per cent or in times. */
  | {
      is: 'change';
      from: { attribute: string; fy: number | null };
      to: { attribute: string; fy: number | null };
      /** A rise or a fall by so much; a gap either way. */
      by: 'rise' | 'fall' | 'gap';
      limits: Limit[];
    }
  /** A statement of the topic stands by it: a target that was revised. */
  | { is: 'told'; topic: string }
  /** One of the computed statuses. */
  | { is: 'status'; statuses: string[] }
  /** 注意・遅れ by computation or by the published word. */
  | { is: 'lagging' }
  /** The final target's year is over (`past`) or not yet (`future`). */
  | { is: 'due'; when: 'past' | 'future' }
  /** Which way the figure is to go. */
  | { is: 'direction'; directions: string[] }
  /** The name holds one of the texts, or begins or ends with it. */
  | { is: 'name'; holds: string[]; at?: 'start' | 'end' | undefined }
  /** How many of a kind hang on it: towns, KPIs. */
  | { is: 'holds'; kind: Kind; limits: Limit[] }
  /** Listed again (再掲). */
  | { is: 'repeated' }
  /** Measured in this unit. */
  | { is: 'unit'; unit: string }
  /** The search finds it strongly by these words. */
  | { is: 'near'; words: string }
  | { is: 'not'; that: Predicate }
  | { is: 'any'; of: Predicate[] }
  | { is: 'all'; of: Predicate[] };

const limits = z.array(limitSchema).min(1);
const side = z.strictObject({ attribute: z.string(), fy: z.int().nullable() });
const predicateSchema: z.ZodType<Predicate> = z.lazy(() =>
  z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('plan'), ids: z.array(z.string()) }),
    z.strictObject({ is: z.literal('department'), names: z.array(z.string()) }),
    z.strictObject({ is: z.literal('town'), names: z.array(z.string()) }),
    z.strictObject({ is: z.literal('policy'), ids: z.array(z.string()), label: z.string() }),
    z.strictObject({ is: z.literal('document'), numbers: z.array(z.string()) }),
    z.strictObject({ is: z.literal('of-project'), ids: z.array(z.string()) }),
    z.strictObject({ is: z.literal('number'), number: z.number(), to: z.number().nullable().optional() }),
    z.strictObject({ is: z.literal('compare'), attribute: z.string(), fy: z.int().nullable(), limits }),
    z.strictObject({ is: z.literal('against'), left: side, relation: relationSchema, right: side }),
    z.strictObject({ is: z.literal('short'), fy: z.int().nullable() }),
    z.strictObject({
      is: z.literal('word'),
      attribute: z.string(),
      fy: z.int().nullable(),
      values: z.array(z.union([z.string(), z.number()])),
    }),
    z.strictObject({ is: z.literal('has'), attribute: z.string(), fy: z.int().nullable() }),
    z.strictObject({ is: z.literal('only-in'), attribute: z.string(), fy: z.int() }),
    z.strictObject({ is: z.literal('dashed'), attribute: z.string(), fy: z.int().nullable() }),
    z.strictObject({ is: z.literal('blank'), attribute: z.string(), fy: z.int().nullable() }),
    z.strictObject({
      is: z.literal('instead'),
      attribute: z.string(),
      fy: z.int().nullable(),
      word: z.string(),
    }),
    z.strictObject({
      is: z.literal('change'),
      from: side,
      to: side,
      by: z.enum(['rise', 'fall', 'gap']),
      limits,
    }),
    z.strictObject({ is: z.literal('told'), topic: z.string() }),
    z.strictObject({ is: z.literal('status'), statuses: z.array(z.string()) }),
    z.strictObject({ is: z.literal('lagging') }),
    z.strictObject({ is: z.literal('due'), when: z.enum(['past', 'future']) }),
    z.strictObject({ is: z.literal('direction'), directions: z.array(z.string()) }),
    z.strictObject({
      is: z.literal('name'),
      holds: z.array(z.string()),
      at: z.enum(['start', 'end']).optional(),
    }),
    z.strictObject({ is: z.literal('holds'), kind: kindSchema, limits }),
    z.strictObject({ is: z.literal('repeated') }),
    z.strictObject({ is: z.literal('unit'), unit: z.string() }),
    z.strictObject({ is: z.literal('near'), words: z.string() }),
    z.strictObject({ is: z.literal('not'), that: predicateSchema }),
    z.strictObject({ is: z.literal('any'), of: z.array(predicateSchema) }),
    z.strictObject({ is: z.literal('all'), of: z.array(predicateSchema) }),
  ]),
);

/** A set of subjects of one kind. */
export const setSchema = z.strictObject({
  kind: kindSchema,
  /** Ids that the text names; null: all of the kind. */
  named: z.array(z.string()).nullable(),
  /** All of them hold. */
  where: z.array(predicateSchema),
  /** How the text calls the set: 企画課, 移住; '' for all. */
  label: z.string(),
});
export type SubjectSet = z.infer<typeof setSchema>;

/** What is wanted. */
export const askSchema = z.enum([
  /** Attributes of each member. */
  'values',
  'list',
  'count',
  'sum',
  'average',
  /** The figure in the middle of the set. */
  'median',
  /** The first set held against the second: a share of it, or how many times as much. */
  'ratio',
  /** The member with the largest or smallest value (or change). */
  'extreme',
  /** A value against another year, or target against baseline, of one subject or of a sum; of two sets how far their gap moved. */
  'difference',
  /** What is missing to the final target. */
  'remaining',
  /** Two sets or subjects side by side: which is greater, are they the same. */
  'compare',
  /** Is it so? `claim` says what. */
  'whether',
  /** Why; how; what is it; what does the word mean: answered by statements. */
  'why',
  'how',
  'what',
  'define',
  /** Which page. */
  'page',
  /** The set by groups. */
  'group',
  /** Everything on the subjects: a name or topic alone. */
  'show',
  /** How a verdict or rate was worked out. */
  'basis',
  /** The log of recorded results. */
  'history',
  /** KPIs nobody has recorded a result for. */
  'unrecorded',
  /** About Hakaru: what can be asked, which plans there are. */
  'help',
  'plans',
  'greeting',
  'thanks',
  /** Not about plans at all: the weather. */
  'off-topic',
]);
export type Ask = z.infer<typeof askSchema>;

/** Asks that a document's own words answer. */
export const asksOfWords: readonly Ask[] = ['why', 'how', 'what', 'define'];

/** What a yes/no question claims; every part that is set must hold. */
export const claimSchema = z.strictObject({
  /** Members are in this set (U・Iターン応援 ∋ 苅田町: the town set). */
  within: z.array(predicateSchema),
  /** The attribute has this value or stands in this relation to it. */
  limits: z.array(limitSchema),
  /** The attribute holds this word. */
  words: z.array(z.string()),
  /** It rose, fell or stayed from one year (or baseline) to the next (or target). */
  moved: z.enum(['up', 'down', 'same']).nullable(),
  /** How far it is said to have moved: 39千円増えた, 5ポイント高い. */
  by: z.array(limitSchema).default([]),
  /** The target is reached. */
  reached: z.boolean().nullable(),
  /** The two sides are the same. */
  same: z.boolean().nullable(),
  /** The figure is said to be one for each year, or one that adds up over the years. */
  pace: z.enum(['yearly', 'total']).nullable().default(null),
  /** The set holds these records and no others; []: nothing of the kind is claimed. */
  members: z.array(z.string()).default([]),
  /** Every member of the set must keep it, not some. */
  each: z.boolean().default(false),
  /** The text itself denies it (…ではないですよね). */
  denied: z.boolean(),
});
export type Claim = z.infer<typeof claimSchema>;

/** A figure of running text: near which word it stands, and what is claimed of it (null: it is asked for). */
export const toldFigureSchema = z.strictObject({
  near: z.string(),
  claimed: z.strictObject({ value: z.number(), unit: z.string() }).nullable(),
  /** `base`: what a part is taken from (14事業のうち); `part`: the figure itself, all of it or not; `member`: no figure, one of those that are listed. */
  of: z.enum(['base', 'part', 'member']),
  /** What is said to be done, and whether that is denied: 検討していない; a sentence that says the opposite is not the one meant. */
  deed: z.strictObject({ noun: z.string(), denied: z.boolean() }).optional(),
});
export type ToldFigure = z.infer<typeof toldFigureSchema>;

/** One question. A text with several holds several of these. */
export const querySchema = z.strictObject({
  ask: askSchema,
  /** One set; `compare` has two or more. */
  sets: z.array(setSchema),
  wanted: z.array(wantedSchema),
  /** Direction of `extreme`; by: the change between two years instead of the value. */
  extreme: z
    .strictObject({
      way: z.enum(['max', 'min']),
      /** How many: トップ3. */
      top: z.int(),
      /** Only the one at this place: 2番目. */
      nth: z.int().nullable(),
      /** `ratio`: one end of `between` over the other; `year`: the years of one record against each other. */
      by: z.enum(['value', 'rise', 'fall', 'gap', 'rate-of-change', 'ratio', 'year']),
      /** The place of these members in the set is asked for. */
      placeOf: z.array(z.string()).optional(),
    })
    .nullable(),
  /** Of `difference`: the two sides when they are years or attributes of one subject. */
  between: z
    .strictObject({
      from: z.strictObject({ attribute: z.string(), fy: z.int().nullable() }),
      to: z.strictObject({ attribute: z.string(), fy: z.int().nullable() }),
      /** Also as a share (何割, 何倍, 何%). */
      as: z.enum(['amount', 'share', 'times']),
      /** The two figures that one cell prints, by their words: 平日, 休日. */
      labels: z.tuple([z.string(), z.string()]).optional(),
    })
    .nullable(),
  /** Of `ratio`: a share (the first set is a part of the second), so many per cent of it, so many times it. */
  as: z.enum(['share', 'percent', 'times']).nullable().default(null),
  /** Kind counted by `count`, kind or attribute grouped by of `group`; `gap` of a `difference`: how far the gap of two sets moved. */
  of: z.string().nullable(),
  claim: claimSchema.nullable(),
  /** The unit asked for: 億円に直すと. */
  unit: z.string().nullable(),
  /** Fiscal years said, for whatever: what a follow-up may mean by その年. */
  years: z.array(z.int()),
  /** What an answering statement must tell: `date`, or a number of this unit (か所); null: anything. */
  seek: z.string().nullable(),
  /** Topics of statements wanted (contact, naming, page); empty: any. */
  topics: z.array(z.string()),
  /** Words to look for in the statements, for why, how, what, define, page. */
  about: z.string(),
  /** Figures that statements on `about` must tell: claimed, or asked side by side. */
  told: z.array(toldFigureSchema).default([]),
  /** Of `show`: words that statements may tell of beside the records; '' asks for the records alone. */
  telling: z.string().default(''),
  /** What the thread asked the same of before, oldest first: 「どっちが多い」 holds it against this one. */
  earlier: z.array(z.strictObject({ sets: z.array(setSchema), years: z.array(z.int()) })).default([]),
  /** Content words no rule used; where there are any, no figure is worked out. */
  unread: z.array(z.string()),
  /** What was assumed or read otherwise, as whole Japanese sentences. */
  assumed: z.array(z.string()),
});
export type Query = z.infer<typeof querySchema>;
