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

/** Tables of words by their sound, each made at the first text that needs it. */
export class Sounds {
  private written: SoundTable | undefined;
  private loose: SoundTable | undefined;
  private own: OwnWords | undefined;
  private townNames: Map<string, string> | undefined;

  private readonly repository: Repository;
  private readonly tokenizer: Tokenizer;
  private readonly lexicon: Lexicon;
  private readonly wordLists: KanaParts['wordLists'];

  /** `words`: those of the search, with their readings. */
  constructor(
    parts: KanaParts,
    private readonly words: () => Iterable<{ text: string; reading: string }>,
  ) {
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
    const table = new Map<string, { text: string; cost: number }>();
    const put = (reading: string, text: string, cost: number) => {
      const key = readingKey(reading);
      if (key.length < 2 || !/^[ァ-ヺー]+$/.test(key)) return;
      const known = table.get(key);
      if (!known || cost < known.cost) table.set(key, { text, cost });
    };
    const sound = (text: string) => {
      const own = this.wordLists.readings[text];
      return (
        own ??
        this.tokenizer
          .tokenize(normalize(text))
          .map((token) => token.reading || token.surface)
          .join('')
          .replace(/[・「」()]/g, '')
      );
    };
    for (const { text, entry } of this.lexicon.forms)
      if (/\p{Script=Han}|[ァ-ヺ]/u.test(text) && entry.list !== 'politeness' && !text.includes(' '))
        put(sound(text), text, 1);
    for (const { text, reading } of this.words()) put(this.wordLists.readings[text] ?? reading, text, 1.5);
    const names = [...this.repository.projects, ...this.repository.kpis, ...this.repository.policies];
    for (const { name, aliases } of names) {
      for (const one of [name, ...aliases]) {
        put(sound(one), one, 0.7);
        const short = one.replace(/(?:の実施|の推進|推進事業|事業|補助金)$/, '');
        if (short.length >= 4) put(sound(short), short, 0.9);
      }
    }
    for (const { name, shortName, aliases } of this.repository.plans)
      for (const one of [name, shortName, ...aliases]) put(sound(one), one, 0.9);
    for (const department of this.repository.departments()) put(sound(department), department, 0.7);
    for (const { name, kana } of this.repository.municipalities) {
      put(kana, name, 0.8);
      if (name.length > 2) put(kana.replace(/(?:し|まち|ちょう|むら|そん)$/, ''), name.slice(0, -1), 1.2);
    }
    this.written = { words: table, reach: reachOf(table.keys()) };
    return this.written;
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

function reachOf(sounds: Iterable<string>, signs = 2): SoundTable['reach'] {
  const reach: SoundTable['reach'] = new Map();
  for (const sound of sounds) {
    const lead = sound.slice(0, signs);
    reach.set(lead, Math.max(sound.length, reach.get(lead) ?? 0));
  }
  return reach;
}
