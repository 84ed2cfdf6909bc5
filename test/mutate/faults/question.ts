// Faults of reading a question.
import type { FaultsOf } from '../fault.ts';

const promises = 'test/question/promises';

export const questionFaults: FaultsOf = {
  folder: 'question',
  tests: [
    'test/question/readers',
    `${promises}/7-several-and-follow-ups.test.ts`,
    `${promises}/2-first-sentence.test.ts`,
    `${promises}/9-same-query.test.ts`,
  ],
  faults: [
    {
      file: 'src/question/cover.ts',
      find: '? 1.5 : 4) : 3;',
      replace: '? 0.1 : 0.1) : 0.1;',
      why: 'unknown words are cheaper than mentions',
    },
    {
      file: 'src/question/cover.ts',
      find: '        mention.cost,\n',
      replace: '        1,\n',
      why: 'a slip costs as little as the word itself',
    },
    {
      file: 'src/question/cover.ts',
      find: "&& !['ない', '無い', 'よい', 'いい', '良い'].includes(base)",
      replace: '',
      why: 'ない is a topic',
    },
    {
      file: 'src/question/clauses.ts',
      find: "if ((/[。!?]$/.test(piece.text) && !quoted) || (piece.text === '、' && introduces(begins))) close();",
      replace: '',
      why: 'two questions are one',
    },
    {
      file: 'src/question/clauses.ts',
      find: '.map(withoutScene);',
      replace: ';',
      why: 'what sets the scene is asked for too',
    },
    {
      file: 'src/question/clauses/lent.ts',
      find: 'join([{ pieces, start: 0, end: 0 }, scene.length > 0 ? own : clause])',
      replace: 'clause',
      why: 'the name of the sentence before is lost',
    },
    {
      file: 'src/question/clauses.ts',
      find: 'const joined = modifiersJoined(',
      replace: 'const joined = Array.from(',
      why: '…は除いてください is lost',
    },
    {
      file: 'src/question/clauses.ts',
      find: '(withOpenQuestions(withColumnsCorrected(asked)))).flatMap(atConnectors)',
      replace: '(withOpenQuestions(withColumnsCorrected(asked))))',
      why: 'また is no new question',
    },
    {
      file: 'src/question/compounds.ts',
      find: 'const penalty = 4;',
      replace: 'const penalty = 0;',
      why: '参加 of 交流参加者 asks for towns',
    },
    {
      file: 'src/question/compose/conditions/condition.ts',
      find: "{ relation: number.toRelation ?? '<=', value: number.to, unit, text },",
      replace: '',
      why: '80%から90% has one end',
    },
    {
      file: 'src/question/compose/conditions/condition.ts',
      find: 'const value = number.yen ?? number.value;',
      replace: 'const value = number.value;',
      why: 'a limit in 千円 is held against yen',
    },
    {
      file: 'src/question/compose/conditions/conditions-of.ts',
      find: "return [{ predicate: { is: 'repeated' }, item, label: item.text }];",
      replace: 'return [];',
      why: '再掲 is no condition',
    },
    {
      file: 'src/question/compose/conditions/conditions-of.ts',
      find: "if (kind === 'department') return { is: 'department', names: ids };",
      replace: "if (kind === 'department') return { is: 'all', of: [] };",
      why: 'the department is dropped',
    },
    {
      file: 'src/question/compose/limits/each-other.ts',
      find: "return '<';",
      replace: "return '>';",
      why: '下回る is 上回る',
    },
    {
      file: 'src/question/compose/limits/apply.ts',
      find: "meaning.kind === 'kpi'))\n    return { id: 'budget', item: null, years: [] };",
      replace: "meaning.kind === 'kpi'))\n    return null;",
      why: '1億円以上 without 予算 is no condition',
    },
    {
      file: 'src/question/compose/limits/apply.ts',
      find: 'attribute.years.length === 1 ? attribute.years : years.all',
      replace: 'years.all',
      why: 'the year beside the attribute is lost',
    },
    {
      file: 'src/question/compose/negation/apply.ts',
      find: 'else if (target?.condition) found = turnedRound(',
      replace: 'else if (target?.condition && false) found = turnedRound(',
      why: '以外 is read as the set itself',
    },
    {
      file: 'src/question/compose/negation/written.ts',
      find: "? { is: 'not', that: { is: 'has', ...cell } }",
      replace: "? { is: 'has', ...cell }",
      why: '記載のない lists those that have it',
    },
    {
      file: 'src/question/compose/years.ts',
      find: "typed.open === 'after' ? year + 1 : year",
      replace: 'year',
      why: 'より後 holds the year itself',
    },
    {
      file: 'src/question/compose/years.ts',
      find: 'if (base !== null) bound.all.push(base);\n  }\n  // 前の年',
      replace: '}\n  // 前の年',
      why: 'その年 of a thread is lost',
    },
    {
      file: 'src/question/read.ts',
      find: 'before = composed.at(-1) ?? before;',
      replace: '',
      why: 'the second question inherits nothing of the first',
    },
    {
      file: 'src/question/compose/conditions/policy-rows.ts',
      find: 'among.slice(from + 1, to + 1)',
      replace: 'among.slice(to, to + 1)',
      why: 'パッケージ1〜3 holds its ends alone',
    },
    {
      file: 'src/question/compose/other-town.ts',
      find: 'return { ...query, unread:',
      replace: 'return query; return { ...query, unread:',
      why: "another town is given the publisher's figure",
    },
    {
      file: 'src/question/compose/unheld-noun.ts',
      find: 'if (isHeld(head.text, id, clause)) return query;',
      replace: 'return query;',
      why: 'the place of a training is answered by what it is',
    },
    {
      file: 'src/question/compose/unit-price.ts',
      find: 'return perOne.test(whole) ?',
      replace: 'return false ?',
      why: 'what one of them costs is answered by the budget',
    },
    {
      file: 'src/question/told-figures.ts',
      find: 'if (part.deed && saysOpposite(part.deed, plain)) continue;',
      replace: '',
      why: '検討していない is confirmed by those who do',
    },
  ],
};
