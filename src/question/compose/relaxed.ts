// 高校生のお母さんから、自転車の通り道は整備されるのかと: where all words together lead nowhere, a part of the sentence does.
// For what is shown only: no figure is worked out over it, and what was left out is said.
import type { Around } from '../around.ts';
import { type Item, type Topic, textOf } from './frame.ts';
import { longest } from './statement-words.ts';
import { findsStrongly, type Keep } from './topic.ts';

/** So many turns of a sentence are left out, and held by themselves; more are no sentence. */
const mostTurns = 4;
/** No record or statement says so many nouns. */
export const mostTelling = 24;

/** What a part of the words leads to. */
export interface Relaxed {
  words: string;
  /** Words of the topics that are not among them. */
  without: string[];
  /** Records say it, or only statements. */
  by: 'record' | 'statement';
}

/** The first part of the topics that a record, or else a statement, says strongly; null where none is. */
export function relaxed(
  topics: readonly Topic[],
  kinds: readonly ('project' | 'kpi')[],
  around: Around,
  keep?: Keep,
): Relaxed | null {
  const said = topics.flatMap(({ items }) => items);
  for (const all of partsOf(topics)) {
    // Who asks says nothing of what is asked.
    const part = all.filter(({ text }) => !around.lexicon.entriesOf(text).some(({ id }) => id === 'people'));
    const words = textOf(part);
    const telling = part.filter(({ text, noun }) => noun && text.length > 1 && !isVague(text, around));
    // 防犯カメラ、メーカーはどこ: a name, or a part of one, is never what is left out.
    if (said.some((item) => item.meaning?.is === 'entity' && !part.includes(item))) continue;
    if (telling.length === 0 || words.length < 3) continue;
    if (telling.length > mostTelling || words.length > longest) continue;
    const by = kinds.some((kind) => findsStrongly(words, kind, around, keep))
      ? 'record'
      : telling.length > 1 && saidStrongly(words, around, keep)
        ? 'statement'
        : null;
    if (by !== null)
      return { words, by, without: said.filter((item) => !part.includes(item)).map(({ base }) => base) };
  }
  return null;
}

/** A word that says little beside others: 支援, 窓口. */
export function isVague(word: string, { lexicon }: Around): boolean {
  return lexicon.entriesOf(word).some(({ list }) => list === 'vague');
}

/** All items, those from a later turn of the sentence on, those of one turn. */
function partsOf(topics: readonly Topic[]): Item[][] {
  const runs = topics.map(({ items }) => items);
  const ends = runs.slice(1).map((_, at) => runs.slice(at + 1).flat());
  const turns = runs.slice(0, -1).reverse();
  const parts = [runs.flat(), ...ends.slice(-mostTurns), ...turns.slice(0, mostTurns)];
  const nouns = (part: readonly Item[]) => part.filter(({ noun }) => noun);
  return parts.flatMap((part) => [part, nouns(part)]);
}

export function saidStrongly(words: string, { search, repository }: Around, keep?: Keep): boolean {
  const ofSubject = keep && {
    keep: (_: 'statement', id: string) => {
      const { kind, id: subject } = repository.statement(id)?.subject ?? { kind: '', id: '' };
      return (kind !== 'project' && kind !== 'kpi') || keep(kind, subject);
    },
  };
  return search
    .search(words.slice(0, longest), { kinds: ['statement'], only: 'strong', ...ofSubject })
    .hits.some(({ strength, share }) => strength === 'strong' && share > 0);
}
