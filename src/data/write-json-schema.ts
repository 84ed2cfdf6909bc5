// Writes seeds/*.schema.json; run it after a change of the schemas: `npx tsx src/data/write-json-schema.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from './json-schema.ts';

const sourceOf = (name: string) => readFileSync(join(import.meta.dirname, 'schemas', `${name}.ts`), 'utf8');
const seeds = join(import.meta.dirname, '../../seeds');
for (const [name, text] of Object.entries(jsonSchemas(sourceOf))) writeFileSync(join(seeds, name), text);
