// 支出済額, 見直しで「廃止」, 目標を達成: words that a plan prints in a heading, in a cell or in a note, read as they stand there.
import { recordOf } from '../../data/repository.ts';
import type { Attribute } from '../../facts/attribute.ts';
import { normalize } from '../../language/normalize.ts';
import type { Around } from '../around.ts';
import { type Frame, type Item, saysNothing } from './frame.ts';

/** All of it. */
export function wordsAsPrinted(frame: Frame, around: Around): void {
  columnsAsPrinted(frame, around);
  columnsBegun(frame, around);
  notesOfReaching(frame);
  quotedCells(frame);
}

/** 「連携市町と協議し決定する」: inside a quotation what the cell says is meant whole, and no column besides. */
function quotedCells(frame: Frame): void {
  for (const word of frame.words()) {
    const from = frame.text.lastIndexOf('「', word.start);
    const to = frame.text.indexOf('」', word.end);
    if (from < 0 || to < 0 || frame.text.slice(from, word.start).includes('」')) continue;
    // 「評価が遅れ」 says which column it is.
    const own = word.meaning.attributes;
    for (const item of frame.attributes())
      if (item.start > from && item.end < to && !item.meaning.ids.some((id) => own.includes(id)))
        saysNothing(item);
  }
}

/** Of what a word may mean, the column that a plan heads by just that word goes first: one of the plan spoken of, where any is. */
function columnsAsPrinted(frame: Frame, around: Around): void {
  const plans = plansSpokenOf(frame, around);
  for (const item of frame.attributes()) {
    const { ids } = item.meaning;
    const heads = (attribute: Attribute | undefined) =>
      attribute !== undefined &&
      [attribute.label, ...attribute.words].some((word) => normalize(word) === item.text);
    const printed = ids.filter((id) => {
      const attribute = around.facts.attribute(id);
      return attribute?.plan != null && (plans?.includes(attribute.plan) ?? true) && heads(attribute);
    });
    const others = ids.filter((id) => !printed.includes(id));
    if (printed.length === 0 || others.length === 0) continue;
    // Another kind of money that some plan heads by that word as well is as likely.
    if (others.some((id) => around.facts.attribute(id)?.plan != null && heads(around.facts.attribute(id))))
      continue;
    (item as Item).meaning = { is: 'attribute', ids: [...printed, ...others] };
  }
}

/** The plans that are named, or whose records are; null where none is. */
function plansSpokenOf(frame: Frame, { repository }: Around): string[] | null {
  const records = frame
    .entities('project', 'kpi')
    .flatMap(({ meaning }) => meaning.ids.flatMap((id) => recordOf(repository, id)?.plan ?? []));
  const named = frame.entities('plan').flatMap(({ meaning }) => meaning.ids);
  const said = [...new Set([...records, ...named])];
  return said.length > 0 ? said : null;
}

/** 見直しで「廃止」: in front of a word of 見直し区分 the first one only says which column it stands in. */
function columnsBegun(frame: Frame, { facts }: Around): void {
  const words = frame.words();
  for (const item of words) {
    const quoted = frame.text.charAt(item.start - 1) === '「';
    const behind = /^(?:の結果)?(?:で|により|によって)?(?:は|も)?[、,]?「?/.exec(
      frame.text.slice(item.end),
    )?.[0];
    const next = words.find(({ start }) => start === item.end + (behind?.length ?? 0));
    if (quoted || !behind || !next || /^「?$/.test(behind)) continue;
    const heads = item.meaning.attributes.some(
      (id) =>
        next.meaning.attributes.includes(id) &&
        normalize(facts.attribute(id)?.label ?? '').replace(/(?:区分|結果|判定|評価)$/, '') === item.text,
    );
    if (!heads) continue;
    // The 結果 between them is no result of a KPI.
    for (const one of frame.items) if (one.start >= item.start && one.end <= next.start) saysNothing(one);
  }
}

/** 目標を達成した, where a note calls ◎ so: of a KPI that is named it is asked whether it was reached. */
function notesOfReaching(frame: Frame): void {
  const named = frame.entities('kpi').some(({ meaning }) => meaning.exact);
  if (!named || frame.kinds().length > 0) return;
  const columns = frame.attributeIds();
  for (const item of frame.words()) {
    if (item.text === normalize(item.meaning.word)) continue;
    if (item.meaning.attributes.some((id) => columns.includes(id))) continue;
    const [, not] = /^目標(?:値)?[をはに]?(未)?(?:達成|到達)/.exec(item.text) ?? [null];
    if (not === null) continue;
    (item as Item).meaning = { is: 'intent', id: not === undefined ? 'reached' : 'unreached' };
  }
}
