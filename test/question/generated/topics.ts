// Sums, extremes and counts over what a word search finds: no figure, whatever it finds.
import type { Export } from '../../../src/present/export/everything.ts';
import { type Asked, fill } from './asked.ts';

const templates = [
  '{topic}の予算の合計は？',
  '{topic}に関する事業の{year}の予算の合計はいくらですか',
  '{topic} 予算 合計',
  '{topic}に関する事業で予算が一番多いのは？',
  '{topic}の事業の{year}の予算の平均は？',
];

/** Keywords that are part of no name: only a search can find them. */
function topicsOf({ plans, policies, projects, kpis, municipalities }: Export): string[] {
  const names = [
    ...[...plans, ...policies, ...projects, ...kpis, ...municipalities].map(({ name }) => name),
    ...[...projects, ...kpis].flatMap(({ aliases }) => aliases),
    ...projects.flatMap(({ department }) => department ?? []),
  ].join('\n');
  const keywords = new Set(projects.flatMap((project) => project.keywords));
  return [...keywords].filter((word) => word.length >= 2 && !names.includes(word));
}

/** No money in the first sentences, unless over a set whose name shares two letters running with the topic (職員交流), or of the one record that the topic describes, which the sentence names. */
export function askedTopics(data: Export): Asked[] {
  return topicsOf(data).map((topic) => {
    const letters = topic.replace(/[^\p{L}\p{N}]/gu, '');
    return {
      kind: `topic ${topic}`,
      about: topic,
      questions: fill(templates, { topic, year: 'R5' }),
      expected: [],
      never: new RegExp(
        `^(?:収録している|令和\\d+年度の予算（事業費）が最も).*円|^(?!.*「[^」]*[${letters}]{2})(?!「[^」]+」の(?:令和\\d+年度の)?予算（事業費）は).*\\d[千万億]?円`,
        's',
      ),
    };
  });
}
