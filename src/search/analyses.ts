// Texts cut into words, the last ones kept: every index reads the same question, and the same words have the same synonyms.
import type { Analysis, Analyzer } from './analyzer.ts';

/** Characters of all texts kept. */
const MOST_KEPT = 20_000;

/** An analyzer that knows what it cut last; nobody changes an analysis. */
export class Analyses implements Pick<Analyzer, 'analyze'> {
  private readonly kept = new Map<string, Analysis>();
  private size = 0;

  constructor(private readonly analyzer: Pick<Analyzer, 'analyze'>) {}

  analyze(text: string): Analysis {
    const known = this.kept.get(text);
    if (known) return known;
    const analysis = this.analyzer.analyze(text);
    this.size += text.length + 1;
    if (this.size > MOST_KEPT) {
      this.kept.clear();
      this.size = text.length + 1;
    }
    this.kept.set(text, analysis);
    return analysis;
  }
}
