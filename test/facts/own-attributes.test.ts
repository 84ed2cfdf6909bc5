// An attribute of the product's own is declared, read and asked in three files: one forgotten is told here.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Kind } from '../../src/facts/attribute.ts';
import { coreAttributes } from '../../src/facts/attributes.ts';
import { kpiReaders } from '../../src/facts/readers/kpi.ts';
import {
  departmentReaders,
  planReaders,
  policyReaders,
  townReaders,
} from '../../src/facts/readers/others.ts';
import { projectReaders } from '../../src/facts/readers/project.ts';
import { readLexicon } from '../../src/language/words/lexicon-texts.ts';

const readers: Record<Kind, object> = {
  project: projectReaders,
  row: projectReaders,
  kpi: kpiReaders,
  policy: policyReaders,
  plan: planReaders,
  town: townReaders,
  department: departmentReaders,
};

/** Judged, not read. */
const judged = ['kpi status'];

/** No word asks for these: conditions, places and names of plans lead to them, or nothing does yet. */
const withoutWords = [
  'measure',
  'alias',
  'place',
  'repeated',
  'level',
  'pages',
  'revised',
  'plan',
  'lead',
  'published',
  'documents',
  'area',
];

test('every attribute has cells of each kind it is said to be of', () => {
  const lacking = coreAttributes.flatMap(({ id, of }) =>
    of.filter((kind) => !(id in readers[kind])).map((kind) => `${kind} ${id}`),
  );
  expect(lacking).toEqual(judged);
});

test('every attribute has its everyday words in the lexicon', () => {
  const { attributes } = readLexicon(join(import.meta.dirname, '../../index'));
  const unasked = coreAttributes.filter(({ id }) => !attributes?.[id]?.length).map(({ id }) => id);
  expect(unasked).toEqual(withoutWords);
});
