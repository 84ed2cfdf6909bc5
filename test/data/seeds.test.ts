// The seeds hold every project, row and KPI of the documents, and sums worked out by hand from the documents agree.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadSeeds } from '../../src/data/load-seeds.ts';
import { createRepository } from '../../src/data/repository.ts';
import { valuesOf } from '../../src/data/values.ts';

const repository = createRepository(loadSeeds(join(import.meta.dirname, '../../seeds')));
const projectsOf = (plan: string) => repository.projects.filter((project) => project.plan === plan);
const kpisOf = (plan: string) => repository.kpis.filter((kpi) => kpi.plan === plan);

/** Thousand yen of one fiscal year, each project once. */
function budget(plan: string, fy: number, department?: string): number {
  return projectsOf(plan)
    .filter((project) => department === undefined || project.department === department)
    .flatMap((project) => project.amounts)
    .filter((one) => one.fy === fy)
    .reduce((sum, one) => sum + (one.yen ?? 0) / 1000, 0);
}

describe('counts', () => {
  test.each([
    ['kitakyushu-renkei', 77, 82],
    ['kitakyushu-hyoka', 21, 34],
    ['kurume-senryaku', 40, 45],
    ['kitakyushu-jimu', 10, 10],
  ])('%s lists %i projects in %i rows', (plan, projects, rows) => {
    expect(projectsOf(plan)).toHaveLength(projects);
    expect(projectsOf(plan).flatMap((project) => project.listings)).toHaveLength(rows);
  });

  test('five rows of the renkei list are marked 再掲, under 26 measures', () => {
    const rows = projectsOf('kitakyushu-renkei').flatMap((project) => project.listings);
    expect(rows.filter((row) => row.repeated)).toHaveLength(5);
    const measures = repository.policies.filter(
      (policy) => policy.plan === 'kitakyushu-renkei' && policy.level === 'measure',
    );
    expect(measures).toHaveLength(26);
  });

  test('the evaluation has No. 1 to 34, each once, and 38 KPIs in 55 rows', () => {
    const numbers = projectsOf('kitakyushu-hyoka')
      .flatMap((project) => project.listings)
      .map((row) => Number(/^No\. (\d+)$/.exec(row.source.place)?.[1]))
      .sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 34 }, (_, index) => index + 1));
    expect(kpisOf('kitakyushu-hyoka')).toHaveLength(38);
    expect(kpisOf('kitakyushu-hyoka').flatMap((kpi) => kpi.sources)).toHaveLength(55);
  });

  test('the strategy has 38 KPIs on 6 packages, 5 basic goals, 13 directions and one population goal', () => {
    const under = (id: string) => kpisOf('kurume-senryaku').filter((kpi) => kpi.policy === id).length;
    expect([1, 2, 3, 4, 5, 6].reduce((sum, number) => sum + under(`kurume-package-${number}`), 0)).toBe(38);
    const kinds = repository.policies
      .filter((policy) => policy.plan === 'kurume-senryaku')
      .map((policy) => policy.level);
    expect(kinds.filter((kind) => kind === 'goal')).toHaveLength(5);
    expect(kinds.filter((kind) => kind === 'direction')).toHaveLength(13);
    expect(
      kpisOf('kurume-senryaku')
        .flatMap((kpi) => kpi.targets)
        .filter((target) => target.value === 301_000),
    ).toHaveLength(1);
  });

  test('18 towns of the Kitakyushu area and 6 of the Kurume area', () => {
    const areas = repository.municipalities.map((town) => town.area);
    expect(areas.filter((area) => area === '北九州都市圏域')).toHaveLength(18);
    expect(areas).toHaveLength(24);
  });
});

describe('sums by hand', () => {
  test.each([
    // 44,090 + 3,799 + 1,837,000 + 16,490
    ['kitakyushu-hyoka', 2023, '企画課', 1_901_379],
    // 9,000 + 3,645
    ['kitakyushu-hyoka', 2023, '東京事務所', 12_645],
    // 3,144,000 (printed three times, counted once) + 26,245 + 1,280 + 2,820 + 4,011 + 1,320
    ['kitakyushu-hyoka', 2023, '総務課', 3_179_676],
    // 140,000 + 43,921 + 24,715 + 4,371 + 8,401 + 3,561 + 4,300 + 35,544
    ['kitakyushu-hyoka', 2023, '国際政策課', 264_813],
    // 269,870 + 2,129,365 + 8,500
    ['kitakyushu-jimu', 2024, '地域振興課', 2_407_735],
  ])('%s FY%i %s: %i thousand yen', (plan, fy, department, sum) => {
    expect(budget(plan, fy, department)).toBe(sum);
  });

  test.each([
    // 34,507 + 32,100 + 396 + 1,115 + 20,400 + 1,309 + 91,000
    ['kitakyushu-renkei', 2026, 180_827],
    // 2,250 + 57,352 + 57,740 + 21,800 + 10,100 + 900 + 270,700 + 2,423,778 + 5,380 + 28,000
    ['kitakyushu-jimu', 2025, 2_878_000],
  ])('all of %s FY%i: %i thousand yen', (plan, fy, sum) => {
    expect(budget(plan, fy)).toBe(sum);
  });
});

describe('facts that are easily lost', () => {
  test('every project, row, budget and KPI tells document and place', () => {
    const sources = [
      ...repository.projects.flatMap((project) => [
        ...project.sources,
        ...project.listings.map((row) => row.source),
        ...project.amounts.map((one) => one.source),
      ]),
      ...repository.kpis.flatMap((kpi) => kpi.sources),
    ];
    expect(sources.filter((one) => one.place.trim() === '')).toEqual([]);
    expect(repository.projects.every((project) => project.sources.length > 0)).toBe(true);
    expect(repository.kpis.every((kpi) => kpi.sources.length > 0)).toBe(true);
  });

  test('a dash, a blank and a number are three things in the budgets', () => {
    const cells = projectsOf('kitakyushu-renkei').flatMap((project) => project.amounts);
    expect(cells.filter((cell) => cell.text === '' && cell.yen === null)).not.toEqual([]);
    expect(cells.filter((cell) => /^[—-]$/.test(cell.text) && cell.yen === null)).not.toEqual([]);
    for (const cell of repository.projects.flatMap((project) => project.amounts)) {
      const digits = cell.text.replaceAll(',', '');
      expect(cell.yen).toBe(/^\d+$/.test(digits) ? Number(digits) * 1000 : null);
    }
  });

  test('Kanda is not among the towns of U・Iターン, all 18 are for 移住促進', () => {
    const ui = projectsOf('kitakyushu-renkei').find((one) => one.name.includes('U・Iターン応援'));
    expect(ui?.participants.scope).toBe('listed');
    expect(ui?.participants.towns).toHaveLength(17);
    expect(ui?.participants.towns).not.toContain('苅田町');
    const iju = projectsOf('kitakyushu-renkei').find((one) => one.name.includes('移住促進'));
    expect(iju?.participants.scope).toBe('all');
    expect(iju?.participants.towns).toHaveLength(18);
  });

  test('two rows that print different words for 広域行政推進事業 both stand', () => {
    const project = projectsOf('kitakyushu-hyoka').find((one) => one.name === '広域行政推進事業');
    expect(
      project?.listings.map((row) => [
        row.source.place,
        valuesOf(row, 'evaluation')[0]?.word,
        valuesOf(row, 'labor')[0]?.value,
      ]),
    ).toEqual([
      ['No. 32', '順調', 13_300_000],
      ['No. 34', '大変順調', 3_075_000],
    ]);
  });

  test('printed rates are actual ÷ target wherever both are numbers', () => {
    const wrong = repository.kpis.flatMap((kpi) =>
      kpi.achievements.flatMap((rate) => {
        const target = kpi.targets.find((one) => one.fy === rate.fy && one.term === 'year')?.value;
        const actual = kpi.actuals.find((one) => one.fy === rate.fy)?.value;
        if (!target || actual === null || actual === undefined || rate.value === null) return [];
        const computed = (actual / target) * 100;
        return Math.abs(computed - rate.value) > 0.1
          ? [`${kpi.name} ${rate.fy}: ${rate.value}% printed, ${computed.toFixed(1)}% computed`]
          : [];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

/** Sentences of a text; 。 within quotes and brackets ends none. */
const sentencesOf = (text: string) =>
  text
    .replace(/「[^「」]*」|（[^（）]*）/g, (quoted) => quoted.replaceAll('。', '、'))
    .split('。')
    .filter((sentence) => sentence !== '');

test('what is retold in our own words is said as everything else is: です・ます', () => {
  const texts = [
    ...repository.statements.map(({ text }) => text),
    ...repository.projects.map(({ summary }) => summary ?? ''),
  ];
  const others = texts.flatMap((text) =>
    sentencesOf(text).filter(
      (sentence) => !/(?:です|ます|ました|ません|でした)$/.test(sentence.replace(/(?:（[^（）]*）)+$/, '')),
    ),
  );
  expect(others).toEqual([]);
});
