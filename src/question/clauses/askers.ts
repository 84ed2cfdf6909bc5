// 市民の方から…増やしてほしいと電話がありました, 熊本市の方と話していたら: who told of a matter, and what they wish, say nothing of it.
import { type Piece, saysIntent, textOf } from '../cover.ts';
import { tellsOnly } from '../scene.ts';
import { type ClauseText, quoteAt } from './clause-text.ts';

/** Ends what somebody is called by: 会長さん, 商工団体の方, 財政. */
const person =
  '(?:さん|さま|様|氏|先生|学生|生徒|方|方々|人|者|会|団体|[会新聞]社|企業|局|課|部|室|係|長|員|輩|僚|司|財政|総務|企画|担当|市民|住民|町民|村民|県|庁|役場|組合|議会)';
const from = new RegExp(
  `(?:^|[、。])([^、。「」『』]{0,24}${person}(?:から|より)(?:は|も)?、?)(?=.*(?:電話|メール|問い?合わ?せ|連絡|質問|照会|要望|相談|依頼|指摘|話が|話を|声|言われ|聞かれ|頼まれ|尋ね|訊かれ|聞き|聞いて|伺|うかが|教わ|報告))`,
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
  `^([^、。「」『』]{0,24}(?:${person}(?:から|より)|[窓受]口で)(?:は|も)?(?:お|ご)?(?:電話|メール|問い?合わ?せ|連絡|質問|照会|要望|相談|依頼|指摘|意見|尋ね|聞かれ)(?:が|を|も)?(?:あり|ござい|あっ|もら|受け|いただ|頂|入っ|来|き|届|され)?(?:て|まして|ました|い|き|いて)?(?:おり)?(?:ので|が|けど|まして)?、)`,
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

const wished =
  /^[^、。]{1,4}て(?:ほしい|欲しい|くれ|もらいたい|いただきたい|ください|下さい)(?:な|ね|よ)?」?(?:と|との|という)(?:言わ|いわ|頼ま|電話|連絡|メール|お?便り|声|意見|要望|お願い|相談|陳情|話)/;
