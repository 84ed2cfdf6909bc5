// The arguments of `import FILE`, and the mapping file they name.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Headings } from '../../plans/layout/headings.ts';
import { type Answer, type Answers, answersSchema } from '../../plans/mapping/answers.ts';
import { columnWords, readColumnText } from '../../plans/mapping/column-text.ts';
import { readDay } from '../day.ts';
import { readArgs } from '../read-args.ts';
import { UsageError } from '../usage.ts';

/** What was asked for. */
export interface Options {
  path: string;
  /** Those of the answers file with the typed ones. */
  answers: Answers;
  /** Those that came as options of their own. */
  typed: Pick<Answers, 'columns' | 'answers'>;
  accept: boolean;
  dryRun: boolean;
  json: boolean;
  saveMapping: string | null;
}

/** Answers on the command line go before those of the file. */
export function merged(file: Answers, { typed }: Pick<Options, 'typed'>): Answers {
  return {
    ...file,
    columns: { ...file.columns, ...typed.columns },
    answers: { ...file.answers, ...typed.answers },
  };
}

const flags = {
  accept: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  mapping: { type: 'string' },
  answers: { type: 'string' },
  'save-mapping': { type: 'string' },
  sheet: { type: 'string', multiple: true },
  title: { type: 'string' },
  publisher: { type: 'string' },
  published: { type: 'string' },
  unit: { type: 'string' },
  year: { type: 'string' },
  answer: { type: 'string', multiple: true },
  column: { type: 'string', multiple: true },
} as const;

/** Reads the arguments. @throws UsageError */
export function readOptions(args: readonly string[], vocabulary: Headings): Options {
  const { values, positionals } = readArgs(args, flags);
  const [path] = positionals;
  if (path === undefined || positionals.length > 1)
    throw new UsageError('取り込むファイルを1つ指定してください');
  const said: Record<string, Answer> = {
    ...saidOn(values),
    ...Object.fromEntries((values.answer ?? []).map(readAnswer)),
  };
  checkUnit(said.unit, vocabulary);
  const columns = Object.fromEntries((values.column ?? []).map((text) => readColumn(text, vocabulary)));
  const mapping = values.mapping ?? values.answers;
  const file = mapping === undefined ? {} : readAnswersFile(mapping, vocabulary);
  const sheets = values.sheet ?? [];
  const typed = { columns, answers: said };
  return {
    path,
    answers: merged({ ...file, ...(sheets.length > 0 ? { sheets } : {}) }, { typed }),
    typed,
    accept: values.accept === true,
    dryRun: values['dry-run'] === true,
    json: values.json === true,
    saveMapping: values['save-mapping'] ?? null,
  };
}

/** Answers that have an option of their own. */
function saidOn(values: Partial<Record<'title' | 'publisher' | 'published' | 'unit' | 'year', string>>) {
  const { title, publisher, published, unit, year } = values;
  const given = { title, publisher, published, unit, year };
  if (published !== undefined) readDay('--published', published);
  return Object.fromEntries(
    Object.entries(given).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])),
  );
}

/** `grain=add` */
function readAnswer(text: string): [string, string] {
  const [id, ...rest] = text.split('=');
  if (!id || rest.length === 0) throw new UsageError('--answer は "質問=答え" の形で指定してください');
  return [id, rest.join('=')];
}

/** `事業費=決算:R6` */
function readColumn(text: string, vocabulary: Headings): [string, string] {
  const at = text.lastIndexOf('=');
  const meaning = text.slice(at + 1);
  if (at <= 0 || !readColumnText(meaning, vocabulary))
    throw new UsageError(`--column の意味は ${columnWords.join('、')} のどれかです（例："事業費=決算:R6"）`);
  return [text.slice(0, at), meaning];
}

function checkUnit(unit: Answer | undefined, { words }: Headings): void {
  if (unit !== undefined && (typeof unit !== 'string' || !Object.hasOwn(words.units.money, unit)))
    throw new UsageError(`--unit は ${Object.keys(words.units.money).join('、')} のどれかです`);
}

function readAnswersFile(path: string, vocabulary: Headings): Answers {
  let content: unknown;
  try {
    content = JSON.parse(
      readFile(path)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    );
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} をJSONとして読めません（${(error as Error).message}）`);
  }
  const parsed = answersSchema.safeParse(content);
  if (parsed.success) {
    const unknown = Object.entries(parsed.data.columns ?? {}).find(
      ([, text]) => !readColumnText(text, vocabulary),
    );
    if (unknown)
      throw new UsageError(
        `${path} の「${unknown[0]}」の意味「${unknown[1]}」が分かりません（${columnWords.join('、')}）`,
      );
    return parsed.data;
  }
  const [issue] = parsed.error.issues;
  throw new UsageError(`${path} の ${issue?.path.join('.') || '先頭'} が回答の形ではありません`);
}

/** A path as the person typed it: npm runs the command in its own folder. */
export function fromHere(path: string): string {
  return resolve(process.env.INIT_CWD ?? '', path);
}

/** The file a person named. @throws UsageError */
export function readFile(path: string): Buffer {
  try {
    return readFileSync(fromHere(path));
  } catch (cause) {
    throw new UsageError(`${path} を読み込めません（${(cause as NodeJS.ErrnoException).code}）`);
  }
}
