// JSON Schema of the seed files, made from the zod schemas, so that editors complete fields and show what each is for.
import * as z from 'zod';
import * as amount from './schemas/amount.ts';
import * as attribute from './schemas/attribute.ts';
import * as kpi from './schemas/kpi.ts';
import * as municipality from './schemas/municipality.ts';
import * as plan from './schemas/plan.ts';
import * as policy from './schemas/policy.ts';
import * as project from './schemas/project.ts';
import * as source from './schemas/source.ts';
import * as statement from './schemas/statement.ts';
import * as value from './schemas/value.ts';

const modules = { amount, attribute, kpi, municipality, plan, policy, project, source, statement, value };

/** The schema files to write beside the seeds; `sourceOf` gives the text of `schemas/<name>.ts`. */
export function jsonSchemas(sourceOf: (name: string) => string): Record<string, string> {
  const docs = new Map<string, Map<string, string>>();
  const registry = z.registry<{ id: string; description?: string }>();
  for (const [name, exports] of Object.entries(modules)) {
    const text = sourceOf(name);
    for (const [exported, schema] of Object.entries(exports)) {
      if (!(schema instanceof z.ZodType)) continue;
      docs.set(exported, fieldDocs(text, exported));
      const description = docBefore(text, `export const ${exported} `);
      const id = exported.replace(/Schema$/, '');
      registry.add(schema, description === undefined ? { id } : { id, description });
    }
  }
  const write = (schema: z.ZodType, title: string) => {
    const json = z.toJSONSchema(schema, { metadata: registry });
    for (const [id, definition] of Object.entries(json.$defs ?? {}))
      describeFields(definition, docs.get(`${id}Schema`) ?? new Map());
    const { $schema, ...rest } = json;
    return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
  };
  return {
    'municipalities.schema.json': write(municipality.municipalitiesFileSchema, 'Towns'),
    'plan.schema.json': write(plan.planFileSchema, 'A plan with its policies, projects, KPIs and statements'),
  };
}

/** Puts the docstrings on the fields of a definition and of the unnamed records inside it. */
function describeFields(definition: z.core.JSONSchema._JSONSchema, docs: ReadonlyMap<string, string>): void {
  if (typeof definition !== 'object') return;
  for (const [field, property] of Object.entries(definition.properties ?? {})) {
    const description = docs.get(field);
    if (description !== undefined && typeof property === 'object') property.description = description;
    describeFields(property, docs);
  }
  const items = Array.isArray(definition.items) ? definition.items : [definition.items];
  for (const inner of [...items, ...(definition.anyOf ?? [])]) if (inner) describeFields(inner, docs);
}

/** Docstrings of the fields of one schema, by field name; nested fields count where the name is free. */
function fieldDocs(text: string, exported: string): Map<string, string> {
  const docs = new Map<string, string>();
  const start = text.indexOf(`export const ${exported} `);
  const end = text.indexOf('\nexport ', start + 1);
  // Fields shared by spreading (`valueShape`) stand in a const of the same file.
  const spread = [...text.slice(start, end).matchAll(/\.\.\.(\w+)/g)].map(([, name]) => `const ${name} `);
  const blocks = [
    text.slice(start, end === -1 ? undefined : end),
    ...spread.map((name) => text.slice(text.indexOf(name), text.indexOf('\n};', text.indexOf(name)))),
  ];
  for (const block of blocks) {
    for (const [, doc, field] of block.matchAll(/\/\*\* ((?:[^*]|\*(?!\/))*) \*\/\n\s+(\w+):/g)) {
      if (doc !== undefined && field !== undefined && !docs.has(field)) docs.set(field, oneLine(doc));
    }
  }
  return docs;
}

/** The docstring right before `declaration`. */
function docBefore(text: string, declaration: string): string | undefined {
  const before = text.slice(0, text.indexOf(declaration));
  const doc = /\/\*\*((?:[^*]|\*(?!\/))*)\*\/\n$/.exec(before)?.[1];
  return doc === undefined ? undefined : oneLine(doc);
}

function oneLine(doc: string): string {
  return doc.replace(/\s*\n\s*\*?\s*/g, ' ').trim();
}
