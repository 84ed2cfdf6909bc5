// 「増えた事業と減った事業はそれぞれ何件」, 「最も増えたのと最も減ったのは」: the same is asked of each.
import type { Around } from '../../around.ts';
import type { Query } from '../../query.ts';
import { composeClause, emptyQuery } from '../compose.ts';
import { type Frame, type Item, isIntent } from '../frame.ts';
import { greatest } from '../greatest.ts';
import { copyOf } from './part.ts';

/** One question an alternative; 「どちらが多い」 holds the counts against each other. */
export function eachWay(frame: Frame, around: Around, before: Query | null): Query[] | null {
  const frames = alternativesOf(frame, around);
  if (!frames) return null;
  const which = frame.has('which-two');
  const queries = frames.flatMap((one) => composeClause(one, around, before));
  if (!which) return queries;
  const sets = queries.flatMap(({ ask, sets: [set] }) => (ask === 'count' && set ? [set] : []));
  if (sets.length !== frames.length) return null;
  return [{ ...emptyQuery('compare'), sets, of: sets[0]?.kind ?? 'project', extreme: greatest(frame) }];
}

/** A frame for each way the figures went (or word they got), with what is said of all of them. */
function alternativesOf(frame: Frame, around: Around): Frame[] | null {
  const ends = bothEnds(frame);
  const heads = ends.length > 0 ? ends : frame.items.filter((item) => isHead(item, frame));
  const ids = new Set(heads.map((head) => idOf(head, around)));
  const extremes = frame.intents('max', 'min').length >= 2 || ends.length > 0;
  const counts = frame.has('count') || (frame.has('each', 'which-two') && frame.kinds().length > 0);
  if (heads.length < 2 || ids.size < heads.length || !(counts || extremes)) return null;
  if (frame.entities('project', 'kpi').some(({ meaning }) => meaning.exact)) return null;
  const { items } = frame;
  // 最大と最小: the superlative itself is the head.
  const itself = ends.some((item) => isIntent(item, 'max', 'min'));
  const starts = heads.map((head) => (itself ? items.indexOf(head) : blockStart(items, items.indexOf(head))));
  const blocks = starts.map((start, k) => items.slice(start, starts[k + 1] ?? items.length));
  // A way with years or conditions of its own is a question of its own.
  if (blocks.slice(0, -1).some((block) => block.some(isScene))) return null;
  const prefix = items.slice(0, starts[0]);
  const tail = blocks.at(-1)?.slice(1) ?? [];
  return blocks.map((block, k) => {
    const rest = k === blocks.length - 1 ? [] : tail.filter((item) => !block.some((own) => alike(own, item)));
    const kept = [...prefix, ...block, ...rest].filter((item) => !isIntent(item, 'each', 'which-two'));
    const counted = extremes || kept.some((item) => isIntent(item, 'count'));
    const copy = copyOf(frame, kept);
    const own = copy.items.find(({ start, meaning }) => start === heads[k]?.start && meaning?.is === 'word');
    const id = own && mixed(ids) ? idOf(own, around) : null;
    if (own && id !== null) own.meaning = { is: 'intent', id };
    if (ends.length > 0 && !kept.some((item) => isIntent(item, 'max', 'min')))
      copy.add({ is: 'intent', id: 'max' });
    if (!counted) copy.add({ is: 'intent', id: 'count' });
    return copy;
  });
}

/** 最大と最小の事業, 一番多いのと少ないの: both ends of one row. */
function bothEnds(frame: Frame): Item[] {
  const joined = (one: Item | undefined, other: Item | undefined) =>
    one !== undefined &&
    other !== undefined &&
    one.start < other.start &&
    /^[^、。]{0,8}(?:と|および|、|・|&)(?:一番|最も)?$/.test(frame.text.slice(one.end, other.start).trim());
  if (frame.has('rise', 'fall', 'same', 'gap', 'which-two', 'sum')) return [];
  for (const [one, other] of [
    ['max', 'min'],
    ['min', 'max'],
    ['big', 'small'],
    ['small', 'big'],
  ] as const) {
    const [first] = frame.intents(one);
    const [second] = frame.intents(other);
    const ranked = one === 'max' || one === 'min' || frame.has('max', 'min');
    if (first && second && ranked && joined(first, second)) return [first, second];
  }
  return [];
}

/** Went up, down or nowhere; of words of cells only where each is asked for. */
function isHead(item: Item, frame: Frame): boolean {
  if (isIntent(item, 'rise', 'fall', 'same')) return true;
  const { meaning } = item;
  return (
    meaning?.is === 'word' &&
    (frame.has('each', 'which-two', 'rise', 'fall', 'same') || frame.intents('count').length >= 2)
  );
}

/** 増額 is a word of a column as well as a way to go. */
function idOf({ meaning, text }: Item, { lexicon }: Around): string {
  if (meaning?.is === 'intent') return meaning.id;
  const way = lexicon.entriesOf(text).find(({ id }) => ['rise', 'fall', 'same'].includes(id));
  return way?.id ?? `word ${text}`;
}

const mixed = (ids: ReadonlySet<string>) => ids.has('same') || [...ids].every((id) => !id.startsWith('word'));

function blockStart(items: readonly Item[], head: number): number {
  const before = items[head - 1]?.meaning;
  return before?.is === 'intent' && ['max', 'min'].includes(before.id) ? head - 1 : head;
}

function isScene({ meaning }: Item): boolean {
  return meaning?.is === 'years' || (meaning?.is === 'entity' && meaning.kind !== 'plan');
}

/** Said already: 事業 and 何件 behind each of them. */
function alike(one: Item, other: Item): boolean {
  if (one.meaning?.is === 'kind' && other.meaning?.is === 'kind') return true;
  return (
    one.meaning?.is === 'intent' && other.meaning?.is === 'intent' && one.meaning.id === other.meaning.id
  );
}
