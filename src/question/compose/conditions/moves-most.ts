// 減額が最大の事業と減額: how far a figure moved is ranked, and no word of a column of changes is meant.
import { type Frame, type Item, saysNothing } from '../frame.ts';

const moved = /^(?:[増減]額|増加|減少|拡大|縮小)$/;
const most = /^(?:幅|率)?[がの](?:最大|最も|もっとも|一番|いちばん|トップ|大き|多|最小|小さ|少な|上位)/;

/** Reads such words as rises and falls; one that only names the figure once more says nothing. */
export function movesMost(frame: Frame): void {
  const words = frame.words().filter(({ text }) => moved.test(text));
  // 937千円の減額: by how much.
  for (const item of words as Item[]) {
    const before = frame.before(item);
    if (before?.meaning?.is === 'number' && /^の?$/.test(before.after.trim()))
      item.meaning = { is: 'intent', id: /^[増拡]/.test(item.text) ? 'rise' : 'fall' };
  }
  const ranked = words.filter(({ end }) => most.test(frame.text.slice(end)));
  const asked =
    ranked.length > 0 || frame.intents('rise', 'fall').some(({ end }) => most.test(frame.text.slice(end)));
  if (!asked || !frame.has('max', 'min', 'big', 'small')) return;
  for (const item of words as Item[]) {
    if (ranked.some((one) => one === item))
      item.meaning = { is: 'intent', id: /^[増拡]/.test(item.text) ? 'rise' : 'fall' };
    else if (
      /[とや、]$/.test(frame.text.slice(0, item.start)) &&
      /^(?:も|は|を|額)?[。?？]?\s*$/.test(frame.text.slice(item.end))
    )
      saysNothing(item);
  }
}
