// What a record holds, and what people see who may not read recorded results.
import { describe, expect, test } from 'vitest';
import { checkDeclared, checkValue } from '../../src/data/check-values.ts';
import { crossCheck } from '../../src/data/cross-check.ts';
import { loadSeeds } from '../../src/data/load-seeds.ts';
import { withoutRecorded } from '../../src/data/published.ts';
import { createRepository } from '../../src/data/repository.ts';
import type { DeclaredAttribute } from '../../src/data/schemas/attribute.ts';
import type { Plan } from '../../src/data/schemas/plan.ts';
import type { Project } from '../../src/data/schemas/project.ts';
import { budgetsOf } from '../../src/data/values.ts';
import type { RecordedEntry } from '../../src/ports/store.ts';

const seeds = loadSeeds('test/fixtures/midorino');
const [file] = seeds.files;
const plan = file?.plan as Plan;
const project = file?.projects[0] as Project;

describe('budgets', () => {
  const amount = (fy: number, kind: 'initial' | 'settled', yen: number) => ({
    ...(project.amounts[0] as Project['amounts'][number]),
    fy,
    kind,
    yen,
  });
  const amounts = [amount(2026, 'initial', 3), amount(2025, 'settled', 2), amount(2025, 'initial', 1)];
  const kinds: Plan['amountKinds'] = [
    { ...(plan.amountKinds[0] as Plan['amountKinds'][number]), kind: 'initial' },
    { ...(plan.amountKinds[0] as Plan['amountKinds'][number]), kind: 'settled' },
  ];
  test('are the first kind the plan names, oldest first', () => {
    const own = budgetsOf({ ...project, amounts }, { ...plan, amountKinds: kinds });
    expect(own.map(({ fy, yen }) => [fy, yen])).toEqual([
      [2025, 1],
      [2026, 3],
    ]);
  });
  test('there are none where the plan prints no amounts', () => {
    expect(budgetsOf({ ...project, amounts }, { ...plan, amountKinds: [] })).toEqual([]);
  });
});

describe('towns of 全市町', () => {
  test('are those of the plan’s area, not of another', () => {
    const strange = { code: '999999', name: '遠国市', kana: 'とおくにし', area: '遠国地域' };
    const repository = createRepository({ ...seeds, municipalities: [...seeds.municipalities, strange] });
    expect(repository.project('midorino-bus')?.participants.towns).toEqual(['緑野市', '北沢町', '南山村']);
  });
});

describe('a section', () => {
  test('holds the projects of its measures, each once', () => {
    const repository = createRepository(seeds);
    expect(repository.projectsUnder('midorino-hashira-1').map(({ id }) => id)).toEqual([
      'midorino-hiroba',
      'midorino-bus',
      'midorino-taxi',
    ]);
  });
});

describe('recorded results', () => {
  const entry = (seq: number, value: number, more: Partial<RecordedEntry> = {}): RecordedEntry => ({
    seq,
    id: `e${seq}`,
    kind: 'recorded',
    kpi: 'midorino-kpi-riyo',
    plan: 'midorino',
    fy: 2026,
    typed: `${value}人`,
    value,
    unit: '人',
    partly: false,
    comment: '',
    link: '',
    recordedBy: 'U1',
    recordedAt: '2026-11-20T01:00:00.000Z',
    ...more,
  });
  test('are hidden from people who may not read them, now and later', () => {
    const repository = createRepository(seeds);
    repository.applyEntries([entry(1, 1700)]);
    const bare = withoutRecorded(repository);
    bare.applyEntries([entry(2, 1800)]);
    expect(repository.kpi('midorino-kpi-riyo')?.recorded.map(({ value }) => value)).toEqual([1700]);
    expect(bare.kpi('midorino-kpi-riyo')?.recorded).toEqual([]);
    expect(bare.kpisOf('midorino-hiroba').flatMap(({ recorded }) => recorded)).toEqual([]);
    expect(bare.kpis.flatMap(({ recorded }) => recorded)).toEqual([]);
    expect([bare.history('midorino-kpi-riyo'), bare.lastSeq()]).toEqual([[], 0]);
  });
  test('an entry that comes again later changes nothing', () => {
    const repository = createRepository(seeds);
    repository.applyEntries([entry(1, 1700)]);
    repository.applyEntries([entry(1, 1700), entry(2, 1800)]);
    repository.applyEntries([entry(1, 1700)]);
    expect(repository.history('midorino-kpi-riyo').map(({ seq }) => seq)).toEqual([1, 2]);
  });
  test('of one year the newest stands, a withdrawn one does not', () => {
    const repository = createRepository(seeds);
    repository.applyEntries([entry(1, 1700), entry(2, 1800)]);
    expect(repository.kpi('midorino-kpi-riyo')?.recorded.map(({ value }) => value)).toEqual([1800]);
    repository.applyEntries([entry(3, 0, { kind: 'withdrawn' })]);
    expect(repository.kpi('midorino-kpi-riyo')?.recorded).toEqual([]);
  });
});

describe('the one door', () => {
  test('a period that runs backwards is refused', () => {
    const backwards = { ...plan, period: { from: 2027, to: 2025 } };
    const files = seeds.files.map((one) => ({ name: 'midorino.json', file: { ...one, plan: backwards } }));
    expect(crossCheck(files, seeds.municipalities).map(({ field }) => field)).toEqual(['period']);
  });
});

describe('what a plan declares', () => {
  const column = (more: Partial<DeclaredAttribute>): DeclaredAttribute =>
    ({
      id: 'staff',
      label: '人員',
      words: [],
      of: ['project'],
      type: 'number',
      byYear: true,
      adds: true,
      ...more,
    }) as DeclaredAttribute;
  const problems = (one: DeclaredAttribute) => checkDeclared('x.json', { ...plan, attributes: [one] });
  test('takes no id of the product', () => {
    expect(problems(column({}))).toEqual([]);
    expect(problems(column({ id: 'budget' }))).toHaveLength(1);
  });
  test('a value by year names its year, another one none', () => {
    const value = { attribute: 'staff', fy: 2026, value: 3, word: null, text: '3人' };
    expect(checkValue(column({}), value)).toBeUndefined();
    expect(checkValue(column({}), { ...value, fy: null })?.field).toBe('fy');
    expect(checkValue(column({ byYear: false }), value)?.field).toBe('fy');
    expect(checkValue(column({ byYear: false }), { ...value, fy: null })).toBeUndefined();
  });
});
