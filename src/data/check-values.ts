// Whether what a plan declares is sound, and whether a value fits the column it stands in.
import type { SeedProblem } from './describe-issue.ts';
import type { AttributeValue, DeclaredAttribute } from './schemas/attribute.ts';
import type { Plan } from './schemas/plan.ts';

/**
 * Ids the product itself gives a meaning; a plan's column needs another one. `number` is free:
 * where a plan prints numbers of its own, they are what its projects are numbered by.
 */
export const takenIds: ReadonlySet<string> = new Set(
  `budget baseline target actual rate deadline direction measure unit status summary name alias place repeated level pages revised
   department towns policy plan kpis projects period publisher published documents area lead
   initial supplement revisedBudget settled executed planned requested current`.split(/\s+/),
);

/** Types whose cells may hold a declared word instead of a figure: 皆増. */
const figures: ReadonlySet<DeclaredAttribute['type']> = new Set(['money', 'number', 'rate']);

/** Levels, columns, their words and kinds of amounts stand once each. */
export function checkDeclared(file: string, plan: Plan): SeedProblem[] {
  const problems: SeedProblem[] = [];
  const problem = (field: string, expected: string) =>
    problems.push({ file, record: 'plan', field, expected });
  const once = (ids: readonly string[], field: (place: number) => string, what: string) => {
    ids.forEach((id, place) => {
      if (ids.indexOf(id) < place) problem(field(place), `${what} that stands once ("${id}" is repeated)`);
    });
  };
  const { levels, attributes, amountKinds } = plan;
  once(
    levels.map(({ id }) => id),
    (place) => `levels[${place}].id`,
    'an id',
  );
  once(
    attributes.map(({ id }) => id),
    (place) => `attributes[${place}].id`,
    'an id',
  );
  once(
    amountKinds.map(({ kind }) => kind),
    (place) => `amountKinds[${place}].kind`,
    'a kind',
  );
  attributes.forEach(({ id, type, values }, place) => {
    if (takenIds.has(id))
      problem(`attributes[${place}].id`, `an id the product does not use itself (found "${id}")`);
    if (type === 'word' ? values === undefined : values !== undefined && !figures.has(type))
      problem(
        `attributes[${place}].values`,
        `words for type word, or those that stand where a figure could (type ${type})`,
      );
    once(
      (values ?? []).map(({ word }) => word),
      (word) => `attributes[${place}].values[${word}].word`,
      'a word',
    );
  });
  return problems;
}

/** What does not fit, if anything. */
export function checkValue(
  attribute: DeclaredAttribute,
  value: AttributeValue,
): { field: string; expected: string } | undefined {
  const { type, byYear, parts, values = [] } = attribute;
  const but = (field: string, expected: string) => ({
    field,
    expected: `${expected} ("${attribute.id}" is of type ${type})`,
  });
  if (!byYear && value.fy !== null)
    return { field: 'fy', expected: `null, as "${attribute.id}" is not by year (found ${value.fy})` };
  if (byYear && value.fy === null)
    return { field: 'fy', expected: `a fiscal year, as "${attribute.id}" is by year` };
  const list = value.list?.length ?? 0;
  switch (type) {
    case 'money':
    case 'number':
    case 'rate':
      if (value.word !== null && value.value === null && values.some(({ word }) => word === value.word))
        return undefined;
      if (value.word !== null || list > 0) return but('word', 'a figure in "value" only');
      if (value.value !== null && type === 'money' && !Number.isInteger(value.value))
        return but('value', 'a whole number');
      return undefined;
    case 'year':
      if ((value.word !== null && value.value !== null) || list > 0)
        return but('word', 'a year in "value", or else a word');
      if (value.value !== null && !Number.isInteger(value.value)) return but('value', 'a whole number');
      return undefined;
    case 'word':
      if (value.value !== null || list > 0) return but('value', 'a word in "word" only');
      if (value.word !== null && !values.some(({ word }) => word === value.word))
        return { field: 'word', expected: `a word "${attribute.id}" declares ("${value.word}" is none)` };
      return undefined;
    case 'list':
      return list === 0 ? but('list', 'a list of numbers or words') : undefined;
    case 'text':
      if (parts ? list !== parts.length : value.word === null)
        return but(parts ? 'list' : 'word', parts ? `${parts.length} parts in "list"` : 'a text in "word"');
      return undefined;
    case 'reference':
      return value.word === null ? but('word', 'an id or name in "word"') : undefined;
    default:
      return type satisfies never;
  }
}
