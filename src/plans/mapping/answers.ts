// What a person confirmed, as a file: keyed by a fingerprint of the headings, so that next year's file needs no questions.
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { readYears } from '../cells/years.ts';
import type { Table } from '../layout/table.ts';

const answerSchema = z.union([z.string(), z.array(z.string()), z.record(z.string(), z.string())]);

/** A mapping file. */
export const answersSchema = z.strictObject({
  /** Fingerprint of the headings it was made for; left out of a file written by hand. */
  headings: z.string().optional(),
  /** The newest year the file's own headings said; a file of another year moves the answers' years. */
  madeFor: z.int().optional(),
  /** Sheets to read; all when left out. */
  sheets: z.array(z.string().min(1)).optional(),
  /** Heading → meaning where the proposal is not right: `"事業費": "決算:R6"`, `"備考": "無視"`. */
  columns: z.record(z.string(), z.string()).optional(),
  /** Question → answer: `"unit": "千円"`. */
  answers: z.record(z.string(), answerSchema).optional(),
});
export type Answers = z.infer<typeof answersSchema>;
export type Answer = z.infer<typeof answerSchema>;

/** The headings of all tables without their years, hashed: R6決算 this year is R7決算 in the next. */
export function fingerprint(tables: readonly Table[]): string {
  const headings = tables.map(({ kind, columns }) => {
    const bases = columns.map(({ heading }) => heading.base);
    return kind === 'form' ? [...new Set(bases)].sort() : bases;
  });
  const once = [...new Set(headings.map((bases) => bases.join('\u0001')))].sort();
  return createHash('sha256').update(once.join('\u0002')).digest('hex').slice(0, 16);
}

/** Of a PDF, which has no headings of columns: its title without years. */
export function titleFingerprint(title: string): string {
  const plain = title.normalize('NFKC').replace(/(?:令和|平成|[rh])?(?:元|\d+)年?度?|\s/gi, '');
  return createHash('sha256').update(`pages\u0001${plain}`).digest('hex').slice(0, 16);
}

/** Answers made for one year, moved to another: R2決算 of a file of R7 is R3決算 of the file of R8. */
export function shiftYears(answers: Answers, by: number): Answers {
  if (by === 0) return answers;
  const move = (text: string) => shiftText(text, by);
  const moveAnswer = (answer: Answer): Answer =>
    typeof answer === 'string'
      ? move(answer)
      : Array.isArray(answer)
        ? answer.map(move)
        : Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, move(value)]));
  const { published: _, ...kept } = answers.answers ?? {};
  const columns = Object.entries(answers.columns ?? {}).map(([key, value]) => [move(key), move(value)]);
  return {
    ...answers,
    ...(answers.columns ? { columns: Object.fromEntries(columns) } : {}),
    // The day of publication is never the same.
    answers: Object.fromEntries(Object.entries(kept).map(([key, value]) => [move(key), moveAnswer(value)])),
  };
}

/** Every year of a text moved, in the spelling it has. */
function shiftText(text: string, by: number): string {
  const plain = text.normalize('NFKC');
  let shifted = plain;
  for (const span of readYears(plain).reverse()) {
    if (span.joined === 'range') continue;
    const said = plain.slice(span.start, span.end);
    // R5・R6 are two years to move; of R6.3月末 the month stays.
    const moved = said.replace(span.joined ? /元|\d+/g : /元|\d+/, (number) => {
      const value = number === '元' ? 1 : Number(number);
      return String(value + by);
    });
    shifted = shifted.slice(0, span.start) + moved + shifted.slice(span.end);
  }
  return shifted;
}
