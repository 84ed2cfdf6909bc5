// The proposal: what a file would become, what is still to be confirmed, ten sample rows and the sums of each year.
import type { Grid } from '../grid/grid.ts';
import type { Headings } from '../layout/headings.ts';
import { readLayout } from '../layout/read-layout.ts';
import { oneLine } from '../layout/table.ts';
import type { MoneyKind, ReadPlan } from '../read-plan.ts';
import { buildPlan } from '../reading/build-plan.ts';
import { readAnswers } from '../reading/confirmed.ts';
import { readTables } from '../reading/read-tables.ts';
import { type Answer, type Answers, fingerprint, titleFingerprint } from './answers.ts';
import type { PlannedTable } from './column-plan.ts';
import { isNamed } from './columns/said.ts';
import { directionLabels, proposeDirection } from './directions.ts';
import { moneyNames } from './money-names.ts';
import { type Paper, readPaper, unitAbove } from './paper.ts';
import { planTables } from './plan-tables.ts';
import type { Question } from './question.ts';
import { tableQuestions } from './questions.ts';

/** A sum of one year and kind of money over all projects. */
export interface YearSum {
  fy: number;
  kind: MoneyKind;
  yen: number;
  /** Projects with an amount, and without one. */
  counted: number;
  open: number;
}

/** What a file would become. */
export interface Proposal {
  headings: string;
  tables: PlannedTable[];
  paper: Paper;
  /** Still to be confirmed; empty when the plan may be taken. */
  questions: Question[];
  /** Read with the proposed answers where questions are open. */
  plan: ReadPlan;
  sums: YearSum[];
  /** The unit is still to be confirmed: the sums are in what the cells print. */
  unitOpen: boolean;
  /** Headings that an answer names and the file does not have. */
  unmatched: string[];
}

/** Reads a grid with the answers there are. Pure. @throws RefusedFile when there is no table */
export function propose(grid: Grid, answers: Answers, vocabulary: Headings): Proposal {
  const layout = readLayout(grid, vocabulary, answers.sheets);
  const paper = readPaper(grid, layout, vocabulary);
  const planned = planTables(layout.tables, answers, vocabulary);
  const asked = tableQuestions(planned, { paper, confirmed: readAnswers(answers), answers, vocabulary });
  const likely = withProposals(answers, asked);
  const unitOpen = asked.some(({ id }) => id === 'unit') && answers.answers?.unit === undefined;
  // Without its unit an amount is shown as it is printed, so that the sums tell which unit is meant.
  if (unitOpen) likely.answers = { ...likely.answers, unit: '円' };
  const draft = read(likely);
  const repeated = draft.collector.repeated;
  if (repeated.length > 0 || answers.answers?.grain !== undefined)
    asked.push(grainQuestion(repeated, layout.tables.every(({ outline }) => outline) ? 'rows' : null));
  const kpis = draft.plan.subjects.filter(({ kind }) => kind === 'kpi');
  if (kpis.length > 0) asked.push(directionQuestion(kpis, vocabulary));
  asked.push(...paperQuestions(paper));
  if (draft.plan.problems.length > 0) asked.push(refusedQuestion(draft.plan.problems.length));
  const open = asked.filter(({ id }) => answers.answers?.[id] === undefined);
  return {
    headings: layout.passages ? titleFingerprint(paper.title?.value ?? '') : fingerprint(layout.tables),
    tables: draft.tables,
    paper,
    questions: open,
    plan: draft.plan,
    sums: sumsOf(draft.plan),
    unitOpen,
    unmatched: Object.keys(answers.columns ?? {}).filter(
      (name) => !planned.some(({ columns }) => columns.some((column) => isNamed(column, name))),
    ),
  };

  function read(given: Answers) {
    const confirmed = readAnswers(given);
    const tables = planTables(layout.tables, given, vocabulary);
    const { collector, attributes } = readTables(
      tables,
      (table) => unitAbove(table, paper, vocabulary),
      confirmed,
      vocabulary,
    );
    const named = {
      title: confirmed.title ?? paper.title?.value ?? grid.file,
      publisher: confirmed.publisher ?? paper.publisher?.value ?? '未確認',
      published: confirmed.published ?? paper.published?.value ?? '1970-01-01',
    };
    const plan = buildPlan(collector, attributes, { paper: named, grid, layout, confirmed, vocabulary });
    const called = [...projectWords(tables), ...wordsOfTitle(named.title)];
    const money = moneyNames(tables, vocabulary);
    return {
      tables,
      collector,
      plan: {
        ...plan,
        ...(called.length > 0 ? { projectWords: called } : {}),
        ...(Object.keys(money).length > 0 ? { moneyNames: money } : {}),
      },
    };
  }
}

/** 重点事業一覧: what the paper lists is called so. */
function wordsOfTitle(title: string): string[] {
  const [word] = /(?:重点|主要|主な|事務|計画|対象)事業/.exec(title) ?? [];
  // 主要な施策の成果に関する説明書 lists 主要施策.
  const [measure] = word === undefined ? (/(?:主要|重点)な?施策(?=の?(?:成果|実績))/.exec(title) ?? []) : [];
  if (measure !== undefined) return [...new Set([measure, measure.replace('な', '')])];
  // What an office calls 事務事業 are its works: ごみを集める仕事.
  return word === undefined ? [] : word === '事務事業' ? [word, '仕事'] : [word];
}

/** A column 補助金名 says that the plan calls its projects 補助金. Names of money or of offices are none. */
function projectWords(tables: readonly PlannedTable[]): string[] {
  const words = tables.flatMap(({ columns }) =>
    columns.flatMap(({ role, label }) => {
      // 点検項目 names no 事業 but 項目.
      if (role === 'project' && /^.{1,6}項目$/.test(oneLine(label))) return [oneLine(label), '項目'];
      const word =
        role === 'project'
          ? /^(.{2,6}?)(?:名称?|の名称)$/.exec(oneLine(label).normalize('NFKC'))?.[1]
          : undefined;
      if (word !== undefined && /^(?:細々?|小|中|大|個別)事業$/.test(word)) return [word];
      return word && !/予算|項目|所属|事業$/.test(word) ? [word.replace(/等$/, '')] : [];
    }),
  );
  return [...new Set(words)];
}

/** The answers with every other proposal taken as it stands. */
export function withProposals(answers: Answers, questions: readonly Question[]): Answers {
  const proposed = questions
    .filter(({ id, proposed: value }) => value !== null && answers.answers?.[id] === undefined)
    .map((question) => [question.id, acceptedAnswer(question)]);
  return { ...answers, answers: { ...Object.fromEntries(proposed), ...answers.answers } };
}

/** A proposal as it is kept when it is taken as it stands: in one line. */
export function acceptedAnswer({ id, proposed }: Question): Answer {
  if (id === 'direction') return asProposed;
  return Array.isArray(proposed) ? proposed.join('、') : (proposed ?? '');
}

/** Every KPI's direction as its name suggests. */
const asProposed = '提案どおり';

function grainQuestion(
  repeated: readonly { subject: string; texts: string[]; places: string[] }[],
  proposed: 'rows' | null,
): Question {
  const [first] = repeated;
  const sample = first
    ? `（例：「${first.subject}」に ${first.texts.slice(0, 3).join('、')} … ${first.places[0]}）`
    : '';
  return {
    id: 'grain',
    text: `同じ事業・同じ年度の金額が2行以上あります${sample}。足し合わせますか、1行ずつ別の事業として扱いますか`,
    options: [
      { value: 'add', label: '足し合わせる' },
      { value: 'rows', label: '1行ずつ別の事業にする' },
    ],
    // 職員人件費 of two 目 is two entries of the budget.
    proposed,
    flag: '--answer grain=add|rows',
  };
}

function directionQuestion(kpis: ReadPlan['subjects'], vocabulary: Headings): Question {
  const proposed: Record<string, string> = {};
  for (const kpi of kpis)
    proposed[kpi.name] = directionLabels[kpi.direction ?? proposeDirection(kpi, vocabulary)];
  const counts = new Map<string, number>();
  for (const label of Object.values(proposed)) counts.set(label, (counts.get(label) ?? 0) + 1);
  const unknown = Object.entries(proposed).filter(([, label]) => label === directionLabels.unknown);
  const names = unknown
    .slice(0, 5)
    .map(([name]) => `「${name}」`)
    .join('');
  return {
    id: 'direction',
    text: `指標${Object.keys(proposed).length}個の望ましい方向はこれでよいですか：${[...counts].map(([label, count]) => `${label}${count}個`).join('、')}${unknown.length > 0 ? `（名前から決められないもの：${names}${unknown.length > 5 ? ' ほか' : ''}）` : ''}`,
    proposed,
    flag: '--answer direction=提案どおり | 回答ファイルの "direction": {"指標名": "増やす|減らす|維持|不明"}',
  };
}

function paperQuestions({ title, publisher, published }: Paper): Question[] {
  const questions: Question[] = [];
  if (!title?.printed)
    questions.push({
      id: 'title',
      text: '計画・資料の題名は何ですか',
      proposed: title?.value ?? null,
      flag: '--title 題名',
    });
  if (!publisher?.printed)
    questions.push({
      id: 'publisher',
      text: '作成した自治体・団体はどこですか',
      proposed: publisher?.value ?? null,
      flag: '--publisher 名前',
    });
  if (!published?.printed)
    questions.push({
      id: 'published',
      text: '公表された日はいつですか（YYYY-MM-DD）',
      proposed: published?.value ?? null,
      flag: '--published YYYY-MM-DD',
    });
  return questions;
}

function refusedQuestion(count: number): Question {
  return {
    id: 'refused',
    text: `読み取れないセルが${count}個あります（番地と直し方は一覧のとおりです）。直してから取り込むか、そのセルだけ除きますか`,
    options: [
      { value: 'stop', label: '直してから取り込む' },
      { value: 'leave-out', label: 'そのセルだけ除く' },
    ],
    proposed: 'stop',
    flag: '--answer refused=stop|leave-out',
  };
}

function sumsOf(plan: ReadPlan): YearSum[] {
  const sums = new Map<string, YearSum>();
  for (const { kind: subject, values } of plan.subjects) {
    if (subject !== 'project') continue;
    for (const { attribute, fy, kind, value } of values) {
      if (attribute !== 'budget' || fy === null || kind === undefined) continue;
      const key = `${fy}\u0000${kind}`;
      const sum = sums.get(key) ?? { fy, kind, yen: 0, counted: 0, open: 0 };
      if (value === null) sum.open += 1;
      else {
        sum.yen += value;
        sum.counted += 1;
      }
      sums.set(key, sum);
    }
  }
  return [...sums.values()].sort((a, b) => a.fy - b.fy || a.kind.localeCompare(b.kind));
}
