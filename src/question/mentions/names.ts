// Names the plans hold: projects, KPIs, policies, plans, departments, towns; whole, without their endings, and telling parts.
import type { Repository } from '../../data/repository.ts';
import type { Policy } from '../../data/schemas/policy.ts';
import { spellingKey } from '../../language/kana.ts';
import { normalize } from '../../language/normalize.ts';
import type { Token, Tokenizer } from '../../language/tokenizer/tokenizer.ts';
import type { Kind } from '../query.ts';
import type { Mention } from './mention.ts';

/** A record by a name. */
export interface NameEntry {
  kind: Kind | 'document';
  id: string;
  /** The whole name or an alias of it. */
  exact: boolean;
}

/** Endings people leave out: 定住・移住促進(事業), 水道技術研修(の実施). */
const endings = /(?:の実施|の推進|の開催|の整備|の運営|事業|推進事業|プロジェクト|補助金)$/;
/** Endings of policy names: 経済成長のけん引(に係る取組). */
const policyEndings = /(?:に係る.{1,6}|パッケージ|など|等)$/;
/** Parts of names are kept up to this many names: beyond, the search finds them. */
export const MOST_PARTED = 20_000;
/** A part that more names hold tells none of them. */
export const MOST_IDS = 3;
const LEAST_PART = 5;

/** 第2期…戦略 is the plan of its second term: 2期目, 第二期の戦略. */
function termsOf(planName: string): string[] {
  const [, term, head] = /第(\d)期.*?(戦略|計画|[ァ-ヴー]{3,5})?$/.exec(normalize(planName)) ?? [];
  if (term === undefined) return [];
  const terms = [term, '〇一二三四五六七八九'.charAt(Number(term))].flatMap((n) => [
    `第${n}期`,
    `${n}期目`,
    `第${n}期目`,
  ]);
  return head === undefined ? terms : terms.flatMap((one) => [one, `${one}${head}`, `${one}の${head}`]);
}

/** All names as they are looked up, each with what it names: kept beside the index. */
export type NameTable = readonly (readonly [string, NameEntry[]])[];

/** Looks names up in a text; blanks, dots and quotes inside a name do not count. */
export class NameIndex {
  private readonly names = new Map<string, NameEntry[]>();
  private readonly lengths = new Map<string, number[]>();
  private readonly parts = new Map<string, Set<string>>();
  /** Document → its plan. */
  private readonly plansOf = new Map<string, string>();
  private readonly partKinds = new Map<string, Kind>();

  constructor(repository: Repository, tokenizer: Tokenizer, prepared?: NameTable) {
    for (const { id, documents } of repository.plans)
      for (const { number } of documents) this.plansOf.set(number, id);
    if (prepared) for (const [key, entries] of prepared) this.put(key, entries);
    else this.collect(repository, tokenizer);
    for (const lengths of this.lengths.values()) lengths.sort((a, b) => b - a);
  }

  /** What another index of the same plans can be made from. */
  table(): NameTable {
    return [...this.names];
  }

  private collect(repository: Repository, tokenizer: Tokenizer): void {
    const records = [
      ...repository.projects.map((record) => ({ kind: 'project' as const, record })),
      ...repository.kpis.map((record) => ({ kind: 'kpi' as const, record })),
    ];
    for (const { kind, record } of records) {
      for (const name of [record.name, ...record.aliases]) this.addName(name, kind, record.id);
    }
    for (const policy of repository.policies)
      for (const key of keysOfPolicy(policy)) this.add(key, { kind: 'policy', id: policy.id, exact: true });
    for (const plan of repository.plans)
      for (const name of [plan.name, plan.shortName, ...plan.aliases, ...termsOf(plan.name)])
        this.add(squeeze(name), { kind: 'plan', id: plan.id, exact: true });
    for (const { number, aliases } of repository.plans.flatMap(({ documents }) => documents))
      for (const name of aliases ?? [])
        this.add(squeeze(name), { kind: 'document', id: number, exact: true });
    for (const name of repository.departments())
      for (const part of [name, ...unitsOf(name)])
        this.add(squeeze(part), { kind: 'department', id: name, exact: true });
    for (const { name } of repository.municipalities) {
      this.add(squeeze(name), { kind: 'town', id: name, exact: true });
      const stem = name.replace(/[市町村]$/, '');
      if (stem.length >= 2) this.add(squeeze(stem), { kind: 'town', id: name, exact: true });
    }
    if (records.length <= MOST_PARTED)
      for (const { kind, record } of records)
        for (const name of [record.name, ...record.aliases]) this.addParts(name, kind, record.id, tokenizer);
    for (const [part, ids] of this.parts)
      if (ids.size <= MOST_IDS)
        for (const id of ids) this.add(part, { kind: this.partKinds.get(id) ?? 'project', id, exact: false });
    this.parts.clear();
    this.partKinds.clear();
  }

  private addName(name: string, kind: Kind, id: string): void {
    for (const key of keysOfName(name)) this.add(key, { kind, id, exact: true });
  }

  private addParts(name: string, kind: Kind, id: string, tokenizer: Tokenizer): void {
    for (const part of partsOfName(name, tokenizer)) {
      this.partKinds.set(id, kind);
      const ids = this.parts.get(part);
      if (ids) ids.add(id);
      else this.parts.set(part, new Set([id]));
    }
  }

  private add(key: string, entry: NameEntry): void {
    if (key === '' || key.length > 80) return;
    const known = this.names.get(key);
    if (known) {
      if (known.some((other) => other.id === entry.id && other.kind === entry.kind)) return;
      // A whole name outdoes a part that reads alike.
      if (!entry.exact && known.some(({ exact }) => exact)) return;
      known.push(entry);
      return;
    }
    this.put(key, [entry]);
  }

  private put(key: string, entries: NameEntry[]): void {
    this.names.set(key, entries);
    const head = key.slice(0, 2);
    const lengths = this.lengths.get(head);
    if (lengths) {
      if (!lengths.includes(key.length)) lengths.push(key.length);
    } else this.lengths.set(head, [key.length]);
  }

  /** Lengths of the names that begin so, longest first. */
  protected lengthsAt(head: string): readonly number[] {
    return this.lengths.get(head) ?? [];
  }

  /** What bears the name. */
  protected entriesOf(key: string): readonly NameEntry[] | undefined {
    return this.names.get(key);
  }

  /** All names that stand in the text, the shorter ones inside longer ones included. */
  find(text: string, tokens: readonly Token[]): Mention[] {
    const edges = new Set<number>([0, text.length]);
    for (const { start, end } of tokens) edges.add(start).add(end);
    const written = squeezeWithPlaces(text);
    const mentions = this.findIn(text, written, edges);
    // 東部地域の振興パッケージ, サポーターの登録者数: a の that the name itself has not.
    const joined = withoutNo(written);
    if (joined.squeezed.length === written.squeezed.length) return mentions;
    const no = placesFrom(text, 'の');
    const looser = this.findIn(text, joined, edges, (start, end) => (no[start] as number) < end).filter(
      ({ start, end, meaning }) =>
        meaning.is === 'entity' &&
        meaning.exact &&
        ['policy', 'kpi'].includes(meaning.kind) &&
        end - start >= 8 &&
        text.slice(start, end).includes('の') &&
        !mentions.some((known) => known.start === start && known.end === end),
    );
    return [...mentions, ...looser.map((one) => ({ ...one, cost: one.cost + 0.4 }))];
  }

  private findIn(
    text: string,
    { squeezed, places }: ReturnType<typeof squeezeWithPlaces>,
    edges: ReadonlySet<number>,
    isWorth: (start: number, end: number) => boolean = () => true,
  ): Mention[] {
    const mentions: Mention[] = [];
    for (let at = 0; at < squeezed.length; at++) {
      for (const length of this.lengthsAt(squeezed.slice(at, at + 2))) {
        if (at + length > squeezed.length) continue;
        const start = places[at] as number;
        let end = (places[at + length - 1] as number) + 1;
        if (!isWorth(start, end)) continue;
        const key = squeezed.slice(at, at + length);
        const entries = this.entriesOf(key);
        if (!entries) continue;
        // センタ stands for センター.
        if (text.charAt(end) === 'ー') end++;
        const whole = edges.has(start) && edges.has(end);
        if (!whole && length < 4) continue;
        if (/[a-z0-9]/.test(text.charAt(end - 1)) && /[a-z0-9]/.test(text.charAt(end))) continue;
        if (/\d/.test(text.charAt(start)) && /[a-z0-9]/.test(text.charAt(start - 1))) continue;
        // パッケージ3の1 begins with the number of a package.
        if (/^\dの/.test(key) && /[\p{Script=Han}ァ-ヺー]/u.test(text.charAt(start - 1))) continue;
        if (/[ァ-ヺー]/.test(text.charAt(end - 1)) && /[ァ-ヺー]/.test(text.charAt(end))) continue;
        // 基本目標5つ counts, 基本目標5 names.
        if (/\d/.test(text.charAt(end - 1)) && /[つ個件本%人回]/.test(text.charAt(end))) continue;
        for (const [kind, ids] of byKind(entries)) {
          const exact = entries.some((entry) => entry.kind === kind && entry.exact);
          // A part of a name, or a short one, never reaches over a comma: 夜間中学、校名は.
          if ((!exact || length < 8) && /[、。,]/.test(text.slice(start, end))) continue;
          // 人材育成 研修: nor over a blank between two words.
          if (!exact && /[\p{Script=Han}ぁ-ん]\s+[\p{Script=Han}ぁ-ん]/u.test(text.slice(start, end)))
            continue;
          // 資源化 of 資源化量 is not what 資源化率 speaks of.
          if (!exact && kind === 'kpi' && /^[化性]?[率量額]/.test(text.slice(end))) continue;
          mentions.push({
            start,
            end,
            text: text.slice(start, end),
            meaning:
              kind === 'document'
                ? { is: 'document', numbers: ids, plans: ids.flatMap((id) => this.plansOf.get(id) ?? []) }
                : { is: 'entity', kind, ids, exact },
            cost: (exact ? 0.5 : 1.3) + (whole ? 0 : 0.6),
          });
        }
      }
    }
    return mentions;
  }
}

/** 3(3)a → 3の3のa, 3の3a. */
function spokenCodes(code: string): string[] {
  const parts = code.normalize('NFKC').match(/\d+|[a-z]+/gi) ?? [];
  const last = parts.at(-1) ?? '';
  if (parts.length < 2 || !/^\d/.test(parts[0] ?? '')) return [];
  const path = parts.slice(0, -1).join('の');
  return /^\d/.test(last) ? [`${path}の${last}`] : [`${path}の${last}`, `${path}${last}`];
}

/** What the name of a record is looked up by: whole, without what stands in brackets, without its ending. */
export function keysOfName(name: string): string[] {
  const plain = squeeze(name.replace(/[（(〈【~〜][^）)〉】]*[）)〉】~〜]?/g, ''));
  const short = plain.replace(endings, '');
  return [squeeze(name), ...(plain.length >= 4 ? [plain] : []), ...(short.length >= 5 ? [short] : [])];
}

/** The same of a policy, which is called by its code as well. */
export function keysOfPolicy({ name, aliases, code }: Pick<Policy, 'name' | 'aliases' | 'code'>): string[] {
  const shorter = (one: string) => one.replace(policyEndings, '');
  const named = [name, ...aliases].flatMap((one) => [
    ...keysOfName(one),
    ...(shorter(one).length >= 4 ? [squeeze(shorter(one))] : []),
  ]);
  if (code === null) return named;
  const codes = new Set([code, code.replace(/^.*\)/, ''), code.replace(/^.*\d/, '')]);
  const coded = [...codes].map((one) => squeeze(`${one}${name}`));
  return [...named, ...coded, ...(code.length > 2 ? [code, ...spokenCodes(code)].map(squeeze) : [])];
}

/** Nouns at its beginning and its end that may tell it from others. */
export function partsOfName(name: string, tokenizer: Tokenizer): string[] {
  const text = normalize(name);
  const tokens = tokenizer
    .tokenize(text)
    .filter((token) => token.pos !== '記号' || /[・]/.test(token.surface));
  const parts: string[] = [];
  for (let from = 0; from < tokens.length; from++) {
    if (!startsPart(tokens[from] as Token)) continue;
    let content = 0;
    for (let to = from; to < tokens.length; to++) {
      const token = tokens[to] as Token;
      if (token.pos === '名詞') content++;
      if (from === 0 && to === tokens.length - 1) continue;
      if (from !== 0 && to !== tokens.length - 1) continue;
      if (!endsPart(token)) continue;
      const part = squeeze(text.slice((tokens[from] as Token).start, token.end));
      if (part.length >= LEAST_PART && content >= 2) parts.push(part);
    }
  }
  return parts;
}

/** For each place of the text the next one from there on that holds the sign; beyond the text where none does. */
function placesFrom(text: string, sign: string): Int32Array {
  const places = new Int32Array(text.length + 1).fill(text.length + 1);
  for (let at = text.length - 1; at >= 0; at--)
    places[at] = text.charAt(at) === sign ? at : (places[at + 1] as number);
  return places;
}

/** Without the の between two words. */
function withoutNo({ squeezed, places }: ReturnType<typeof squeezeWithPlaces>) {
  const kept = [...places.keys()].filter((i) => squeezed.charAt(i) !== 'の');
  return {
    squeezed: kept.map((i) => squeezed.charAt(i)).join(''),
    places: kept.map((i) => places[i] as number),
  };
}

/** 農林水産部水産課 → 農林水産部, 水産課: people name an office without those above it. None for one that stands alone. */
function unitsOf(department: string): string[] {
  const units = department
    .normalize('NFKC')
    .split(/\s+/)
    .flatMap((part) => part.match(/.{2,}?(?:(?:部|局|室|庁|省|府|課|センター|本部)(?=.{2,})|$)/g) ?? [])
    .filter((unit) => unit.length >= 3);
  return units.length > 1 ? units : [];
}

function startsPart(token: Token): boolean {
  return (
    (token.pos === '名詞' && !['接尾', '非自立', '数'].includes(token.posDetail1)) || token.pos === '接頭詞'
  );
}
function endsPart(token: Token): boolean {
  return token.pos === '名詞';
}

function byKind(entries: readonly NameEntry[]): Map<NameEntry['kind'], string[]> {
  const kinds = new Map<NameEntry['kind'], string[]>();
  for (const { kind, id } of entries) {
    const known = kinds.get(kind);
    if (known) known.push(id);
    else kinds.set(kind, [id]);
  }
  return kinds;
}

/** Signs that do not tell names apart. */
const signs = new Set(
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff・「」『』"\'()（）【】〈〉<>~,，.、。-',
);

/** A name as it is looked up. */
function squeeze(text: string): string {
  return squeezeWithPlaces(normalize(text)).squeezed;
}

export function squeezeWithPlaces(text: string): { squeezed: string; places: number[] } {
  const places: number[] = [];
  // Joined, not grown sign by sign: names are kept, and a text that grew is kept as its parts.
  const told: string[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (signs.has(character)) continue;
    told.push(character);
    places.push(i);
  }
  const squeezed = told.join('');
  const key = spellingKey(squeezed);
  // Spelling keys drop long vowels of longer katakana words; then places are found again sign by sign.
  if (key.length === squeezed.length) return { squeezed: key, places };
  const kept: number[] = [];
  let from = 0;
  for (const character of key) {
    while (
      from < squeezed.length &&
      squeezed.charAt(from) !== character &&
      !(squeezed.charAt(from) !== 'ー' && character !== squeezed.charAt(from))
    )
      from++;
    kept.push(places[Math.min(from, places.length - 1)] as number);
    from++;
  }
  return { squeezed: key, places: kept };
}
