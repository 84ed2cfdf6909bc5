// Does the text want yes or no?

import { questionWords } from '../../../question-words.ts';
import { asksMeans } from '../../asks-means.ts';
import type { Clause } from '../../compose.ts';
import { isMark } from '../../conditions/marked-years.ts';
import { type Frame, type Item, isIntent } from '../../frame.ts';
import { standsIn } from './claim-of.ts';

const asking = [...questionWords, 'count', 'list', 'towns-count', 'sum'];

/** A question that wants yes or no. */
export function asksWhether(clause: Clause): boolean {
  const { frame, before } = clause;
  // どうやって減らす asks how.
  if (asksMeans(frame)) return false;
  // AとBの平均は34,000千円を超える: what is worked out over several.
  if (frame.has('average', 'median') && clause.subjects.exact().length > 1) return false;
  // 遅れているKPIは？ asks which ones.
  const last = frame.items.at(-1);
  if (last?.meaning?.is === 'kind' && /^(?:は|って)?[?？]*$/.test(last.after.trim()) && !frame.has('confirm'))
    return false;
  // 増えてますか、減ってますか asks which of both.
  if (frame.has('rise') && frame.has('fall') && !frame.has('confirm')) return false;
  if (!frame.has('confirm') && wantsFigure(frame)) return false;
  if (
    frame.intents(...asking).some((item) => !isMeasure(item) && !isAll(item, frame)) ||
    /何[^か]|いくら|いつ|どこ|誰|だれ|どれ|どの|どう(?=な[っりる]|でし|だっ|評価|判定|書|記)|(?:どちら|どっち)(?!も|とも)|どんな|なぜ/.test(
      spokenText(frame),
    )
  )
    return false;
  if (machiOfTown(clause)) return true;
  const ends = endsAsQuestion(frame);
  return (
    frame.has('confirm') ||
    (ends &&
      (claimsPlace(clause) ||
        claimsAgain(clause) ||
        clause.conditions.some(
          (condition) => standsIn(condition, frame) || isMark(condition.predicate, clause.around),
        ) ||
        frame.has(
          'join',
          'same-as',
          'overdue',
          'not-due',
          'reached',
          'unreached',
          'rise',
          'fall',
          'same',
          'big',
          'small',
        ) ||
        frame.numbers().some(({ used, meaning }) => !used && !meaning.number.ordinal) ||
        claimsWord(frame) ||
        keepsBudget.test(frame.text) ||
        before?.ask === 'whether'))
  );
}

/** 差額を出していただけますか, 前年度比の減少率は？: the figure is asked for; 増額ですか asks whether it rose. */
function wantsFigure(frame: Frame): boolean {
  const requested = /(?:いただけ|頂け|もらえ|くれ)(?:ます|ません)か/.test(frame.text);
  return (
    (frame.has('gap') && requested) ||
    frame
      .intents('rise', 'fall')
      .some(({ text }) => /[率額幅数量分]$|ポイント$/.test(text) && !/^[増減]額$/.test(text))
  );
}

/** 予算内に収まった, 予算をオーバーした, 予算を使い切った. */
const keepsBudget =
  /予算(?:現?額)?(?:(?:の(?:範囲|枠))?(?:内|以内)[にで]|[をよ]?り?(?:オーバー|超過)|[をはが、]?(?:全額|全部|すべて)?使い(?:切|き|果た))/;

/** …ですか, …載ってる？, 同じか否か、確認をお願いします. */
function endsAsQuestion(frame: Frame): boolean {
  const tail = withoutYearsBehind(frame);
  if (/[?？]$/.test(tail)) return true;
  // 入っているか確認したいです
  if (/か(?:どうか|否か)?(?:だけ)?[、を]?(?:ご|お)?(?:確認|教え|知り|聞|伺|回答)/.test(tail)) return true;
  if (frame.intents('whether').some(({ text }) => /否か|どうか/.test(text))) return true;
  const end =
    /(?:か|かな|かね|の|る|た|い|っけ|よね|ますね|だよね|ない|対象|ホント|本当|はず|でしょう?|だろう?|じゃん)[?？。!]*$/;
  return !requestsFigure(frame) && end.test(tail);
}

/** 評価表に載っている額を確認させてください: what is requested is no claim; 入っているか確認してください is one. */
function requestsFigure({ text }: Frame): boolean {
  const requests = /(?:くださ|下さ|た|ほし|欲し)い(?:です|と思います)?[。!]*$/.test(text.trim());
  return requests && !/か(?:否か|どうか)?(?:だけ|を|も|、|$)*[^か]{0,12}$/.test(text.trim());
}

/** /machi 応援プロジェクト 小竹町: whether that town takes part. */
function machiOfTown({ around, subjects, conditions, frame }: Clause): boolean {
  return (
    around.command === 'machi' &&
    subjects.exact().length === 1 &&
    conditions.some(({ predicate }) => predicate.is === 'town') &&
    frame.attributes().length + frame.kinds().length === 0
  );
}

/** 目標を上回った？令和6年度: the year behind the mark belongs to the question before it. */
function withoutYearsBehind({ text, items }: Frame): string {
  const tail = text.trimEnd();
  const mark = Math.max(tail.lastIndexOf('?'), tail.lastIndexOf('？'));
  const behind = items.filter(({ start }) => start > mark);
  const years = behind.length > 0 && behind.every(({ meaning }) => meaning?.is === 'years');
  return mark > 0 && years ? tail.slice(0, mark + 1) : tail;
}

/** …は順調？: a word of a cell, and nothing else is asked. */
function claimsWord(frame: Frame): boolean {
  const words = frame.words().filter(({ used }) => used);
  const able = words.flatMap(({ meaning }) => meaning.attributes);
  // 費用は北九州もちですか: the money is what the word tells of.
  return words.length > 0 && frame.attributeIds().every((id) => able.includes(id) || id === 'budget');
}

/** 件数 of ふるさと納税の件数、目標いった is what is measured and asks no number. */
function isMeasure({ text }: Item): boolean {
  return /^(?:件数|数|人数|回数|個数|延べ数)$/.test(text);
}

/** ぜんぶ of 市町ぜんぶ入ってる？ asks for no list. */
function isAll(item: Item, frame: Frame): boolean {
  const counted = frame.before(item)?.meaning?.is === 'number' || frame.entities('town').length > 1;
  return isIntent(item, 'list') && counted && isIntent(frame.next(item), 'join');
}

/** 夜間中学は…ですか: one project that is told by words alone, and of which something is said. */
function isDescribed({ frame, subjects }: Pick<Clause, 'frame' | 'subjects'>): boolean {
  const [topic, more] = subjects.topics();
  const spokenOf = topic !== undefined && !more && /^(?:は|って)/.test(topic.after.trim());
  if (!spokenOf || frame.kinds().some(({ meaning }) => meaning.kind !== 'policy')) return false;
  return subjects.byTopic([topic], ['project'])?.strong === true;
}

/** …の担当は企画課ですか: the department said is claimed. */
function claimsPlace({ frame, conditions, subjects }: Clause): boolean {
  // 企画課がやっている says who is in charge without the word.
  const done = frame
    .entities('department')
    .some(({ after }) => /^(?:さん)?[がで](?:も)?(?:やっ|やる|行|進め)/.test(after));
  const placing =
    frame
      .attributes()
      .some(({ meaning }) => meaning.ids.some((id) => ['department', 'policy', 'towns'].includes(id))) ||
    // 夜間中学は福祉の分野ですか
    frame.kinds().some(({ meaning }) => meaning.kind === 'policy');
  return (
    (subjects.exact().length > 0 || isDescribed({ frame, subjects })) &&
    (done || placing) &&
    conditions.some(({ predicate }) => ['department', 'policy', 'town'].includes(predicate.is))
  );
}

/** 「…」にも再掲されていますか: that a project stands under a part of a plan as well. */
function claimsAgain({ frame, subjects }: Clause): boolean {
  const named = subjects.exact().some(({ kind }) => kind === 'project');
  return named && frame.has('repeated') && frame.entities('policy').length > 0;
}

/** The words of the clause alone. */
function spokenText(frame: Clause['frame']): string {
  const [first, last] = [frame.items[0], frame.items.at(-1)];
  return first && last ? frame.text.slice(first.start, last.end + last.after.length) : '';
}
