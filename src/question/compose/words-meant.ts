// Words that only describe, or say how something is counted: in this clause they ask for nothing.
import { asWord, type Frame, type Item, isIntent, saysNothing } from './frame.ts';

/** どのような体制で, どんな顔ぶれで. */
const byWhom =
  /(?:どの(?:よう|様)な|どんな|どういう|どういった)(?:体制|組織|仕組み|顔ぶれ|メンバー|人たち|会議|構成|手順|方法)で、?$/;

/** 効果を検証する事業: without 誰 such a word asks for nobody. */
export function releaseChecks(frame: Frame): void {
  for (const item of frame.intents('checked-by')) {
    if (/誰|だれ|どこ|どう|どのよう|どんな|体制|組織/.test(item.text)) continue;
    if (byWhom.test(frame.text.slice(0, item.start))) continue;
    asWord(item);
  }
}

/** 何回見られた: what is done to a thing tells which of its measures is meant. */
export function releaseDone(frame: Frame): void {
  const measured = frame.has('howmany-unit', 'howmuch');
  frame.release('undergone');
  if (measured)
    for (const item of frame.items)
      if (item.meaning === null && /^.+[らまさかわ]れ[たるて]/.test(item.text)) item.noun = true;
}

/** 大都市圏とは、どこを合わせたもの: what a word takes together, and no sum. */
export function definedTogether(frame: Frame): void {
  const [define] = frame.intents('define-part');
  if (!define || frame.attributes().length > 0) return;
  for (const sum of frame.intents('sum'))
    if (sum.start > define.end && /^(?:た|ている|てい)/.test(frame.text.slice(sum.end))) saysNothing(sum);
}

/** 目標に届かなかった: what is denied right behind it; 何人に達した asks how many. */
export function notReached(frame: Frame): void {
  for (const item of frame.intents('reached')) {
    const next = frame.next(item);
    const before = frame.before(item);
    if (
      before &&
      isIntent(before, 'howmany-unit', 'howmuch') &&
      /^(?:くらい|ぐらい|ほど)?(?:に|まで)(?:は|も)?$/.test(before.after.trim())
    ) {
      saysNothing(item);
      continue;
    }
    // 届いてない, 届いていない
    if (!next || !isIntent(next, 'none') || !/^(?:て|てい)?$/.test(frame.text.slice(item.end, next.start)))
      continue;
    item.meaning = { is: 'intent', id: 'unreached' };
    saysNothing(next);
  }
}

/** 何で目標を変えた asks why; 最も高いのは何で、いくら asks which. */
export function whatWith(frame: Frame): void {
  for (const item of frame.intents('reason-part')) {
    const goesOn = frame.next(item) !== undefined;
    const asksWhich =
      item.text === '何で' && goesOn && (frame.items[0] !== item || /^[、,]/.test(item.after));
    if (asksWhich) item.meaning = { is: 'intent', id: 'which' };
  }
}

/** 4部会, 2事務所: so many things that no KPI counts are named, and nothing is measured. */
export function numberedThings(frame: Frame): void {
  if (frame.has('count', 'howmany-unit')) return;
  for (const item of frame.numbers()) {
    const { relation, to, unit, ordinal } = item.meaning.number;
    const thing = /\d+((?:部|委員|協議|検討)会|事務所|制度)$/.exec(item.text)?.[1];
    if (thing === undefined || relation !== null || to !== null || ordinal || unit === '円') continue;
    asWord(item);
  }
}

/** 建物を建てる計画があるって: a plan that a verb describes is none of the plans held. */
export function plannedThing(frame: Frame): void {
  for (const item of frame.kinds()) {
    // 新しいビジョンを作る: what is made is no part of a plan.
    // ビジョンの一覧で: the paper that is looked at.
    const paper = /^の?(?:一覧|表|冊子|資料|ページ)(?:で|に|を見|上)/.test(frame.text.slice(item.end));
    if (item.meaning.kind === 'policy' && paper && frame.kinds().length + frame.entities('plan').length > 1) {
      saysNothing(item);
      continue;
    }
    if (item.meaning.level !== null && /^を?(?:作|つく|まと|策定|話し)/.test(frame.text.slice(item.end))) {
      asWord(item);
      continue;
    }
    const before = frame.before(item);
    // どれだけ下げる計画でしょうか: what is planned, no plan.
    if (item.meaning.kind === 'plan' && before && isIntent(before, 'rise', 'fall', 'same')) {
      if (/^(?:する)?$/.test(before.after.trim())) saysNothing(item);
      continue;
    }
    // 何か所にする計画ですか: what somebody means to do.
    if (item.meaning.kind === 'plan' && /(?:した|[るすくつむぶぐう])$/.test(before?.after ?? '')) {
      saysNothing(item);
      continue;
    }
    const described =
      before?.meaning === null && !before.noun && /^(?:る|た|う|く|す)?$/.test(before.after.trim());
    if (item.meaning.kind === 'plan' && described && /^が(?:あ|出)/.test(item.after.trim()))
      saysNothing(item);
  }
}

/** 3番目の「…パッケージ」: the place of a part that is named besides ranks nothing. */
export function orderedPart(frame: Frame): void {
  for (const item of frame.numbers())
    if (item.meaning.number.ordinal && /^の[「『]?$/.test(item.after.trim()) && isPart(frame.next(item)))
      saysNothing(item);
}

const isPart = (item: Item | undefined) => item?.meaning?.is === 'entity' && item.meaning.kind === 'policy';

/** １匹いくら出る, １人いくらもらえる: what one of them gets is no budget. */
export function priceOfOne(frame: Frame): void {
  for (const item of frame.attributes()) {
    const before = frame.before(item);
    const one = before?.meaning?.is === 'number' ? before.meaning.number : null;
    const each = one?.value === 1 && one.unit !== null && one.yen === null && before?.end === item.start;
    if (each && item.text.startsWith('いくら') && item.meaning.ids.includes('budget'))
      (item as Item).meaning = { is: 'intent', id: 'howmuch' };
  }
}

/** ぐるっと回る大きな道路: a size right before a thing describes it, unless two are held against each other. */
export function sizedThing(frame: Frame): void {
  if (frame.has('which-two', 'max', 'min', 'compare', 'which')) return;
  for (const item of frame.intents('big', 'small')) {
    const next = frame.next(item);
    if (!/^(?:大き|小さ)[ない]$/.test(item.text) || item.after !== '' || next?.meaning !== null || !next.noun)
      continue;
    item.meaning = null;
    item.noun = false;
  }
}

/** 柱である基本目標: the same parts by two words. */
export function sameKind(frame: Frame): void {
  const kinds = frame.kinds();
  for (const [at, item] of kinds.entries()) {
    const next = kinds[at + 1];
    const between = frame.text.slice(item.end, next?.start ?? item.end);
    if (
      next?.meaning.kind !== item.meaning.kind ||
      !/^(?:である|にあたる|に当たる|となる|という|たる)$/.test(between)
    )
      continue;
    for (const one of frame.items) if (one.start >= item.start && one.end <= next.start) saysNothing(one);
  }
}

/** 令和6年度まで is a year, and no end of a plan. */
export function endsOfYears(frame: Frame): void {
  for (const item of frame.intents('ended'))
    if (frame.before(item)?.meaning?.is === 'years') saysNothing(item);
  if (!frame.attributeIds().includes('period')) frame.release('ended');
}

/** Intents that ask for nothing where such words stand right behind them. */
const silentBefore: readonly { ids: readonly string[]; behind: RegExp }[] = [
  // 係長に根拠を出せと言われました: grounds that somebody else wants to see.
  { ids: ['basis'], behind: /^を(?:出せ|出し|示せ|示し|求め|付け|添え|用意)/ },
  // 利用率を増やすという指標: how a record is called asks for no change.
  { ids: ['rise', 'fall'], behind: /^という(?:指標|kpi|目標|取組|事業|項目)/ },
  // ページをまたいでいて: how it is printed.
  { ids: ['page'], behind: /^(?:を?(?:また|めく|繰)|が(?:多|離|分かれ|飛))/ },
];

/** Words that a turn of phrase behind them silences. */
export function silencedWords(frame: Frame): void {
  for (const { ids, behind } of silentBefore)
    for (const item of frame.intents(...ids)) if (behind.test(frame.text.slice(item.end))) saysNothing(item);
}

/** 累計で何件という目標: a target that adds up over the years is asked for, and nothing is added. */
export function runningTotals(frame: Frame): void {
  const figures = frame.attributeIds().some((id) => ['target', 'actual', 'baseline'].includes(id));
  const years = frame.years();
  const span = years.length > 1 || years.some(({ meaning }) => meaning.years.range);
  if (!figures || span) return;
  for (const item of frame.intents('sum')) if (/^(?:累計|累積|通算)/.test(item.text)) saysNothing(item);
}

/** …を増やす計画と聞きました。何件という目標: what the target is, and by how much nothing moves. */
export function targetsAsked(frame: Frame): void {
  const asked = /(?:何\S{1,2}|いくつ|いくら|どれ?くらい)という?(?:目標|計画)/.exec(frame.text);
  if (!asked) return;
  for (const item of frame.intents('rise', 'fall'))
    if (/[。!]/.test(frame.text.slice(item.end, asked.index))) item.meaning = null;
}

/** 再掲を除くと、残りは何事業: so many are left where some are left out, and nothing is missing to a target. */
export function restCounted(frame: Frame): void {
  if (!frame.has('except', 'distinct') || !frame.has('count')) return;
  for (const item of frame.intents('remaining')) if (/^残り/.test(item.text)) saysNothing(item);
}

/** 目標r3いった: a year between the target and what is said of it. */
export function targetGone(frame: Frame): void {
  const [target] = frame.attributes().filter(({ meaning }) => meaning.ids.includes('target'));
  const year = target && frame.next(target);
  if (!target || year?.meaning?.is !== 'years' || frame.has('reached', 'unreached')) return;
  const behind = frame.text.slice(year.end).trim();
  if (!/^(?:度?[はにで]?)?(?:い|行)(?:った|けた|っとる|ってる|っていますか|きましたか)[?]*$/.test(behind))
    return;
  frame.add({ is: 'intent', id: 'reached' });
}
