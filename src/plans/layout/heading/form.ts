// Headings no list can hold in full, known by their form: 評価対象事業名, 担当課・係名, 歳出決算見込額.
import type { MoneyKind } from '../../read-plan.ts';
import type { Headings } from '../headings.ts';
import { lookUp } from './look-up.ts';
import type { Meaning, Meant } from './meaning.ts';

/** What a text means by its form; null where it has none of them. */
export function byForm(text: string, vocabulary: Headings): Meant | null {
  if (
    /(?:事業|補助金|助成金|交付金|取組み?|プロジェクト)(?:等)?(?:の)?(?:名|名称)$/.test(text) &&
    text.length <= 14
  )
    return { meaning: 'project' };
  if (/^.{0,6}(?:事業|予算|取組|補助金)(?:の)?(?:番号|no|コード|id|cd)$/.test(text))
    return { meaning: 'number' };
  if (
    /^(?:主?担当|所管|主管|主務|所属|実施|関係)?(?:部|局|課|室|係|部署|部局|所属)(?:[・/、]?(?:部|局|課|室|係|所|等|名))*$/.test(
      text,
    ) &&
    text.length >= 2
  )
    return { meaning: 'department', departmentPart: null };
  if (joinsLevels(text, vocabulary)) return { meaning: 'project' };
  const figure = figureByForm(text);
  if (figure) return { meaning: figure };
  // 成果を表す指標, 達成度を測るものさし
  if (
    /^.{0,8}を(?:表す|表わす|あらわす|示す|測る|計る|はかる|測定する|把握する)(?:重要業績評価|成果|活動|評価)?(?:指標|ものさし|物差し|kpi)(?:の?名称?)?$/.test(
      text,
    )
  )
    return { meaning: 'kpi-name' };
  // 本事業における重要業績評価指標(kpi), 施策の成果指標
  if (
    /^.{1,10}(?:における|の)(?:重要業績評価|成果|活動|評価|業績)?(?:指標|kpi)(?:\((?:kpi|重要業績評価指標)\))?(?:の?名称?)?$/.test(
      text,
    )
  )
    return { meaning: 'kpi-name' };
  const money =
    /^(?:歳出|事業費?|一般会計)?(?:当初予算|補正後予算|予算現額|決算見込|決算|執行済?|支出済|要求)(?:案|見込)?額?(?:案|計|合計)?$/.exec(
      text,
    );
  // 対策費用, 概算工事費: which of the kinds is asked. 維持管理費 of a building is a column of its own.
  if (
    /^(?!維持管理費$)(?:対策|整備|工事|改修|更新|修繕|維持管理|事業|概算|想定|見込み?|年度別)+(?:費用?|経費)$/.test(
      text,
    )
  )
    return { meaning: 'money', money: null };
  // 概算金額, 予定金額: an amount nobody has decided on yet.
  if (/^(?:概算|想定|見込み?|予定)金?額$/.test(text)) return { meaning: 'money', money: 'planned' };
  if (!money) return null;
  const kinds: [RegExp, MoneyKind][] = [
    [/補正後/, 'revised'],
    [/現額/, 'current'],
    [/決算/, 'settled'],
    [/執行|支出済/, 'executed'],
    [/要求/, 'requested'],
    [/当初/, 'initial'],
  ];
  return { meaning: 'money', money: kinds.find(([form]) => form.test(text))?.[1] ?? null };
}

/** 施策・事業, 取組/事業: the finest of the levels names the rows. */
function joinsLevels(text: string, vocabulary: Headings): boolean {
  const levels = text.split(/[・/]/).map((one) => lookUp(one, vocabulary).meaning);
  const known = levels.every((one) => one === 'project' || one === 'policy');
  return levels.length > 1 && known && levels.includes('project');
}

/** はじめの値, 今の数値, めざす姿: figures of a KPI in plain words. */
function figureByForm(text: string): Meaning | null {
  const [, which = ''] = /^(.{1,6}?)の?(?:値|数値|数字|水準)$/.exec(text) ?? [];
  if (/^(?:はじめ|初め|(?:計画)?(?:開始|策定|当初)時?|スタート時?|もともと|基準(?:年度?|時)?)$/.test(which))
    return 'baseline';
  if (/^(?:今|いま|現在|現時点|現状|最新|直近)$/.test(which)) return 'current';
  return /^(?:めざす|目指す|目標とする|到達|到達点|将来|最終)$/.test(which) ? 'target' : null;
}
