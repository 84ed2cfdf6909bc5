// Names that nearly stand in a text, kept while its question is read again: of thousands of plans there are a hundred thousand names to hold against it.
import type { Token } from '../../language/tokenizer/tokenizer.ts';
import type { Mention } from '../../question/mentions/mention.ts';
import { NearNames } from '../../question/mentions/near-names.ts';
import { Kept } from './kept.ts';

/** Texts whose names are remembered. */
const mostFound = 64;

/** `NearNames` that looks once; what stands in the text itself is the same each time it is read. */
export class KeptNear extends NearNames {
  private readonly found = new Kept<readonly Mention[]>(mostFound, () => 1);

  override find(text: string, tokens: readonly Token[], known: readonly Mention[]): Mention[] {
    const ends = known.map(({ start, end }) => `${start}-${end}`);
    const key = `${text} ${ends.join()}`;
    const mentions = this.found.get(key) ?? super.find(text, tokens, known);
    this.found.set(key, mentions);
    return mentions.slice();
  }
}
