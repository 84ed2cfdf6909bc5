// Records meant by a telling part of their name: 新規移住相談者数 → 東京事務所における新規移住相談者数.
import type { Repository } from '../data/repository.ts';
import { spell } from '../question/vocabulary.ts';
import type { Found } from './entries.ts';
import { nameIndexOf } from './name-index.ts';

const strong = /[一-龠々ァ-ヶーa-z0-9%]/;

function weigh(text: string, marks: readonly boolean[]): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) if (marks[i]) sum += strong.test(text.charAt(i)) ? 1 : 0.25;
  return sum;
}

/** What people say for a word of the names: covered where the name holds the other. */
const everyday: readonly [RegExp, RegExp][] = [
  [/人(?=の|$|割合)/g, /市民|者|人/],
  [/人の?(?=割合|率)/g, /割合|率/],
  [/市民|住民|みんな/g, /市民|住民|者|人/],
  [/まち(?!づくり)|街|町(?=へ|に|の|が)/g, /市|町/],
  [/まち協/g, /まちづくり協議会/],
  [/市(?=に|へ|を|が)|北九州/g, /市/],
  [/答え|回答/g, /答え|回答|割合/],
  [/人数|者数|数/g, /数|人数|件数/],
  [/率/g, /割合|率/],
  [/割合/g, /率|割合/],
  [/件数|回数/g, /数/],
  [/額|金額/g, /額/],
];

/** Marks what of `text` an everyday word says that `inside` has in its own words. */
function markEveryday(text: string, inside: string, marks: boolean[]): boolean[] {
  for (const [said, held] of everyday) {
    if (!held.test(inside)) continue;
    for (const { 0: word, index } of text.matchAll(said)) marks.fill(true, index, index + word.length);
  }
  return marks;
}

/** Which characters of `text` lie in runs of at least two that `inside` holds, too. */
function shared(text: string, inside: string): boolean[] {
  const marks = new Array<boolean>(text.length).fill(false);
  for (let from = 0; from < text.length; ) {
    let length = 0;
    while (from + length < text.length && inside.includes(text.slice(from, from + length + 1))) length++;
    const run = text.slice(from, from + length);
    // Two hiragana (する, など) are in every name.
    const tells =
      length >= 3
        ? /[^ぁ-ん]/.test(run) || length >= 4
        : length === 2 && strong.test(run[0] ?? '') && strong.test(run[1] ?? '');
    if (tells) for (let i = 0; i < length; i++) marks[from + i] = true;
    from += Math.max(length, 1);
  }
  return marks;
}

/**
 * The records whose name, helped by the name of their project or policy, covers nearly all of `words`;
 * likeliest first, and none unless the own name covers a telling part.
 */
export function namedByPart(
  repository: Repository,
  words: string,
  kinds: readonly ('kpi' | 'project')[],
  keep: (kind: 'kpi' | 'project', id: string) => boolean,
): Found[] {
  const typed = spell(words).slice(0, 120);
  if (typed.length < 3) return [];
  const all = weigh(typed, new Array<boolean>(typed.length).fill(true));
  const letters = [...typed].filter((letter) => strong.test(letter));
  const scored: (Found & { own: number; name: number })[] = [];
  for (const { kind, id, spellings } of nameIndexOf(repository).candidates(typed)) {
    if (!kinds.includes(kind) || !keep(kind, id)) continue;
    const context = shared(typed, contextOf(repository, kind, id));
    // 国際交流 is whole in the name of its project: no letters shared elsewhere outweigh that.
    const inProject =
      kind === 'kpi' && repository.projectsOf(id).some((project) => spell(project.name).includes(typed));
    let best = { own: 0, name: 0 };
    for (const spelling of spellings) {
      const marks = shared(typed, spelling);
      const covered = weigh(typed, marks);
      const helped = markEveryday(
        typed,
        spelling,
        marks.map((mark, i) => mark || (context[i] ?? false)),
      );
      if (weigh(typed, helped) < all * 0.85 || covered < Math.min(3, all * 0.5)) continue;
      const name =
        weigh(spelling, shared(spelling, typed)) /
        weigh(spelling, new Array<boolean>(spelling.length).fill(true));
      // 寄附額 shares 額 with 寄附金額 but not with 寄附件数.
      const held = letters.filter((letter) => spelling.includes(letter)).length / Math.max(1, letters.length);
      const own = covered / all + held * 0.6 + (inProject ? 0.6 : 0);
      if (own + name > best.own + best.name) best = { own, name };
    }
    if (best.own > 0) scored.push({ kind, id, score: best.own + best.name / 2, ...best });
  }
  scored.sort((a, b) => b.score - a.score);
  const first = scored[0];
  if (!first) return [];
  // One name nearly whole is meant alone; a word that several names share means all of them.
  const alone = first.name >= 0.7 && first.own >= 1.2;
  return scored
    .filter((record) => (alone ? record.score > first.score - 0.02 : record.own > first.own - 0.1))
    .map(({ kind, id, score }) => ({ kind, id, score }));
}

/** What may stand beside a KPI's own name: its projects and their departments. */
function contextOf(repository: Repository, kind: 'kpi' | 'project', id: string): string {
  if (kind === 'project') return '';
  return repository
    .projectsOf(id)
    .flatMap((project) => [project.name, project.department ?? ''])
    .map(spell)
    .join('\n');
}
