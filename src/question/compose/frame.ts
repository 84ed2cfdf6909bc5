// The covered text as items: mentions and topic words in order, each with the particles behind it.
import { isContent, isMeant, type Piece } from '../cover.ts';
import type { Meaning } from '../mentions/mention.ts';
import type { Kind } from '../query.ts';

/** One mention or topic word. */
export interface Item {
  start: number;
  end: number;
  text: string;
  /** Null for a word that no mention covers. */
  meaning: Meaning | null;
  /** A noun, or a part of a name. */
  noun: boolean;
  /** Dictionary form of a topic word. */
  base: string;
  /** Particles, endings and light words up to the next item. */
  after: string;
  /** Taken by a rule. */
  used: boolean;
}

/** An item with a meaning of this sort. */
type Saying<Is extends Meaning['is']> = Item & { meaning: Extract<Meaning, { is: Is }> };

/** Intents that say nothing of the question. */
const quiet = new Set(['filler', 'setting', 'tell']);

/** From now on the item asks for nothing and tells nothing. */
export function saysNothing(item: Item): void {
  item.meaning = { is: 'intent', id: 'filler' };
}

/** From now on the item is a word like any other. */
export function asWord(item: Item): void {
  item.meaning = null;
  item.noun = true;
}

/** Items of a stretch of pieces; what says nothing goes to the `after` of the item before. */
export function itemsOf(pieces: readonly Piece[]): Item[] {
  const items: Item[] = [];
  const quoted = insideQuotes(pieces);
  for (const [at, piece] of pieces.entries()) {
    const { start, end, text } = piece;
    const word = staysWord(pieces, at) || (quoted.has(piece) && asksPart(piece));
    const meaning = word ? null : (piece.mention?.meaning ?? null);
    const isQuiet =
      (meaning?.is === 'intent' && quiet.has(meaning.id)) ||
      qualifies(piece, pieces[at + 1], pieces[at + 2]) ||
      (/^(?:年間|毎年|一年間)$/.test(text) && pieces[at + 1]?.mention?.meaning.is === 'attribute');
    const last = items.at(-1);
    if (last?.meaning === null && endsQuality(piece)) {
      last.text += `${last.after}${text}`;
      last.end = end;
      last.after = '';
      last.noun = true;
      continue;
    }
    if (isQuiet || (piece.token !== null && !isContent(piece.token))) {
      if (last) last.after += text;
      if (last?.text === '') (items.at(-2) as Item).after += text;
      continue;
    }
    const denial = word || meaning === null ? denialBefore(piece, pieces[at - 1]) : '';
    items.push({
      start: start - denial.length,
      end,
      text: denial + text,
      meaning,
      base: denial + (piece.token?.base ?? text),
      noun: piece.token === null || piece.token.pos === '名詞' || isNominal(piece, pieces[at + 1]),
      after: '',
      used: false,
    });
    // 連携事業, 主要事務事業 name a plan and say the kind as well.
    if (meaning?.is === 'entity' && meaning.kind === 'plan' && /事業$/.test(text))
      items.push({
        start: end,
        end,
        text: '',
        meaning: { is: 'kind', kind: 'project', level: null },
        base: '',
        noun: false,
        after: '',
        used: false,
      });
  }
  return items;
}

/** 不 of 不登校, 未 of 未就学: the word without it says the opposite. */
function denialBefore({ start, token }: Piece, before: Piece | undefined): string {
  const denies = before?.token?.pos === '接頭詞' && /^[不未非無]$/.test(before.text);
  return denies && before.end === start && token?.pos === '名詞' ? before.text : '';
}

/** Pieces of a quotation of several words: 「新しい人の流れ」. */
function insideQuotes(pieces: readonly Piece[]): ReadonlySet<Piece> {
  const inside = new Set<Piece>();
  for (const [from, { text }] of pieces.entries()) {
    if (text !== '「') continue;
    const length = pieces.slice(from + 1).findIndex((piece) => piece.text.startsWith('」'));
    const quoted = pieces.slice(from + 1, from + 1 + Math.max(length, 0));
    const words = quoted.filter(isMeant);
    if (words.length > 1) for (const piece of quoted) inside.add(piece);
  }
  return inside;
}

/** 流れ asks how; in a quotation it is a word like any other. */
function asksPart({ mention }: Piece): boolean {
  const meaning = mention?.meaning;
  return (
    meaning?.is === 'intent' && ['how-part', 'reason-part', 'define-part', 'purpose'].includes(meaning.id)
  );
}

/** 会議の予算, 事務局の予算: before の and what is asked of it such a word is what is asked about. */
function staysWord(pieces: readonly Piece[], at: number): boolean {
  const { mention, text } = pieces[at] as Piece;
  const meaning = mention?.meaning;
  if (meaning?.is !== 'intent') return false;
  const [next, head] = [pieces[at + 1], pieces[at + 2]];
  if (meaning.id === 'tell') return describes(text, pieces, at + 1);
  // aからeまで, aとb: the letter of a part; before a word it is an English article.
  if (meaning.id === 'filler' && text === 'a')
    return /^(?:から|と|の|や|及び|及|・|~|〜|～|、|」)$/.test(next?.text ?? '');
  if (!['setting', 'contact', 'join', 'final'].includes(meaning.id)) return false;
  if (!/[\p{Script=Han}ァ-ヺ]{2}/u.test(text)) return false;
  if (meaning.id === 'setting' && isDescribed(pieces, at + 1)) return true;
  // 事務局をしている事業: what somebody does.
  if (next?.text === 'を' && /^(?:し|する|務|担)/.test(head?.text ?? '')) return true;
  return next?.text === 'の' && asksMoney(head);
}

/** 課長や係長になりたての人, 係長向け: whom a thing is for, not who asks. */
function isDescribed(pieces: readonly Piece[], at: number): boolean {
  const [next, head] = [pieces[at], pieces[at + 1]];
  if (!next || !head) return false;
  if (/^(?:向け|むけ|級|クラス|候補)/.test(next.text)) return true;
  if (next.text === 'に') return /^(?:なり|なっ|なる|就)/.test(head.text);
  const other = head.mention?.meaning;
  return (
    /^[や・と]$/.test(next.text) &&
    other?.is === 'intent' &&
    other.id === 'setting' &&
    isDescribed(pieces, at + 2)
  );
}

/** まとめたやつ, 出してた補助金: what was done tells which thing is meant; it asks nothing. */
function describes(text: string, pieces: readonly Piece[], from: number): boolean {
  if (!/^(?:まとめ|出し|だし|並べ|書い|書き出し|教え|伝え|見せ|示し|調べ|説明)$/.test(text)) return false;
  let [head, ending] = [from, ''];
  for (; head < pieces.length && !isMeant(pieces[head] as Piece); head++)
    ending += (pieces[head] as Piece).text;
  return /^(?:し)?(?:た|だ|てた|ていた|てる|ている|ておいた)$/.test(ending) && isThing(pieces[head]);
}

function isThing(piece: Piece | undefined): boolean {
  if (piece?.mention?.meaning.is === 'intent') return /^(?:やつ|もの|の|こと)$/.test(piece.text);
  return piece?.token?.pos === '名詞';
}

function asksMoney(piece: Piece | undefined): boolean {
  const meaning = piece?.mention?.meaning;
  return meaning?.is === 'attribute' && meaning.ids.includes('budget');
}

/** ひきこもりの予算, 見守りについて: a verb's stem that particles make a noun of. */
function isNominal({ token, text }: Piece, next: Piece | undefined): boolean {
  return (
    token?.pos === '動詞' &&
    /[いきしちにみりぎじびえけせてねめれげべ]$/.test(text) &&
    /^(?:の|に関|について|を|は|って|とは)/.test(next?.text ?? '')
  );
}

/** だった of 「遅れ」だった事業, だったのは: before what it qualifies it asks for no yes. */
function qualifies({ mention, text }: Piece, next: Piece | undefined, more: Piece | undefined): boolean {
  if (mention === null || !/^(?:だった|でした|であった|やった)$/.test(text) || next === undefined)
    return false;
  const { meaning } = next.mention ?? {};
  if (meaning) return ['kind', 'entity'].includes(meaning.is) || /^(?:もの|やつ|とこ|ところ)/.test(next.text);
  if (/^[のん]$/.test(next.text)) return /^(?:は|が|って|を|も)$/.test(more?.text ?? '');
  return next.token?.pos === '名詞' && isContent(next.token);
}

/** さ of 住みやすさ makes a noun of what stands before it. */
function endsQuality({ token, text }: Piece): boolean {
  return text === 'さ' && token?.pos === '名詞' && token.posDetail1 === '接尾';
}

/** True for a mention of one of the intents. */
export function isIntent(item: Item | undefined, ...ids: string[]): boolean {
  return item?.meaning?.is === 'intent' && ids.includes(item.meaning.id);
}

/** A run of topic words: 移住相談窓口を使って実際に移住された方. */
export interface Topic {
  items: Item[];
  /** Holds a noun; verbs alone narrow nothing. */
  telling: boolean;
  text: string;
  start: number;
  end: number;
  after: string;
}

/** Read access to the items of one clause. */
export class Frame {
  constructor(
    readonly text: string,
    readonly items: readonly Item[],
  ) {}

  /** Items of an intent. */
  intents(...ids: string[]): Item[] {
    const found: Item[] = [];
    for (const item of this.items)
      if (item.meaning !== null && item.meaning.is === 'intent' && ids.includes(item.meaning.id))
        found.push(item);
    return found;
  }
  has(...ids: string[]): boolean {
    for (const { meaning } of this.items)
      if (meaning !== null && meaning.is === 'intent' && ids.includes(meaning.id)) return true;
    return false;
  }
  use(...ids: string[]): void {
    for (const item of this.intents(...ids)) item.used = true;
  }
  /** Intents no rule has taken become words of the topic. */
  release(...ids: string[]): void {
    for (const item of this.intents(...ids)) {
      if (item.used) continue;
      item.meaning = null;
      item.noun = !/[ぁ-ん]$/.test(item.text);
    }
  }
  /** A meaning that the text leaves unsaid, behind everything else. */
  add(meaning: Meaning): void {
    const end = this.items.at(-1)?.end ?? 0;
    const item = { start: end, end, text: '', meaning, base: '', noun: false, after: '', used: false };
    (this.items as Item[]).push(item);
  }
  /** Takes an item out. */
  drop(item: Item): void {
    const at = this.items.indexOf(item);
    if (at >= 0) (this.items as Item[]).splice(at, 1);
  }
  /** Puts the first such item behind all others. */
  moveLast(such: (item: Item) => boolean): void {
    const at = this.items.findIndex(such);
    if (at >= 0) (this.items as Item[]).push(...(this.items as Item[]).splice(at, 1));
  }
  entities(...kinds: Kind[]): Saying<'entity'>[] {
    const named = this.of('entity');
    return kinds.length === 0 ? named : named.filter(({ meaning }) => kinds.includes(meaning.kind));
  }
  attributes(): Saying<'attribute'>[] {
    return this.of('attribute');
  }
  attributeIds(): string[] {
    return [...new Set(this.attributes().flatMap(({ meaning }) => meaning.ids))];
  }
  kinds(): Saying<'kind'>[] {
    return this.of('kind');
  }
  years(): Saying<'years'>[] {
    return this.of('years');
  }
  numbers(): Saying<'number'>[] {
    return this.of('number');
  }
  words(): Saying<'word'>[] {
    return this.of('word');
  }
  private of<Is extends Meaning['is']>(is: Is): Saying<Is>[] {
    const found: Saying<Is>[] = [];
    for (const item of this.items)
      if (item.meaning !== null && item.meaning.is === is) found.push(item as Saying<Is>);
    return found;
  }
  /** Some topic holds a noun. */
  tells(): boolean {
    return this.items.some((item) => item.noun && isOfTopic(item));
  }
  /** Runs of unused topic words; a part of a name counts as one. */
  topics(): Topic[] {
    const topics: Topic[] = [];
    let open: Topic | null = null;
    for (const [at, item] of this.items.entries()) {
      if (!isOfTopic(item)) {
        open = null;
        continue;
      }
      if (open) {
        open.items.push(item);
        open.end = item.end;
        open.after = item.after;
      } else {
        open = {
          items: [item],
          telling: false,
          text: item.text,
          start: item.start,
          end: item.end,
          after: item.after,
        };
        topics.push(open);
      }
      if (breaks(item.after) && !goesWith(item, this.items[at + 1])) open = null;
    }
    for (const topic of topics) {
      topic.telling = topic.items.some((item) => item.noun);
      if (topic.items.length > 1) topic.text = this.text.slice(topic.start, topic.end).replace(/ {2,}/g, ' ');
    }
    return topics;
  }
  before(item: Item): Item | undefined {
    const { items } = this;
    const own = items.indexOf(item);
    // An item of another frame counts as the last one.
    for (let at = (own < 0 ? items.length - 1 : own) - 1; at >= 0; at--)
      if ((items[at] as Item).text !== '') return items[at];
    return undefined;
  }
  next(item: Item): Item | undefined {
    const { items } = this;
    for (let at = items.indexOf(item) + 1; at < items.length; at++)
      if ((items[at] as Item).text !== '') return items[at];
    return undefined;
  }
}

/** An unused word, or a part of a name. */
function isOfTopic({ used, meaning }: Item): boolean {
  if (used) return false;
  if (meaning === null || meaning.is === 'elsewhere') return true;
  return meaning.is === 'entity' && !meaning.exact && (meaning.kind === 'project' || meaning.kind === 'kpi');
}

/** Takes the words of the topics, so that no other rule reads them. */
export function takeTopics(topics: readonly Topic[]): void {
  for (const topic of topics) for (const item of topic.items) item.used = true;
}

/** 外国の町とつき合う, 外国の町と交流する: と before a verb joins no two things. */
function goesWith({ after }: Item, next: Item | undefined): boolean {
  if (after !== 'と' || next?.meaning !== null) return false;
  return !next.noun || /^(?:する|した|してる|している|しとる)/.test(next.after);
}

/** A topic ends where the sentence turns: は, 、, と between two things. */
export function breaks(after: string): boolean {
  return /[、。?!,「」『』]|^(?:づくり|おこし|めぐり)?(?:の|する|した|してる|しとる|やつ|もの|ほう|方|分)*(?:は|って|も|と|や|か)$|(?:やつ|もの|もん)(?:と|や|も)$|(?:は|って|も|では|には|については|に関して)$/.test(
    after,
  );
}

/** The words as they were typed, those side by side in one: 住民票, not 住民 票. */
export function textOf(items: readonly Item[]): string {
  let text = '';
  let end = -1;
  for (const item of items) {
    text += text === '' || item.start === end ? item.text : ` ${item.text}`;
    end = item.end;
  }
  return text;
}

/** The words at the end that stand side by side: 開催日. */
export function joinedEnd(items: readonly Item[]): string {
  let text = '';
  let start = Number.POSITIVE_INFINITY;
  for (const item of [...items].reverse()) {
    if (text !== '' && (item.end !== start || !item.noun)) break;
    text = item.text + text;
    start = item.start;
  }
  return text;
}
