// Plans that are held in words only, because they were brought as a PDF or a text: what can be asked of them, and what not.
import type { Repository } from '../../data/repository.ts';

/** One sentence for each such plan, at most three; empty where there is none. */
export function wordsOnly(repository: Repository): string[] {
  return headingsByPlan(repository)
    .slice(0, 3)
    .map(({ plan, headings }) => {
      const shown = headings.slice(0, 5).map((heading) => `「${heading}」`);
      const about =
        shown.length > 0 ? `見出しは${shown.join('')}${headings.length > 5 ? 'など' : ''}です。` : '';
      return `「${plan}」は文章だけを収録しています（表の数字は取り込んでいません）。${about}`;
    });
}

/** What to ask of a plan in words, by its headings: 空き家バンクについて教えて. */
export function askableHeadings(repository: Repository, plan?: string): string[] {
  return headingsByPlan(repository)
    .filter(({ id }) => plan === undefined || id === plan)
    .flatMap(({ headings }) => headings);
}

function headingsByPlan({
  statements,
  plans,
}: Repository): { id: string; plan: string; headings: string[] }[] {
  const found = new Map<string, Set<string>>();
  for (const { plan, topic, terms } of statements) {
    if (topic !== 'passage') continue;
    const headings = found.get(plan) ?? new Set<string>();
    found.set(plan, headings);
    const heading = withoutNumber(terms[0] ?? '');
    if (heading.length >= 3 && heading.length <= 20) headings.add(heading);
  }
  return plans.flatMap(({ id, name, shortName }) => {
    const headings = found.get(id);
    return headings
      ? [{ id, plan: shortName, headings: [...headings].filter((heading) => heading !== name) }]
      : [];
  });
}

/** 第2章 空き家バンク → 空き家バンク */
function withoutNumber(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/^(?:第[\d一二三四五六七八九十]+[章節編部項]|[\d.-]+|\(\d+\)|[①-⑳■◆●【])\s*/, '')
    .replace(/】$/, '')
    .trim();
}
