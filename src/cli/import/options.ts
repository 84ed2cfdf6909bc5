// The arguments of `import FILE`, and the mapping file they name.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Vocabulary } from '../../plans/layout/vocabulary.ts';
import { type Answer, type Answers, answersSchema } from '../../plans/mapping/answers.ts';
import { columnWords, readColumnText } from '../../plans/mapping/column-text.ts';
import { readDay } from '../day.ts';
import { UsageError } from '../usage.ts';

/** What was asked for. */
export interface Options {
  path: string;
  answers: Answers;
  accept: boolean;
  dryRun: boolean;
  json: boolean;
  saveMapping: string | null;
}

/** Answers on the command line go before those of the file. */
export function merged(file: Answers, given: Answers, changed: boolean): Answers {
  if (!changed) return file;
  const own = commandLine.get(given);
  return {
    ...file,
    columns: { ...file.columns, ...own?.columns },
    answers: { ...file.answers, ...own?.answers },
  };
}

/** The answers that came as options, apart from those of the answers file. */
const commandLine = new WeakMap<Answers, Pick<Answers, 'columns' | 'answers'>>();

/** Reads the arguments. @throws UsageError */
export function readOptions(args: readonly string[], vocabulary: Vocabulary): Options {
  const said: Record<string, Answer> = {};
  const columns: Record<string, string> = {};
  const sheets: string[] = [];
  const paths: string[] = [];
  let file: Answers = {};
  const options = {
    accept: false,
    dryRun: false,
    json: false,
    saveMapping: null as string | null,
  };
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    const value = () => {
      index += 1;
      const next = args[index];
      if (next === undefined) throw new UsageError(`${arg} の値がありません`);
      return next;
    };
    if (arg === '--accept') options.accept = true;
    else if (arg === '--dry-run') options.dryRun = true;
    else if (arg === '--json') options.json = true;
    else if (arg === '--answers' || arg === '--mapping') file = readAnswersFile(value(), vocabulary);
    else if (arg === '--save-mapping') options.saveMapping = value();
    else if (arg === '--sheet') sheets.push(value());
    else if (['--title', '--publisher', '--published', '--unit', '--year'].includes(arg))
      said[arg.slice(2)] = arg === '--published' ? readDay(arg, value()) : value();
    else if (arg === '--answer') {
      const [id, ...rest] = value().split('=');
      if (!id || rest.length === 0) throw new UsageError('--answer は "質問=答え" の形で指定してください');
      said[id] = rest.join('=');
    } else if (arg === '--column') {
      const text = value();
      const at = text.lastIndexOf('=');
      const meaning = text.slice(at + 1);
      if (at <= 0 || !readColumnText(meaning, vocabulary))
        throw new UsageError(
          `--column の意味は ${columnWords.join('、')} のどれかです（例："事業費=決算:R6"）`,
        );
      columns[text.slice(0, at)] = meaning;
    } else if (arg.startsWith('--')) throw new UsageError(`知らない指定です: ${arg}`);
    else paths.push(arg);
  }
  const [path] = paths;
  if (path === undefined || paths.length > 1) throw new UsageError('取り込むファイルを1つ指定してください');
  checkUnit(said.unit, vocabulary);
  const answers: Answers = {
    ...file,
    ...(sheets.length > 0 ? { sheets } : {}),
    columns: { ...file.columns, ...columns },
    answers: { ...file.answers, ...said },
  };
  commandLine.set(answers, { columns, answers: said });
  return { path, answers, ...options };
}

function checkUnit(unit: Answer | undefined, { words }: Vocabulary): void {
  if (unit !== undefined && (typeof unit !== 'string' || !Object.hasOwn(words.units.money, unit)))
    throw new UsageError(`--unit は ${Object.keys(words.units.money).join('、')} のどれかです`);
}

function readAnswersFile(path: string, vocabulary: Vocabulary): Answers {
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
