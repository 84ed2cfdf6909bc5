// A text as clauses: sentences that ask for something; what only sets the scene is dropped or lends its subject.
import { isContent, type Piece, saysIntent } from './cover.ts';
import {
  introduces,
  isTown,
  isWhole,
  namedInScene,
  namesIn,
  noSceneWords,
  placeLent,
  pointsBack,
  reports,
  type SceneWords,
  saysLittle,
  tellsOnly,
  tellsPerhapsWho,
  tellsWho,
  withoutFigures,
} from './scene.ts';

/** A stretch of pieces that is read as one question. */
export interface ClauseText {
  pieces: Piece[];
  start: number;
  end: number;
  /** What the sentences before tell, where the question does not take it by itself. */
  scene?: Piece[];
}

/** Intents by which a sentence asks. */
const askingIntents = new Set([
  'which',
  'howmuch',
  'howmany-unit',
  'when',
  'where',
  'who',
  'tell',
  'confirm',
  'count',
  'towns-count',
  'sum',
  'max',
  'min',
  'list',
  'reason-part',
  'how-part',
  'define-part',
  'page',
  'contact',
  'which-two',
  'basis',
  'former',
  'remaining',
]);

/** Cuts at 。！？ and line ends, and before また, あと、 and the like. */
export function clausesOf(
  text: string,
  pieces: readonly Piece[],
  words: SceneWords = noSceneWords,
): ClauseText[] {
  const clauses: ClauseText[] = [];
  let open: Piece[] = [];
  const close = () => {
    if (open.length > 0)
      clauses.push({ pieces: open, start: (open[0] as Piece).start, end: (open.at(-1) as Piece).end });
    open = [];
  };
  for (const piece of pieces) {
    const gap = text.slice(open.at(-1)?.end ?? piece.start, piece.start);
    if (/[\n]/.test(gap)) close();
    open.push(piece);
    // 「水巻町の者ですが、…」 is a sentence of its own.
    const begins = text.slice((open[0] as Piece).start, piece.end);
    if (/[。!?]$/.test(piece.text) || (piece.text === '、' && introduces(begins))) close();
  }
  close();
  const claim = quotedClaim(clauses);
  if (claim) return [claim];
  const asked = clauses.map(withoutGloss).map(withoutSignature);
  return settle(modifiersJoined(announced(asked).flatMap(atConnectors)), words).map(withoutScene);
}

/** …は何市町でしたっけ（小竹町・総務）: brackets at the end that hold who writes. */
function withoutSignature(clause: ClauseText): ClauseText {
  const { pieces } = clause;
  const from = pieces.findLastIndex(({ text }) => text === '(');
  const inside = pieces.slice(from + 1).filter(({ text }) => !/^[)。]+$/.test(text));
  const closed = /^\)[。]?$/.test(pieces.at(-1)?.text ?? '');
  if (from < 1 || !closed || inside.length > 6 || !inside.some(isTown) || asks(inside)) return clause;
  const named = inside.some(
    ({ mention }) => mention !== null && !['entity', 'intent'].includes(mention.meaning.is),
  );
  return named ? clause : { ...clause, pieces: pieces.slice(0, from), end: (pieces[from - 1] as Piece).end };
}

/** 行政評価の資料（令和3年度評価・…に向けた見直し）: brackets right behind a plan's name only retell it. */
function withoutGloss(clause: ClauseText): ClauseText {
  const { pieces } = clause;
  const from = pieces.findIndex(
    ({ text }, i) => text === '(' && (namesPlan(pieces[i - 1]) || isCode(pieces.slice(i - 1, i + 3))),
  );
  if (from < 0) return clause;
  const length = pieces.slice(from).findIndex(({ text }) => text.startsWith(')'));
  const inside = pieces.slice(from + 1, from + Math.max(length, 0));
  const binds = saysIntent(inside, 'except', 'only', 'distinct');
  if (length < 0 || from + length >= pieces.length - 1 || binds) return clause;
  return { ...clause, pieces: [...pieces.slice(0, from), ...pieces.slice(from + length + 1)] };
}

/** 環境（g）: the letter or number of a part of a plan right behind its name. */
function isCode([part, , code, close]: readonly Piece[]): boolean {
  const meaning = part?.mention?.meaning;
  const named = meaning?.is === 'entity' && meaning.kind === 'policy';
  return named && /^[a-z\d]{1,2}$/.test(code?.text ?? '') && (close?.text.startsWith(')') ?? false);
}

/** 「…は30億円を超えた」とございます。この記述は正しいでしょうか: what is quoted is the claim. */
function quotedClaim(clauses: readonly ClauseText[]): ClauseText | null {
  const pieces = clauses.flatMap((clause) => clause.pieces);
  const from = pieces.findIndex(({ text }) => text === '「');
  const length = pieces.slice(from).findIndex(({ text }) => text.startsWith('」'));
  if (from < 0 || length < 6) return null;
  const inside = pieces.slice(from + 1, from + length);
  const rest = pieces.slice(from + length + 1);
  const quoted =
    /^(?:と|という|との)/.test(rest[0]?.text ?? '') ||
    /^(?:と|という|との)/.test((rest[0]?.text ?? '') + (rest[1]?.text ?? ''));
  const asked = rest.findLast(
    ({ mention }) => mention?.meaning.is === 'intent' && ['confirm', 'written'].includes(mention.meaning.id),
  );
  const verb =
    inside.some(({ token }) => token?.pos === '助動詞' || token?.pos === '動詞') ||
    /[うくすつぬむるぐぶただい]$/.test(said(inside));
  if (!quoted || !asked || !verb || rest.some(({ mention }) => mention?.meaning.is === 'attribute'))
    return null;
  const subject = namesRecord(inside) ? [] : subjectOf(clauses, pieces[from] as Piece);
  const first = (subject[0] ?? inside[0]) as Piece;
  return { pieces: [...subject, ...inside, asked], start: first.start, end: asked.end };
}

/** 水道の研修に職員を出す件で、議員から「費用は…」と言われました: what the quoted claim is about stands before it. */
function subjectOf(clauses: readonly ClauseText[], quote: Piece): Piece[] {
  const clause = clauses.find(({ start, end }) => start <= quote.start && quote.start < end);
  const before = clause?.pieces.filter(({ start }) => start < quote.start) ?? [];
  const last = before.findLastIndex(({ text }) => text === '、');
  return last > 0 && hasTopic(before.slice(0, last)) ? before.slice(0, last + 1) : [];
}

/** 何館あって、予算はいくら: how many there are is asked first. */
function thereAre(pieces: readonly Piece[]): boolean {
  return /(?:何.{1,3}|いくつ)(?:あっ|い)て$/.test(said(pieces));
}

function namesPlan(piece: Piece | undefined): boolean {
  const meaning = piece?.mention?.meaning;
  return meaning?.is === 'entity' && meaning.kind === 'plan';
}

/** 「…いくら？ あと、担当課も」 was cut at the mark; 「…目標は何%で、また基準は」 is cut here. */
function atConnectors(clause: ClauseText): ClauseText[] {
  const also = clause.pieces.findIndex((_, i) => joinsWinner(clause.pieces, i));
  if (also > 0 && ranks(clause.pieces.slice(0, also)))
    return [clause.pieces.slice(0, also), clause.pieces.slice(also + 1)].map((pieces) => ({
      pieces,
      start: (pieces[0] as Piece).start,
      end: (pieces.at(-1) as Piece).end,
    }));
  const cut = clause.pieces.findIndex(
    (piece, i) =>
      i > 0 &&
      /^(?:また|それと|それから|加えて|さらに|ついでに)$/.test(piece.text) &&
      /[、,]/.test(clause.pieces[i - 1]?.text ?? ''),
  );
  const turn = clause.pieces.findIndex(
    (piece, i) =>
      i > 1 &&
      /[、,]/.test(piece.text) &&
      (/^(?:で|し|か)$/.test(clause.pieces[i - 1]?.text ?? '') || thereAre(clause.pieces.slice(0, i))) &&
      questions(clause.pieces.slice(0, i)) &&
      !ranks(clause.pieces.slice(0, i)) &&
      questions(clause.pieces.slice(i + 1)) &&
      (hasOwnMatter(clause.pieces.slice(i + 1)) || /^[そこ]のうち/.test(clause.pieces[i + 1]?.text ?? '')),
  );
  if (turn > 0) {
    const head: ClauseText = {
      pieces: clause.pieces.slice(0, turn),
      start: clause.start,
      end: (clause.pieces[turn - 1] as Piece).end,
    };
    const rest = clause.pieces.slice(turn + 1);
    return [head, ...atConnectors({ pieces: rest, start: (rest[0] as Piece).start, end: clause.end })];
  }
  if (cut < 0 || !asks(clause.pieces.slice(0, cut)) || !asks(clause.pieces.slice(cut))) return [clause];
  // 「いくら、また何パーセント増加」 asks one change two ways.
  if (!hasOwnMatter(clause.pieces.slice(cut))) return [clause];
  const part = (pieces: Piece[]): ClauseText => ({
    pieces,
    start: (pieces[0] as Piece).start,
    end: (pieces.at(-1) as Piece).end,
  });
  return [part(clause.pieces.slice(0, cut)), part(clause.pieces.slice(cut))];
}

function attributesOf(pieces: readonly Piece[]): string[] {
  return pieces.flatMap(({ mention }) => (mention?.meaning.is === 'attribute' ? mention.meaning.ids : []));
}

/** 一番高い事業とその担当課: a column of the one that is found; the answer gives the figure itself as well. */
function joinsWinner(pieces: readonly Piece[], at: number): boolean {
  const [and, that, column] = pieces.slice(at, at + 3);
  const meaning = that?.mention?.meaning;
  return (
    and?.text === 'と' &&
    meaning?.is === 'intent' &&
    meaning.id === 'that' &&
    column?.mention?.meaning.is === 'attribute' &&
    !attributesOf(pieces.slice(0, at)).some((id) => attributesOf([column]).includes(id))
  );
}

function asks(pieces: readonly Piece[]): boolean {
  const text = said(pieces);
  if (/[?？か]$/.test(text)) return true;
  const asking = pieces.some(
    ({ mention }) =>
      mention?.meaning.is === 'intent' &&
      mention.meaning.id !== 'tell' &&
      askingIntents.has(mention.meaning.id),
  );
  if (asking) return true;
  // 「R7の予算」 asks, 「予算を聞かれました」 tells.
  const attribute = pieces.some(({ mention }) => mention?.meaning.is === 'attribute');
  // 「担当より照会がございました」 reports; it asks nothing.
  if (
    /(?:ました|でした|おります|ところです)$/.test(text) &&
    !/たく|たい|ほしい|欲しい|いただけ|ください|願/.test(text)
  )
    return false;
  return attribute && (requests(pieces) || !/(?:です|ます|ました|でした|た|だ|る)$/.test(text));
}

function said(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text }) => text)
    .join('')
    .replace(/[。!]+$/, '');
}

/** 教えてください alone: asks where nothing else does. */
function requests(pieces: readonly Piece[]): boolean {
  return saysIntent(pieces, 'tell');
}

/** True where the clause itself names what it asks of. */
function hasSubject(pieces: readonly Piece[]): boolean {
  return (
    pieces.some(
      ({ mention }) =>
        mention !== null &&
        (['entity', 'word', 'status'].includes(mention.meaning.is) ||
          (mention.meaning.is === 'kind' && !['department', 'town'].includes(mention.meaning.kind))),
    ) || pieces.some(({ token }) => token !== null && isContent(token) && token.pos === '名詞')
  );
}

/** True for a sentence that holds something to answer: an attribute, an operation, a name, a topic. */
function hasMatter(pieces: readonly Piece[]): boolean {
  return pieces.some(
    ({ mention, token }) =>
      (mention !== null &&
        !(
          mention.meaning.is === 'intent' &&
          ['filler', 'setting', 'tell', 'greeting', 'thanks', 'then', 'confirm', 'newest'].includes(
            mention.meaning.id,
          )
        ) &&
        !(
          mention.meaning.is === 'entity' && ['department', 'town', 'plan'].includes(mention.meaning.kind)
        )) ||
      (token !== null &&
        ['名詞', '動詞', '形容詞'].includes(token.pos) &&
        token.posDetail1 !== '非自立' &&
        token.posDetail1 !== '代名詞'),
  );
}

/** 「数字を二つ確認させてください。まず…の予算額、それから…の予算額です。」: what is asked comes in the next sentence. */
function announced(clauses: readonly ClauseText[]): ClauseText[] {
  const [first, second, ...rest] = clauses.slice(-2);
  if (!first || !second || rest.length > 0) return [...clauses];
  const counts = first.pieces.some(({ text }) => /^(?:二|三|2|3|いくつか)つ?$/.test(text));
  const named = (pieces: readonly Piece[]) =>
    pieces.some(({ mention }) => mention?.meaning.is === 'attribute');
  if (!counts || !requests(first.pieces) || named(first.pieces) || !named(second.pieces)) return [...clauses];
  const places = first.pieces.filter(
    (piece) => isTown(piece) || namesPlan(piece) || piece.mention?.meaning.is === 'years',
  );
  return [...clauses.slice(0, -2), join([{ pieces: places, start: first.start, end: first.end }, second])];
}

/** A sentence that asks nothing lends its pieces to the next that does, where it names something; scene-setting goes. */
function settle(clauses: readonly ClauseText[], words: SceneWords): ClauseText[] {
  if (clauses.length <= 1) return [...clauses];
  const asked = clauses.some(({ pieces }) => asks(pieces) && hasMatter(pieces) && !tellsOnly(pieces));
  const isAsking = (clause: ClauseText) =>
    (asks(clause.pieces) || (!asked && requests(clause.pieces))) &&
    hasMatter(clause.pieces) &&
    !(asked && tellsOnly(clause.pieces)) &&
    !(clause !== clauses.at(-1) && (reports(said(clause.pieces)) || tellsWho(clause.pieces)));
  const settled: ClauseText[] = [];
  let lent: Piece[] = [];
  /** Scenes that name nothing: what a question that says little takes all the same. */
  let faint: Piece[] = [];
  let reported = false;
  for (const clause of clauses.filter(({ pieces }) => !(asked && remarks(pieces)))) {
    const last = settled.at(-1);
    if (
      last &&
      isAsking(clause) &&
      !hasSubject(last.pieces) &&
      namesOne(clause.pieces) &&
      !/[?か]$/.test(said(clause.pieces)) &&
      !requests(clause.pieces)
    ) {
      settled[settled.length - 1] = join([last, clause]);
    } else if (isAsking(clause)) {
      // 議員は「人気がないから」と言うのですが、理由は: only what comes last asks, and it may name nothing.
      const last = withoutScene(clause);
      const own = lent.length > 0 && last.pieces.length < clause.pieces.length ? last : clause;
      const little = saysLittle(own.pieces, words);
      const lends = takes(own.pieces, lent, words);
      const told = lends ? lent : little && lent.length + faint.length > 0 ? [...lent, ...faint] : [];
      const scene = isWhole(own.pieces) ? namesIn(told) : (namedInScene(told, own.pieces) ?? told);
      const place = scene.length > 0 ? [] : placeLent([...lent, ...faint], clause.pieces, words);
      const pieces = [...(reported ? withoutFigures(scene, clause.pieces) : scene), ...place];
      const whole =
        pieces.length > 0 ? join([{ pieces, start: 0, end: 0 }, scene.length > 0 ? own : clause]) : clause;
      settled.push(scene.length > 0 ? whole : { ...whole, scene: [...lent, ...faint] });
      lent = [];
      faint = [];
    } else if (last && settled.length === 1 && tellsSubject(clause.pieces)) {
      // 「…何人にするのが目標？雇用保険のやつ」: which one is meant.
      settled[settled.length - 1] = join([clause, last]);
    } else if (last && measuresAgain(clause.pieces)) {
      // 「いくら増えてる？率も」: another measure of what was just asked.
      settled.push(clause);
    } else if (last && saysYearsAlone(clause.pieces)) {
      // 「…は目標を上回った？令和6年度」: the year comes after its question.
      settled[settled.length - 1] = { ...last, ...join([last, clause]) };
    } else if (last && (hasSubject(last.pieces) ? namesPolicy(clause.pieces) : namesOne(clause.pieces))) {
      // 「あと何人足りない？ U・Iターンで就職した人」: the subject comes after its question.
      settled[settled.length - 1] = join([last, clause]);
    } else if (settled.length === 0 && tellsWho(clause.pieces)) {
      faint.push(...clause.pieces.filter(isTown));
    } else if (settled.length + lent.length === 0 && tellsPerhapsWho(clause.pieces)) {
      faint.push(...clause.pieces);
    } else if (settled.length === 0) {
      (lendable(clause.pieces) ? lent : faint).push(...clause.pieces);
      reported ||= reports(said(clause.pieces));
    }
  }
  if (settled.length > 0) return settled;
  const others = clauses.filter(({ pieces }) => !tellsWho(pieces));
  return [join(others.length > 0 ? others : clauses)];
}

/** Whether a question takes what the sentences before it named. */
function takes(own: readonly Piece[], lent: readonly Piece[], words: SceneWords): boolean {
  if (lent.length === 0 || (saysIntent(own, 'define-part') && hasNoun(own))) return false;
  if (namesOne(lent)) return !namesOne(own.filter(({ text }) => !words.isShared(text)));
  return (
    pointsBack(own) ||
    !hasSubject(own) ||
    saysLittle(own, words) ||
    (isBare(lent) && !hasTopic(own.filter(({ text }) => /\p{L}/u.test(text))))
  );
}

/** 目標には届かなかったんですね。: a remark on what was answered. */
function remarks(pieces: readonly Piece[]): boolean {
  return tellsOnly(pieces) && /[んの]ですね$/.test(said(pieces)) && !namesOne(pieces);
}

/** MICEって何のこと: the word that is asked about. */
function hasNoun(pieces: readonly Piece[]): boolean {
  return pieces.some(({ mention, token }) => mention === null && token?.pos === '名詞' && isContent(token));
}

/** 雇用保険のやつ, 移住の話: a topic, and that it is meant. */
function tellsSubject(pieces: readonly Piece[]): boolean {
  const text = said(pieces).replace(/[ねよなです]*$/, '');
  return /の(?:やつ|こと|話|件|ほう|方)$/.test(text) && hasSubject(pieces) && text.length < 20;
}

/** 率も, 差も出して: how far something moved, and nothing that could be named. */
function measuresAgain(pieces: readonly Piece[]): boolean {
  const moves = pieces.some(
    ({ mention, text }) =>
      mention?.meaning.is === 'intent' &&
      ['rise', 'fall'].includes(mention.meaning.id) &&
      /[額率数幅分]$/.test(text),
  );
  const measures = moves || saysIntent(pieces, 'share', 'gap', 'times');
  return (
    measures && pieces.every(({ mention, token }) => mention !== null || token === null || !isContent(token))
  );
}

/** 令和6年度から令和7年度: years, and nothing that could be asked. */
function saysYearsAlone(pieces: readonly Piece[]): boolean {
  return (
    pieces.some(({ mention }) => mention?.meaning.is === 'years') &&
    pieces.every(
      ({ mention, token }) =>
        mention?.meaning.is === 'years' || (mention === null && (token === null || !isContent(token))),
    )
  );
}

/** 「…が好きという人と、愛着がある人。」: nouns alone set what the next sentence asks of. */
function isBare(pieces: readonly Piece[]): boolean {
  const last = pieces.findLast(({ text }) => !/^[。!]+$/.test(text));
  return last?.token?.pos === '名詞' || last?.mention?.meaning.is === 'kind';
}

/** Only names, conditions on names and telling topics are carried on from a sentence that asks nothing. */
function lendable(pieces: readonly Piece[]): boolean {
  return (
    namesRecord(pieces) ||
    pieces.some(
      (piece) =>
        namesPlan(piece) ||
        piece.mention?.meaning.is === 'word' ||
        piece.mention?.meaning.is === 'number' ||
        (piece.mention?.meaning.is === 'intent' && piece.mention.meaning.id === 'name-holds'),
    )
  );
}

function namesRecord(pieces: readonly Piece[]): boolean {
  return (
    pieces.some(
      ({ mention }) =>
        mention?.meaning.is === 'entity' && ['project', 'kpi', 'policy'].includes(mention.meaning.kind),
    ) || hasTopic(pieces)
  );
}

function hasTopic(pieces: readonly Piece[]): boolean {
  return (
    pieces.filter(
      ({ token }) => token?.pos === '名詞' && token.posDetail1 !== '非自立' && token.posDetail1 !== '接尾',
    ).length >= 2
  );
}

function join(clauses: readonly ClauseText[]): ClauseText {
  const pieces = clauses.flatMap((clause) => clause.pieces);
  return { pieces, start: (pieces[0] as Piece).start, end: (pieces.at(-1) as Piece).end };
}

/** 「やや遅れは要らない」, 「二重計上のない形で」: such a sentence modifies the one before. */
function modifiersJoined(clauses: readonly ClauseText[]): ClauseText[] {
  const joined: ClauseText[] = [];
  for (const clause of clauses) {
    const last = joined.at(-1);
    const ids = clause.pieces.flatMap(({ mention }) =>
      mention?.meaning.is === 'intent' ? [mention.meaning.id] : [],
    );
    const modifies =
      (ids.some((id) => ['except', 'distinct', 'only'].includes(id)) ||
        clause.pieces.some(({ text }) => text === '対象外')) &&
      !/[?？か][。!]*$/.test(said(clause.pieces));
    const once = ids.includes('repeated') && /[1一](?:件|度|回|つ|本|個)/.test(said(clause.pieces));
    if (last && once && asks(last.pieces)) continue;
    if (last && asks(last.pieces) && offersAnswer(clause)) continue;
    if (last && ids.includes('distinct') && !ids.includes('except') && modifies && asks(last.pieces))
      continue;
    if (last && (continues(clause) || (modifies && asks(last.pieces))))
      joined[joined.length - 1] = join([last, clause]);
    else joined.push(clause);
  }
  return joined;
}

/** 誰がチェックするん？身内だけ？: a guess at the answer asks nothing more. */
function offersAnswer({ pieces }: ClauseText): boolean {
  const content = pieces.filter(
    ({ mention, token }) => mention !== null || (token !== null && isContent(token)),
  );
  const [noun, only, asked] = content;
  const says = (piece: Piece | undefined, id: string) =>
    piece?.mention?.meaning.is === 'intent' && piece.mention.meaning.id === id;
  const plain = noun !== undefined && (noun.mention === null || says(noun, 'setting'));
  return (
    plain && says(only, 'only') && (asked === undefined || (content.length === 3 && says(asked, 'whether')))
  );
}

/** 「該当する事業名をすべて」 asks on for what the sentence before it described. */
function continues({ pieces }: ClauseText): boolean {
  const such = pieces.some(({ text }) => /^(?:該当|当てはま|あてはま|条件に合)/.test(text));
  const lists = saysIntent(pieces, 'list');
  return (
    such &&
    lists &&
    !pieces.some(
      ({ mention }) => mention !== null && ['word', 'status', 'number', 'years'].includes(mention.meaning.is),
    ) &&
    !namesOne(pieces)
  );
}

/** 「…50.0%止まりですが、評価は何でしょうか」: what stands before lends its names only. */
function withoutScene(clause: ClauseText): ClauseText {
  const { pieces } = clause;
  let cut = -1;
  for (let i = 1; i < pieces.length - 1; i++) {
    const before = pieces
      .slice(Math.max(0, i - 3), i)
      .map(({ text }) => text)
      .join('');
    if (
      /[、,]/.test(pieces[i]?.text ?? '') &&
      /(?:が|けど|けれど|けれども|ので|ため|まして|ものの|のに)$/.test(before) &&
      /(?:です|ます|だった|だ|ない|った|した|おり|でし|まし|るん|んで|なの|たい|聞く|きく|や|じゃ).{0,3}$/.test(
        before,
      )
    )
      cut = i;
  }
  if (cut < 0) return clause;
  const after = pieces.slice(cut + 1);
  const wants = after.some(
    ({ mention }) =>
      mention !== null &&
      (mention.meaning.is === 'attribute' ||
        mention.meaning.is === 'kind' ||
        (mention.meaning.is === 'intent' &&
          [
            'sum',
            'max',
            'min',
            'count',
            'remaining',
            'reason-part',
            'howmany-unit',
            'howmuch',
            'rise',
            'fall',
            'gap',
            'define-part',
            'page',
            'contact',
          ].includes(mention.meaning.id))),
  );
  if (!wants) return clause;
  // 問い合わせたいのですが、どこの部署: the scene itself asks.
  if (saysIntent(after, 'that') || saysIntent(pieces.slice(0, cut), 'contact')) return clause;
  const hasYears = after.some(({ mention }) => mention?.meaning.is === 'years');
  const kept = pieces.slice(0, cut).filter(({ mention, token }) => {
    if (mention === null)
      return token !== null && !isContent(token) ? true : !namesMore(after) && !works(after);
    if (mention.meaning.is === 'years') return !hasYears;
    // 増減欄が「維持」なのに、: what a cell holds is a condition.
    if (mention.meaning.is === 'word') return true;
    return mention.meaning.is === 'entity' && (mention.meaning.exact || !namesMore(after));
  });
  return { ...clause, pieces: [...kept, ...pieces.slice(cut)] };
}

/** …の表を見ているけど、人件費がいちばん高いのは: what is worked out over a whole plan needs no other word. */
function works(pieces: readonly Piece[]): boolean {
  return saysIntent(pieces, 'max', 'min', 'sum');
}

/** Nouns that only say what is measured: 目標の回数は. */
const measures = /^(?:回数|人数|件数|数|額|率|割合|数値|数字|値)$/;

/** As `hasSubject`, where more than a measure is named. */
function namesMore(pieces: readonly Piece[]): boolean {
  const naming = pieces.filter(({ mention, text }) =>
    mention === null ? !measures.test(text) : mention.meaning.is !== 'word',
  );
  return hasSubject(naming);
}

const questionIntents = new Set([
  'which',
  'howmuch',
  'howmany-unit',
  'when',
  'where',
  'who',
  'count',
  'page',
  'whether',
  'towns-count',
]);

/** A stretch with a question word of its own. */
function questions(pieces: readonly Piece[]): boolean {
  return (
    pieces.some(
      ({ mention }) => mention?.meaning.is === 'intent' && questionIntents.has(mention.meaning.id),
    ) ||
    pieces.some(
      ({ mention }) => mention?.meaning.is === 'attribute' && /何|いつ|どの|どこ/.test(mention.text),
    ) ||
    /何[で]?$/.test(said(pieces))
  );
}

/** 「どれで、いくら」 asks two things of one winner. */
function ranks(pieces: readonly Piece[]): boolean {
  return saysIntent(pieces, 'max', 'min', 'list', 'big', 'small') || /どれで$/.test(said(pieces));
}

function hasOwnMatter(pieces: readonly Piece[]): boolean {
  return pieces.some(
    ({ mention, token }) =>
      (mention !== null &&
        ['attribute', 'years', 'entity', 'kind', 'elsewhere'].includes(mention.meaning.is)) ||
      (token !== null && isContent(token) && token.pos === '名詞'),
  );
}

/** 「…はありますか。観光施策の欄をお願いします。」: the part of the plan that is meant. */
function namesPolicy(pieces: readonly Piece[]): boolean {
  return pieces.some(({ mention }) => mention?.meaning.is === 'entity' && mention.meaning.kind === 'policy');
}

/** A project or KPI by its name. */
function namesOne(pieces: readonly Piece[]): boolean {
  return pieces.some(
    ({ mention }) => mention?.meaning.is === 'entity' && ['project', 'kpi'].includes(mention.meaning.kind),
  );
}
