// 39千円増えた, 5ポイント高い, 増加額は39千円: by how much a figure is said to have moved; 39千円に増えた says what it came to.

import type { TypedNumber } from '../../../mentions/mention.ts';
import type { Claim } from '../../../query.ts';
import { limitOf } from '../../conditions/condition.ts';
import { type Frame, type Item, isIntent } from '../../frame.ts';

/** What moves right behind a figure. */
const moves =
  /^[」』)]?(?:ほど|くらい|ぐらい|程度|近く|余り|あまり|以上|だけ|分|も|強|弱|の)*[、 ]?(?:増|減|ふえ|へっ|へり|へら|上が|あが|下が|さが|伸び|のび|プラス|マイナス|アップ|ダウン|多[いかくけ]|おお[いかくけ]|少な|すくな|高[いかくけ]|たか[いかくけ]|低[いかくけ]|ひく[いかくけ]|大き|小さ|上積み|積み増|落ち|縮|引き上げ|引き下げ|上乗せ|削減|削ら|削っ|カット|圧縮|拡大|縮小)/;
/** Such a word that names a thing: 39件増の目標 still moves, 39件増加率 does not. */
const measure = /^[^、。]{0,4}(?:率|幅)/;

/** The claims on how far; takes their numbers. */
export function farMoved(frame: Frame): Claim['by'] {
  if (!frame.has('rise', 'fall', 'big', 'small', 'gap')) return [];
  return frame.numbers().flatMap((item) => {
    const { number } = item.meaning;
    if (item.used || number.ordinal || !isHowFar(item, frame)) return [];
    item.used = true;
    return limitOf(number, item.text);
  });
}

/** 39千円 of 39千円増えた, and not the figure it came to. */
export function isHowFar(item: Item & { meaning: { number: TypedNumber } }, frame: Frame): boolean {
  const { number } = item.meaning;
  if (number.to !== null || number.unit === '倍') return false;
  const behind = frame.text.slice(lastOfRow(item, frame).end).trimStart();
  const moved = moves.test(behind) && !measure.test(behind);
  if (!moved && !afterMeasure(item, frame)) return false;
  return !/^(?:多|少|高|低|大|小|おお|すく|たか|ひく)/.test(behind.trim()) || against(frame);
}

/** 405千円、ちょうど1割の減額: what moves stands behind the last of several figures. */
function lastOfRow(item: Item, frame: Frame): Item {
  const next = frame.numbers().find(({ start }) => start >= item.end);
  const joined =
    next !== undefined &&
    !next.meaning.number.ordinal &&
    /^[」』)]?(?:[、,・(]|つまり|すなわち|率にして|割合で)*(?:ちょうど|およそ|約|率にして|割合で)?$/.test(
      frame.text.slice(item.end, next.start).trim(),
    );
  return joined ? lastOfRow(next, frame) : item;
}

/** 差は35,940千円で合ってますか, あと139人で合ってる: the figure claimed of what a rule works out; none where nothing is to be confirmed. */
export function figureClaimed(frame: Frame): Claim['by'] {
  if (!frame.has('confirm')) return [];
  const [item, more] = frame
    .numbers()
    .filter(({ used, meaning }) => !used && !meaning.number.ordinal && meaning.number.unit !== null);
  if (!item || more) return [];
  item.used = true;
  return limitOf(item.meaning.number, item.text);
}

/** Held to a target: 目標を262人上回った, 目標に5件届かなかった. */
export const heldToTarget =
  /目標値?(?:を|に|より|から|まで)[^、。]*(?:上回|超|オーバー|下回|届|足り|不足|及ば|達しな)/;

/** 目標を262人上回った, 目標に5件届かなかった: how far the result of a year lies from its target; takes what says it. */
export function passedTarget(frame: Frame): Pick<Claim, 'moved' | 'by'> | null {
  const target = frame.attributes().find(({ meaning }) => meaning.ids.includes('target'));
  if (!target || !/^値?(?:を|に|より|から|まで)/.test(target.after.trim())) return null;
  for (const item of frame.numbers()) {
    const said = frame.text.slice(item.start);
    const [, way] =
      /^[^、。\s]{1,12}?(?:も|ほど|だけ)?(上回|超過|オーバー|超え|下回|届[かい]|足り|不足|及ば|達しな)/.exec(
        said,
      ) ?? [];
    const { ordinal, value, unit, yen } = item.meaning.number;
    if (item.used || ordinal || way === undefined || item.start < target.end) continue;
    item.used = true;
    for (const one of frame.intents('reached', 'unreached', 'remaining', 'big', 'small')) one.used = true;
    const up = /^(?:上回|超|オーバー)/.test(way);
    return {
      moved: up ? 'up' : 'down',
      by: [{ relation: '=', value: yen ?? value, unit: yen === null ? unit : '円', text: item.text }],
    };
  }
  return null;
}

/** 増加額は39千円, 差は5ポイント. */
function afterMeasure(item: Item, frame: Frame): boolean {
  const before = frame.before(item);
  return (
    isIntent(before, 'rise', 'fall', 'gap') &&
    /(?:額|幅|分|差|開き|のは)$/.test(
      `${before?.text}${/^[たる]?のは/.test(before?.after ?? '') ? 'のは' : ''}`,
    ) &&
    /^(?:[たる]?のは|[はがも])[、 ]?$/.test(before?.after.trim() ?? '')
  );
}

/** 39千円多い says how far only where something is held against. */
function against({ text }: Frame): boolean {
  return /より|比べ|比して|対して|比で/.test(text);
}
