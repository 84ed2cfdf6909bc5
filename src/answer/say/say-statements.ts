// Why, how, what: what a document says in words, with its place; a false premise is put right first.

import { recordOf } from '../../data/repository.ts';
import { figure } from '../../wording/figures.ts';
import { sourceName } from '../../wording/places.ts';
import type { StatementsResult } from '../run/result/result.ts';
import type { Told } from '../run/result/scope.ts';
import type { Way } from '../run/result/ways.ts';
import { type Said, type SayContext, said } from './said.ts';
import { changeOf, wayText } from './say-difference.ts';
import { sayWhether } from './say-whether.ts';
import { quoteOf, toldText } from './statement-text.ts';
import { quotedLabel, setText } from './subject-text.ts';
import { memberName, rowText } from './told-text.ts';

const asked: Readonly<Record<string, string>> = {
  why: '理由',
  how: '方法',
  what: '内容',
  define: '意味',
  page: 'ページ',
};

/** 資料の記述（要約）：…（文書002 No. 11） */
export function sayStatements(result: StatementsResult, context: SayContext): Said {
  const { found, scope, premise, ways, told } = result;
  const members = scope?.members.slice(0, 10) ?? [];
  const wrong = premise?.holds === false ? sayWhether(premise, context).lead : '';
  const facts =
    wrong === ''
      ? [
          ...ways.filter(({ from, to }) => from && to).map((way) => movedText(way, context)),
          ...told.map((row) => rowText(besideWays(row, ways), context)),
        ]
      : [];
  const quotes = found.map((statement) => quoteOf(statement, context));
  if (quotes.length > 0) {
    const verbatim = found.every(({ topic }) => topic === 'passage');
    return said(`${wrong}${figuresText(result, context)}${toldText(found, context)}`, members, {
      quotes,
      notes: [...facts.filter((text) => text !== ''), ...(verbatim ? [tablesLeftOut] : [])],
    });
  }
  return said(
    [wrong, nothingText(result, context), ...facts].filter((text) => text !== '').join(''),
    members,
    { silent: wrong === '' && facts.length === 0 },
  );
}

/** はい、…; 多いのは「福岡市」の約500人です: what the figures of running text come to. */
function figuresText({ figures }: StatementsResult, { query }: SayContext): string {
  const claimed = figures.filter(({ holds }) => holds !== null);
  if (claimed.length > 0) return claimed.every(({ holds }) => holds) ? 'はい、' : 'いいえ、';
  const [one, other] = figures;
  if (!one || !other) return '';
  const least = query.extreme?.way === 'min';
  const [first, second] = one.value > other.value === least ? [other, one] : [one, other];
  const more = query.claim?.words[0];
  const verdict =
    more === undefined ? '' : more === first.near && one.value !== other.value ? 'はい、' : 'いいえ、';
  const about = /^約|ほど/.test(`${one.said}${other.said}`) ? '約' : '';
  const gap = `差は${about}${figure(Math.abs(one.value - other.value))}${one.unit}です。`;
  if (one.value === other.value)
    return `${verdict}「${one.near}」も「${other.near}」も${one.said}で、同じです。`;
  return `${verdict}${least ? '少ない' : '多い'}のは「${first.near}」の${first.said}です。「${second.near}」は${second.said}で、${gap}`;
}

/** 引き上げた理由と、R3の達成率: what is asked beside what moved. */
function besideWays(row: readonly Told[], ways: readonly Way[]): Told[] {
  const moved = new Set(ways.flatMap(({ from, to }) => [from?.attribute.id, to?.attribute.id]));
  return row.filter(({ id }) => ways.length === 0 || !moved.has(id));
}

/** Of a document that was brought as it stands. */
const tablesLeftOut =
  'PDFなどの文章から引用しました。表の数字は推測せず、収録していません。もとの資料で確かめてください。';

/** 「X」の予算の理由は資料に記載がありません。 A 「何」 without statements is answered from the record's own words. */
function nothingText(result: StatementsResult, context: SayContext): string {
  const { ask, scope, about } = result;
  const [only] = scope?.members ?? [];
  const subject =
    scope && scope.members.length > 0
      ? `${scope.named || scope.label === '' ? setText(scope) : quotedLabel(scope.label)}`
      : about === ''
        ? ''
        : `「${about}」`;
  if (context.query.topics.includes('contact')) {
    const office =
      only?.kind === 'project'
        ? context.facts.cellsOf('project', 'department', only.subject.id)[0]
        : undefined;
    const whose = subject === '' ? '' : `${subject}の`;
    return `${whose}連絡先（担当者の氏名や電話番号）は資料に記載がありません。${office ? `担当は${office.text}です。` : ''}`;
  }
  if ((ask === 'what' || ask === 'define' || ask === 'how') && only && scope?.members.length === 1) {
    const [cell] = context.facts.cellsOf(only.kind, 'summary', only.subject.id);
    if (cell)
      return `「${memberName(only)}」の概要：${cell.text.replace(/。$/, '')}。${ask === 'how' ? '方法の詳しい記載はありません。' : ''}`;
  }
  if (ask === 'page' && only) {
    const [cell] = context.facts.cellsOf(only.kind, 'summary', only.subject.id);
    if (cell && /ページ|P\./.test(cell.text))
      return `「${memberName(only)}」の概要：${cell.text.replace(/。$/, '')}。`;
    const { id } = only.subject;
    const [source] = recordOf(context.repository, id)?.sources ?? [];
    // Where it stands is known, if not on which page.
    if (source)
      return `「${memberName(only)}」は${sourceName(source)}に載っています（ページは記載がありません）。`;
  }
  const what = ask === 'why' ? reasonText(result) : (asked[ask] ?? '内容');
  const asIs = context.repository.statements.some(({ topic }) => topic === 'passage');
  return `${subject === '' ? '' : `${subject}の`}${what}は${asIs ? '、取り込んだ文章から見つかりませんでした' : '資料に記載がありません'}。`;
}

/** 予算（事業費）が減った理由; by the true direction. */
function reasonText({ ways }: StatementsResult): string {
  const way = ways.find(({ from, to }) => from && to);
  const change = way ? changeOf(way) : 0;
  if (!way?.to || change === 0) return '理由';
  return `${way.to.attribute.label}が${change > 0 ? '増えた' : '減った'}理由`;
}

/** 予算（事業費）は39,464千円から57,740千円に増えています. */
function movedText(way: Way, context: SayContext): string {
  const change = changeOf(way);
  const text = wayText(way, { as: 'amount', scope: null }, context).replace(/です。$/, '');
  if (change === 0) return text.endsWith('。') ? text : `${text}です。`;
  return `${text}です（${change > 0 ? '増えています' : '減っています'}）。`;
}
