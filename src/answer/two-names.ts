// Two records held against each other: 「AとB、R7の予算が多いのはどっち？」, 「AはBの何倍？」, 「AとBの差」.
import type { Repository } from '../data/repository.ts';
import { normalize } from '../language/normalize.ts';
import { stripFiller } from '../question/filler.ts';
import { splitCommand } from '../question/parse-question.ts';
import type { Kind, Question } from '../question/question.ts';
import { isKpiFacet } from '../question/question-kind.ts';
import { spell } from '../question/vocabulary.ts';
import type { Found } from './entries.ts';
import { namedByPart } from './partial-names.ts';

/** Places tried as the border between the two names; more are no question. */
const mostJoints = 8;

const either = /どちら|どっち/;
const joint = /より(?:も)?|に比べて|と比べて|と|は|って|対|vs/g;
const years =
  /(?:令和|平成|r|h)\s?(?:元|\d{1,2})(?:年度?)?(?:の|に|は|時点)?|20\d{2}年度?の?|今年度の?|昨年度の?/g;
/** Where the second name ends at the latest. */
const end =
  /より|どちら|どっち|何倍|いくら|どれ(?:くらい|だけ|ほど)|(?:の|で|は|を)?(?:比べ|比較)|(?:の)?差|[のはが、\s]*(?:多|少な|大き|小さ|高|低)[いくか]/;
const measure =
  /(?:の|で|が|は)?(?:当初)?(?:予算額?|事業費|人件費|目標値?|実績値?|基準値|現状値|達成率|参加市町(?:の?数)?)(?:の|が|は|で|を)?/g;

/** True when the question sets two things against each other. */
function sets(question: Question, text: string): boolean {
  const asked = question.operations.some(({ does }) => ['max', 'min', 'diff'].includes(does));
  if (!asked && !either.test(text) && !/より(?:も)?(?:多|少な|高|低|大き|小さ)/.test(text)) return false;
  // 「R6とR7の差」 of one record is a difference of years.
  return either.test(text) || question.years.length < 2;
}

/** The two records meant, in the order typed; [] when the text does not name two. */
export function twoNames(
  question: Question,
  repository: Repository,
  test: (kind: Kind, id: string) => boolean,
): Found[] {
  const text = normalize(splitCommand(question.text).words).slice(0, 200);
  if (!sets(question, text)) return [];
  const kinds = kindsOf(question);
  const joints = [...text.matchAll(joint)].slice(0, mostJoints);
  for (const { 0: word, index } of joints) {
    if (/^(?:は|って)$/.test(word) && !/何倍|より|比べ/.test(text)) continue;
    const first = side(text.slice(0, index).replace(/^.*、/, ''));
    const rest = text.slice(index + word.length);
    const second = side(rest.slice(0, end.exec(rest)?.index ?? rest.length));
    // 「市と町の人口」: what is asked of both stands behind the second only.
    const shared = /^[^の]+の([^の]+)$/.exec(second)?.[1] ?? '';
    for (const kind of kinds) {
      const pair = [pick(`${first}${shared}`) ?? pick(first), pick(second)];
      if (pair[0] && pair[1] && pair[0].id !== pair[1].id) return [pair[0], pair[1]];

      function pick(words: string): Found | undefined {
        const typed = spell(words);
        const whole = question.named.find(
          (one) => one.kind === kind && one.exact && typed !== '' && spell(one.said ?? '') === typed,
        );
        if (whole) return { kind, id: whole.id, score: 1 };
        const found = typed.length < 3 ? [] : namedByPart(repository, words, [kind], test);
        return found.length <= 2 ? found[0] : undefined;
      }
    }
  }
  return [];
}

function side(text: string): string {
  return stripFiller(text.replace(years, ' ').replace(measure, ' '));
}

function kindsOf(question: Question): Kind[] {
  if (question.facets.some(isKpiFacet)) return ['kpi'];
  if (question.kindSaid || question.kinds.length === 1) return question.kinds;
  return ['kpi', 'project'];
}
