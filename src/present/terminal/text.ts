// Answer → plain text of the terminal.
import type { Answer, Entry } from '../../answer/answer.ts';
import { moment } from '../../wording/dates.ts';
import { fiscalYearName } from '../../wording/years.ts';
import { plansHeld } from '../blocks/help.ts';
import { asBudget, budgetTotals } from '../budget-totals.ts';
import { flagsText } from '../flag-words.ts';
import { phrases } from '../phrases.ts';
import { inShownOrder, standingsOfAnswer } from '../standings.ts';
import { kpiLines, projectLines, sourceLine } from './entry.ts';

/** Entries shown in full; the rest is counted. */
const shownEntries = 20;

/** The whole answer as a person reads it in a terminal. */
export function toText(given: Answer): string {
  const answer = inShownOrder(given);
  const standings = standingsOfAnswer(answer);
  const lines = [answer.lead, ...(standings === '' ? [] : [`判定　${standings}`]), ...totalsLine(answer)];
  switch (answer.kind) {
    case 'list':
    case 'budget':
    case 'towns':
    case 'lagging':
    case 'unrecorded':
    case 'fact':
    case 'silent':
      lines.push(...entryLines(answer.entries));
      break;
    case 'nothing-found':
      if (answer.alternatives.length === 0) lines.push(phrases.tryOthers);
      break;
    case 'help':
      for (const { title, examples } of answer.sections)
        lines.push('', `【${title}】`, ...examples.map(({ ask, what }) => `   ${ask}　… ${what}`));
      lines.push('', ...plansHeld(answer));
      break;
    case 'basis':
      for (const { label, verdict } of answer.verdicts) {
        lines.push(
          '',
          `【${label}】${verdict.status}`,
          `   ${verdict.reason}`,
          `   ${verdict.inputs.formula}`,
          `   ${phrases.bands(verdict.inputs.bands)}`,
          ...verdict.flags.map((flag) => `   ※${flagsText([flag])}`),
          `   ${sourceLine(verdict.inputs.sources, answer.entry.plan)}`,
        );
      }
      lines.push('', ...kpiLines(answer.entry));
      break;
    case 'history':
      lines.push(
        ...answer.log.map(
          (entry) =>
            `   ${moment(entry.recordedAt)} ${fiscalYearName(entry.fy)} ${entry.typed}（${{ recorded: '登録', corrected: '訂正', withdrawn: '取消' }[entry.kind]}・${entry.recordedBy}）${entry.comment}`,
        ),
        ...kpiLines(answer.entry),
      );
      break;
    default:
      answer satisfies never;
  }
  // A quote that the lead already holds is not repeated.
  for (const { text, place, plan } of answer.quotes ?? [])
    if (!answer.lead.includes(text.replace(/。$/, ''))) lines.push(`   「${text}」（${plan} ${place}）`);
  lines.push(...[...answer.understood.assumed, ...answer.notes].map((note) => `※${note}`));
  if (answer.alternatives.length > 0) {
    const title = answer.kind === 'nothing-found' ? phrases.suggestions : phrases.alsoAsk;
    lines.push(`${title}：${answer.alternatives.map(({ label, ask }) => `${label}（${ask}）`).join('、')}`);
  }
  return lines.join('\n');
}

/** What the projects of an answer about money have together; their budgets stand below. */
function totalsLine(answer: Answer): string[] {
  const money = asBudget(answer);
  const totals = money ? budgetTotals(money) : null;
  return totals === null ? [] : [`${totals.label}　${totals.text}`];
}

function entryLines(entries: readonly Entry[]): string[] {
  const lines = entries
    .slice(0, shownEntries)
    .flatMap((entry) => ['', ...(entry.kind === 'kpi' ? kpiLines(entry) : projectLines(entry))]);
  if (entries.length > shownEntries) lines.push('', phrases.more(entries.length - shownEntries));
  return lines;
}
