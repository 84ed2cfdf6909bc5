// What buttons, views and rows of the store carry along as JSON text, read through its schema.
import * as z from 'zod';

/** Null for what is not ours: a button or a row of another version, a forged click. */
export function readCarried<T>(schema: z.ZodType<T>, text: string | undefined): T | null {
  try {
    return schema.safeParse(JSON.parse(text ?? '')).data ?? null;
  } catch {
    return null;
  }
}

const stateSchema = z.record(z.string(), z.record(z.string(), z.looseObject({})));

/** What stands in a view's inputs, block → action → what Slack says of it; nothing where it is not that. */
export function stateValues(values: unknown): z.infer<typeof stateSchema> {
  return stateSchema.safeParse(values).data ?? {};
}
