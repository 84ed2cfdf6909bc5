// What a sentence that only sets the scene lends to the question behind it: 娘が生まれます。市はどんな手助けをしてくれますか.
import { isContent, isMeant, type Piece, saysIntent, textOf } from './cover.ts';
import { cameBy, deed, field, office, writer } from './message-words.ts';
import { isPart, isTown, namesOne, namesPlan } from './piece-names.ts';
import { questionWords } from './question-words.ts';

/** Which words belong to a scene rather than to a question. */
export interface SceneWords {
  /** A town whose plans are held. */
  isPlace(town: string): boolean;
  /** The plans hold all of these words together. */
  leads(words: string): boolean;
  /** The question goes on from a thread: what is pointed at stands there. */
  goesOn: boolean;
  /** 実施回数: the name of one KPI and the end of others'. */
  isShared(name: string): boolean;
}

/** Where nothing is known of the words. */
export const noSceneWords: SceneWords = {
  isPlace: () => false,
  leads: () => true,
  goesOn: false,
  isShared: () => false,
};

/** What a question may name and still say nothing of what it is about. */
const places = new Set(['town', 'plan', 'department']);

/** 久留米でお店を始めたい方です。創業の応援は: the place of the scene is that of the question, where it names none. */
function placeLent(scene: readonly Piece[], question: readonly Piece[], { isPlace }: SceneWords): Piece[] {
  const placed = ({ mention }: Piece) => mention?.meaning.is === 'entity' && places.has(mention.meaning.kind);
  // 再掲も含めて takes part in nothing.
  const joins = question.some(
    (piece) => saysIntent([piece], 'join') && !/^(?:含め|込|合わせ)/.test(piece.text),
  );
  const asksPart = joins && !saysIntent(question, 'tell', 'which', 'list');
  const publishes = ({ mention }: Piece) =>
    mention?.meaning.is === 'entity' && mention.meaning.ids.some(isPlace);
  // 吉富町に住んでいます。…の対象に入っていますか
  if (asksPart && question.filter(isTown).every(publishes)) {
    const own = scene.filter(isTown).findLast((town) => !publishes(town));
    if (own) return [own];
  }
  if (question.some(placed) || namesOne(question)) return [];
  const last = scene.filter(isTown).findLast(publishes);
  return last ? [last] : [];
}

const scopes = new Set(['department', 'policy', 'plan']);

/** 事業, 指標; 連携事業 where a plan is called by it. */
const isRecords = ({ mention }: Piece) =>
  (mention?.meaning.is === 'kind' && ['project', 'kpi'].includes(mention.meaning.kind)) ||
  (mention?.meaning.is === 'entity' &&
    mention.meaning.kind === 'plan' &&
    /^[^の]{0,4}(?:事業|指標|取組)$/.test(mention.text));

/** The place and the set of a scene, for a question that names none. */
export function scopesLent(scene: readonly Piece[], question: readonly Piece[], words: SceneWords): Piece[] {
  return [...placeLent(scene, question, words), ...setLent(scene, question)];
}

/** 企画課の事業を調べています。予算が減った事業は: the set that the scene speaks of is that of the question, where it names none. */
function setLent(scene: readonly Piece[], question: readonly Piece[]): Piece[] {
  const scoped = (piece: Piece) =>
    piece.mention?.meaning.is === 'entity' &&
    !isRecords(piece) &&
    (scopes.has(piece.mention.meaning.kind) || piece.mention.meaning.kind === 'town');
  const overSet = question.some(isRecords) || worksOverSet(question);
  if (!overSet || question.some(scoped) || namesOne(question)) return [];
  // 企画課の事業はもう調べました: what is done with is not asked about.
  if (/もう|すで|既に|済み|済んだ|以外|別に|ほかの/.test(textOf(scene))) return [];
  return onlySetIn(scene);
}

/** The one set that a scene speaks of; nothing where there are more or none. */
export function onlySetIn(scene: readonly Piece[]): Piece[] {
  const held = setsIn(scene);
  // 圏域の連携事業のうち災害対策の分野: the part of the plan is the set.
  const part = scene.filter(isPart);
  const ofPlan = held.length > 0 && held.every(namesPlan) && new Set(part.map(({ text }) => text)).size === 1;
  const sets = ofPlan ? part.slice(-1) : held.length > 0 ? held : partsIn(scene);
  return new Set(sets.map(({ text }) => text)).size === 1 ? sets.slice(-1) : [];
}

/** True where a question works something out over records that it does not name. */
export function worksOverSet(question: readonly Piece[]): boolean {
  const named = question.some(
    ({ mention }) => mention?.meaning.is === 'entity' && !['plan', 'town'].includes(mention.meaning.kind),
  );
  const topic = question.some(
    ({ mention, token }) => mention === null && token.pos === '名詞' && isContent(token),
  );
  return saysIntent(question, 'sum', 'count', 'max', 'min', 'average') && !named && !topic;
}

/** 「a 人材の育成」に入っている個票, 「…」という取組: parts of a plan by their names. */
function partsIn(scene: readonly Piece[]): Piece[] {
  return scene.filter((piece, at) => {
    const behind = textOf(scene.slice(at + 1, at + 17));
    return (
      isPart(piece) &&
      /^」?(?:に(?:は|入|載|並|ある|含|属|挙)|という\p{Script=Han}|は、|は[^、。]{2,40}まで|の(?:中|欄|項目)|を[^、。]{0,14}(?:取り上げ|取り扱|扱っ|調べ|見て|確認し|まとめ|読[んみ]|整理し|説明し|紹介し|担当し|分析し|点検し|引用し|検討し))/u.test(
        behind,
      )
    );
  });
}

/** 企画課の事業, …パッケージのKPI: what says whose records are spoken of. */
export function setsIn(scene: readonly Piece[]): Piece[] {
  return scene.filter(({ mention }, at) => {
    const [of, kind] = scene.slice(at + 1, at + 3);
    const set = mention?.meaning.is === 'entity' && scopes.has(mention.meaning.kind) && mention.meaning.exact;
    return set && of?.text === 'の' && kind !== undefined && isRecords(kind);
  });
}

/** 「…があると聞きました。」 before a question asks nothing itself. */
export function reports(said: string): boolean {
  return /(?:聞きました|聞いた|聞いています|聞いております|聞いてます|伺いました|うかがいました|とのことです|らしいです|だそうです|はずです|[んの]ですね|(?:が|も|か|は|つ)あり(?:ます|ました)よ?ね|がござい(?:ます|ました)よ?ね|がある(?:じゃないですか|んですよね|よね)|(?:混じ|まじ|交じ|含まれ|並ん|載っ|付い|出|分かれ)(?:って|て|で)い?(?:ます|ました|る|た)(?:の|ん)?(?:です)?よ?ね|あるやん|ありますやん)(?:が|けど|けれど|けれども|んですが|んですけど)?[、]?$/.test(
    said,
  );
}

/** Words and signs by which a sentence asks, whatever it ends in. */
const asksInWords =
  /[?？]|か[。）)]*$|かな(?:[。、あぁー～?？!！]*$|(?:あ|ぁ|ー)?(?:と|って))|よね|(?:見|[いきしちにひみりぎじびえけせてねへめれげぜでべ])たい|てほしい|て欲しい|下さい|ください|願(?:い|え)|お聞き|お尋ね|伺いま|うかがいま|教え(?:て|い|を)|お示し|何[をがのにか]|なに[をが]/;
/** 経緯がよく分かっていません: what is not known is asked only where something is named beside it. */
const unknownOnly =
  /(?:経緯|いきさつ|背景|事情|理由|やり方|方法|進め方)[がはも](?:よく|まだ|全然|あまり|さっぱり)*(?:分か|わか|判)/;

const asksByItself = [...questionWords, 'which-two', 'reason-part', 'how-part', 'define-part'];

/** 「…の幹事をしております。」, 「…が見直されています。」: a plain statement; nothing in it asks. */
export function tellsOnly(all: readonly Piece[]): boolean {
  const pieces = withoutReported(all);
  const text = textOf(pieces)
    .replace(/[(（][^()（）]{1,4}[)）]/g, '')
    .replace(/[。、!…]+$/, '');
  const declares =
    /(?:です|ます|ました|でした|まして|思い|ません|ございます|やん|じゃん|んよ|らしい|やけん|けん|のよ|たい)(?:が|けど|けれど|けれども|ね|よ|し|ので|から|やん)?$/.test(
      text,
    );
  const asked = text.replace(heardOf, '').replace(ownDeed, '').replace(otherDeed, '');
  if (!declares || asksForIt(text) || asksInWords.test(asked)) return false;
  if (endsInDeed.test(text)) return true;
  const bare =
    unknownOnly.test(text) && namesNothing(pieces.filter(({ mention }) => mention?.meaning.is !== 'years'));
  return (
    bare ||
    !saysIntent(
      pieces.filter((piece) => !(piece.text === 'とは' && notFound.test(text))),
      ...asksByItself,
    )
  );
}

/** …があるとは、読めませんでした, とは知りませんでした: nothing is to be defined. */
const notFound = /とは、?[^、。]*(?:ません(?:でした)?|なかったです|ないです|意外です|驚きました)$/;

/** 金額だけ押さえておきたい, 部長に報告したい: what the asker will do with the answer. */
const ownDeed = new RegExp(`${deed}(?:ておき|て(?:いただ|頂)?き)?たい`, 'g');

/** 列記したいです: whatever else the asker will do, but for getting to know. */
const otherDeed =
  /(?<!知り|聞き|訊き|見|伺い|うかがい|確認し|確かめ|把握し|調べ|尋ね|拝見し|教わり|理解し|比べ|数え|挙げ|拾い|抜き出し|お願いし|もらい|いただき|頂き|ほし)たい(?:の|ん)?です(?:が|ので|けど)?$/;

const endsInDeed = new RegExp(
  `${ownDeed.source}(?:の|ん)?(?:です|と(?:思|考え|存じ)[^、。]{1,6})(?:が|ので|けれど|から)?$`,
);

/** True where the stretch tells what the asker will do with the answer. */
export function tellsDeed(pieces: readonly Piece[]): boolean {
  return textOf(pieces).search(ownDeed) >= 0;
}

/** と聞きました, と教えてくれました: somebody else said so. */
const heardOf =
  /と(?:聞|伺|うかが)い?.*$|と教えて(?:くれ|もらい|もら|いただき|ください|下さい)(?:まし)?っ?た.*$/;

/** …を抜き出していただけると助かります: a request, however it ends. */
function asksForIt(text: string): boolean {
  return /(?:いただけ|頂け|もらえ|くだされ|くれ)(?:ると|れば|たら|ましたら)/.test(text);
}

/** 「…を教えてほしい」と言われ, 把握しておくように言われ: what somebody else asks. */
const passedOn = new RegExp(
  `^(?:(?:と|って|という|との|とか)(?:[^、。「」]{0,10}(?:から|より|に))?|(?:よう|様)に?(?:[^、。]{0,6}(?:から|に))?)${cameBy}`,
);

/** The sentence without what it only passes on. */
function withoutReported(pieces: readonly Piece[]): readonly Piece[] {
  const at = pieces.findIndex(
    ({ text }, i) => i > 0 && /^[とっよ様]/.test(text) && passedOn.test(textOf(pieces.slice(i, i + 8))),
  );
  return at > 0 ? pieces.slice(at) : pieces;
}

/** Nothing of the plans is named: no record, policy, plan, year or figure. */
function namesNothing(pieces: readonly Piece[]): boolean {
  return !pieces.some(
    ({ mention }) =>
      (mention?.meaning.is === 'entity' &&
        mention.meaning.kind !== 'town' &&
        mention.meaning.kind !== 'department') ||
      mention?.meaning.is === 'years' ||
      mention?.meaning.is === 'number',
  );
}

/** 「ミニコミ紙の編集をしています。」, 「産業部の記者です。」: who asks, in a sentence that names nothing. */
export function tellsWho(pieces: readonly Piece[]): boolean {
  const text = textOf(pieces).replace(/[。、!]+$/, '');
  if (introduces(text)) return true;
  if (!tellsOnly(pieces) || !namesNothing(pieces)) return false;
  const last = pieces.findLast(
    ({ token, mention }) => mention !== null || (token !== null && token.pos === '名詞'),
  );
  const person =
    last?.mention?.meaning.is === 'intent' &&
    last.mention.meaning.id === 'setting' &&
    !/(?:ました|ています|ております|られます)(?:が|けど)?$/.test(text) &&
    /\p{Script=Han}|[ァ-ヶ]{2}/u.test(last.text);
  const works =
    /(?:を(?:し|担当し|扱っ|書い|取材し|務め|教え|やっ|調べ|運営し|経営し|営ん)|に(?:勤め|勤務し|住ん|通っ|暮らし|所属し)|で(?:働い|暮らし))て(?:い|おり|る)(?:ます|る)?(?:が|けど)?$/;
  return person || works.test(text) || /におりま(?:す|して)$/.test(text);
}

/** 「フリーで地域誌に書いているライターです。」: a first sentence that names nothing most likely tells who asks. */
export function tellsPerhapsWho(pieces: readonly Piece[]): boolean {
  return (
    tellsOnly(pieces) &&
    namesNothing(pieces) &&
    /(?<!はず)(?:です|でございます)(?:が|けど)?[、。]*$/.test(textOf(pieces))
  );
}

/** Names of places and plans alone: what a question that is whole by itself takes from a scene. */
export function namesIn(scene: readonly Piece[]): Piece[] {
  return scene.filter((piece) => isTown(piece) || namesPlan(piece));
}

const figures = ['sum', 'max', 'min', 'count', 'average', 'list'];

/** 「…の中で予算がいちばん小さい事業は」: what is worked out over what is told in the question itself. */
export function isWhole(pieces: readonly Piece[]): boolean {
  const part = pieces.some(isPart);
  const works = saysIntent(pieces, ...figures) || (part && saysIntent(pieces, 'tell', 'which'));
  const set =
    part ||
    pieces.some(
      ({ mention }) =>
        mention?.meaning.is === 'kind' ||
        (mention?.meaning.is === 'entity' && mention.meaning.kind === 'department'),
    );
  return works && set && !pointsBack(pieces);
}

const isThat = ({ mention }: Piece) => mention?.meaning.is === 'intent' && mention.meaning.id === 'that';

/** 「その運営や整備に」: what the sentences before spoke of is pointed at. */
export function pointsBack(pieces: readonly Piece[]): boolean {
  // 該当する事業の合計: the first word points at what was described.
  const [first] = pieces.filter(isMeant);
  if (/^(?:該当|当該|上記|前述|当てはま|あてはま)/.test(first?.text ?? '')) return true;
  const at = pieces.findIndex(isThat);
  // 一番大きい事業とその金額, 1,115千円とありますが、これは: what stands before it in the sentence itself.
  const record = pointsAtRecord(pieces);
  const named = pieces
    .slice(0, Math.max(at, 0))
    .some(
      ({ mention }) =>
        ['kind', 'entity', 'number'].includes(mention?.meaning.is ?? '') && !(record && looksInto(mention)),
    );
  return at >= 0 && !named;
}

/** この事業, その取組, この施設数: a record or a measure is pointed at. */
export function pointsAtRecord(pieces: readonly Piece[]): boolean {
  const at = pieces.findIndex(isThat);
  const next =
    at >= 0 && /^(?:[こそあ]の|同じ?|当該|該当)$/.test(pieces[at]?.text ?? '') ? pieces[at + 1] : undefined;
  const meaning = next?.mention?.meaning;
  // この数の目標は
  if (meaning?.is === 'intent' && meaning.id === 'count') return /数$/.test(next?.text ?? '');
  if (meaning?.is === 'kind' && meaning.kind === 'department') return true;
  return meaning ? isRecords(next as Piece) : next?.token?.pos === '名詞';
}

/** 行政評価の表では、この事業の: where a question looks is not what it points at. */
function looksInto(mention: Piece['mention']): boolean {
  return mention?.meaning.is === 'entity' && places.has(mention.meaning.kind);
}

/** この課, この額: what is pointed at stands in the scene by name, so that no other word of it is meant. */
export function namedInScene(scene: readonly Piece[], question: readonly Piece[]): Piece[] | null {
  const at = question.findIndex(isThat);
  const pointed = question[at + 1]?.mention?.meaning;
  const held = scene.some(({ mention }) => {
    const meaning = mention?.meaning;
    if (pointed?.is === 'attribute') return meaning?.is === 'attribute';
    if (pointed?.is !== 'kind' || meaning?.is !== 'entity') return false;
    return meaning.kind === pointed.kind && (meaning.exact || pointed.kind === 'department');
  });
  if (at < 0 || !held) return null;
  const others = (kind: string) =>
    pointed?.is === 'kind' &&
    kind !== pointed.kind &&
    ['project', 'kpi', 'policy', 'department'].includes(kind);
  return scene.filter(({ mention }) => {
    const meaning = mention?.meaning;
    return meaning && meaning.is !== 'intent' && !(meaning.is === 'entity' && others(meaning.kind));
  });
}

/** 「築上町の総務です、」: the office of a town that asks; 観光ですが goes on to ask of it. */
const offices = new RegExp(`[市町村区]の${field}です[、]?$`);
const introducing = new RegExp(
  `(?:${writer}|${office}|(?<!という)もの)(?:です|でございます|と申します|と言います|といいます)(?:が|けど|けれど)?[、]?$`,
);

/** 「他の町から来たばかりの者です。」, 「財政担当です。」 tell who asks. */
export function introduces(said: string): boolean {
  return offices.test(said) || introducing.test(said);
}

const quantities = ['howmany-unit', 'howmuch', 'newest', 'count', 'when'];

/** 「600人が目標と聞きました。今は何人くらい？」: a question with a measure of its own takes from the scene what is spoken of, and no figure. */
export function withoutFigures(scene: readonly Piece[], question: readonly Piece[]): Piece[] {
  const measures = saysIntent(question, ...quantities);
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
