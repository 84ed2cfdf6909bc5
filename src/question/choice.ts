// Several values of one kind: 「AじゃなくてB」 drops A, 「A以外」 turns it round, 「AかB」 takes either.
import type { Finding } from './finding.ts';
import type { Condition } from './question.ts';

/** Conditions that a word after them can turn round; towns know 「入っていない」 themselves. */
const turnable: Condition['on'][] = [
  'evaluation',
  'status',
  'budgetChange',
  'outcome',
  'sdg',
  'department',
  'policy',
  'plan',
  'bearer',
  'repeated',
  'direction',
];

const noun = '」?\\)?(?:の?(?:事業|もの|kpi|指標|評価))?';
const instead = new RegExp(`^${noun}(?:じゃなく|で?はなく|でなく)(?:て)?(?:、)?`);
const except = new RegExp(
  `^${noun}(?:以外|じゃない|で?はない|でない|(?:を|は)除(?:く|いた|いて|外した))(?:の)?`,
);

/** The findings with what 「じゃなくて」 and 「以外」 make of them. */
export function turnRound(findings: readonly Finding[], text: string): Finding[] {
  return findings.map((finding, index) => {
    const { meaning, at } = finding;
    if (meaning.is !== 'condition' || !turnable.includes(meaning.condition.on)) return finding;
    const { condition } = meaning;
    const end = at + finding.text.length;
    const rest = text.slice(end);
    const longer = (said: string) => ({ ...finding, text: text.slice(at, end + said.length) });
    const sameAhead = findings
      .slice(index + 1)
      .some((other) => other.meaning.is === 'condition' && other.meaning.condition.on === condition.on);
    const dropped = sameAhead ? instead.exec(rest) : null;
    if (dropped) return { ...longer(dropped[0]), meaning: { is: 'filler' } };
    const turned = except.exec(rest);
    return turned
      ? { ...longer(turned[0]), meaning: { is: 'condition', condition: { on: 'not', that: condition } } }
      : finding;
  });
}

/** A row has one evaluation, one change, one direction of outcome: two of them are alternatives. */
const oneOfARow: Condition['on'][] = ['evaluation', 'budgetChange', 'outcome'];

/** Whether a condition is an alternative to the last one, which stands before `between`. */
export function isAlternative(last: Condition, added: Condition, between: string): boolean {
  const before = last.on === 'any' ? last.of[0] : last;
  if (before?.on !== added.on) return false;
  if (oneOfARow.includes(added.on)) return true;
  // パッケージ1と2の事業 are those of either.
  if (added.on === 'policy' && /^(?:と|や|・|、|および|及び)$/.test(between)) return true;
  return /^\s?(?:番?か|または|又は|もしくは|あるいは|or)\s?$/.test(between);
}
