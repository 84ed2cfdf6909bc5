// What a stretch tells of: records, columns, topics.
import { isContent, type Piece, saysIntent } from '../cover.ts';
import { isPart, isRecordName, isTown, namesOne, namesPlan, namesPolicy } from '../piece-names.ts';

export function namesRecord(pieces: readonly Piece[]): boolean {
  return namesOne(pieces) || namesPolicy(pieces) || hasTopic(pieces);
}

export function hasTopic(pieces: readonly Piece[]): boolean {
  return (
    pieces.filter(
      ({ token }) => token?.pos === '名詞' && token.posDetail1 !== '非自立' && token.posDetail1 !== '接尾',
    ).length >= 2
  );
}

/** True where the clause itself names what it asks of. */
export function hasSubject(pieces: readonly Piece[]): boolean {
  return (
    pieces.some(
      ({ mention }) =>
        mention !== null &&
        (['entity', 'word', 'status'].includes(mention.meaning.is) ||
          (mention.meaning.is === 'kind' && !['department', 'town'].includes(mention.meaning.kind))),
    ) || pieces.some(({ token }) => token !== null && isContent(token) && token.pos === '名詞')
  );
}

export function attributesOf(pieces: readonly Piece[]): string[] {
  return pieces.flatMap(({ mention }) => (mention?.meaning.is === 'attribute' ? mention.meaning.ids : []));
}

/** MICEって何のこと: the word that is asked about. */
export function hasNoun(pieces: readonly Piece[]): boolean {
  return pieces.some(({ mention, token }) => mention === null && token?.pos === '名詞' && isContent(token));
}

/** 「…が好きという人と、愛着がある人。」: nouns alone set what the next sentence asks of. */
export function isBare(pieces: readonly Piece[]): boolean {
  const last = pieces.findLast(({ text }) => !/^[。!]+$/.test(text));
  return last?.token?.pos === '名詞' || last?.mention?.meaning.is === 'kind';
}

/** Only names, conditions on names and telling topics are carried on from a sentence that asks nothing. */
export function lendable(pieces: readonly Piece[]): boolean {
  // 総務課が所管する事業の総額を出すよう指示がありました.
  const of = (is: string, kind?: string) =>
    pieces.some(
      ({ mention }) =>
        mention?.meaning.is === is && (!kind || ('kind' in mention.meaning && mention.meaning.kind === kind)),
    );
  return (
    namesRecord(pieces) ||
    (of('entity', 'department') && of('attribute')) ||
    // R8の事業費の欄が横棒だけのもの
    (of('attribute') && saysIntent(pieces, 'dashed', 'not-written', 'no-figure-yet')) ||
    pieces.some(
      (piece) =>
        namesPlan(piece) ||
        piece.mention?.meaning.is === 'word' ||
        piece.mention?.meaning.is === 'number' ||
        saysIntent([piece], 'name-holds', 'name-begins', 'name-ends'),
    )
  );
}

/** A record or a part of a plan by its whole name. */
export function isSubject(piece: Piece): boolean {
  return isRecordName(piece) || isPart(piece);
}

/** A plan or a town, and nothing else that is named. */
export function namesOnlyPlaces(scene: readonly Piece[]): boolean {
  return scene.every(
    (piece) =>
      namesPlan(piece) ||
      isTown(piece) ||
      (piece.mention === null
        ? piece.token.pos !== '名詞' || !isContent(piece.token)
        : piece.mention.meaning.is === 'intent'),
  );
}

/** A record by its name, or by a good part of it: 取材 is a word of many sentences. */
export function namesClearly(pieces: readonly Piece[]): boolean {
  return namesOne(
    pieces.filter(
      ({ mention }) =>
        mention?.meaning.is === 'entity' && (mention.meaning.exact || mention.text.length >= 5),
    ),
  );
}
