// 企画課が担当している国際交流事業の予算は: an office told before a record's name says whose it is, and claims nothing.
import { isNameOf, isRecord } from '../mentions/named.ts';
import { type Frame, saysNothing } from './frame.ts';

/** What ends such a description: 担当の, 担当する, 受け持っている. */
const describing = /^(?:の|する|した|[しっ]?て(?:い|お)?る|[しっ]?とる|る|つ)?$/;

/** Words of an office's task that only describe the record named right behind them say nothing. */
export function officesBeforeNames(frame: Frame): void {
  for (const item of frame.attributes()) {
    const [office, record] = [frame.before(item), frame.next(item)];
    if (
      !item.meaning.ids.includes('department') ||
      !isNameOf(office?.meaning, 'department') ||
      !isRecord(record?.meaning)
    )
      continue;
    const owns = /^(?:さん)?(?:が|の)?$/.test(office?.after.trim() ?? '');
    if (owns && describing.test(item.after.trim())) saysNothing(item);
  }
}
