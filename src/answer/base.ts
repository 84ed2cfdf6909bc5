// What every answer carries: how the question was understood, assumptions, gaps.
import type { Repository } from '../data/repository.ts';
import type { Day } from '../ports/clock.ts';
import type { Condition, Question } from '../question/question.ts';
import { typedWords } from '../question/typed-words.ts';
import type { Aggregate, Alternative, Understood } from './answer.ts';
import type { Resolved } from './resolve.ts';

/** The common part of an answer. */
export interface Base {
  understood: Understood;
  asOf: Day;
  lead: string;
  notes: string[];
  alternatives: Alternative[];
  aggregate: Aggregate | null;
}

/** Starts an answer; `resolved` is absent for answers without records. */
export function baseOf(question: Question, repository: Repository, asOf: Day, resolved?: Resolved): Base {
  const notes: string[] = [];
  for (const { typed, as } of resolved?.readAs ?? [])
    notes.push(`「${typed}」を「${as}」として検索しました。`);
  if (resolved?.ignored) notes.push(`「${resolved.ignored}」は読み取れなかったため、使っていません。`);
  if (resolved && resolved.missed.length > 0)
    notes.push(`「${resolved.missed.join('」「')}」は見つかりません。近いものを示しています。`);
  else if (resolved && resolved.unprinted.length > 0)
    notes.push(
      `「${resolved.unprinted.join('」「')}」は資料に見当たらないため、意味の近い言葉で探しました。`,
    );
  const onlyKpis =
    resolved !== undefined && resolved.found.length > 0 && resolved.found.every(({ kind }) => kind === 'kpi');
  return {
    understood: {
      text: question.text,
      // A text that names no kind is about what it found.
      intent:
        question.kinds.length === 2 && question.intent === 'project' && onlyKpis ? 'kpi' : question.intent,
      filters: filtersOf(question, repository),
      assumed: [...question.assumed],
      terms: resolved?.terms ?? [],
    },
    asOf,
    lead: '',
    notes,
    alternatives: [],
    aggregate: null,
  };
}

function filtersOf(question: Question, repository: Repository): Understood['filters'] {
  const all = question.conditions.flatMap((condition) => (condition.on === 'any' ? condition.of : condition));
  const of = <On extends Condition['on']>(on: On) =>
    all.filter((condition): condition is Extract<Condition, { on: On }> => condition.on === on);
  return {
    plan: of('plan').flatMap(({ plans }) => plans),
    municipality: of('town').map(({ town, joined }) => (joined ? town : `${town}以外`)),
    fiscalYear: [...question.years],
    department: of('department').flatMap(({ departments }) => departments),
    status: [
      ...of('evaluation').map(({ word }) => word),
      ...of('status').flatMap(({ statuses }) => statuses),
    ],
    sdg: of('sdg').map(({ goal }) => goal),
    policy: of('policy').flatMap(({ policies }) =>
      policies.map((id) => repository.policy(id)?.code ?? repository.policy(id)?.name ?? id),
    ),
  };
}

/** 「国際政策課」の for the beginning of a sentence; '' for all records. */
export function subject(question: Question, repository: Repository): string {
  const words = [conditionsInWords(question, repository), question.words === '' ? '' : typedWords(question)];
  const said = words.filter(Boolean).join('・');
  return said === '' ? '' : `「${said}」の`;
}

/** The conditions in words, for leads: 「国際政策課・SDGsゴール16」; '' without any. */
export function conditionsInWords(question: Question, repository: Repository): string {
  const relation = { '>=': '以上', '<=': '以下', '>': '超', '<': '未満', '=': '' };
  const measured: Record<string, string> = {
    rate: '達成率',
    budget: '予算',
    target: '目標値',
    actual: '実績',
    baseline: '基準値',
    labor: '人件費',
    change: '増減',
  };
  const bearers: Record<string, string> = {
    kitakyushu: '北九州市が全額負担',
    'kitakyushu-in-principle': '原則として北九州市が負担',
    participants: '連携市町が負担',
    negotiated: '連携市町と協議して決定',
    'none-expected': '費用負担を想定していない',
  };
  const inWords = (condition: Condition): string => {
    switch (condition.on) {
      case 'plan':
        return condition.plans.map((id) => repository.plan(id)?.shortName ?? id).join('・');
      case 'department':
        return condition.departments.join('・');
      case 'town':
        return `${condition.town}が${condition.joined ? '参加' : '参加していない'}`;
      case 'scope':
        return { all: '全市町が参加', listed: '一部の市町が参加', unknown: '参加市町の記載なし' }[
          condition.scope
        ];
      case 'policy':
        return condition.policies
          .map((id) => {
            const policy = repository.policy(id);
            return policy ? `${policy.code ?? ''} ${policy.name}`.trim() : id;
          })
          .join('・');
      case 'sdg':
        return `SDGsゴール${condition.goal}`;
      case 'evaluation':
        return `${condition.of === 'policy' ? '局施策評価' : '事業評価'}「${condition.word}」`;
      case 'budgetChange':
        return `事業費の増減「${condition.word}」`;
      case 'outcome':
        return `成果の方向性「${condition.word}」`;
      case 'repeated':
        return '再掲';
      case 'row':
        return `No. ${condition.number}`;
      case 'bearer':
        return condition.bearers.map((bearer) => bearers[bearer] ?? bearer).join('または');
      case 'mainYears':
        return `${condition.years.map((year) => `令和${year - 2018}年度`).join('・')}${condition.only ? 'だけ' : ''}の主要事務事業`;
      case 'compare':
        return `${measured[condition.what] ?? ''}${condition.value.toLocaleString('en-US')}${condition.unit}${relation[condition.relation]}${condition.below === undefined ? '' : `${condition.below.toLocaleString('en-US')}${condition.unit}未満`}${condition.to === undefined ? '' : `${condition.to.toLocaleString('en-US')}${condition.unit}以下`}`;
      case 'kpiCount':
        return condition.count === 0
          ? 'KPIの記載がない'
          : `KPIが${condition.count}件${relation[condition.relation]}`;
      case 'unit':
        return `単位が${condition.unit}`;
      case 'wordedTarget':
        return '目標が言葉で書かれた';
      case 'moved':
        return { up: '予算が増えた', down: '予算が減った', same: '予算が同額の' }[condition.way];
      case 'direction':
        return (
          { up: '増やす目標', down: '減らす・下げる目標', rank: '順位の目標' }[
            condition.directions[0] ?? ''
          ] ?? ''
        );
      case 'measure':
        return (
          {
            maintain: '維持する目標',
            cumulative: '累計の目標',
            'year-over-year': '前年度との比較の目標',
            'average-gap': '全国平均との比較の目標',
            milestone: '数値によらない目標',
          }[condition.measures[0] ?? ''] ?? ''
        );
      case 'everyYear':
        return '毎年度の目標';
      case 'revised':
        return '中期目標の改訂あり';
      case 'status':
        return `判定「${condition.statuses.join('・')}」`;
      case 'missing':
        return `${measured[condition.what] ?? ''}の記載なし`;
      case 'townCount':
        return `参加市町が${condition.count}市町${relation[condition.relation]}`;
      case 'any':
        return condition.of.map(inWords).join('または');
      case 'not':
        return condition.that.on === 'missing' ||
          (condition.that.on === 'scope' && condition.that.scope === 'unknown')
          ? inWords(condition.that).replace('記載なし', '記載あり')
          : `${inWords(condition.that)}以外`;
      default:
        return condition satisfies never;
    }
  };
  return question.conditions
    .map(inWords)
    .filter((word) => word !== '')
    .join('・');
}
