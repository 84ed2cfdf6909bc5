// Faults of working an answer out of the facts.
import type { FaultsOf } from '../fault.ts';

const run = 'src/answer/run';

export const answerFaults: FaultsOf = {
  folder: 'answer',
  tests: [
    'test/answer/run',
    'test/answer/say',
    'test/question/promises/5-remaining.test.ts',
    'test/question/promises/6-claims.test.ts',
  ],
  faults: [
    {
      file: `${run}/sum.ts`,
      find: 'if (marks[member.at]) return false;',
      replace: 'if (marks[member.at] === 2) return false;',
      why: 'sums without de-duplication',
    },
    {
      file: `${run}/sum.ts`,
      find: 'if (Number.isNaN(figure)) continue;',
      replace: 'if (Number.isNaN(figure)) { count += 1; continue; }',
      why: 'blanks are counted among the summed',
    },
    {
      file: `${run}/sum.ts`,
      find: 'const newest = years.findLast(',
      replace: 'const newest = years.find(',
      why: 'the oldest budget for the newest',
    },
    {
      file: `${run}/sum.ts`,
      find: 'total.value / total.counted.length',
      replace: 'total.value / (total.counted.length + total.blank.length)',
      why: 'a mean over those without a figure too',
    },
    {
      file: `${run}/sum.ts`,
      find: 'values.reduce((sum, value) => sum + value, 0) : null',
      replace: '(values.at(-1) ?? 0) : null',
      why: 'several years together are the last one alone',
    },
    {
      file: `${run}/group.ts`,
      find: ': groupsByMember(scope, {',
      replace:
        ': groupsByMember({ ...scope, members: Array.from(context.facts.subjects(scope.kind), (subject, at) => ({ kind: scope.kind, subject, at })) }, {',
      why: 'groups without a set',
    },
    {
      file: `${run}/group.ts`,
      find: 'return valued ? (by ? labelsAmong(member, by, context) : labelsFor(member)) : [];',
      replace: 'return by ? labelsAmong(member, by, context) : labelsFor(member);',
      why: 'a group with a blank has no sum',
    },
    {
      file: `${run}/difference.ts`,
      find: 'const comparable = from && to && baseUnit(from.unit) === baseUnit(to.unit);',
      replace: 'const comparable = from && to;',
      why: 'difference without the unit check',
    },
    {
      file: `${run}/difference.ts`,
      find: 'if (!from || !to || baseUnit(from.unit) !== baseUnit(to.unit)) return Number.NaN;',
      replace: 'if (!from || !to) return Number.NaN;',
      why: 'changes are ranked without the unit check',
    },
    {
      file: `${run}/difference.ts`,
      find: "if (by === 'gap') return Math.abs(change);",
      replace: "if (by === 'gap') return change;",
      why: 'a large fall is no large gap',
    },
    {
      file: `${run}/extreme.ts`,
      find: 'return { figures: { members: ofUnit, values: Float64Array.from(own) }, unit };',
      replace: 'return { figures, unit };',
      why: 'superlative without the unit check',
    },
    {
      file: `${run}/extreme.ts`,
      find: ".sort((a, b) => (way === 'max' ? b.value - a.value : a.value - b.value));",
      replace:
        ".sort((a, b) => (way === 'max' ? b.value - a.value : a.value - b.value))\n    .slice(0, place);",
      why: 'of two equals one is told',
    },
    {
      file: `${run}/extreme.ts`,
      find: "if (by === 'fall') return way === 'max' ? 'min' : 'max';",
      replace: "if (by === 'fall') return way;",
      why: 'the largest fall is the largest rise',
    },
    {
      file: 'src/facts/derived.ts',
      find: 'return cells.findLast((cell) => cell.value !== null && !cell.aside);',
      replace: 'return cells.find((cell) => cell.value !== null && !cell.aside);',
      why: 'the oldest figure for the newest',
    },
    {
      file: 'src/facts/derived.ts',
      find: 'targets.findLast((cell) => cell.final && isFigure(cell)) ?? targets.findLast(isFigure)',
      replace: 'targets.find(isFigure)',
      why: 'the first target for the final one',
    },
    {
      file: `${run}/remaining.ts`,
      find: 'const last = known.at(-1);',
      replace: 'const last = known[0];',
      why: 'あと from the oldest actual',
    },
    {
      file: `${run}/remaining.ts`,
      find: 'const last = known.at(-1);',
      replace: 'const last = baselines.length > 0 ? undefined : known.at(-1);',
      why: 'あと from the baseline',
    },
    {
      file: `${run}/remaining.ts`,
      find: '(!from || baseUnit(goal.unit) === baseUnit(from.cell.unit))',
      replace: 'true',
      why: 'あと without the unit check',
    },
    {
      file: `${run}/remaining.ts`,
      find: "direction === 'down' || direction === 'rank' ? gap >= 0 : gap <= 0",
      replace: 'gap <= 0',
      why: 'fewer is better is forgotten',
    },
    {
      file: `${run}/remaining.ts`,
      find: "const sums = record?.measure === 'cumulative' &&",
      replace: 'const sums = false &&',
      why: 'a running total starts from one year alone',
    },
    {
      file: `${run}/mask.ts`,
      find: 'own[at] = ~(own[at] as number) & (told[at] as number) & ones;',
      replace: 'own[at] = ~(own[at] as number) & ones;',
      why: 'what is not told is in the complement',
    },
    {
      file: `${run}/predicates/limits.ts`,
      find: 'return limits.every((limit) =>',
      replace: 'return limits.some((limit) =>',
      why: 'one bound of two is enough',
    },
    {
      file: `${run}/predicates/limits.ts`,
      find: 'return value >= other;',
      replace: 'return value > other;',
      why: '以上 leaves the bound itself out',
    },
    {
      file: `${run}/predicates/cells.ts`,
      find: '(!units || wanted === null || units[place] === wanted || units[place] === yearly)',
      replace: 'true',
      why: '100人以上 finds per cents',
    },
    {
      file: `${run}/predicates/direct.ts`,
      find: 'return allOf(masks, context',
      replace: 'return allOf(masks.slice(0, 1), context',
      why: 'one of two towns is enough',
    },
    {
      file: `${run}/predicates/direct.ts`,
      find: "return when === 'past' ? over : !over;",
      replace: "return when === 'past' ? !over : over;",
      why: 'past and future due years change places',
    },
    {
      file: `${run}/predicates/each.ts`,
      find: 'repository.policyPath(one).some((node) => wanted.has(node.id)),',
      replace: 'wanted.has(one),',
      why: 'rows of the policies below are lost',
    },
    {
      file: `${run}/count.ts`,
      find: '[...new Set(ids.flatMap((own) => own ?? []))]',
      replace: 'ids.flatMap((own) => own ?? [])',
      why: 'a town of two projects counts twice',
    },
    {
      file: `${run}/run-query.ts`,
      find: 'if (fuzzy && overSets.includes(query.ask))',
      replace: 'if (fuzzy && false)',
      why: 'search hits are added up',
      tests: ['test/answer/run', 'test/question/promises/3-named-sets.test.ts'],
    },
    {
      file: `${run}/run-query.ts`,
      find: 'if (query.unread.length > 0) return unread(query, scopes, context);',
      replace: '',
      why: 'a figure in spite of an unread word',
    },
    {
      file: `${run}/whether/whether.ts`,
      find: 'claim.denied && holds !== null ? !holds : holds',
      replace: 'holds',
      why: '…ではないですよね is answered as if it were not denied',
    },
    {
      file: `${run}/whether/whether.ts`,
      find: 'const holds = wrong ? false : open ? null : true;',
      replace: 'const holds = open ? null : !wrong;',
      why: 'a wrong part of a claim is outweighed by an open one',
    },
    {
      file: `${run}/whether/figures.ts`,
      find: 'sameUnit(cell.unit, unit)',
      replace: 'true',
      why: '90人 confirms 90%',
    },
    {
      file: `${run}/compare.ts`,
      find: 'Number((way.to.value - way.from.value).toPrecision(12))',
      replace: 'Number((way.from.value - way.to.value).toPrecision(12))',
      why: 'changes are compared the wrong way round',
    },
    {
      file: `${run}/whether/figures.ts`,
      find: 'kept.every((one) => one === true) &&',
      replace: '',
      why: 'whatever it moved by confirms how far it is said to have moved',
    },
    {
      file: 'src/answer/say/claimed-figure.ts',
      find: "checks.every((one) => one === true) ? 'はい、' : 'いいえ、'",
      replace: "'はい、'",
      why: 'a wrong sum is confirmed',
    },
    {
      file: 'src/answer/say/claimed-figure.ts',
      find: "way === 'max' ? Math.max(",
      replace: "way !== 'max' ? Math.max(",
      why: 'the smaller of two is said to be more',
    },
    {
      file: `${run}/whether/same.ts`,
      find: 'const holds = values.length > 0 ? alike === (query.claim?.same ?? true) : null;',
      replace: 'const holds = values.length > 0 ? alike : null;',
      why: '違いますか of two rows is answered as 同じですか',
    },
  ],
};
