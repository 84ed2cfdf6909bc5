// Plans of invented towns, with levels, words, columns and amounts no seed has, come in through the same door and are shown as theirs.
import { describe, expect, test } from 'vitest';
import { parseSeeds } from '../../src/data/load-seeds.ts';
import type { Repository } from '../../src/data/repository.ts';
import { townsFile } from '../../src/data/seed-texts.ts';
import { createFacts } from '../../src/facts/facts.ts';
import { addSheet } from '../../src/import/add-sheet.ts';
import { parseSheet } from '../../src/import/parse-csv.ts';
import { toCsv } from '../../src/present/export/csv.ts';
import { csvTables } from '../../src/present/export/csv-tables.ts';
import { toExport } from '../../src/present/export/everything.ts';
import { columnTexts } from '../../src/present/own-columns.ts';
import { judgeNow } from '../../src/status/judge-now.ts';
import { publishedWords, verdictsOf } from '../../src/status/published.ts';
import { yen } from '../../src/wording/figures.ts';
import { citiesAndTowns, policyCode, townUnit } from '../../src/wording/names.ts';
import { inventedTexts, open, ownTexts, seedTexts, together } from '../support/other-plans.ts';

const own = ownTexts();
const committed = seedTexts();
const today = '2026-11-21';

const alone = (plan: string) => own.filter(({ name }) => name === townsFile || name === `${plan}.json`);

const repository = open(own);
const facts = createFacts(repository);
const planOf = (id: string, from: Repository = repository) => {
  const plan = from.plan(id);
  if (!plan) throw new Error(`no plan ${id}`);
  return plan;
};
const project = (id: string) => {
  const found = repository.project(id);
  if (!found) throw new Error(`no project ${id}`);
  return found;
};

describe('the one door', () => {
  test.each([
    ['minasato-hyoka', 14, 10],
    ['hoshimi-senryaku', 8, 10],
  ])('%s loads alone with %i projects and %i KPIs', (id, projects, kpis) => {
    const one = open(alone(id));
    expect(one.plans.map((plan) => plan.id)).toEqual([id]);
    expect([one.projects.length, one.kpis.length]).toEqual([projects, kpis]);
    expect(one.statements.length).toBeGreaterThanOrEqual(9);
  });

  test('every plan of the folder loads beside the others and the seeds', () => {
    const all = [...inventedTexts(), ...committed].filter(({ name }) => name !== townsFile);
    expect(open(together(committed, inventedTexts())).plans).toHaveLength(all.length);
  });

  test('beside the seeds each plan says what it says alone', () => {
    const all = open(together(committed, own));
    const allFacts = createFacts(all);
    for (const attribute of facts.attributes)
      for (const kind of attribute.of)
        for (const subject of facts.subjects(kind))
          if (subject.plan !== null)
            expect(allFacts.cellsOf(kind, attribute.id, subject.id)).toEqual(
              facts.cellsOf(kind, attribute.id, subject.id),
            );
    const before = createFacts(open(committed));
    for (const { id } of before.attributes) expect(allFacts.attribute(id)).toBeDefined();
    for (const one of before.subjects('project'))
      expect(allFacts.cells('evaluation', one.id)).toEqual(before.cells('evaluation', one.id));
  });

  test('全市町村 are the towns of the plan’s own area, villages among them', () => {
    expect(project('mina-sampo').participants.towns).toEqual([
      '水里市',
      '霧ヶ原市',
      '白波町',
      '杉坂町',
      '奥霧村',
      '月影村',
    ]);
    const towns = project('hoshi-bus').participants.towns;
    expect(`${towns.length}${townUnit(towns)}（${citiesAndTowns(towns)}）`).toBe('5市町村（2市1町2村）');
  });
});

describe('levels', () => {
  test('a code stands behind what its level puts before it', () => {
    const label = (id: string) => {
      const policy = repository.policy(id);
      return policy && policyCode(policy, planOf(policy.plan));
    };
    expect([label('mina-kihon-1-3-2'), label('mina-seisaku-1'), label('hoshi-senryaku-3')]).toEqual([
      '基本事業1-3-2',
      '政策1',
      '戦略Ⅲ',
    ]);
  });

  test('the level of a policy is its id, told by its name', () => {
    expect(facts.cells('level', 'hoshi-mokuhyo-1')).toMatchObject([{ word: 'mokuhyo', text: 'めざす姿' }]);
    expect(facts.attribute('level')?.values?.find(({ word }) => word === 'kihon-jigyo')?.words).toEqual([
      '基本事業',
      '基本となる事業',
    ]);
  });

  test('pages of a policy are a fact', () => {
    expect(facts.cells('pages', 'mina-seisaku-1')).toMatchObject([{ word: '3～12ページ' }]);
    expect(facts.cells('pages', 'mina-shisaku-1-1')).toEqual([]);
  });
});

describe('amounts', () => {
  test('the budget is the plan’s main kind, to the yen; the settled amount is an attribute of its own', () => {
    expect(facts.cells('budget', 'mina-gakudo').map(({ fy, value }) => [fy, value])).toEqual([
      [2023, 48_210_350],
      [2024, 51_900_000],
    ]);
    expect(facts.cells('settled', 'mina-gakudo').map(({ fy, value }) => [fy, value])).toEqual([
      [2022, 45_118_207],
      [2023, 47_986_412],
    ]);
    expect(facts.attribute('settled')).toMatchObject({ label: '決算額', type: 'money', adds: true });
    expect(facts.cells('budget', 'hoshi-kuraso')).toMatchObject([
      { fy: 2025, value: 12_400_000, unit: '千円' },
    ]);
  });

  test('what is no whole 千円 is told to the yen', () => {
    expect([yen(48_210_350), yen(51_900_000)]).toEqual(['48,210,350円', '51,900千円']);
  });

  test('a blank, a dash and 0 are three things', () => {
    expect(facts.cells('budget', 'mina-sampo')[1]).toMatchObject({ fy: 2024, value: null, text: '' });
    expect(facts.cells('budget', 'mina-minpaku')[1]).toMatchObject({ fy: 2024, value: null, text: '—' });
    expect(facts.cells('settled', 'mina-bosai')[0]).toMatchObject({ fy: 2022, value: 0, text: '0' });
  });

  test('the export gives 千円 where it is whole and every amount to the yen beside it', () => {
    const exported = toExport(repository, today).projects.find(({ id }) => id === 'mina-bosai');
    expect(exported?.budgets.map(({ fy, thousandYen, text }) => [fy, thousandYen, text])).toEqual([
      [2023, 75_000, '75,000,000'],
      [2024, null, '92,640,123'],
    ]);
    expect(exported?.amounts).toHaveLength(4);
    expect(exported?.values?.map(({ attribute }) => attribute)).toEqual(['staff', 'nationalSubsidy']);
  });
});

describe('columns of every type', () => {
  test.each([
    ['money', 'nationalSubsidy', 'mina-gakudo', { fy: 2023, value: 15_020_000, unit: '円' }],
    ['number', 'staff', 'mina-gakudo', { value: 2.5, unit: '人' }],
    ['rate', 'subsidyRate', 'hoshi-shogaku', { value: 66.7, unit: '%', text: '3分の2' }],
    ['word', 'accounting', 'mina-gesui', { word: '下水道事業会計' }],
    ['list', 'generation', 'hoshi-bus', { word: '高齢者' }],
    ['text', 'operator', 'hoshi-bus', { word: '星見交通協議会' }],
    ['text of parts', 'roles', 'hoshi-bus', { word: '中心市：運行を委託する、周辺市町村：停留所を整える' }],
    ['reference', 'relatedProject', 'hoshi-kuraso', { ref: 'hoshi-madoguchi', word: '圏域移住相談窓口事業' }],
    ['year', 'startYear', 'hoshi-madoguchi', { fy: 2019, value: 2019 }],
    ['of a KPI', 'indicatorKind', 'mina-kpi-gakudo', { word: '活動指標' }],
    ['of a policy', 'shisakuHyoka', 'mina-shisaku-1-3', { fy: 2023, word: '低い' }],
    ['number that names', 'number', 'mina-bosai', { value: 9, word: '9' }],
  ])('%s', (_, attribute, id, cell) => {
    expect(facts.cells(attribute, id)[0]).toMatchObject(cell);
  });

  test('rows of a project that differ both stand, each row with its own', () => {
    expect(facts.cells('evaluation', 'mina-shinryojo').map(({ word }) => word)).toEqual(['B', 'A']);
    expect(facts.cells('evaluation', 'mina-shinryojo#2').map(({ word }) => word)).toEqual(['A']);
  });

  test('figures come as columns and words as an index', () => {
    const at = facts.position('project', 'mina-gakudo');
    expect(facts.column('project', 'nationalSubsidy', 2023)[at]).toBe(15_020_000);
    expect(facts.column('project', 'nationalSubsidy', 2022)[at]).toBeNaN();
    expect(facts.column('project', 'staff', null)[at]).toBe(2.5);
    const small = facts.index('project', 'outcomeDirection', null).get('縮小') ?? [];
    expect(small.map((place) => facts.subjects('project')[place]?.id)).toEqual([
      'mina-toshokan',
      'mina-minpaku',
    ]);
  });

  test('a message shows each by its label', () => {
    expect(
      columnTexts(project('hoshi-shogaku'), planOf('hoshimi-senryaku')).map(({ label, text }) => [
        label,
        text,
      ]),
    ).toEqual([
      ['新規・継続', '新規'],
      ['対象世代', '若者'],
      ['事業開始年度', '令和7年度'],
      ['補助率', '66.7%'],
      ['役割分担', '中心市：制度を設ける　周辺市町村：対象企業を推薦する'],
      ['実施主体', '星見市'],
    ]);
  });
});

describe('published words', () => {
  test('which words lag is what the plan says', () => {
    const plan = planOf('minasato-hyoka');
    const lags = (id: string) => verdictsOf(project(id), plan).map(({ word, lagging }) => [word, lagging]);
    expect(lags('mina-sampo')).toEqual([['D', true]]);
    expect(lags('mina-hoiku')).toEqual([['B', false]]);
    expect(verdictsOf(project('hoshi-bus'), planOf('hoshimi-senryaku'))).toEqual([]);
  });

  test('a KPI of a project that the plan calls C lags, whatever is computed', () => {
    const kpi = repository.kpi('mina-kpi-chosa');
    if (!kpi) throw new Error('no KPI');
    const plan = planOf('minasato-hyoka');
    const projects = repository.projectsOf(kpi.id);
    expect(publishedWords(kpi, plan, { projects })).toMatchObject([{ word: 'C', lagging: true }]);
    expect(judgeNow(kpi, today, plan, { projects }).lagging).toBe(true);
  });

  test('where no word is said to lag, none disagrees', () => {
    const plan = structuredClone(planOf('minasato-hyoka'));
    for (const { values = [] } of plan.attributes) for (const word of values) delete word.lagging;
    expect(verdictsOf(project('mina-sampo'), plan)).toMatchObject([{ word: 'D', lagging: null }]);
  });
});

test('the exported sheets add nothing to the plans they came from, and give a lost project back', () => {
  const { files } = parseSeeds(own);
  const tables = csvTables(repository, today);
  for (const table of Object.values(tables))
    for (const file of files) {
      const { added, differing, problems } = addSheet(file, parseSheet(toCsv(table)));
      expect({ added, differing, problems }).toEqual({ added: [], differing: [], problems: [] });
    }
  for (const file of files) {
    const sheet = parseSheet(toCsv(tables['projects.csv'] ?? { columns: [], rows: [] }));
    const without = { ...file, projects: file.projects.slice(1) };
    const back = addSheet(without, sheet).file.projects.at(-1);
    const values = (list: readonly { attribute: string; fy: number | null; word: string | null }[] = []) =>
      list.map(({ attribute, fy, word }) => [attribute, fy, attribute === 'relatedProject' ? null : word]);
    expect(values(back?.values)).toEqual(
      values(file.projects[0]?.values)
        .toSorted((a, b) => order(file.plan.attributes, a[0]) - order(file.plan.attributes, b[0]))
        .map((value) => (value[0] === 'relatedProject' ? ['relatedProject', null, null] : value)),
    );
    expect(values(back?.listings[0]?.values)).toEqual(values(file.projects[0]?.listings[0]?.values));
  }
});

function order(attributes: readonly { id: string }[], id: unknown): number {
  return attributes.findIndex((attribute) => attribute.id === id);
}
