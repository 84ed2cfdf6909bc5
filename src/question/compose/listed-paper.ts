// 連携事業の一覧ではどの取組に入る: the list is the paper that is looked at; 一覧で教えて asks for one.
import type { Frame } from './frame.ts';

/** Where a list is looked into. */
const lookedInto =
  /^(?:表)?(?:では|には|に(?:載|のっ|入|はい|あ|並|出|掲)|上[でのは]|の(?:中|上)|を(?:見|みる|みて))/;

/** A list that is looked into asks for none. */
export function listedPaper(frame: Frame): void {
  for (const item of frame.intents('list'))
    if (/^(?:一覧|リスト)/.test(item.text) && lookedInto.test(frame.text.slice(item.end)))
      item.meaning = { is: 'intent', id: 'filler' };
}
