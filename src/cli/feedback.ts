// `feedback [--csv]`: what people said of the answers (役に立った／違う), for those who care for the word lists.
import { toCsv } from '../present/export/csv.ts';
import { existingStore } from '../start/store/existing.ts';
import { type CommandHelp, readArgs, withoutWords } from './read-args.ts';

/** What `--help` prints. */
export const help: CommandHelp = {
  usage: '[--csv]',
  about: '答えに寄せられた声（役に立った／違う）を、JSONかCSVで表示します。',
  examples: ['', '--csv > 声.csv'],
};

/** Prints the stored feedback, oldest first: JSON, or CSV for Excel. */
export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArgs(args, { csv: { type: 'boolean' } });
  withoutWords(positionals);
  const feedback = await readFeedback();
  if (!values.csv) {
    process.stdout.write(`${JSON.stringify(feedback, null, 2)}\n`);
    return;
  }
  const words = { good: '役に立った', bad: '違う' };
  const wrong: Record<string, string> = {
    figure: '数字が違う',
    record: '別の事業・KPI',
    words: '言葉が通じない',
    other: 'そのほか',
  };
  const rows = feedback.map(({ at, verdict, about, question, comment, answer, by }) => [
    at,
    words[verdict],
    wrong[about] ?? about,
    question,
    comment,
    answer,
    by,
  ]);
  process.stdout.write(
    toCsv({ columns: ['日時', '評価', '違っていたこと', '質問', 'コメント', '答え', '利用者'], rows }),
  );
}

async function readFeedback() {
  const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir } = process.env;
  const store = await existingStore({ databaseUrl, dataDir });
  if (!store) return [];
  try {
    return await store.feedback();
  } finally {
    await store.close();
  }
}
