// The attributes the plans declare: their own columns, and the kinds of amounts beside what 予算 means there.
import { type AmountKind, amountKindSchema, type DeclaredAmount } from '../data/schemas/amount.ts';
import type { DeclaredAttribute } from '../data/schemas/attribute.ts';
import type { Plan } from '../data/schemas/plan.ts';
import type { Attribute, AttributeWord } from './attribute.ts';

/** Name of the attribute that reads amounts of the kind; `revised` is a word of KPIs already. */
function amountAttribute(kind: AmountKind): string {
  return kind === 'revised' ? 'revisedBudget' : kind;
}

/** By name of the attribute. */
export const amountKinds: ReadonlyMap<string, AmountKind> = new Map(
  amountKindSchema.options.map((kind) => [amountAttribute(kind), kind]),
);

/** Whether 予算 is a word for the amounts: they need no attribute beside `budget`. */
export function isBudget({ words }: DeclaredAmount): boolean {
  return words.includes('予算');
}

/** Everything the plans declare, with ids `<plan>/<name>`, in the order of the plans. */
export function attributesOfPlans(plans: readonly Plan[]): Attribute[] {
  return plans.flatMap((plan) => [
    ...plan.amountKinds
      .filter((declared) => !isBudget(declared))
      .map(
        ({ kind, label, words, unit }): Attribute => ({
          id: `${plan.id}/${amountAttribute(kind)}`,
          label,
          words,
          of: ['project', 'row'],
          type: 'money',
          unit,
          byYear: true,
          adds: true,
          plan: plan.id,
        }),
      ),
    ...plan.attributes.map(
      (own): Attribute => ({ ...own, id: `${plan.id}/${own.id}`, of: carriers(own), plan: plan.id }),
    ),
  ]);
}

/** What a row holds counts for its project, what a project holds for all its rows. */
function carriers({ of }: DeclaredAttribute): Attribute['of'] {
  const listed = of.includes('row') || of.includes('project');
  return [...new Set([...of, ...(listed ? (['project', 'row'] as const) : [])])];
}

/** The levels of all plans as words of the attribute `level`. */
export function levelWords(plans: readonly Plan[]): AttributeWord[] {
  const levels = new Map<string, Set<string>>();
  for (const { id, name, words } of plans.flatMap((plan) => plan.levels)) {
    const known = levels.get(id) ?? new Set<string>();
    levels.set(id, known);
    for (const word of [name, ...words]) known.add(word);
  }
  return [...levels].map(([word, words]) => ({ word, words: [...words] }));
}

/** What a bare name means: the columns of that name and type in all plans, shown under the first one's label. */
export function joined(first: Attribute, others: readonly Attribute[]): Attribute {
  const alike = [first, ...others].filter(({ type }) => type === first.type);
  const values = new Map<string, AttributeWord>();
  for (const word of alike.flatMap((one) => one.values ?? [])) {
    const known = values.get(word.word);
    values.set(word.word, known ? { ...known, words: [...new Set([...known.words, ...word.words])] } : word);
  }
  return {
    ...first,
    of: [...new Set(alike.flatMap((one) => one.of))],
    words: [...new Set(alike.flatMap((one) => [...one.words, one.label]))],
    ...(values.size > 0 ? { values: [...values.values()] } : {}),
  };
}
