// 連携事業の一覧ではどの取組に入る: the list is the paper that is looked at; 一覧で教えて asks for one.
import { type Frame, type Item, isIntent, saysNothing } from './frame.ts';

/** Where a list is looked into. */
const lookedInto =
  /^(?:表)?(?:では|には|に(?:載|のっ|入|はい|あ|並|出|掲)|上[でのは]|の(?:中|上|[「『])|を(?:見|みる|みて))/;

/** What a plan is printed on. */
const paper = /^(?:紙|用紙|書類|書面|印刷物|プリント|ペーパー|シート|文書|綴り?|つづり|ファイル|本|束|PDF)$/i;

/** Lists and sheets that are looked into ask for nothing. */
export function listedPaper(frame: Frame): void {
  for (const item of frame.intents('list'))
    if (/^(?:一覧|リスト)/.test(item.text) && lookedInto.test(frame.text.slice(item.end))) saysNothing(item);
  for (const item of frame.items) for (const word of sheetEndingIn(item, frame)) saysNothing(word);
}

/** 北九州の連携事業の黄色い紙で, 久留米のプリントに: the sheet of a plan or a town, and how it looks. */
function sheetEndingIn(item: Item, frame: Frame): Item[] {
  const looked = /^(?:で|に|を見|の中|上|から)/.test(frame.text.slice(item.end));
  if (item.meaning !== null || !paper.test(item.text) || !looked) return [];
  const before = frame.before(item);
  const looks = before?.meaning === null && !before.noun && before.end === item.start ? before : null;
  const owner = looks ? frame.before(looks) : before;
  const whose = owner?.meaning;
  const ofPlan = whose?.is === 'entity' && ['plan', 'town', 'department'].includes(whose.kind);
  const its = (ofPlan && /^の?$/.test(owner?.after ?? '')) || isIntent(owner, 'that');
  return its ? [item, ...(looks ? [looks] : [])] : [];
}
