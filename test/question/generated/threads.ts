// Several questions in one message, and follow-ups that inherit what they lack.
import type { Export } from '../../../src/present/export/everything.ts';
import { type Asked, fill, money } from './asked.ts';
import { budgetsOf, namedOnce } from './budgets.ts';

const twoAtOnce = [
  '{name}の担当課は？{year}の予算は？',
  '{name}の担当課を教えてください。あと、{year}の予算も教えてください。',
  '{name}の担当課と{year}の予算は？',
];

/** Each is answered, in order. */
export function askedTogether(data: Export): Asked[] {
  const projects = namedOnce(data.projects, data);
  return projects.flatMap((project, i): Asked[] => {
    const { id, name, department } = project;
    const last = budgetsOf(project, data).at(-1);
    if (!last) return [];
    const other = projects.slice(i + 1).find((one) => budgetsOf(one, data).some(({ fy }) => fy === last.fy));
    const theirs = other && budgetsOf(other, data).find(({ fy }) => fy === last.fy);
    const year = `R${last.fy - 2018}`;
    return [
      ...(department === null
        ? []
        : [
            {
              kind: 'two at once',
              about: id,
              questions: fill(twoAtOnce, { name, year }),
              expected: [department, money(last.yen)],
              ordered: true as const,
            },
          ]),
      ...(other && theirs
        ? [
            {
              kind: 'two records',
              about: `${id} ${other.id}`,
              questions: fill(
                [
                  '{name}の{year}の予算は？{other}の{year}の予算は？',
                  '{name}の{year}の予算は？\n{other}は？',
                ],
                { name, other: other.name, year },
              ),
              expected: [`「${name}」`, money(last.yen), `「${other.name}」`, money(theirs.yen)],
              ordered: true as const,
            },
          ]
        : []),
    ];
  });
}

/** Subject, attribute or year comes from the question before. */
export function askedAfter(data: Export): Asked[] {
  const projects = namedOnce(data.projects, data);
  return projects.flatMap((project, i): Asked[] => {
    const { id, name, department } = project;
    const [first, ...more] = budgetsOf(project, data);
    if (!first) return [];
    const context = `${name}の令和${first.fy - 2018}年度の予算は？`;
    const after = (kind: string, questions: Asked['questions'], expected: string[]): Asked => ({
      kind: `after: ${kind}`,
      about: id,
      questions,
      expected,
      context,
    });
    const other = projects.slice(i + 1).find((one) => budgetsOf(one, data).some(({ fy }) => fy === first.fy));
    const theirs = other && budgetsOf(other, data).find(({ fy }) => fy === first.fy);
    return [
      ...more.map(({ fy, yen }) =>
        after(
          'another year',
          fill(['{year}は？', 'じゃあ{year}は？', '{year}だといくら？'], { year: `R${fy - 2018}` }),
          [`「${name}」`, money(yen)],
        ),
      ),
      ...(department === null
        ? []
        : [
            after('another attribute', fill(['担当課は？', 'その担当課は？', 'どこの課が担当？'], {}), [
              department,
            ]),
          ]),
      ...(other && theirs
        ? [
            after('another record', fill(['{other}は？', 'じゃあ{other}は？'], { other: other.name }), [
              `「${other.name}」`,
              money(theirs.yen),
            ]),
          ]
        : []),
    ];
  });
}
