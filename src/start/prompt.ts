// The bot in the terminal: a prompt that answers like Slack would; piped input gets one answer per line.
import { createInterface } from 'node:readline';
import type { AskOptions, Bot } from '../bot.ts';
import { toText } from '../present/terminal/text.ts';

/** Where a person types and reads. */
export interface Terminal {
  input: NodeJS.ReadableStream & { isTTY?: boolean };
  output: NodeJS.WritableStream;
  /** Said with every answer: what could not be read. */
  note: string | null;
}

/** Ends with the input; 「終了」, `exit` and Ctrl+D end the prompt. */
export async function runTerminal(bot: Bot, { input, output, note }: Terminal): Promise<void> {
  const talking = input.isTTY === true;
  const lines = createInterface({ input, output, terminal: talking, prompt: '質問> ' });
  let open = true;
  // `npm start -- --terminal | head`: a closed pipe ends quietly.
  output.on('error', () => {
    open = false;
    lines.close();
  });
  if (talking) {
    output.write('質問を入力してください（例：/kpi 移住、ヘルプ）。終わるときは「終了」か Ctrl+D です。\n');
    lines.prompt();
  }
  let thread: AskOptions = {};
  for await (const line of lines) {
    const question = line.trim();
    if (talking && ['終了', 'exit', 'quit'].includes(question)) break;
    if (question !== '' || !talking) {
      const found = await bot.ask(question, thread);
      const answer = note === null ? found : { ...found, notes: [note, ...found.notes] };
      if (talking && answer.query) thread = { before: answer.query };
      if (!open) break;
      const text = await bot.through(() => toText(answer), answer);
      // Piped: an answer is one line, so that lines in and lines out can be set side by side.
      output.write(talking ? `${text}\n\n` : `${text.trim().replace(/\n+/g, ' ／ ')}\n`);
    }
    if (talking) lines.prompt();
  }
  lines.close();
}
