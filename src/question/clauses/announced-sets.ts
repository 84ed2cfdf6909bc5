// 「…の4事業についてお尋ねします。」, 「…を対象とします。」: what the next question is asked of.
import { isMeant, type Piece, saysIntent } from '../cover.ts';
import { work } from '../message-words.ts';
import { isYears } from '../piece-names.ts';
import { pointsBack, tellsOnly } from '../scene.ts';
import { asks, questions } from './asks.ts';
import { type ClauseText, endingBy, said } from './clause-text.ts';

/** How a sentence says that the next one is asked of what it names. */
const announcing =
  /(?:を(?:調査)?対象(?:と|に)(?:し|いた)|[業標のもな]が(?:[調集確]\p{Script=Han}の?)?対象(?:です|となり|になり|でござい)|(?:に|だけに)(?:限(?:り|っ|定)|絞(?:り|っ))|(?:について|に関して|につき(?:まして)?|について、)(?:の)?(?:お尋ね|おたずね|尋ね|伺い|うかがい|お聞き|聞き|ご?質問|お問い合わせ|照会))[^、。]*$/u;

/** How a sentence says that a set is being worked on: …の事業を確認しております. */
const working = new RegExp(
  [
    `(?:について、?[^、。]{1,16}を|を)${work}て(?:おり|い)ます(?:が|けど)?$`,
    '(?<=順)に(?:並べ|整理し|一覧にし)て(?:おり|い)ます(?:が|けど)?$',
    'を(?:起点|参考|例|材料|題材)に(?:検討し|作成し|説明し|整理し|調整し|考え|し)(?:ます|たいと[^、。]{1,8})$',
  ].join('|'),
);

/** Joins such a sentence with the question behind it. */
export function withAnnouncedSets(clauses: readonly ClauseText[]): ClauseText[] {
  const result: ClauseText[] = [];
  let set: ClauseText | null = null;
  for (const [at, clause] of clauses.entries()) {
    // 上位2件はAとBで相違ないと存じます。: what somebody takes it to be, before the question.
    const told = tellsOnly(clause.pieces) && clauses.slice(at + 1).some(({ pieces }) => asksItself(pieces));
    const end = announcedUpTo(clause.pieces);
    if (end > 0 && clause !== clauses.at(-1)) {
      if (set) result.push(set);
      set = { ...clause, pieces: clause.pieces.slice(0, end) };
    } else if (set && asks(clause.pieces) && !told) {
      const own = !pointsBack(clause.pieces) && hasOwnScope(clause.pieces, set.pieces);
      result.push(own ? clause : { ...clause, pieces: [...set.pieces, ...clause.pieces], start: set.start });
      set = null;
    } else if (!set || !told || !saysIntent(clause.pieces, 'confirm')) result.push(clause);
  }
  return set ? [...result, set] : result;
}

const asksItself = (pieces: readonly Piece[]) => asks(pieces) && !tellsOnly(pieces);

/** How many pieces stand before the announcing words; 0 where there are none, or where the sentence asks. */
function announcedUpTo(pieces: readonly Piece[]): number {
  if (isBareName(pieces)) return pieces.length;
  const text = said(pieces);
  const found = announcing.exec(text) ?? (isSet(pieces) ? working.exec(text) : null);
  if (!found || questions(pieces) || saysIntent(pieces, 'reason-part', 'how-part', 'define-part')) return 0;
  return endingBy(pieces, found.index).length;
}

/** 国際政策課。, 地域振興課のR6〜R7。: names and years, and nothing else. */
function isBareName(pieces: readonly Piece[]): boolean {
  const meant = pieces.filter(isMeant).filter(({ text }) => !/^[。!?、]+$/.test(text));
  const office = ({ mention }: Piece) =>
    mention?.meaning.is === 'entity' && ['department', 'policy'].includes(mention.meaning.kind);
  // 企画課の者です。 tells who asks.
  const tells = /(?:です|ます|だ)$/.test(said(pieces)) || saysIntent(pieces, 'setting', 'greeting');
  return !tells && meant.some(office) && meant.every((piece) => office(piece) || isYears(piece));
}

/** 2事業, 4件. */
function isThing({ mention }: Piece): boolean {
  return (
    mention?.meaning.is === 'number' && /^(?:事業|指標|件|項目)$/.test(mention.meaning.number.unit ?? '')
  );
}

/** Records of some kind, and what tells which ones. */
function isSet(pieces: readonly Piece[]): boolean {
  const held = (...is: string[]) => pieces.some(({ mention }) => is.includes(mention?.meaning.is ?? ''));
  const things = held('kind') || names(pieces, 'plan') || pieces.some((piece) => isThing(piece));
  const tells =
    held('word', 'number', 'status') ||
    names(pieces, 'department', 'policy') ||
    saysIntent(pieces, 'big', 'small', 'written');
  return things && tells && !saysIntent(pieces, 'max', 'min');
}

/** A question names where it looks; the plan alone says less than an office or a part of it. */
function hasOwnScope(question: readonly Piece[], set: readonly Piece[]): boolean {
  if (names(question, 'town', 'department', 'policy')) return true;
  return names(question, 'plan') && !names(set, 'department', 'policy');
}

function names(pieces: readonly Piece[], ...kinds: string[]): boolean {
  return pieces.some(
    ({ mention }) => mention?.meaning.is === 'entity' && kinds.includes(mention.meaning.kind),
  );
}
