// Steps for Workflow Builder: 「KPIを検索」 and 「遅れているKPI」 give their answer as text and a count.
import type { Answer } from '../../answer/answer.ts';
import { kpisOf } from '../../answer/entries.ts';
import { clip } from '../../present/block-limits.ts';
import { withPrefix } from '../../present/blocks/command-prefix.ts';
import { toText } from '../../present/terminal/text.ts';
import { unreadNote } from '../ask.ts';
import type { RegisterListener } from '../context.ts';
import { newReference } from '../errors/report.ts';
import { plainQuestion } from '../plain-question.ts';

/** The words of each step as a question; null when it cannot be asked. */
const steps: Record<string, (words: string) => string | null> = {
  search_kpi: (words) => (words === '' ? null : `/kpi ${words}`),
  lagging_kpi: (words) => `/kpi 遅れ ${words}`.trim(),
};

export const registerWorkflow: RegisterListener = (app, context) => {
  for (const [step, questionOf] of Object.entries(steps)) {
    app.function(step, async ({ inputs, complete, fail }) => {
      const given = (inputs as { words?: unknown }).words;
      const question = questionOf(typeof given === 'string' ? plainQuestion(given) : '');
      if (question === null) {
        await fail({
          error: '調べる言葉が空のため、KPIを検索できませんでした。ステップの設定をご確認ください。',
        });
        return;
      }
      let outputs: { text: string; total: number };
      try {
        outputs = outputsOf(await context.bot.ask(question), context.config.commandPrefix);
        const unread = unreadNote(context);
        if (unread !== null) outputs = { ...outputs, text: `${unread}\n${outputs.text}` };
      } catch (error) {
        const reference = newReference();
        context.log.error({ reference, err: error, step }, 'a workflow step failed');
        await fail({ error: `KPIを調べられませんでした。参照番号 ${reference} を管理者にお伝えください。` });
        return;
      }
      await complete({ outputs });
    });
  }
};

/** The text goes into other people's messages: nothing in it may ping a channel. */
function outputsOf(answer: Answer, prefix: string): { text: string; total: number } {
  const text = withPrefix(toText(answer), prefix).replace(/</g, '＜').replace(/>/g, '＞');
  const entries = 'entries' in answer ? kpisOf(answer.entries).length : 'entry' in answer ? 1 : 0;
  return { text: clip(text, 3000), total: entries };
}
