// Intent words as data (index/lexicon/*.json): matched by dictionary form, so that every inflection of an entry is found.

import { bareName } from '../../facts/facts.ts';
import { amountKinds } from '../../facts/plan-attributes.ts';
import { normalize } from '../../language/normalize.ts';
import type { Token, Tokenizer } from '../../language/tokenizer/tokenizer.ts';
import { Beginnings } from '../../language/words/beginnings.ts';
import type { LexiconTexts } from '../../language/words/lexicon-texts.ts';
import { priceOf } from '../cover.ts';
import type { Kind } from '../query.ts';
import type { Mention } from './mention.ts';

/** One form as the tokenizer cuts it. */
interface Form {
  /** Dictionary forms in order; a particle may stand between two parts typed with a blank. */
  bases: string[];
  /** Index of the first base of each part but the first. */
  gaps: Set<number>;
  text: string;
}

/** An entry's meaning. */
export interface LexiconEntry {
  /** File it stands in: attributes, operations … */
  list: string;
  id: string;
  /** A plan's own column of years: 終期, 創設年度 go before everyday words for the end of a plan. */
  years?: true;
}

const gapParticles = new Set(['が', 'は', 'を', 'に', 'も', 'の', 'で', 'と', 'まで', 'て', 'から']);

interface Compiled {
  form: Form;
  entry: LexiconEntry;
  /** As the forms were added. */
  nth: number;
}

/** Part of a form → its dictionary forms. */
export type Cuts = Readonly<Record<string, readonly string[]>>;

/** The cuts of all forms, to be kept beside the index: cutting them takes longer than a question. */
export function cutForms(forms: Lexicon['forms'], tokenizer: Tokenizer): Cuts {
  const parts = new Set(forms.flatMap(({ text }) => text.split(' ')));
  return Object.fromEntries([...parts].map((part) => [part, basesOf(part, tokenizer)]));
}

function basesOf(part: string, tokenizer: Tokenizer): string[] {
  return tokenizer.tokenize(part).map(baseOf);
}

const nothing: readonly Compiled[] = [];
const noEntries: readonly LexiconEntry[] = [];

/** The compiled lexicon. Holds no state between questions. */
export class Lexicon {
  /** First base → the base right behind it, or none → forms: six hundred begin with 何. */
  private readonly byFirst = new Map<string, Map<string, Compiled[]>>();
  private readonly bySurface = new Map<string, LexiconEntry[]>();
  private readonly cuts = new Map<string, readonly string[]>();
  /** What was added before, as it was typed: thousands of plans call their columns the same. */
  private readonly typed = new Map<string, Compiled['form']>();
  /** Of the forms of one word. */
  private readonly beginnings = new Beginnings();
  /** The two signs that forms begin with → their lengths, longest first. */
  private readonly lengths = new Map<number, number[]>();
  /** Signs that are forms by themselves. */
  private readonly single = new Set<number>();
  /** Endings of everyday and dialect speech with their plain forms, longest first (colloquial.json). */
  private readonly spoken: [string, string][] = [];
  /** Any of those endings: most texts hold none. */
  private readonly anySpoken: RegExp;
  /** All forms with their entries: what kana and slips are read as. */
  readonly forms: { text: string; entry: LexiconEntry }[] = [];

  constructor(
    texts: LexiconTexts,
    private readonly tokenizer: Tokenizer,
    private readonly prepared: Cuts = {},
  ) {
    const { colloquial = {}, messages = {}, ...lists } = texts;
    for (const [plain, spoken] of Object.entries(colloquial))
      for (const form of spoken) this.spoken.push([normalize(form), plain]);
    this.spoken.sort((a, b) => b[0].length - a[0].length);
    const forms = this.spoken.map(([form]) => form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
    this.anySpoken = new RegExp(forms.join('|') || '(?!)');
    for (const [list, entries] of Object.entries(lists))
      for (const [id, forms] of Object.entries(entries))
        for (const form of forms) this.add(form, { list, id });
    // 課長, 議員: whom a question is for says nothing of what is asked.
    for (const form of messages.person ?? []) this.add(form, { list: 'politeness', id: 'setting' });
  }

  /** Adds a form, such as the label of a plan's own attribute. */
  add(typed: string, entry: LexiconEntry): void {
    const form = this.typed.get(typed) ?? this.formOf(normalize(typed));
    this.typed.set(typed, form);
    const { text, bases, gaps } = form;
    if (text === '') return;
    this.forms.push({ text, entry });
    const first = bases[0] as string;
    const second = gaps.has(1) ? '' : (bases[1] ?? '');
    const known = this.byFirst.get(first) ?? new Map<string, Compiled[]>();
    const compiled = { form, entry, nth: this.forms.length };
    const alike = known.get(second);
    if (alike) alike.push(compiled);
    else known.set(second, [compiled]);
    this.byFirst.set(first, known);
    if (!text.includes(' ')) {
      const entries = this.bySurface.get(text);
      if (entries) entries.push(entry);
      else this.bySurface.set(text, [entry]);
      this.beginnings.add(text);
      this.addLength(text);
    }
  }

  private addLength(text: string): void {
    if (text.length === 1) this.single.add(text.charCodeAt(0));
    if (text.length < 2) return;
    const signs = signsAt(text, 0);
    const lengths = this.lengths.get(signs) ?? [];
    if (!lengths.includes(text.length))
      this.lengths.set(
        signs,
        [...lengths, text.length].sort((a, b) => b - a),
      );
  }

  private formOf(text: string): Compiled['form'] {
    const bases: string[] = [];
    const gaps = new Set<number>();
    for (const [i, part] of (text === '' ? [] : text.split(' ')).entries()) {
      if (i > 0) gaps.add(bases.length);
      bases.push(...this.cut(part));
    }
    return { bases, gaps, text };
  }

  private cut(part: string): readonly string[] {
    const prepared = Object.hasOwn(this.prepared, part) ? this.prepared[part] : undefined;
    const cut = prepared ?? this.cuts.get(part) ?? basesOf(part, this.tokenizer);
    if (!prepared) this.cuts.set(part, cut);
    return cut;
  }

  /** Takes a form of one word out of a list. */
  remove(typed: string, list: string): void {
    const text = normalize(typed);
    const isIt = (entry: LexiconEntry) => entry.list === list;
    const kept = this.forms.filter((form) => form.text !== text || !isIt(form.entry));
    this.forms.splice(0, this.forms.length, ...kept);
    const known = this.bySurface.get(text) ?? [];
    this.bySurface.set(
      text,
      known.filter((entry) => !isIt(entry)),
    );
    for (const bySecond of this.byFirst.values())
      for (const [second, compiled] of bySecond)
        if (compiled.some(({ form, entry }) => form.text === text && isIt(entry)))
          bySecond.set(
            second,
            compiled.filter(({ form, entry }) => form.text !== text || !isIt(entry)),
          );
  }

  /** The text with spoken endings written plainly: 届かんかった → 届かなかった. */
  plain(text: string): string {
    if (!this.anySpoken.test(text)) return text;
    return this.spoken.reduce((written, [form, plain]) => written.replaceAll(form, plain), text);
  }

  /** Entries whose form is just this text. */
  entriesOf(text: string): readonly LexiconEntry[] {
    return (this.beginnings.mayBe(text) ? this.bySurface.get(text) : undefined) ?? noEntries;
  }

  /** All matches in a tokenized text. */
  find(
    text: string,
    tokens: readonly Token[],
  ): { start: number; end: number; entry: LexiconEntry; cost: number }[] {
    const found: { start: number; end: number; entry: LexiconEntry; cost: number }[] = [];
    const edges = new Uint8Array(text.length + 1);
    edges[0] = edges[text.length] = 1;
    for (const { start, end } of tokens) edges[start] = edges[end] = 1;
    const words = tokens.map(wordOf);
    const keys = words.map(keysOf);
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token;
      for (const key of keys[i] as string[]) {
        for (const { form, entry } of this.beginning(key, keys[i + 1] ?? [])) {
          const end = this.matchAt(words, i, form);
          if (end !== null) found.push({ start: token.start, end, entry, cost: 1 });
        }
      }
      for (const length of this.lengthsAt(text, token.start)) {
        const end = token.start + length;
        if (end > text.length) continue;
        const ends = edges[end] === 1;
        if (!ends && (length < 3 || !isHiragana(text, end - 1) || !isHiragana(text, end))) continue;
        for (const entry of this.bySurface.get(text.slice(token.start, end)) ?? [])
          found.push({ start: token.start, end, entry, cost: ends ? 1 : 1.4 });
      }
    }
    return found.filter(({ start, end }) => isWhole(text, start, end));
  }

  /** Lengths of the forms that may stand at a place of the text, longest first. */
  private lengthsAt(text: string, at: number): readonly number[] {
    const longer = this.beginnings.reach(text, at) > 0 ? this.lengths.get(signsAt(text, at)) : undefined;
    if (!this.single.has(text.charCodeAt(at))) return longer ?? noLengths;
    return longer ? [...longer, 1] : oneSign;
  }

  /** Forms that begin with one base and may go on with the next, as they were added. */
  private beginning(first: string, next: readonly string[]): readonly Compiled[] {
    const bySecond = this.byFirst.get(first);
    if (!bySecond) return nothing;
    let found = bySecond.get('') ?? nothing;
    let lists = found.length > 0 ? 1 : 0;
    const add = (second: string) => {
      const forms = bySecond.get(second);
      if (!forms || forms.length === 0) return;
      found = lists === 0 ? forms : [...found, ...forms];
      lists++;
    };
    for (const second of next) if (second !== '') add(second);
    if (!next.includes('ない')) add('ない');
    return lists > 1 ? found.toSorted((a, b) => a.nth - b.nth) : found;
  }

  private matchAt(words: readonly Word[], from: number, form: Form): number | null {
    let at = from;
    for (let part = 0; part < form.bases.length; part++) {
      if (part > 0 && form.gaps.has(part)) {
        let skipped = 0;
        while (skipped < 3 && at < words.length && !fitsAt(words, at, form.bases[part] as string)) {
          const { token } = words[at] as Word;
          if (!gapParticles.has(token.surface) && token.pos !== '助動詞' && token.base !== 'いる')
            return null;
          at++;
          skipped++;
        }
      }
      if (!fitsAt(words, at, form.bases[part] as string)) return null;
      at++;
    }
    return (words[at - 1] as Word).token.end;
  }
}

const noLengths: readonly number[] = [];
const oneSign: readonly number[] = [1];

/** A number for two signs of the text; NaN behind its end. */
function signsAt(text: string, at: number): number {
  return text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);
}

/** ぁ to ん. */
function isHiragana(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x3041 && code <= 0x3093;
}

/** A token with what it is looked up by. */
interface Word {
  token: Token;
  base: string;
  kana: string;
}

function wordOf(token: Token): Word {
  return { token, base: baseOf(token), kana: spokenKana(token.surface) };
}

/** What a word is looked up by, each once. */
function keysOf({ token: { surface }, base, kana }: Word): string[] {
  const keys = base === surface ? [surface] : [base, surface];
  return kana === surface || kana === base ? keys : [...keys, kana];
}

/** ナンボ is なんぼ: everyday words are written in katakana as well. */
function spokenKana(surface: string): string {
  return surface.length <= 4 && /^[ァ-ヶー]{2,4}$/.test(surface)
    ? surface.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    : surface;
}

/** ない of 足りない is ぬ, ん or ません as well. */
function fits({ token, base: own, kana }: Word, base: string): boolean {
  if (token.surface === base || own === base || kana === base) return true;
  return base === 'ない' && (token.base === 'ぬ' || token.base === 'ん' || token.surface === 'ず');
}

/** 持つん, 入ってたん: behind a whole form ん explains, and denies nothing. */
function fitsAt(words: readonly Word[], at: number, base: string): boolean {
  const word = words[at];
  if (!word || !fits(word, base)) return false;
  if (base !== 'ない' || word.token.surface !== 'ん') return true;
  const before = words[at - 1];
  return before === undefined || !/[うくすつぬむるぐぶただ]$/.test(before.token.surface);
}

function baseOf(token: Token): string {
  return token.base === '*' || token.base === '' ? token.surface : token.base;
}

/** A match never ends inside a word of katakana or Latin letters (トップ is not トップセールス), nor between 何 and its counter (何件). */
function isWhole(text: string, start: number, end: number): boolean {
  if (end - start > 1 && text.charAt(end - 1) === '何' && /[件個つ人回校社本市町村年]/.test(text.charAt(end)))
    return false;
  const kata = /[ァ-ヺー]/;
  const latin = /[a-z]/;
  const cuts = (a: string, b: string) => (kata.test(a) && kata.test(b)) || (latin.test(a) && latin.test(b));
  return !cuts(text.charAt(start - 1), text.charAt(start)) && !cuts(text.charAt(end - 1), text.charAt(end));
}

/** Matches as mentions of intents; attributes become attribute mentions. */
export function intentMentions(lexicon: Lexicon, text: string, tokens: readonly Token[]): Mention[] {
  const mentions = new Map<string, Mention>();
  const found = lexicon.find(text, tokens);
  const priceWithin = pricesOf(text, tokens);
  for (const { start, end, entry, cost } of found) {
    // Words that say little, or may be a topic, are words all the same; those of columns mean what a plan prints.
    if (['vague', 'topical', 'columns'].includes(entry.list)) continue;
    // 人件費を含まない is not what 人件費を含む is called.
    if (entry.list === 'attributes' && isDenied(text, start, end)) continue;
    const key = `${start}-${end}-${entry.list}-${entry.id}`;
    const known = mentions.get(key);
    if (known && known.cost <= cost) continue;
    const said = text.slice(start, end);
    // Endings such as ますよね cost no more than their particles would.
    const light = priceWithin(start, end);
    const meaning = isMoney(entry) ? moneyMeaning(start, end, found) : meaningOf(entry);
    const filler = entry.id === 'filler' || entry.id === 'setting';
    mentions.set(key, {
      start,
      end,
      text: said,
      meaning,
      cost: Math.min(filler ? cost + 0.6 : cost, Math.max(0.05, 0.6 * light)) - (entry.years ? 0.02 : 0),
    });
  }
  return [...mentions.values()];
}

/** A name that tells what is counted in, and ない behind it. */
function isDenied(text: string, start: number, end: number): boolean {
  return /含[まめ]$/.test(text.slice(start, end)) && /^(?:ない|なく|ず|ません)/.test(text.slice(end));
}

/** What the tokens inside a stretch cost together. */
function pricesOf(text: string, tokens: readonly Token[]): (start: number, end: number) => number {
  /** The first token from each place on. */
  const first = new Int32Array(text.length + 1).fill(tokens.length);
  for (const [at, { start }] of tokens.entries()) first[start] = at;
  for (let place = text.length - 1; place >= 0; place--)
    first[place] = Math.min(first[place] as number, first[place + 1] as number);
  return (start, end) => {
    let sum = 0;
    for (let at = first[start] as number; (tokens[at]?.start ?? end) < end; at++)
      if ((tokens[at] as Token).end <= end) sum += priceOf(tokens[at] as Token);
    return sum;
  };
}

const moneyNames = new Set([...amountKinds.keys()]);
const isMoney = ({ list, id }: LexiconEntry) => list === 'attributes' && moneyNames.has(bareName(id));

/** 執行額 is whichever of the kinds of that name a plan prints. */
function moneyMeaning(
  start: number,
  end: number,
  found: readonly { start: number; end: number; entry: LexiconEntry }[],
): Mention['meaning'] {
  const ids = found.filter((one) => one.start === start && one.end === end && isMoney(one.entry));
  return { is: 'attribute', ids: [...new Set(ids.map(({ entry }) => entry.id))] };
}

/** What an entry's list makes of it. */
export function meaningOf({ list, id }: LexiconEntry): Mention['meaning'] {
  if (list === 'attributes') return { is: 'attribute', ids: [id] };
  if (list === 'statuses') return { is: 'status', status: id };
  if (list !== 'kinds') return { is: 'intent', id };
  const [kind, level] = id.split(':');
  return { is: 'kind', kind: kind as Kind, level: level ?? null };
}
