// The words of the plans' own columns and levels: labels as attributes, cell words as values, level names as kinds.
import type { Repository } from '../../data/repository.ts';
import type { Attribute } from '../../facts/attribute.ts';
import type { Facts } from '../../facts/facts.ts';
import { isBudget } from '../../facts/plan-attributes.ts';
import { normalize } from '../../language/normalize.ts';
import type { Token } from '../../language/tokenizer/tokenizer.ts';
import { Beginnings } from '../../language/words/beginnings.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mention } from './mention.ts';

/** A word of cells. */
interface Entry {
  attributes: Set<string>;
  /** Of the columns whose cells hold it, as they are spelled. */
  labels: Set<string>;
  word: string;
}

/** Words of cells, looked up by their text. */
export class PlanWords {
  private readonly values = new Map<string, Entry[]>();
  private longest = 0;
  private readonly beginnings: Beginnings;
  /** Columns by what they are called and what their cells hold, each with its words. */
  private readonly columns = new Map<string, readonly Entry[]>();

  /** Adds the labels of the plans' attributes to the lexicon and takes their words. */
  constructor(repository: Repository, facts: Facts, lexicon: Lexicon) {
    // 施策 is any policy, whatever level a plan calls by that name.
    for (const { word: level, words } of facts.attribute('level')?.values ?? [])
      for (const said of words)
        if (!lexicon.entriesOf(said).some(({ list }) => list === 'kinds'))
          lexicon.add(said, { list: 'kinds', id: `policy:${level}` });
    for (const { projectWords = [] } of repository.plans)
      for (const said of projectWords) {
        // 施策 is a row where every plan calls its rows so, else a policy first.
        const everywhere = repository.plans.every((plan) => plan.projectWords?.includes(said));
        if (everywhere) lexicon.remove(said, 'kinds');
        lexicon.add(said, { list: 'kinds', id: 'project' });
      }
    // 予算現額 is what 予算 means in a plan that prints no other: the word for it is one for 予算 as well.
    for (const { amountKinds } of repository.plans)
      for (const declared of amountKinds.filter(isBudget))
        for (const said of [declared.label, ...declared.words])
          if (lexicon.entriesOf(said).length === 0) lexicon.add(said, { list: 'attributes', id: 'budget' });
    for (const attribute of facts.attributes) {
      if (attribute.plan !== null)
        for (const label of [attribute.label, ...attribute.words])
          lexicon.add(label, {
            list: 'attributes',
            id: attribute.id,
            ...(attribute.type === 'year' || /期間$|年月日?$|[始手工了成定]日$|時期$/.test(attribute.label)
              ? { years: true as const }
              : {}),
          });
      // The statuses and directions have entries of their own.
      if (attribute.plan !== null && attribute.values) this.addValues(attribute, attribute.values);
    }
    everydayColumns(facts, lexicon);
    this.beginnings = new Beginnings(this.values.keys());
  }

  /** Thousands of plans have a column with the same words in its cells. */
  private addValues({ id, label, words: called }: Attribute, values: NonNullable<Attribute['values']>): void {
    const key = JSON.stringify([label, called, values]);
    const labels = [label, ...called];
    const entries =
      this.columns.get(key) ??
      values.flatMap(({ word, words }) =>
        [...new Set([word, ...words].flatMap(withNoun))].flatMap((said) => this.entryOf(said, word) ?? []),
      );
    if (!this.columns.has(key))
      for (const entry of entries) for (const one of labels) entry.labels.add(normalize(one));
    this.columns.set(key, entries);
    for (const { attributes } of entries) attributes.add(id);
  }

  /** Of a word as it stands in cells and as it is said. */
  private entryOf(typed: string, word: string): Entry | null {
    const said = normalize(typed);
    if (said.length < 1 || said.length > 30) return null;
    const known = this.values.get(said) ?? [];
    this.values.set(said, known);
    this.longest = Math.max(this.longest, said.length);
    const same = known.find((entry) => entry.word === word);
    if (same) return same;
    const entry = { attributes: new Set<string>(), labels: new Set<string>(), word };
    known.push(entry);
    return entry;
  }

  find(text: string, tokens: readonly Token[]): Mention[] {
    const mentions: Mention[] = [];
    const edges = new Uint8Array(text.length + 1);
    edges[0] = edges[text.length] = 1;
    for (const { start, end } of tokens) edges[start] = edges[end] = 1;
    const verbs = new Map(tokens.filter(({ pos }) => pos === '動詞').map((token) => [token.end, token]));
    for (const { start } of tokens) {
      const reach = Math.max(1, this.beginnings.reach(text, start));
      for (let length = Math.min(this.longest, text.length - start); length >= 1; length--) {
        if (edges[start + length] === 0) continue;
        const verb = verbs.get(start + length);
        if (length > reach && !verb) continue;
        const said = text.slice(start, start + length);
        const entries = this.values.get(said) ?? this.conjugated(said, start, verb);
        if (entries.length === 0) continue;
        const places = entries.map(({ labels }) => lastBefore(text.slice(0, start), labels));
        // 拡充する事業: the cell's word as a verb in front of a noun.
        const done = /^(?:する|した)(?=[一-龠])/.exec(text.slice(start + length))?.[0] ?? '';
        for (const [index, { attributes, word }] of entries.entries())
          mentions.push({
            start,
            end: start + length + (/[一-龠]{2}$/.test(said) ? done.length : 0),
            text: said,
            meaning: { is: 'word', attributes: [...attributes], word },
            // 必要性 A and 総合評価 A（計画どおり）: A is that of the column named nearest before it.
            cost:
              isSign(said) || isArrow(said, text.charAt(start - 1))
                ? 0.05
                : (places[index] ?? -1) > Math.max(...places.filter((_, other) => other !== index))
                  ? 0.89
                  : 0.9,
          });
      }
    }
    return mentions;
  }

  /** 北九州市が持ちます says 北九州市が持つ. */
  private conjugated(said: string, start: number, verb: Token | undefined) {
    if (!verb || verb.start <= start) return [];
    return this.values.get(said.slice(0, verb.start - start) + verb.base) ?? [];
  }
}

/** Where a label of the columns ends last in a text; -1 where none stands in it. Thousands of plans call theirs the same. */
function lastBefore(text: string, labels: ReadonlySet<string>): number {
  let last = -1;
  for (const label of labels)
    if (text.includes(label)) last = Math.max(last, text.lastIndexOf(label) + label.length);
  return last;
}

/** 市が負担 is said as 市の負担 as well. */
export function withNoun(said: string): string[] {
  const noun = said.replace(/が(?=(?:負担|支出|拠出|支弁|担当|実施|運営)$)/, 'の');
  return noun === said ? [said] : [said, noun];
}

/** 市の自己評価 is the column of the plan's own verdict, where no column is called just so. */
function everydayColumns({ attributes }: Facts, lexicon: Lexicon): void {
  const said = lexicon.forms.filter(({ entry }) => entry.list === 'columns').map(({ text }) => text);
  for (const text of said) {
    if (lexicon.entriesOf(text).some(({ list }) => list === 'attributes')) continue;
    for (const { id, plan, verdict } of attributes)
      if (plan !== null && verdict) lexicon.add(text, { list: 'attributes', id });
  }
}

/** ↓ in a cell, said in quotes or behind what it stands in; R4→R5 holds none. */
function isArrow(said: string, before: string): boolean {
  return /^[↑↓→↗↘⬆⬇➡]$/u.test(said) && /^[「がはのに\s]$/.test(before);
}

/** ◎, × in a cell: no letter, so that nothing else can be meant. */
function isSign(said: string): boolean {
  return /^[◎○〇◯●△▲▽×✕✖☆★]+$/u.test(said);
}
