// Names typed with a slip: one or two characters off, or written with others of the same sound.

import type { Repository } from '../../data/repository.ts';
import { readingKey } from '../../language/kana.ts';
import { normalize } from '../../language/normalize.ts';
import type { Token, Tokenizer } from '../../language/tokenizer/tokenizer.ts';
import { signsOf } from '../../search/name-match.ts';
import type { Kind } from '../query.ts';
import type { Lexicon } from './lexicon.ts';
import { meaningOf } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { squeezeWithPlaces } from './names.ts';

/** A name that slips are held against: kept beside the index. */
export interface Name {
  text: string;
  key: string;
  kind: Kind;
  id: string;
}

/** Beyond this many names only departments, policies, plans and towns are compared; the search finds the others. */
const MOST_NAMES = 4_000;
const SHORTEST = 5;

/** Finds names and intent words that the text nearly holds. */
export class NearNames {
  readonly names: readonly Name[];
  /** Signs of each name. */
  private readonly signs: Int32Array;
  /** 1 at each sign of the text that is looked into; all 0 in between. */
  private readonly held = new Uint8Array(65_536);
  /** Of kanji that intent words hold, or questions in their place. */
  private readonly soundsOf = new Map<string, string>();
  private holes: Map<number, { text: string; entry: { list: string; id: string } }[]> | undefined;

  constructor(
    repository: Repository,
    private readonly tokenizer: Tokenizer,
    private readonly lexicon: Lexicon,
    prepared?: readonly Name[],
  ) {
    this.names = prepared ?? namesOf(repository);
    this.signs = Int32Array.from(this.names, ({ key }) => signsOf(key));
  }

  /** Mentions of what is nearly there; places that whole names cover already are left out. */
  find(text: string, tokens: readonly Token[], known: readonly Mention[]): Mention[] {
    const { squeezed, places } = squeezeWithPlaces(text);
    const covered = known.filter(({ meaning }) => meaning.is === 'entity' && meaning.exact);
    const found: Mention[] = [];
    let edges: ReadonlySet<number> | undefined;
    const signs = this.held;
    for (let i = 0; i < squeezed.length; i++) signs[squeezed.charCodeAt(i)] = 1;
    const lacking = ~signsOf(squeezed);
    for (const [at, name] of this.names.entries()) {
      const most = name.key.length >= 10 ? 2 : 1;
      // Most names share too few signs with the text to be a slip of it.
      if (moreThan(most, (this.signs[at] as number) & lacking) || !holdsMost(name.key, signs, most)) continue;
      for (let at = 0; at + name.key.length <= squeezed.length; at++) {
        const off = differences(name.key, squeezed, at, most);
        if (off === 0 || off > most) continue;
        const start = places[at] as number;
        const end = (places[at + name.key.length - 1] as number) + 1;
        if (covered.some((mention) => mention.start <= start && mention.end >= end)) continue;
        const typed = squeezed.slice(at, at + name.key.length);
        if (!plausible(name.key, typed) || this.saysWord(name.key, typed)) continue;
        edges ??= edgesOf(tokens);
        // 待機児童 目標: the slip is half of another word.
        if (!edges.has(start) && typed.at(0) !== name.key.at(0)) continue;
        if (!edges.has(end) && typed.at(-1) !== name.key.at(-1)) continue;
        const meaning = { is: 'entity' as const, kind: name.kind, ids: [name.id], exact: true };
        const other = this.otherWordAt(name.key, typed);
        if (other > 0) {
          const before = (places[at + other - 1] as number) + 1;
          found.push({ start, end: before, text: text.slice(start, before), cost: 1.2, meaning });
          continue;
        }
        found.push({
          start,
          end,
          text: text.slice(start, end),
          cost: 1.2 + 0.8 * off,
          meaning,
          readAs: name.text,
        });
      }
    }
    for (let i = 0; i < squeezed.length; i++) signs[squeezed.charCodeAt(i)] = 0;
    return [...found, ...this.sameSound(tokens)];
  }

  /** ネーミングライツの担当 is no slip of ネーミングライツの導入: what stands in place of the name's word is one that asks. */
  private saysWord(name: string, typed: string): boolean {
    const from = [...name].findIndex((character, at) => character !== typed.charAt(at));
    const length = 2;
    const said = typed.slice(from, from + length);
    return (
      [...said].every((character, at) => character !== name.charAt(from + at)) &&
      this.lexicon.entriesOf(said).some(({ list }) => list === 'attributes')
    );
  }

  /** 研修の会場 is no slip of 研修の実施: where the name goes on with の and another noun, that does not sound like its own; -1 where it does not. */
  private otherWordAt(name: string, typed: string): number {
    const from = [...name].findIndex((character, at) => character !== typed.charAt(at));
    const [own, said] = [name.slice(from), typed.slice(from)];
    const isNoun = (text: string) => {
      const [token, more] = this.tokenizer.tokenize(text);
      return more === undefined && token?.known === true && token.pos === '名詞' ? token : null;
    };
    if (name.charAt(from - 1) !== 'の' || !/^\p{Script=Han}{2}$/u.test(said)) return -1;
    const [first, second] = [isNoun(own), isNoun(said)];
    return first && second && readingKey(first.reading) !== readingKey(second.reading) ? from - 1 : -1;
  }

  /** 予産, 評化, 人権費: kanji that no dictionary has as one word, one character off an intent word and sounding like it. */
  private sameSound(tokens: readonly Token[]): Mention[] {
    const found: Mention[] = [];
    const isHan = tokens.map(({ surface }) => /^\p{Script=Han}+$/u.test(surface));
    for (let from = 0; from < tokens.length; from++) {
      let text = '';
      for (let to = from; to < Math.min(tokens.length, from + 3); to++) {
        const token = tokens[to] as Token;
        if (!isHan[to]) break;
        text += token.surface;
        if (to === from || text.length > 4 || this.lexicon.entriesOf(text).length > 0) continue;
        const meant = this.soundingLike(text);
        if (meant)
          found.push({
            start: (tokens[from] as Token).start,
            end: token.end,
            text,
            cost: 1.5,
            meaning: meaningOf(meant.entry),
            readAs: meant.text,
          });
      }
    }
    return found;
  }

  private soundingLike(typed: string) {
    const holes = this.byHole();
    for (let i = 0; i < typed.length; i++) {
      const forms = holes.get(holed(typed, i));
      if (!forms) continue;
      const sound = this.sound(typed.charAt(i));
      for (const form of forms) if (this.sound(form.text.charAt(i)) === sound) return form;
    }
    return null;
  }

  /** How a character alone is read. */
  private sound(character: string): string {
    const known = this.soundsOf.get(character);
    if (known !== undefined) return known;
    const sound = readingKey(this.tokenizer.tokenize(character)[0]?.reading || character);
    this.soundsOf.set(character, sound);
    return sound;
  }

  private byHole() {
    if (!this.holes) {
      this.holes = new Map();
      for (const form of this.lexicon.forms) {
        if (
          !/^\p{Script=Han}{2,4}$/u.test(form.text) ||
          ['politeness', 'questions', 'vague'].includes(form.entry.list)
        )
          continue;
        for (let i = 0; i < form.text.length; i++) {
          const key = holed(form.text, i);
          this.holes.set(key, [...(this.holes.get(key) ?? []), form]);
        }
      }
    }
    return this.holes;
  }
}

/** A number for a word of two to four signs without one of them; no other word and place has it. */
function holed(text: string, hole: number): number {
  let signs = 0;
  for (let i = 0; i < text.length; i++) if (i !== hole) signs = signs * 65_536 + text.charCodeAt(i);
  return signs * 16 + (text.length - 1) * 4 + hole;
}

function namesOf(repository: Repository): Name[] {
  const names: Name[] = [];
  const add = (text: string, kind: Kind, id: string) => {
    const key = squeezeWithPlaces(normalize(text)).squeezed;
    if (key.length >= SHORTEST && key.length <= 40) names.push({ text, key, kind, id });
  };
  for (const name of repository.departments()) add(name, 'department', name);
  for (const { name, id, aliases } of repository.policies)
    for (const one of [name, ...aliases]) add(one, 'policy', id);
  if (repository.projects.length + repository.kpis.length <= MOST_NAMES) {
    for (const { name, id, aliases } of repository.projects)
      for (const one of [name, ...aliases]) add(one, 'project', id);
    for (const { name, id, aliases } of repository.kpis)
      for (const one of [name, ...aliases]) add(one, 'kpi', id);
  }
  return names;
}

/** Where words begin and end. */
function edgesOf(tokens: readonly Token[]): ReadonlySet<number> {
  return new Set(tokens.flatMap((token) => [token.start, token.end]));
}

/** More than one or two of the bits are set. */
function moreThan(most: number, bits: number): boolean {
  const rest = bits & (bits - 1);
  return (most === 1 ? rest : rest & (rest - 1)) !== 0;
}

/** All characters of the name but for `most` stand somewhere in the text. */
function holdsMost(name: string, signs: Uint8Array, most: number): boolean {
  let missing = 0;
  for (let i = 0; i < name.length; i++) if (signs[name.charCodeAt(i)] === 0 && ++missing > most) return false;
  return true;
}

/** Characters that differ, counted up to one more than `most`. */
function differences(name: string, text: string, at: number, most: number): number {
  let off = 0;
  for (let i = 0; i < name.length; i++) {
    if (name.charCodeAt(i) !== text.charCodeAt(at + i) && ++off > most) return off;
  }
  return off;
}

/** 資源化率 is another thing than 資源化量. */
const measures = '率量数額値度費';

/** Other figures or Latin letters are no slip: 第1期 is not 第2期, パッケージ3 not パッケージ4. A changed particle neither. */
function plausible(name: string, typed: string): boolean {
  const ends = [name.at(-1) ?? '', typed.at(name.length - 1) ?? ''];
  if (ends[0] !== ends[1] && ends.every((end) => measures.includes(end))) return false;
  for (let i = 0; i < name.length; i++) {
    const [a, b] = [name.charAt(i), typed.charAt(i)];
    // どれ？市への誇り is no slip of 本市への誇り.
    if (a !== b && !/\p{L}/u.test(b)) return false;
    if (a !== b && (/[0-9a-z一二三四五六七八九十東西南北ぁ-ん]/.test(a) || /[0-9a-zぁ-ん]/.test(b)))
      return false;
  }
  return true;
}
