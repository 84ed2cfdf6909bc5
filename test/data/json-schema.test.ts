// The JSON Schema files beside the seeds are those the zod schemas give, with the docstrings as descriptions.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonSchemas } from '../../src/data/json-schema.ts';

const root = join(import.meta.dirname, '../..');
const committed = (name: string) => readFileSync(join(root, 'seeds', name), 'utf8');
const schemas = jsonSchemas((name) => readFileSync(join(root, `src/data/schemas/${name}.ts`), 'utf8'));

describe('JSON Schema of the seeds', () => {
  test.each(['plan.schema.json', 'municipalities.schema.json'])(
    '%s is up to date (else npm run schema)',
    (name) => {
      expect(committed(name)).toBe(schemas[name]);
    },
  );

  test('an editor sees what a field is for and which words it takes', () => {
    const { $defs } = JSON.parse(committed('plan.schema.json'));
    expect($defs.kpi.properties.direction.$ref).toBe('#/$defs/direction');
    expect($defs.direction.enum).toEqual(['up', 'down', 'keep', 'rank', 'milestone', 'unknown']);
    expect($defs.amount.properties.yen.description).toBe(
      'Exact yen (34,507千円 is 34507000); null when the cell holds a dash or is blank.',
    );
    expect($defs.target.properties.periodStart.description).toBe(
      'First fiscal year of a period: R3～R5年 → 2021 with `fy` 2023.',
    );
    expect($defs.project.description).toBe('One project.');
  });

  test('an unknown field is an error for the editor too', () => {
    const { $defs } = JSON.parse(committed('plan.schema.json'));
    for (const noun of [
      'planFile',
      'plan',
      'policy',
      'project',
      'listing',
      'amount',
      'attribute',
      'level',
      'kpi',
      'target',
    ])
      expect($defs[noun].additionalProperties, noun).toBe(false);
  });
});
