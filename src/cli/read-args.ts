// The arguments of a terminal command by node:util, with Japanese words for what is wrong; and its help.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './usage.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What `--help` prints of a command. */
export interface CommandHelp {
  /** Arguments after the command's name. */
  usage: string;
  /** One sentence on what it does. */
  about: string;
  /** Arguments of calls that work as they stand. */
  examples: readonly string[];
}

/** Values of the options and the other words, in order. @throws UsageError */
export function readArgs<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const [, flag = ''] = /'(-[^'\s=]*)/.exec(message) ?? [];
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UsageError(`知らない指定です: ${flag}`);
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
      throw new UsageError(
        /does not take an argument/.test(message)
          ? `${flag} に値は付けられません`
          : `${flag} の値がありません`,
      );
    throw error;
  }
}

/** No other words may stand beside the options. @throws UsageError */
export function withoutWords(words: readonly string[]): void {
  if (words[0] !== undefined) throw new UsageError(`知らない指定です: ${words[0]}`);
}

/** The help of one command as it is printed. */
export function helpText(name: string, { usage, about, examples }: CommandHelp): string {
  const called = (words: string) => `npm run --silent ${name}${words === '' ? '' : ` -- ${words}`}`;
  return [
    `使い方: npm run --silent ${name} -- ${usage}`,
    about,
    '例:',
    ...examples.map((words) => `  ${called(words)}`),
    '',
  ].join('\n');
}
