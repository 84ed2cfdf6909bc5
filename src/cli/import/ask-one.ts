// One question at the terminal, asked until the answer is one of those allowed.
import type { Answer } from '../../plans/mapping/answers.ts';
import { acceptedAnswer } from '../../plans/mapping/propose.ts';
import type { Question } from '../../plans/mapping/question.ts';
import { sayProposed } from '../../plans/mapping/say-proposal.ts';

/** Shows the question and reads its answer; Enter takes the proposal. */
export async function askOne(
  question: Question,
  ask: (text: string) => Promise<string>,
  out: (text: string) => void,
): Promise<Answer> {
  const { text, options, proposed } = question;
  out(`\n${text}\n`);
  options?.forEach(({ label }, index) => {
    out(`  ${index + 1}. ${label}\n`);
  });
  if (proposed !== null) {
    const shown = options?.find(({ value }) => value === proposed)?.label ?? sayProposed(proposed);
    out(`  （何も入力せずEnterで：${shown}）\n`);
  }
  for (;;) {
    const said = (await ask('> ')).trim();
    if (said === '' && proposed !== null) return acceptedAnswer(question);
    if (options) {
      const chosen =
        options[Number(said.normalize('NFKC')) - 1] ??
        options.find(({ value, label }) => value === said || label === said);
      if (chosen) return chosen.value;
      out(`1〜${options.length}の番号で答えてください。\n`);
    } else if (said !== '') {
      if (typeof proposed === 'object' && proposed !== null && !Array.isArray(proposed)) {
        const [name, value] = said.split(/[=＝]/);
        return value === undefined ? { '*': said } : { ...proposed, [(name ?? '').trim()]: value.trim() };
      }
      return Array.isArray(proposed) ? said.split(/[、,\s]+/) : said;
    }
  }
}
