// A broken seed file is refused with file, record, field and what was expected; all problems at once.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { loadSeeds, SeedError } from '../../src/data/load-seeds.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

type Json = Record<string, unknown>;

const towns = {
  municipalities: [{ code: '401005', name: '北九州市', kana: 'きたきゅうしゅうし', area: '北九州都市圏域' }],
};
const source = { document: '001', place: 'No. 1' };

function policy(changes: Json = {}): Json {
  return {
    id: 'p-policy',
    level: 'policy',
    code: '1',
    name: '交流',
    parent: null,
    aliases: [],
    source,
    ...changes,
  };
}
function listing(changes: Json = {}): Json {
  return {
    policy: 'p-policy',
    directions: [],
    repeated: false,
    source,
    ...changes,
  };
}
/** A column of the plan's own. */
const grade = {
  id: 'grade',
  label: '総合評価',
  words: [],
  of: ['row', 'policy'],
  type: 'word',
  byYear: true,
  adds: false,
  values: [
    { word: 'A', words: [] },
    { word: 'B', words: [], lagging: true },
  ],
};
const graded = (changes: Json = {}): Json => ({
  attribute: 'grade',
  fy: 2024,
  value: null,
  word: 'A',
  text: 'A',
  ...changes,
});
function amount(changes: Json = {}): Json {
  return { fy: 2024, kind: 'initial', yen: 1000, text: '1', source, ...changes };
}
function project(changes: Json = {}): Json {
  return {
    id: 'p-matsuri',
    name: '祭り事業',
    aliases: [],
    summary: '祭りを開く。',
    keywords: [],
    listings: [listing()],
    department: null,
    participants: { scope: 'unknown', towns: [], text: null },
    amounts: [],
    sources: [source],
    notes: [],
    ...changes,
  };
}
function kpi(changes: Json = {}): Json {
  return {
    id: 'p-kpi-raijo',
    name: '来場者数',
    aliases: [],
    projects: ['p-matsuri'],
    policy: null,
    direction: 'up',
    measure: 'end-year',
    keywords: [],
    baseline: null,
    targets: [{ value: 100, unit: '人', relation: '=', text: '100人', fy: 2026, term: 'final' }],
    actuals: [],
    achievements: [],
    sources: [source],
    notes: [],
    ...changes,
  };
}
function statement(changes: Json = {}): Json {
  return {
    id: 'p-st-001',
    subject: { kind: 'project', id: 'p-matsuri' },
    topic: 'reason',
    terms: ['中止'],
    text: '雨のため祭りを中止した。',
    fy: 2024,
    figures: [],
    source,
    ...changes,
  };
}
function plan(changes: Json = {}, planChanges: Json = {}): Json {
  return {
    plan: {
      id: 'p',
      name: '祭り計画',
      shortName: '祭り',
      aliases: [],
      publisher: '北九州市',
      municipality: '北九州市',
      leadMunicipality: null,
      area: null,
      period: { from: 2024, to: 2026 },
      budgetYears: [],
      publishedFy: 2024,
      documents: [{ number: '001', title: '計画', publisher: '北九州市', attribution: '計画を加工して作成' }],
      levels: [{ id: 'policy', name: '施策', words: [] }],
      attributes: [grade],
      amountKinds: [{ kind: 'initial', label: '予算額', words: [], unit: '千円' }],
      ...planChanges,
    },
    policies: [policy()],
    projects: [project()],
    kpis: [kpi()],
    ...changes,
  };
}

/** A folder with the given files; texts are written as they are. */
function folderWith(files: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), 'hakaru-seeds-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return folder;
}

/** The message of the refusal, without its first line. */
function refusal(files: Record<string, unknown>): string[] {
  try {
    loadSeeds(folderWith(files));
  } catch (error) {
    expect(error).toBeInstanceOf(SeedError);
    return (error as SeedError).message.split('\n').slice(1);
  }
  return [];
}

const refusedPlan = (broken: Json) => refusal({ 'municipalities.json': towns, 'p.json': broken });

describe('a sound folder', () => {
  test('loads, also with a byte order mark and beside schema files', () => {
    const folder = folderWith({
      'municipalities.json': towns,
      'p.json': `\uFEFF${JSON.stringify(plan())}`,
      'plan.schema.json': '{}',
    });
    expect(loadSeeds(folder).files.map((file) => file.plan.id)).toEqual(['p']);
  });

  test('may hold statements on plan, policy, project, KPI and the words of the plan', () => {
    const subjects = { plan: 'p', policy: 'p-policy', project: 'p-matsuri', kpi: 'p-kpi-raijo', term: 'p' };
    const statements = Object.entries(subjects).map(([kind, id]) =>
      statement({ id: `p-st-${kind}`, subject: { kind, id } }),
    );
    expect(refusedPlan(plan({ statements }))).toEqual([]);
  });
});

describe('a field of the wrong kind', () => {
  test.each<[string, Json, string[]]>([
    [
      'a number in quotation marks',
      plan({
        kpis: [
          kpi({
            targets: [{ value: '100', unit: '人', relation: '=', text: '100人', fy: 2026, term: 'final' }],
          }),
        ],
      }),
      [
        '  p.json › kpis[0] 来場者数 › targets[0].value: expected a number without quotation marks (found "100")',
      ],
    ],
    [
      'a missing field',
      plan({ kpis: [{ ...kpi(), baseline: undefined }] }),
      ['  p.json › kpis[0] 来場者数 › baseline: expected a record { … } (missing)'],
    ],
    [
      'a misspelt field, which is also missing under its right name',
      plan({ kpis: [{ ...kpi(), baseline: undefined, baselin: null }] }),
      [
        '  p.json › kpis[0] 来場者数 › baseline: expected a record { … } (missing)',
        '  p.json › kpis[0] 来場者数 › baselin: expected no such field here; remove it or mend its name',
      ],
    ],
    [
      'a word that is none of the allowed ones',
      plan({ kpis: [kpi({ direction: 'upp' })] }),
      [
        '  p.json › kpis[0] 来場者数 › direction: expected one of "up", "down", "keep", "rank", "milestone", "unknown" (found "upp")',
      ],
    ],
    [
      'an id with capitals',
      plan({ policies: [policy({ id: 'P_Policy' })] }),
      [
        '  p.json › policies[0] 交流 › id: expected lower-case ASCII words joined by hyphens (found "P_Policy")',
      ],
    ],
    [
      'an empty name',
      plan({ projects: [project({ name: '' })] }),
      ['  p.json › projects[0]  › name: expected text that is not empty'],
    ],
    [
      'a KPI without a source',
      plan({ kpis: [kpi({ sources: [] })] }),
      ['  p.json › kpis[0] 来場者数 › sources: expected at least 1 entry in the list'],
    ],
    [
      'a year of the Japanese era',
      plan({}, { publishedFy: 8 }),
      ['  p.json › plan › publishedFy: expected a number of at least 1950 (found 8)'],
    ],
    [
      'a fraction of a yen',
      plan({ projects: [project({ amounts: [amount({ yen: 1.5 })] })] }),
      ['  p.json › projects[0] 祭り事業 › amounts[0].yen: expected a whole number (found 1.5)'],
    ],
    [
      'a statement without a word to ask for it, told by its id',
      plan({ statements: [statement({ terms: [] })] }),
      ['  p.json › statements[0] p-st-001 › terms: expected at least 1 entry in the list'],
    ],
    ['a list instead of a plan', [] as unknown as Json, ['  p.json: expected a record { … } (found [])']],
    [
      'a file that ends half-way through its records',
      { plan: plan().plan as Json, policies: [] },
      [
        '  p.json › projects: expected a list [ … ] (missing)',
        '  p.json › kpis: expected a list [ … ] (missing)',
      ],
    ],
  ])('%s', (_, broken, messages) => {
    expect(refusedPlan(broken)).toEqual(messages);
  });
});

describe('a reference that leads nowhere', () => {
  test.each<[string, Json, string]>([
    [
      'a policy',
      plan({ projects: [project({ listings: [listing({ policy: 'p-nowhere' })] })] }),
      '  p.json › projects[0] 祭り事業 › listings[0].policy: expected an existing policy id ("p-nowhere" is none)',
    ],
    [
      'a project',
      plan({ kpis: [kpi({ projects: ['p-nowhere'] })] }),
      '  p.json › kpis[0] 来場者数 › projects: expected an existing project id ("p-nowhere" is none)',
    ],
    [
      'a town',
      plan({ projects: [project({ participants: { scope: 'listed', towns: ['大阪市'], text: null } })] }),
      '  p.json › projects[0] 祭り事業 › participants.towns: expected an existing name in municipalities.json ("大阪市" is none)',
    ],
    [
      'a document',
      plan({ kpis: [kpi({ sources: [{ document: '009', place: 'No. 1' }] })] }),
      '  p.json › kpis[0] 来場者数 › sources: expected an existing document number of the plan ("009" is none)',
    ],
    [
      'the document of a budget',
      plan({
        projects: [project({ amounts: [amount({ source: { document: '009', place: 'x' } })] })],
      }),
      '  p.json › projects[0] 祭り事業 › amounts[0].source.document: expected an existing document number of the plan ("009" is none)',
    ],
    [
      'the level of a policy',
      plan({ policies: [policy({ level: 'goal' })] }),
      '  p.json › policies[0] 交流 › level: expected an existing level of the plan ("goal" is none)',
    ],
    [
      'pages that run backwards',
      plan({ policies: [policy({ pages: { from: 9, to: 3 } })] }),
      '  p.json › policies[0] 交流 › pages: expected a first page that is not after the last',
    ],
    [
      'the kind of an amount',
      plan({ projects: [project({ amounts: [amount({ kind: 'settled' })] })] }),
      '  p.json › projects[0] 祭り事業 › amounts[0].kind: expected an existing kind of amount of the plan ("settled" is none)',
    ],
    [
      'the column of a value',
      plan({ policies: [policy({ values: [graded({ attribute: 'rank' })] })] }),
      '  p.json › policies[0] 交流 › values[0].attribute: expected an attribute the plan declares ("rank" is none)',
    ],
    [
      'a column that belongs to other subjects',
      plan({ projects: [project({ values: [graded()] })] }),
      '  p.json › projects[0] 祭り事業 › values[0].attribute: expected an attribute of project ("grade" is of row,policy)',
    ],
    [
      'a word the column does not declare',
      plan({ projects: [project({ listings: [listing({ values: [graded({ word: 'E' })] })] })] }),
      '  p.json › projects[0] 祭り事業 › listings[0].values[0].word: expected a word "grade" declares ("E" is none)',
    ],
    [
      'a figure where a word belongs',
      plan({ policies: [policy({ values: [graded({ value: 3, word: null })] })] }),
      '  p.json › policies[0] 交流 › values[0].value: expected a word in "word" only ("grade" is of type word)',
    ],
    [
      'a value without its year',
      plan({ policies: [policy({ values: [graded({ fy: null })] })] }),
      '  p.json › policies[0] 交流 › values[0].fy: expected a fiscal year, as "grade" is by year',
    ],
    [
      'a column under an id of the product',
      plan({}, { attributes: [{ ...grade, id: 'target' }] }),
      '  p.json › plan › attributes[0].id: expected an id the product does not use itself (found "target")',
    ],
    [
      'a column of words without words',
      plan({}, { attributes: [{ ...grade, values: undefined }] }),
      '  p.json › plan › attributes[0].values: expected words for type word, or those that stand where a figure could (type word)',
    ],
    [
      'a column declared twice',
      plan({}, { attributes: [grade, grade] }),
      '  p.json › plan › attributes[1].id: expected an id that stands once ("grade" is repeated)',
    ],
    [
      'the centre city',
      plan({}, { leadMunicipality: '大阪市' }),
      '  p.json › plan › leadMunicipality: expected an existing name in municipalities.json ("大阪市" is none)',
    ],
    [
      'the area',
      plan({}, { area: '大阪都市圏' }),
      '  p.json › plan › area: expected an area of municipalities.json ("大阪都市圏" is none)',
    ],
    [
      'towns beside 全市町, which the area tells',
      plan(
        { projects: [project({ participants: { scope: 'all', towns: ['北九州市'], text: '全市町' } })] },
        { area: '北九州都市圏域' },
      ),
      '  p.json › projects[0] 祭り事業 › participants.towns: expected towns for scope listed, none for all (the area tells them) and unknown (scope all)',
    ],
    [
      '全市町 of no area',
      plan({ projects: [project({ participants: { scope: 'all', towns: [], text: '全市町' } })] }),
      '  p.json › projects[0] 祭り事業 › participants.scope: expected listed or unknown, as the plan names no area',
    ],
    [
      'a path of policies in a circle',
      plan({ policies: [policy({ parent: 'p-policy' })] }),
      '  p.json › policies[0] 交流 › parent: expected a path that ends at the top (it runs in a circle)',
    ],
    [
      'a KPI that belongs to nothing',
      plan({ kpis: [kpi({ projects: [] })] }),
      '  p.json › kpis[0] 来場者数 › projects: expected a project or a policy that the KPI belongs to',
    ],
    [
      'the subject of a statement',
      plan({ statements: [statement({ subject: { kind: 'kpi', id: 'p-matsuri' } })] }),
      '  p.json › statements[0] p-st-001 › subject.id: expected an existing kpi id ("p-matsuri" is none)',
    ],
    [
      'the document of a statement',
      plan({ statements: [statement({ source: { document: '009', place: 'x' } })] }),
      '  p.json › statements[0] p-st-001 › source.document: expected an existing document number of the plan ("009" is none)',
    ],
    [
      'a statement under the id of another',
      plan({ statements: [statement(), statement()] }),
      '  p.json › statements[1] p-st-001 › id: expected an id of its own ("p-st-001" is taken by p.json › statements[0] p-st-001)',
    ],
    [
      'two budgets for one year',
      plan({
        projects: [project({ amounts: [amount(), amount({ yen: null, text: '—' })] })],
      }),
      '  p.json › projects[0] 祭り事業 › amounts: expected one entry a fiscal year (2024 is repeated)',
    ],
    [
      'a plan id that differs from the file name',
      plan({}, { id: 'q' }),
      `  p.json › plan › id: expected the file's own name without .json (found "q")`,
    ],
  ])('%s', (_, broken, message) => {
    expect(refusedPlan(broken)).toEqual([message]);
  });

  test('an id that another plan has taken names its owner', () => {
    const second = plan(
      { policies: [], projects: [], kpis: [kpi({ projects: [], policy: 'q' })] },
      { id: 'q' },
    );
    expect(refusal({ 'municipalities.json': towns, 'p.json': plan(), 'q.json': second })).toEqual([
      '  q.json › kpis[0] 来場者数 › id: expected an id of its own ("p-kpi-raijo" is taken by p.json › kpis[0] 来場者数)',
    ]);
  });
});

describe('the folder', () => {
  test('several broken files are listed together', () => {
    const message = refusal({
      'municipalities.json': { municipalities: [{ ...towns.municipalities[0], code: '40100' }] },
      'broken.json': '{ "plan": ',
      'p.json': plan({ kpis: [kpi({ measure: 'sum' })] }),
    });
    expect(message[0]).toBe(
      '  municipalities.json › municipalities[0] 北九州市 › code: expected text like /^\\d{6}$/ (found "40100")',
    );
    expect(message[1]).toMatch(/^ {2}broken\.json: expected valid JSON \(.+\)$/);
    expect(message[2]).toMatch(/^ {2}p\.json › kpis\[0\] 来場者数 › measure: expected one of "yearly", /);
    expect(message).toHaveLength(3);
  });

  test('the first line counts the problems', () => {
    const folder = folderWith({ 'municipalities.json': towns, 'p.json': '' });
    expect(() => loadSeeds(folder)).toThrow(
      /^1 problem\(s\) in the seed files:\n {2}p\.json: expected valid JSON/,
    );
  });

  test('a missing folder is one problem, not one for each file', () => {
    const message = (() => {
      try {
        loadSeeds(join(folderWith({}), 'none'));
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    })();
    expect(message).toMatch(
      /^1 problem\(s\) in the seed files:\n {2}municipalities\.json: expected a readable file \(ENOENT.*\)$/,
    );
  });

  test('a folder without a plan is refused', () => {
    expect(refusal({ 'municipalities.json': towns })).toEqual([
      '  the seeds folder: expected at least one plan file',
    ]);
  });

  test('a town that stands twice is refused', () => {
    const twice = { municipalities: [...towns.municipalities, ...towns.municipalities] };
    expect(refusal({ 'municipalities.json': twice, 'p.json': plan() })).toEqual([
      '  municipalities.json › municipalities[1] 北九州市 › code: expected a code that stands once ("401005" is repeated)',
      '  municipalities.json › municipalities[1] 北九州市 › name: expected a name that stands once ("北九州市" is repeated)',
    ]);
  });

  test('the committed seeds are sound and each file points at its JSON Schema', () => {
    const seeds = join(import.meta.dirname, '../../seeds');
    for (const { plan: own } of loadSeeds(seeds).files)
      expect(readFileSync(join(seeds, `${own.id}.json`), 'utf8')).toContain(
        '"$schema": "./plan.schema.json"',
      );
  });
});
