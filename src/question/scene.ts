// What a sentence that only sets the scene lends to the question behind it: 娘が生まれます。市はどんな手助けをしてくれますか.
import { isContent, type Piece } from './cover.ts';

/** Words by which scenes are told from questions. */
export interface SceneWords {
  /** 支援, 窓口: says little of what is asked. */
  isVague(word: string): boolean;
  /** A town whose plans are held. */
  isPlace(town: string): boolean;
}

/** Where nothing is known of the words. */
export const noSceneWords: SceneWords = { isVague: () => false, isPlace: () => false };

/** What a question may name and still say nothing of what it is about. */
const places = new Set(['town', 'plan', 'department']);

/** The name of a town. */
export function isTown({ mention }: Piece): boolean {
  return mention?.meaning.is === 'entity' && mention.meaning.kind === 'town';
}

/** 市はどんな手助けをしていますか: its nouns name nothing; what the sentence before told is meant. */
export function saysLittle(pieces: readonly Piece[], { isVague }: SceneWords): boolean {
  return pieces.every(({ mention, token }) => {
    if (mention !== null) {
      const { meaning } = mention;
      if (meaning.is === 'entity') return places.has(meaning.kind);
      // Asked of Hakaru itself.
      if (meaning.is === 'intent' && ['plans', 'help'].includes(meaning.id)) return false;
      return !['word', 'status', 'number', 'elsewhere'].includes(meaning.is);
    }
    return token === null || !isContent(token) || token.pos !== '名詞' || isVague(token.surface);
  });
}

/** 久留米でお店を始めたい方です。創業の応援は: the place of the scene is that of the question, where it names none. */
export function placeLent(
  scene: readonly Piece[],
  question: readonly Piece[],
  { isPlace }: SceneWords,
): Piece[] {
  const placed = ({ mention }: Piece) => mention?.meaning.is === 'entity' && places.has(mention.meaning.kind);
  const has = (id: string) =>
    question.some(({ mention }) => mention?.meaning.is === 'intent' && mention.meaning.id === id);
  const asksPart = has('join') && !has('tell') && !has('which') && !has('list');
  const publishes = ({ mention }: Piece) =>
    mention?.meaning.is === 'entity' && mention.meaning.ids.some(isPlace);
  // 吉富町に住んでいます。…の対象に入っていますか
  if (asksPart && question.filter(isTown).every(publishes)) {
    const own = scene.filter(isTown).findLast((town) => !publishes(town));
    if (own) return [own];
  }
  const names = ({ mention }: Piece) =>
    mention?.meaning.is === 'entity' && ['project', 'kpi'].includes(mention.meaning.kind);
  if (question.some((piece) => placed(piece) || names(piece))) return [];
  const last = scene.filter(isTown).findLast(publishes);
  return last ? [last] : [];
}

/** 「…があると聞きました。」 before a question asks nothing itself. */
export function reports(said: string): boolean {
  return /(?:聞きました|聞いた|聞いています|聞いております|聞いてます|伺いました|うかがいました|とのことです|らしいです|だそうです)(?:が|けど|けれど|けれども|んですが|んですけど)?[、]?$/.test(
    said,
  );
}

/** 「他の町から来たばかりの者です。」, 「財政担当です。」 tell who asks. */
export function introduces(said: string): boolean {
  return /(?:者|もの|担当|職員|係|課員|議員|記者|秘書|役場|役所|課|室)(?:です|でございます|と申します|と言います|といいます)(?:が|けど|けれど)?[、]?$/.test(
    said,
  );
}

const quantities = new Set(['howmany-unit', 'howmuch', 'newest', 'count', 'when']);

/** 「600人が目標と聞きました。今は何人くらい？」: a question with a measure of its own takes from the scene what is spoken of, and no figure. */
export function withoutFigures(scene: readonly Piece[], question: readonly Piece[]): Piece[] {
  const measures = question.some(
    ({ mention }) => mention?.meaning.is === 'intent' && quantities.has(mention.meaning.id),
  );
  if (!measures) return [...scene];
  return scene.filter(
    ({ mention }) =>
      mention === null ||
      !(
        ['attribute', 'number'].includes(mention.meaning.is) ||
        (mention.meaning.is === 'intent' && ['confirm', 'tell', 'newest'].includes(mention.meaning.id))
      ),
  );
}
