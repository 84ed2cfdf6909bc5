// Text → Question: runs every parser, settles overlaps, keeps what was said apart from what is assumed.
import { normalize } from '../language/normalize.ts';
import { isAlternative, turnRound } from './choice.ts';
import { stripFiller } from './filler.ts';
import type { Surroundings } from './finding.ts';
import { parsers } from './parsers/index.ts';
import type { Condition, Facet, Named, Operation, Question, Special } from './question.ts';
import { intentOf, kindsOf } from './question-kind.ts';
import { addCondition, addOperation, boundYears, distinct, settle, settleAmount } from './settle.ts';
import { setTopicsApart } from './topic-words.ts';

/** Longer texts are searched for, but only their beginning is read for forms. */
const readLength = 400;

const commandForm = /^\s*[/／]\S*?(kpi|jigyo|yosan|machi)(?=\s|　|$)/i;

/** Splits `/kpi 移住` into its command and its words; texts without a command stay whole. */
export function splitCommand(text: string): { command: Question['command']; words: string } {
  const match = commandForm.exec(text);
  if (!match) return { command: null, words: text };
  return {
    command: (match[1] ?? 'kpi').toLowerCase() as NonNullable<Question['command']>,
    words: text.slice(match[0].length),
  };
}

/** ⑬ alone is a direction; in VII-3-(1)-② it is part of a code. NFKC would make both plain figures. */
function nameCircled(text: string): string {
  return text.replace(
    /(方向(?:性)?\s*)?(?<![-)）ー−－])([①-⑳])(?=\s*(?:の|番|に|は|$|と))/g,
    (_, said, sign: string) => {
      return `${said ?? '方向'}${sign.normalize('NFKC')}`;
    },
  );
}

/** Reads a question. Never throws on any text. */
export function parseQuestion(
  text: string,
  around: Omit<Surroundings, 'command'>,
  given: Question['command'] = null,
): Question {
  const split = splitCommand(text);
  const command = split.command ?? given;
  const whole = normalize(nameCircled(split.words.replace(/<[@#!][^>]*>/g, ' ')));
  const read = whole.slice(0, readLength);
  const surroundings = { ...around, command };
  const settled = turnRound(settle(parsers.flatMap((parse) => parse(read, surroundings))), read);
  const { forms: findings, topics } = setTopicsApart(settled, read, command);

  const conditions: Condition[] = [];
  const facets: Facet[] = [];
  const operations: Operation[] = [];
  const named: Named[] = [];
  const unknown: Question['unknown'] = [];
  const kindsSaid: Question['kinds'] = [];
  const assumed = topics.map(({ text: said }) => `「${said.trim()}」は検索する言葉として読みました。`);
  const years = new Set<number>();
  let special: Special | null = null;
  let span = false;
  let rest = read;
  let conditionEnd = 0;
  for (const { meaning, at, text: said } of findings) {
    if (meaning.is !== 'named' || meaning.records.some((record) => record.exact))
      rest = rest.slice(0, at) + ' '.repeat(said.length) + rest.slice(at + said.length);
    switch (meaning.is) {
      case 'condition':
        addCondition(conditions, meaning.condition, (last, added) =>
          isAlternative(last, added, read.slice(conditionEnd, at)),
        );
        conditionEnd = at + said.length;
        // 連携事業, 主要事務事業: the plan's everyday name says the kind as well.
        if (meaning.condition.on === 'plan' && /事業|kpi|指標/.test(said))
          kindsSaid.push(/事業/.test(said) ? 'project' : 'kpi');
        break;
      case 'facet':
        if (!facets.includes(meaning.facet)) facets.push(meaning.facet);
        break;
      case 'operation':
        if (meaning.operation.does === 'count' && /事業|kpi|指標/.test(said))
          kindsSaid.push(/事業/.test(said) ? 'project' : 'kpi');
        addOperation(operations, meaning.operation);
        break;
      case 'years':
        for (const year of meaning.years) years.add(year);
        span ||= meaning.span;
        if (meaning.calendar) assumed.push(`「${said.trim()}」は${said.trim()}度として読みました。`);
        break;
      case 'kind':
        kindsSaid.push(meaning.kind);
        break;
      case 'special':
        special ??= meaning.special;
        break;
      case 'named':
        named.push(...meaning.records.map((record) => ({ ...record, said })));
        break;
      case 'unknown':
        unknown.push({ what: meaning.what, text: said });
        break;
      case 'filler':
        break;
      default:
        meaning satisfies never;
    }
  }
  // `/kpi 一覧`: the command says the kind, and no word a topic.
  if (command && /一覧|全部|全て|すべて|リスト/.test(read) && stripFiller(rest) === '')
    kindsSaid.push(command === 'kpi' ? 'kpi' : 'project');
  const plain =
    conditions.length + facets.length + operations.length + unknown.length + years.size === 0 &&
    special === null;
  settleAmount(facets, whole, named, kindsSaid, command);
  // A project has a published evaluation, its KPIs a status.
  const projectNamed = named.some(({ kind, exact }) => kind === 'project' && exact);
  if (projectNamed && !named.some(({ kind, exact }) => kind === 'kpi' && exact) && !kindsSaid.includes('kpi'))
    facets.splice(0, facets.length, ...facets.map((facet) => (facet === 'status' ? 'evaluation' : facet)));
  const facetYears = boundYears(findings, read);
  const words = stripFiller(rest + (whole.length > readLength ? ` ${whole.slice(readLength)}` : ''));
  const partial = {
    text,
    command,
    conditions,
    facets,
    operations,
    years: [...years].sort((a, b) => a - b),
    facetYears,
    span,
    special,
    named: distinct(named),
    unknown,
    // 「KPIの一覧」 names no topic: all of them.
    words: plain && !(words === '' && kindsSaid.length > 0) ? whole : words,
    topic: words,
    plain,
    assumed,
  };
  const { kinds, kindSaid } = kindsOf(partial, kindsSaid);
  return { ...partial, kinds, kindSaid, intent: intentOf({ ...partial, kinds }) };
}
