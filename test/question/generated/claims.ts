// Claims, right and wrong ones, and two records held against each other.
import type { Export, ExportedProject } from '../../../src/present/export/everything.ts';
import { type Asked, fill, money, withYears } from './asked.ts';
import { budgetsOf, namedOnce } from './budgets.ts';

const templates = {
  amount: [
    '{name}の{year}の予算は{amount}で合っていますか',
    '{name}の{year}の予算は{amount}ですか？',
    '{year}の{name}の予算って{amount}でしたよね？',
    'お疲れさまです。{name}の{year}の予算は{amount}で間違いないでしょうか。',
  ],
  department: [
    '{name}の担当課は{department}ですか',
    '{name}の担当課は{department}で合っていますか',
    '{name}の担当は{department}ですか',
    '{name}を担当しているのは{department}ですよね？',
  ],
  town: ['{town}は{name}に入っていますか', '{name}に{town}は参加していますか'],
  rose: ['{name}の予算は{from}から{to}で増えましたか', '{name}の予算は{from}より{to}のほうが増えていますか'],
  fell: ['{name}の予算は{from}から{to}で減りましたか', '{name}の予算は{from}より{to}のほうが減っていますか'],
  which: [
    '{name}と{other}、{year}の予算はどちらが多い？',
    '{year}の予算は{name}と{other}のどちらが多いですか',
    '{name}と{other}では、{year}の予算が大きいのはどっち？',
  ],
};

/** はい or いいえ first, with the right fact. */
export function askedClaims(data: Export): Asked[] {
  const projects = namedOnce(data.projects, data);
  return projects.flatMap((project, place) => [
    ...amounts(project, data),
    ...department(project, data),
    ...towns(project, data),
    ...change(project, data),
    ...which(project, projects.slice(place + 1), data),
  ]);
}

function amounts(project: ExportedProject, data: Export): Asked[] {
  return budgetsOf(project, data).flatMap(({ fy, yen }) =>
    [yen, yen + 1_000_000].map((claimed): Asked => {
      const right = claimed === yen;
      const values = { name: project.name, amount: money(claimed) };
      return {
        kind: right ? 'right amount' : 'wrong amount',
        about: `${project.id} ${fy}`,
        questions: withYears(templates.amount, values, fy),
        expected: [right ? 'はい、' : 'いいえ、', money(yen)],
        ordered: true,
      };
    }),
  );
}

function department({ id, name, department: own }: ExportedProject, { projects }: Export): Asked[] {
  const other = projects.find((one) => one.department !== null && one.department !== own)?.department;
  if (own === null || !other) return [];
  return [own, other].map((claimed) => ({
    kind: claimed === own ? 'right department' : 'wrong department',
    about: id,
    questions: fill(templates.department, { name, department: claimed }),
    expected: [claimed === own ? 'はい、' : 'いいえ、', own],
    ordered: true as const,
  }));
}

function towns({ id, name, plan, participants }: ExportedProject, data: Export): Asked[] {
  if (participants.scope !== 'listed') return [];
  const { area, municipality } = data.plans.find((one) => one.id === plan) ?? {};
  const inside = participants.towns.find((town) => town !== municipality);
  const absent = data.municipalities.find(
    (town) => town.area === area && town.name !== municipality && !participants.towns.includes(town.name),
  )?.name;
  const ask = (kind: string, town: string | undefined, more: readonly string[]): Asked[] => {
    if (town === undefined) return [];
    const yes = participants.towns.includes(town);
    return [
      {
        kind,
        about: `${id} ${town}`,
        questions: fill([...templates.town, ...more], { name, town }),
        expected: [yes ? 'はい、' : 'いいえ、', `「${name}」`],
        ordered: true,
      },
    ];
  };
  const listed = ['{town}は{name}の参加市町ですか？'];
  return [
    ...ask('town inside', inside, listed),
    ...ask('town outside', absent, listed),
    ...ask('lead town', municipality, []),
  ];
}

function change(project: ExportedProject, data: Export): Asked[] {
  const [first, last] = budgetsOf(project, data);
  if (!first || !last || first.yen === last.yen) return [];
  const rose = last.yen > first.yen;
  const values = { name: project.name, from: `R${first.fy - 2018}`, to: `R${last.fy - 2018}` };
  const amount = money(Math.abs(last.yen - first.yen));
  return (['rose', 'fell'] as const).map((claimed) => ({
    kind: `it ${claimed}`,
    about: project.id,
    questions: fill(templates[claimed], values),
    expected: [(claimed === 'rose') === rose ? 'はい、' : 'いいえ、', amount],
    ordered: true as const,
  }));
}

function which(project: ExportedProject, later: readonly ExportedProject[], data: Export): Asked[] {
  const [own] = budgetsOf(project, data);
  const other = later.find((one) => one.plan === project.plan);
  const theirs = other && budgetsOf(other, data).find(({ fy }) => fy === own?.fy);
  if (!own || !other || !theirs || own.yen === theirs.yen) return [];
  const [winner, loser] = own.yen > theirs.yen ? [project, other] : [other, project];
  const values = { name: project.name, other: other.name };
  return [
    {
      kind: 'which of two',
      about: `${project.id} ${other.id}`,
      questions: withYears(templates.which, values, own.fy),
      expected: [
        `「${winner.name}」`,
        money(Math.max(own.yen, theirs.yen)),
        `「${loser.name}」`,
        money(Math.min(own.yen, theirs.yen)),
      ],
      ordered: true,
    },
  ];
}
