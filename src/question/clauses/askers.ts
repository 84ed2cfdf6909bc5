// 市民の方から…増やしてほしいと電話がありました, 熊本市の方と話していたら: who told of a matter, and what they wish, say nothing of it.
import { type Piece, saysIntent, textOf } from '../cover.ts';
import { cameBy, message, person, wasPut } from '../message-words.ts';
import { tellsOnly } from '../scene.ts';
import { type ClauseText, quoteAt } from './clause-text.ts';

// …の例を調べるよう委員長から指示: what stands before よう is the matter.
const from = new RegExp(
  `(?:^|[、。])((?:(?!よう)[^、。「」『』]){0,24}${person}(?:から|より)(?:は|も)?、?)(?=.*(?:${message}|${wasPut}|聞き|聞いて|伺|うかが|教わ|報告))`,
);
const talking = new RegExp(
  `(?:^|[、。])([^、。「」『』]{0,24}${person}とは?(?:話し|話を|打ち?合わせ|電話|やり取り|雑談)[^、。「」]{0,8}、)`,
);

/** 委員の一人は「…」と, 総務課長は「…」を気にして: whose words are told. */
const speaking = new RegExp(
  `(?:^|[、。])([^、。「」『』]{0,24}${person}(?:の一人|たち|ら|の間|内)?(?:が|は|も|では?)、?)(?=「[^「」]*」(?:と|を|という|との|って))`,
);

const subject = new RegExp(`^[^、。「」『』]{0,16}${person}(?:が|は|も|から|より|に)(?:は|も)?`);

/** 農政課の係長が知りたがっておりますので: somebody else is what the stretch speaks of. */
export function tellsOfPerson(pieces: readonly Piece[]): boolean {
  const { from, length } = quoteAt(pieces);
  const plain = pieces.filter((_, at) => from < 0 || at < from || at > from + length);
  return subject.test(textOf(pieces)) && !plain.some(isMatter);
}

/** 市民から電話があり、: how a question came, before it is asked. */
const came = new RegExp(
  `^([^、。「」『』]{0,24}(?:${person}(?:から|より)|[窓受]口で)(?:は|も)?${cameBy}(?:が|を|も)?(?:あり|ござい|あっ|もら|受け|いただ|頂|入っ|来|き|届|され|れ)?(?:て|まして|ました|い|き|いて)?(?:おり)?(?:ので|が|けど|まして)?、)`,
);

/** The sentence without whom it came from; what names a record or a figure stays. */
export function withoutAskers(clause: ClauseText): ClauseText {
  const text = textOf(clause.pieces);
  const told = tellsOnly(clause.pieces)
    ? (from.exec(text) ?? talking.exec(text) ?? speaking.exec(text))
    : came.exec(text);
  if (!told) return clause;
  const end = told.index + told[0].length;
  const start = end - (told[1] as string).length;
  let at = 0;
  const inside = new Set<Piece>();
  for (const piece of clause.pieces) {
    if (at >= start && at < end) inside.add(piece);
    at += piece.text.length;
  }
  const pieces = clause.pieces.filter((piece) => !inside.has(piece));
  return pieces.length === 0 || [...inside].some(isMatter) ? clause : { ...clause, pieces };
}

function isMatter({ mention, text }: Piece): boolean {
  const meaning = mention?.meaning;
  // 担当から聞きました: no column is asked for.
  if (/^(?:担当|部署|窓口)$/.test(text)) return false;
  if (meaning?.is === 'entity')
    return meaning.exact && !['town', 'department', 'plan'].includes(meaning.kind);
  return ['attribute', 'years', 'number', 'kind', 'word', 'status'].includes(meaning?.is ?? '');
}

/** …をもっと増やしてほしいと電話がありました: the wish moves no figure; what it is about is told. */
export function withoutWish(clause: ClauseText): ClauseText {
  const { pieces } = clause;
  const at = pieces.findIndex(
    (piece, i) => saysIntent([piece], 'rise', 'fall') && wished.test(textOf(pieces.slice(i))),
  );
  const end = pieces.slice(0, Math.max(at, 0)).findLastIndex(({ text }) => /^[をはも]$/.test(text));
  return end > 0 && pieces.slice(0, end).some(({ mention }) => mention === null)
    ? {
        ...clause,
        pieces: [...pieces.slice(0, end), ...pieces.slice(-1).filter(({ text }) => text === '。')],
      }
    : clause;
}

const wished = new RegExp(
  `^[^、。]{1,4}て(?:ほしい|欲しい|くれ|もらいたい|いただきたい|ください|下さい)(?:な|ね|よ)?」?(?:と|との|という)${cameBy}`,
);
