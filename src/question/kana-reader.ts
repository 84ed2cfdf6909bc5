// Questions written by sound, in kana or romaji, as people would write them: ぼうはんとうせっちじぎょうのよさん → 防犯灯設置事業の予算.
import type { Repository } from '../data/repository.ts';
import { looseReadingKey, readingKey, romajiToKatakana } from '../language/kana.ts';
import { normalize } from '../language/normalize.ts';
import type { Token, Tokenizer } from '../language/tokenizer/tokenizer.ts';
import type { WordLists } from '../language/words/word-lists.ts';
import type { Lexicon } from './mentions/lexicon.ts';
import { spelledLetters } from './spelled-letters.ts';

/** Particles and endings that stand as they sound. */
const glue = new Set(
  'は が の を に で と も や か って から まで より へ な だ です ます でした ました ですか ますか でしょうか する した して している しています してる される された いる いた いて ある あった ない たい たか ください おしえて おしえてください ね よね のうち うち ありません ございません'.split(
    ' ',
  ),
);
/** Sounds with a written form that every question uses. */
const everyday: Record<string, string> = {
  れいわ: '令和',
  へいせい: '平成',
  ねんど: '年度',
  ねん: '年',
  なんにん: '何人',
  なんけん: '何件',
  なんぱーせんと: '何%',
  なんパーセント: '何%',
  なんかしょ: '何か所',
  なんかん: '何館',
  なんぺーじ: '何ページ',
  だれ: '誰',
  だれが: '誰が',
  どこ: 'どこ',
  どの: 'どの',
  なに: '何',
  なん: '何',
  いくら: 'いくら',
  いくつ: 'いくつ',
  か: 'か',
  かが: '課が',
  じぎょう: '事業',
  ことし: '今年',
  きょねん: '去年',
  さくねん: '昨年',
  らいねん: '来年',
  ことしは: '今年は',
  こんねんど: '今年度',
  さくねんど: '昨年度',
  ふたん: '負担',
  ふたんする: '負担する',
  かいて: '書いて',
  かかれて: '書かれて',
  ひと: '人',
  しみん: '市民',
  わりあい: '割合',
  かず: '数',
  どこのか: 'どこの課',
  どこのかが: 'どこの課が',
  なにか: '何課',
  なんか: '何課',
  しめい: '氏名',
  あと: 'あと',
  なんの: '何の',
  やつ: 'やつ',
  こども: '子ども',
  りゆう: '理由',
  なんで: 'なんで',
  なぜ: 'なぜ',
  いま: '今',
  もう: 'もう',
};

/** Longest stretch that is held against the words. */
const longestWord = 40;

/** A stretch of kana as it would be written. */
interface Written {
  text: string;
  /** Signs that no word explains. */
  unknown: number;
  content: number;
  longest: number;
  /** Where its content words stand. */
  words: { from: number; to: number }[];
}

interface Step {
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

/** The text a stretch of kana stands in. */
interface Surroundings {
  text: string;
  /** Words are written in kanji beside it. */
  kanji: boolean;
  /** Cut when first asked for. */
  tokens: readonly Token[] | null;
}

/** Words by their sound. */
interface SoundTable {
  words: Map<string, { text: string; cost: number }>;
  /** First two sounds → length of the longest word that begins so: longer stretches need no look-up. */
  reach: Map<string, number>;
}

/** Where words written by sound are looked for. */
export interface KanaParts {
  repository: Repository;
  tokenizer: Tokenizer;
  lexicon: Lexicon;
  wordLists: Pick<WordLists, 'readings'>;
}

/** Reads text written by sound. Its tables are made at the first text that needs them. */
export class KanaReader {
  private written: SoundTable | undefined;
  private loose: SoundTable | undefined;

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

  /** The text as it would be written; the same text where nothing was written by sound. */
  read(text: string): { text: string; read: { typed: string; as: string }[] } {
    const read: { typed: string; as: string }[] = [];
    const written = spelledLetters(this.romaji(text, read), (word) => this.isLatinWord(word), read);
    const around: Surroundings = { text: written, kanji: /\p{Script=Han}{2,}/u.test(written), tokens: null };
    const heard = written.replace(/[ぁ-んー][ぁ-んァ-ヺー、 ]*[ぁ-んー]/g, (run, at: number) =>
      this.run(around, run, at, read),
    );
    return { text: heard, read };
  }

  private romaji(text: string, read: { typed: string; as: string }[]): string {
    const words = [...text.matchAll(/[a-zāīūēō'-]{2,}/g)].filter(
      ([word]) => romajiToKatakana(word) !== null && !this.isLatinWord(word),
    );
    const letters = words.reduce((sum, [word]) => sum + word.length, 0);
    if (words.length === 0) return text;
    if (letters < 5 || /\p{Script=Han}{3,}/u.test(text)) return this.romajiWords(text, read);
    return text.replace(
      /(?:[a-zāīūēō'-]{2,}|\b[a-z]\b)(?: +(?:[a-zāīūēō'-]{2,}|\b[aeiou]\b))*/g,
      (stretch) => {
        const parts = stretch.split(/ +/);
        let out = '';
        let kana = '';
        const flush = () => {
          if (kana === '') return;
          const hiragana = toHiragana(kana);
          const best = this.best(hiragana, 'loosely');
          if (best && best.unknown <= hiragana.length * 0.35) {
            read.push({ typed: stretch, as: best.text });
            out += best.text;
          } else out += ` ${hiragana} `;
          kana = '';
        };
        for (const part of parts) {
          const sound = this.isLatinWord(part) ? null : romajiToKatakana(part);
          if (sound === null) {
            flush();
            out += ` ${part} `;
          } else kana += sound;
        }
        flush();
        return out;
      },
    );
  }

  /** 多文化共生の推進 yosan R4: beside written Japanese only whole words are read. */
  private romajiWords(text: string, read: { typed: string; as: string }[]): string {
    return text.replace(/(?<![a-z0-9])[a-z]{4,}(?![a-z0-9])/g, (word) => {
      const sound = this.isLatinWord(word) ? null : romajiToKatakana(word);
      const written = sound === null ? undefined : this.table().words.get(readingKey(sound));
      if (!written || written.text === word) return word;
      read.push({ typed: word, as: written.text });
      return written.text;
    });
  }

  /** dx, kpi, asean: written in Latin letters everywhere. */
  private isLatinWord(word: string): boolean {
    return this.latin().has(word) || this.lexicon.entriesOf(word).length > 0;
  }

  private latinWords: Set<string> | undefined;
  private latin(): Set<string> {
    if (!this.latinWords) {
      this.latinWords = new Set();
      for (const { name, aliases } of [...this.repository.projects, ...this.repository.kpis])
        for (const word of normalize([name, ...aliases].join(' ')).match(/[a-z]{2,}/g) ?? [])
          this.latinWords.add(word);
    }
    return this.latinWords;
  }

  /** A stretch of kana: rewritten where it is the whole question, or where the tokenizer knows no such words. */
  private run(around: Surroundings, run: string, at: number, read: { typed: string; as: string }[]): string {
    // 二つまとめて: つ belongs to the figure before it.
    if (/^つ/.test(run) && /[一二三四五六七八九0-9]$/.test(around.text.slice(0, at)))
      return run.charAt(0) + this.run(around, run.slice(1), at + 1, read);
    const bare = run.replace(/[、 ]/g, '');
    if (bare.length < 3 || !/[ぁ-ん]{3}/.test(bare)) return run;
    const town = bare.length === 3 ? this.towns().get(bare) : undefined;
    if (bare.length === 3 && !town) return run;
    const drawn = run.replace(/([おこそとのほもよろごぞどぼぽょゅうくすつぬふむゆるぐ])ー/g, '$1う');
    const best = this.best(drawn, 'exactly');
    if (!best || best.content === 0 || best.unknown > bare.length * 0.34) return run;
    const beside = around.kanji && best.longest < 5 && !this.strange(around, run, at);
    if (beside && !best.words.some((word) => this.crumbled(drawn, word))) return run;
    if (best.text === run) return run;
    read.push({ typed: run, as: best.text });
    return best.text;
  }

  /** さいがい is no word of the dictionary: it is cut into さ, い, が, い. */
  private crumbled(run: string, { from, to }: { from: number; to: number }): boolean {
    const said = run.slice(from, to);
    if (this.towns().has(said)) return true;
    if (said.length < 4 || this.lexicon.entriesOf(said).length > 0) return false;
    const tokens = this.tokenizer.tokenize(said);
    // ぼう, さい: two words that stand beside each other in no sentence.
    const strange = tokens.every(({ pos }) => /^(?:名詞|動詞|副詞)$/.test(pos));
    return tokens.length >= 3 || (tokens.length === 2 && strange);
  }

  private townNames: Map<string, string> | undefined;
  /** Towns as people say them, without their 市 or 町. */
  private towns(): Map<string, string> {
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

  private own: OwnWords | undefined;
  /** Towns, endings and everyday words: what stands for kana whatever the plans hold. */
  private ownWords(): OwnWords {
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

  /** Kana that the dictionary cuts into crumbs: わーくらいふばらんす. */
  private strange(around: Surroundings, run: string, at: number): boolean {
    if (run.length < 5) return false;
    around.tokens ??= this.tokenizer.tokenize(around.text);
    return around.tokens.some(
      ({ start, end, known, surface }) =>
        start >= at && end <= at + run.length && !known && surface.length >= 3,
    );
  }

  /** The cheapest way to write the stretch. */
  private best(run: string, how: 'exactly' | 'loosely'): Written | null {
    const size = run.length;
    const costs = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const steps: (Step | undefined)[] = new Array(size + 1);
    costs[0] = 0;
    const tokens = new Map<number, Token>();
    for (const token of this.tokenizer.tokenize(run)) if (token.known) tokens.set(token.start, token);
    const put = (to: number, step: Step) => {
      const total = (costs[step.from] as number) + step.cost;
      if (total >= (costs[to] as number)) return;
      costs[to] = total;
      steps[to] = step;
    };
    const table = this.table();
    const sounds = how === 'loosely' ? this.looseTable() : null;
    const key = readingKey(run);
    // One sign a kana, but for ヴァ: then each part has its own key.
    const keyOf = (at: number, length: number) =>
      key.length === size ? key.slice(at, at + length) : readingKey(run.slice(at, at + length));
    for (let at = 0; at < size; at++) {
      if (costs[at] === Number.POSITIVE_INFINITY) continue;
      const character = run.charAt(at);
      const gap = /[、 ]/.test(character);
      put(at + 1, { from: at, cost: gap ? 0 : 2.5, text: character, is: gap ? 'light' : 'unknown' });
      const token = tokens.get(at);
      if (token && /助詞|助動詞|動詞|副詞|形容詞|連体詞/.test(token.pos))
        put(token.end, {
          from: at,
          cost: token.surface.length === 1 ? 0.9 : 1.1,
          text: token.surface,
          is: 'light',
        });
      /** Longest word that begins with these two sounds. */
      let reach: number | undefined;
      const apart = key.length !== size || sounds !== null;
      const exact = apart ? longestWord : (table.reach.get(key.slice(at, at + 2)) ?? 0);
      const own = this.ownWords();
      const longest = Math.min(longestWord, Math.max(own.reach.get(character) ?? 0, exact), size - at);
      for (let length = 1; length <= longest; length++) {
        const last = run.charAt(at + length - 1);
        if (last === '、' || last === ' ') break;
        const part = run.slice(at, at + length);
        for (const step of own.steps.get(part) ?? []) put(at + length, { from: at, ...step });
        if (length < 2 || length > exact) continue;
        let word = table.words.get(keyOf(at, length));
        if (!word && sounds && reach !== 0) {
          const loose = looseReadingKey(part);
          if (loose.length >= 2) reach ??= sounds.reach.get(loose.slice(0, 2)) ?? 0;
          if (loose.length <= (reach ?? 0)) word = sounds.words.get(loose);
          else if (reach !== undefined) reach = 0;
        }
        if (word) {
          const cost = word.cost + (length === 2 ? 2.4 : length === 3 ? 0.7 : 0);
          put(at + length, { from: at, cost, text: word.text, is: 'content' });
        }
      }
    }
    return costs[size] === Number.POSITIVE_INFINITY ? null : this.writtenBy(steps);
  }

  /** The steps to the end, put together from there. */
  private writtenBy(steps: readonly (Step | undefined)[]): Written {
    let text = '';
    let unknown = 0;
    let content = 0;
    let longest = 0;
    const words: Written['words'] = [];
    for (let at = steps.length - 1; at > 0; ) {
      const step = steps[at] as Step;
      text = step.text + text;
      if (step.is === 'unknown') unknown += at - step.from;
      if (step.is === 'content') {
        content++;
        longest = Math.max(longest, at - step.from);
        words.push({ from: step.from, to: at });
      }
      at = step.from;
    }
    return { text, unknown, content, longest, words };
  }

  /** Sound → how it is written, with its price. */
  private table(): SoundTable {
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

  private looseTable(): SoundTable {
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

function toHiragana(katakana: string): string {
  return katakana.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
