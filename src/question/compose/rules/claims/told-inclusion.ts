// 空き家の事業にリフォーム助成は含まれていますか: something that a document tells of a record in words.
import { normalize } from '../../../../language/normalize.ts';
import type { Rule } from '../../ask.ts';
import { type Clause, emptyQuery } from '../../compose.ts';
import { wordsOf } from '../../conditions/words.ts';
import type { Frame } from '../../frame.ts';
import { namedSets } from '../../sets.ts';

const holds = /(?:含ま|含め|盛り込|入って|入る|書かれ|書いて|載って|記載(?:され|が)|あがって|挙が|挙げられ)/;

/** はい with the sentence that tells it; left to the rules behind it where none does. */
export const toldInclusion: Rule = (clause) => {
  const { frame, subjects } = clause;
  const [record, more] = subjects.exact();
  if (!record || more || !asksWhetherHeld(frame)) return null;
  const nouns = subjects.topics().flatMap(({ items }) => items.filter(({ noun }) => noun));
  const said = wordsOf(nouns).filter((text) => text.length >= 2);
  if (said.length === 0 || said.join('').length < 4 || !toldOf(record.ids, said, clause)) return null;
  for (const item of frame.items) item.used = true;
  return {
    ...emptyQuery('what'),
    sets: namedSets(clause, [record.kind]),
    about: said.join(' '),
    told: [{ near: said[0] as string, claimed: null, of: 'member' }],
  };
};

/** Whether it is told, and neither a figure, a place nor a column. */
function asksWhetherHeld(frame: Frame): boolean {
  const other =
    frame.numbers().length + frame.years().length + frame.entities('town', 'policy', 'department').length >
      0 ||
    frame.attributeIds().some((id) => id !== 'summary') ||
    frame.words().length + frame.kinds().length > 0 ||
    frame.has('which', 'where', 'who', 'when', 'howmuch', 'howmany-unit', 'reason-part', 'how-part');
  return !other && frame.has('confirm', 'whether', 'join', 'written') && holds.test(frame.text);
}

/** The statement that the words find first, where it is one on the record, holds all of them and denies none. */
function toldOf(ids: readonly string[], said: readonly string[], { around }: Clause): boolean {
  const { search, repository } = around;
  const isOfRecord = (_: string, id: string) => ids.includes(repository.statement(id)?.subject.id ?? '');
  const [hit] = search.search(said.join(' '), { kinds: ['statement'], keep: isOfRecord }).hits;
  const text = normalize(repository.statement(hit?.id ?? '')?.text ?? '');
  return (
    said.every((noun) => text.includes(noun)) && !/(?:ない|ません|除(?:く|き|い)|ず)(?:[、。]|$)/.test(text)
  );
}
