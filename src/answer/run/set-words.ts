// A set in words, so that the first sentence says what it was counted over: 企画課・令和5年度の予算（事業費）が1億円以上.

import type { Limit, Predicate, SubjectSet } from '../../question/query.ts';
import { fiscalYearName } from '../../wording/years.ts';
import type { RunContext } from './context.ts';

/** Parts are joined by ・; '' for all of a kind. */
export function setInWords(set: SubjectSet, context: RunContext): string {
  const [only, more] = set.where;
  // 観光について教えて was looked for as typed; it is 観光 that is shown.
  if (only?.is === 'near' && !more && set.label !== '' && !set.label.includes(' ')) return set.label;
  const level = set.where.some(isLevel);
  const words = set.where
    .filter((predicate) => !isLevel(predicate))
    .map((predicate) => inWords(predicate, context))
    .filter((word) => word !== '');
  return words.length > 0 ? [...new Set(words)].join('・') : level ? '' : set.label;
}

/** A level of policies is what the set is called, not a condition: 基本目標. */
const isLevel = (predicate: Predicate) => predicate.is === 'word' && predicate.attribute === 'level';

/** What the members are called. */
export function nounOf(set: SubjectSet): string {
  return (set.where.some(isLevel) && set.label) || kindNames[set.kind];
}

const relations = { '=': '', '!=': '以外', '>=': '以上', '<=': '以下', '>': '超', '<': '未満' } as const;
const between = {
  '=': 'と同じ',
  '!=': 'と違う',
  '>=': '以上',
  '<=': '以下',
  '>': 'より大きい',
  '<': 'より小さい',
} as const;
const directions: Readonly<Record<string, string>> = {
  up: '増やす・上げる目標',
  down: '減らす・下げる目標',
  keep: '維持する目標',
  rank: '順位の目標',
  milestone: '数値によらない目標',
};

/** A verb behind a number that is said as 以上 or 未満 instead: 8割に届かなかった. */
const verb = /(?:に|まで|を|へ|も)*(?:届|達|満た|及ば|到達|行か|いか|とど).*$/;

/** 1億円以上; what was typed with its relation already keeps it. */
function limitInWords({ text, value, unit, relation }: Limit): string {
  if (text === '') return `${value.toLocaleString('en-US')}${unit ?? ''}${relations[relation]}`;
  return /以上|以下|以内|未満|超|より|上回|下回|割っ|割る|切っ|切る/.test(text)
    ? text
    : `${text.replace(verb, '')}${relations[relation]}`;
}

/** 80%から90% is two limits of one text; it is said once. */
function limitsInWords(limits: readonly Limit[]): string {
  const [first] = limits;
  const same =
    first && first.text !== '' && limits.length > 1 && limits.every(({ text }) => text === first.text);
  return same ? first.text : limits.map(limitInWords).join('');
}

const afterYear: Record<Limit['relation'], string> = {
  '=': '',
  '>=': '以降',
  '>': 'より後',
  '<=': 'まで',
  '<': 'より前',
  '!=': '以外',
};

/** 令和6年度以降. */
const yearsInWords = (limits: readonly Limit[]) =>
  limits.map(({ relation, value }) => `${fiscalYearName(value)}${afterYear[relation]}`).join('');

function comparedInWords(
  { attribute, limits }: Extract<Predicate, { is: 'compare' }>,
  { facts }: RunContext,
): string {
  return facts.attribute(attribute)?.type === 'year' ? yearsInWords(limits) : limitsInWords(limits);
}

const yearBefore = (fy: number | null) => (fy === null ? '' : `${fiscalYearName(fy)}の`);

const denied = (word: string, { is }: Predicate) => {
  if (is === 'name') return word.replace(/含む$/, '含まない').replace(/る$/, 'らない');
  return is === 'has' ? word.replace('記載あり', '記載なし').replace(/がある$/, 'がない') : `${word}以外`;
};

/** What a record stands under or belongs to, by name. */
function namesInWords(
  predicate: Extract<Predicate, { is: 'plan' | 'document' | 'policy' | 'of-project' }>,
  context: RunContext,
): string {
  const { repository } = context;
  switch (predicate.is) {
    case 'plan':
      return plansInWords(predicate.ids, context);
    case 'document':
      return documentsInWords(predicate.numbers, context);
    case 'policy':
      return predicate.label || predicate.ids.map((id) => repository.policy(id)?.name ?? id).join('・');
    default:
      return predicate.ids.map((id) => repository.project(id)?.name ?? id).join('・');
  }
}

function hasInWords(
  { attribute, fy }: Extract<Predicate, { is: 'has' }>,
  of: (attribute: string, fy: number | null) => string,
  { facts }: RunContext,
): string {
  // 主要事務事業の年度: the column holds years itself.
  return fy !== null && facts.attribute(attribute)?.type === 'year'
    ? `${of(attribute, null)}に${fiscalYearName(fy)}がある`
    : `${of(attribute, fy)}の記載あり`;
}

/** One predicate. */
export function inWords(predicate: Predicate, context: RunContext): string {
  const of = (attribute: string, fy: number | null) =>
    `${yearBefore(fy)}${context.facts.attribute(attribute)?.label ?? attribute}`;
  switch (predicate.is) {
    case 'plan':
    case 'document':
    case 'policy':
    case 'of-project':
      return namesInWords(predicate, context);
    case 'department':
      return predicate.names.join('・');
    case 'town':
      return `${predicate.names.join('・')}が参加`;
    case 'number':
      return numbersInWords(predicate);
    case 'compare':
      return `${of(predicate.attribute, predicate.fy)}が${comparedInWords(predicate, context)}`;
    case 'against':
      return `${of(predicate.left.attribute, predicate.left.fy)}が${of(predicate.right.attribute, predicate.right.fy)}${between[predicate.relation]}`;
    case 'short':
      return `${yearBefore(predicate.fy)}実績が目標に届いていない`;
    case 'word':
      return `${of(predicate.attribute, predicate.fy)}が${predicate.values.map((value) => `「${value}」`).join('か')}`;
    case 'has':
      return hasInWords(predicate, of, context);
    case 'only-in':
      return `${of(predicate.attribute, null)}の記載が${fiscalYearName(predicate.fy)}だけ`;
    case 'dashed':
    case 'blank':
    case 'instead':
      return `${of(predicate.attribute, predicate.fy)}が${printedInWords(predicate)}`;
    case 'change':
      return changeInWords(predicate, of);
    case 'told':
      return `${topics[predicate.topic] ?? predicate.topic}の記述あり`;
    case 'status':
      return `判定が${predicate.statuses.map((word) => `「${word}」`).join('か')}`;
    case 'lagging':
      return '遅れている（注意・遅れ）';
    case 'due':
      return predicate.when === 'past' ? '目標年度を過ぎた' : '目標年度がまだ過ぎていない';
    case 'direction':
      return predicate.directions.map((one) => directions[one] ?? one).join('か');
    case 'name':
      return nameInWords(predicate);
    case 'holds':
      return heldInWords(predicate);
    case 'repeated':
      return '再掲';
    case 'unit':
      return `単位が${predicate.unit}`;
    case 'near':
      return predicate.words;
    case 'not':
      return denied(inWords(predicate.that, context), predicate.that);
    case 'any':
      return predicate.of.map((one) => inWords(one, context)).join('または');
    case 'all':
      return predicate.of.map((one) => inWords(one, context)).join('かつ');
    default:
      return predicate satisfies never;
  }
}

function printedInWords(predicate: Extract<Predicate, { is: 'dashed' | 'blank' | 'instead' }>): string {
  if (predicate.is === 'instead') return `「${predicate.word}」`;
  return predicate.is === 'blank' ? '空欄' : '「—」';
}

function nameInWords({ holds, at }: Extract<Predicate, { is: 'name' }>): string {
  const texts = holds.map((text) => `「${text}」`).join('か');
  if (at === undefined) return `名前に${texts}を含む`;
  return `名前が${texts}で${at === 'start' ? '始まる' : '終わる'}`;
}

/** KPIが3件以上; 全市町 says how many already. */
function heldInWords({ kind, limits }: Extract<Predicate, { is: 'holds' }>): string {
  const [first] = limits;
  if (first && /^(?:全|すべて)/.test(first.text)) return `${first.text}が参加`;
  return `${kindNames[kind]}が${limits.map((limit) => limitInWords({ ...limit, unit: limit.unit ?? '件' })).join('')}`;
}

const topics: Readonly<Record<string, string>> = { revision: '改訂', reason: '理由', method: '方法' };

/** 予算（事業費）が令和6年度から令和7年度に1千万円以上増えた. */
function changeInWords(
  { from, to, by, limits }: Extract<Predicate, { is: 'change' }>,
  of: (attribute: string, fy: number | null) => string,
): string {
  const way = limits[0]?.unit === '倍' ? '' : { rise: 'の増', fall: 'の減', gap: 'の差' }[by];
  return `${of(from.attribute, from.fy)}から${of(to.attribute, to.fy)}へ${limitsInWords(limits)}${way}`;
}

/** What the document is called: 個票. */
function documentsInWords(numbers: readonly string[], { repository }: RunContext): string {
  const documents = repository.plans.flatMap((plan) => plan.documents);
  return numbers
    .map((number) => documents.find((one) => one.number === number))
    .map((document) => document?.aliases?.[0] ?? document?.title ?? '')
    .join('・');
}

/** What a kind is called. */
export const kindNames = {
  project: '事業',
  kpi: 'KPI',
  policy: '施策',
  plan: '計画',
  town: '市町',
  department: '担当課',
  row: '掲載行',
} as const;

/** R5行政評価・主要事務事業, all plans of one town by the town: 北九州市. */
function plansInWords(ids: readonly string[], { repository }: RunContext): string {
  const plans = ids.map((id) => repository.plan(id));
  const [town] = plans.map((plan) => plan?.municipality);
  const own = repository.plans.filter(({ municipality }) => municipality === town);
  if (ids.length > 1 && own.length === ids.length && plans.every((plan) => plan?.municipality === town))
    return town as string;
  return ids.map((id, at) => plans[at]?.shortName ?? id).join('・');
}

/** No. 20, No. 20〜30, No. 20以降. */
function numbersInWords({ number, to }: Extract<Predicate, { is: 'number' }>): string {
  if (to === null) return `No. ${number}以降`;
  return to === undefined ? `No. ${number}` : `No. ${number}〜${to}`;
}
