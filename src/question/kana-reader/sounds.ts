// Words by their sound: those of the plans and the lexicon, towns, and everyday words.
import type { Repository } from '../../data/repository.ts';
import { looseReadingKey, readingKey } from '../../language/kana.ts';
import { normalize } from '../../language/normalize.ts';
import type { Tokenizer } from '../../language/tokenizer/tokenizer.ts';
import type { WordLists } from '../../language/words/word-lists.ts';
import type { Lexicon } from '../mentions/lexicon.ts';
import { everyday, glue } from './everyday.ts';

/** Where words written by sound are looked for. */
export interface KanaParts {
  repository: Repository;
  tokenizer: Tokenizer;
  lexicon: Lexicon;
  wordLists: Pick<WordLists, 'readings'>;
  /** What `Sounds.named` gave for the same plans and lexicon; absent: worked out with the first text that needs it. */
  sounds?: string | undefined;
}

/** One word of a stretch. */
export interface Step {
  from: number;
  cost: number;
  text: string;
  /** A word that says something, one that says little, or signs nobody knows. */
  is: 'content' | 'light' | 'unknown';
}

/** Words of the reader itself, by their kana. */
interface OwnWords {
  steps: Map<string, Omit<Step, 'from'>[]>;
  /** First sound → length of the longest word that begins so. */
  reach: Map<string, number>;
}

/** Words by their sound. */
export interface SoundTable {
  words: Map<string, { text: string; cost: number }>;
  /** First two sounds → length of the longest word that begins so: longer stretches need no look-up. */
  reach: Map<string, number>;
}

/** Sound, how it is written, and its price. */
type NamedSound = [key: string, text: string, cost: number];

/** Tables of words by their sound, each made at the first text that needs it. */
export class Sounds {
  private written: SoundTable | undefined;
  private loose: SoundTable | undefined;
  private own: OwnWords | undefined;
  private townNames: Map<string, string> | undefined;
  private prepared: string | undefined;

  private readonly repository: Repository;
  private readonly tokenizer: Tokenizer;
  private readonly lexicon: Lexicon;
  private readonly wordLists: KanaParts['wordLists'];

  /** `words`: those of the search, with their readings. */
  constructor(
    parts: KanaParts,
    private readonly words: () => Iterable<{ text: string; reading: string }>,
  ) {
    this.prepared = parts.sounds;
    this.repository = parts.repository;
    this.tokenizer = parts.tokenizer;
    this.lexicon = parts.lexicon;
    this.wordLists = parts.wordLists;
  }

  /** Towns as people say them, without their 市 or 町. */
  towns(): Map<string, string> {
    if (!this.townNames) {
      this.townNames = new Map();
      for (const { name, kana } of this.repository.municipalities) {
        const stem = kana.replace(/(?:し|まち|ちょう|むら|そん)$/, '');
        // なかま, おおき are words of their own.
        const tokens = this.tokenizer.tokenize(stem);
        if (stem.length >= 3 && !tokens.some(({ pos }) => /名詞|形容詞|副詞|連体詞/.test(pos)))
          this.townNames.set(stem, name.slice(0, -1));
      }
    }
    return this.townNames;
  }

  /** Towns, endings and everyday words: what stands for kana whatever the plans hold. */
  ownWords(): OwnWords {
    if (!this.own) {
      const steps: OwnWords['steps'] = new Map();
      const add = (said: string, step: Omit<Step, 'from'>) =>
        steps.set(said, [...(steps.get(said) ?? []), step]);
      for (const [said, town] of this.towns()) add(said, { cost: 0.9, text: town, is: 'content' });
      for (const said of glue) add(said, { cost: 0.6, text: said, is: 'light' });
      for (const [said, text] of Object.entries(everyday))
        add(said, { cost: 0.8, text, is: text === said ? 'light' : 'content' });
      this.own = { steps, reach: reachOf(steps.keys(), 1) };
    }
    return this.own;
  }

  /** Sound → how it is written, with its price. */
  table(): SoundTable {
    if (this.written) return this.written;
    const words: SoundTable['words'] = new Map();
    const named = JSON.parse(this.prepared ?? this.named()) as NamedSound[];
    for (const [key, text, cost] of named) words.set(key, { text, cost });
    this.prepared = undefined;
    // Whatever has a name or says what is asked goes before a word of the texts.
    for (const { text, reading } of this.words()) {
      const key = keyOf(this.wordLists.readings[text] ?? reading);
      if (key !== null && !words.has(key)) words.set(key, { text, cost: 1.5 });
    }
    this.written = { words, reach: reachOf(words.keys()) };
    return this.written;
  }

  /** Names and intent words by their sound, as JSON: to cut them all takes longer than a question, so it is kept beside the index. */
  named(): string {
    const table: SoundTable['words'] = new Map();
    for (const { reading, text, cost } of this.heard()) {
      const key = keyOf(reading);
      const known = key === null ? undefined : table.get(key);
      if (key !== null && (!known || cost < known.cost)) table.set(key, { text, cost });
    }
    return JSON.stringify(Array.from(table, ([key, { text, cost }]): NamedSound => [key, text, cost]));
  }

  private *heard(): Iterable<{ reading: string; text: string; cost: number }> {
    const { repository } = this;
    const sounding = (text: string, cost: number) => ({ reading: this.soundOf(text), text, cost });
    for (const { text, entry } of this.lexicon.forms)
      if (/\p{Script=Han}|[ァ-ヺ]/u.test(text) && entry.list !== 'politeness' && !text.includes(' '))
        yield sounding(text, 1);
    for (const { name, aliases } of [...repository.projects, ...repository.kpis, ...repository.policies])
      for (const one of [name, ...aliases]) {
        yield sounding(one, 0.7);
        const short = one.replace(/(?:の実施|の推進|推進事業|事業|補助金)$/, '');
        if (short.length >= 4) yield sounding(short, 0.9);
      }
    for (const { name, shortName, aliases } of repository.plans)
      for (const one of [name, shortName, ...aliases]) yield sounding(one, 0.9);
    for (const department of repository.departments()) yield sounding(department, 0.7);
    for (const { name, kana } of repository.municipalities) {
      yield { reading: kana, text: name, cost: 0.8 };
      const stem = kana.replace(/(?:し|まち|ちょう|むら|そん)$/, '');
      if (name.length > 2) yield { reading: stem, text: name.slice(0, -1), cost: 1.2 };
    }
  }

  private soundOf(text: string): string {
    const cut = () =>
      this.tokenizer
        .tokenize(normalize(text))
        .map((token) => token.reading || token.surface)
        .join('')
        .replace(/[・「」()]/g, '');
    return this.wordLists.readings[text] ?? cut();
  }

  looseTable(): SoundTable {
    if (!this.loose) {
      const words: SoundTable['words'] = new Map();
      for (const [key, word] of this.table().words) {
        const loose = looseReadingKey(key);
        const known = words.get(loose);
        if (loose.length < 3 || (known && word.cost >= known.cost)) continue;
        words.set(loose, { ...word, cost: word.cost + 0.2 });
      }
      this.loose = { words, reach: reachOf(words.keys()) };
    }
    return this.loose;
  }
}

/** What a word is looked up by; null for one that is not written in kana alone. */
function keyOf(reading: string): string | null {
  const key = readingKey(reading);
  return key.length >= 2 && /^[ァ-ヺー]+$/.test(key) ? key : null;
}

function reachOf(sounds: Iterable<string>, signs = 2): SoundTable['reach'] {
  const reach: SoundTable['reach'] = new Map();
  for (const sound of sounds) {
    const lead = sound.slice(0, signs);
    reach.set(lead, Math.max(sound.length, reach.get(lead) ?? 0));
  }
  return reach;
}
