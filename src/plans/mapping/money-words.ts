// Kinds of money in Japanese, both ways.
import type { MoneyKind } from '../read-plan.ts';

/** As shown to a person. */
export const moneyLabels: Record<MoneyKind, string> = {
  initial: '当初予算',
  supplement: '補正予算',
  revised: '補正後予算',
  current: '予算現額',
  settled: '決算',
  executed: '執行額',
  planned: '計画額',
  requested: '要求額',
};

/** The first of these a plan prints is what 予算 means there. */
export const preferredKinds: MoneyKind[] = [
  'initial',
  'revised',
  'current',
  'settled',
  'executed',
  'planned',
  'requested',
  'supplement',
];

/** What people say for each kind beside its label; 予算 means the first kind of budget a plan prints. */
export const moneyAskedAs: Record<MoneyKind, string[]> = {
  initial: ['当初', '当初予算額', '当初額'],
  supplement: ['補正額', '補正予算額'],
  revised: ['補正後', '最終予算', '補正後予算額'],
  // What a year may spend in all: 補正や繰越しも入れた計, 繰越しを含めた予算.
  current: [
    '現額',
    '予算現額',
    '現計予算',
    '予算現在額',
    ...[
      '繰越',
      '繰越し',
      '繰り越し',
      '補正や繰越',
      '補正や繰越し',
      '補正や繰り越し',
      '補正と繰越し',
      '繰越しや補正',
      // Cut by the dictionary as 繰越 and しも, a particle of its own.
      '繰越しも',
      '補正や繰越しも',
      '補正も繰越しも',
      '補正も繰越も',
    ].flatMap((what) =>
      ['入れた', '含めた', '含む', '入れる', '込みの'].flatMap((how) =>
        ['計', '合計', '予算', '額'].map((sum) => `${what} ${how} ${sum}`),
      ),
    ),
  ],
  settled: ['決算', '決算額', '支出額', '実績額'],
  executed: ['執行', '執行額', '支出済額', '支出済', '支出額', '実際に使う', '使った額', '使ったお金'],
  // A blank lets a particle stand between: 計画のほう is no plan.
  planned: ['計画 ほう', '計画 方', '計画額', '計画事業費', '計画の事業費', '計画の金額', '予定額'],
  requested: ['要求', '要求額', '概算要求', '概算要求額', 'いくら 要求', '要求する', '要求した額'],
};

const words: [RegExp, MoneyKind][] = [
  [/補正後|最終予算/, 'revised'],
  [/補正/, 'supplement'],
  [/現額|現計/, 'current'],
  [/要求/, 'requested'],
  [/執行|支出済/, 'executed'],
  [/決算|実績/, 'settled'],
  [/計画|見込|予定/, 'planned'],
  [/当初|予算/, 'initial'],
];

/** 決算見込 → settled, 当初 → initial; null when no kind is named. */
export function moneyKindOf(text: string): MoneyKind | null {
  const plain = text.normalize('NFKC');
  return words.find(([form]) => form.test(plain))?.[1] ?? null;
}

/** 決算見込, 決算（見込み）: what will have been spent, as it is thought. */
export function isEstimate(text: string): boolean {
  return /(?:決算|執行|支出)[額済]*[\s・(]*見込/.test(text.normalize('NFKC'));
}

/** Money of years to come or being spent: beside it a KPI's figure is a target. */
export function looksAhead(kind: MoneyKind): boolean {
  return kind === 'planned' || kind === 'initial' || kind === 'requested';
}
