// 「働き口や農業のまとまり」, 「西のほうで進める取組を全部」: a part of a plan described in everyday words is read as that policy.
import type { Around } from '../around.ts';
import { plansMeant } from './conditions/condition.ts';
import { Frame, type Item } from './frame.ts';
import { type Candidate, standingOut } from './topic.ts';

/** What asks of a whole set, so that its words may tell a part of a plan. */
const ofSets = ['count', 'sum', 'average', 'max', 'min', 'list'];
const longest = 200;

/** The frame with such descriptions as names of policies; `assumed` hears of it. */
export function withPolicies(frame: Frame, around: Around, assumed: string[]): Frame {
  const level = frame.kinds().find((item) => item.meaning.level !== null && leadsOn(item, frame));
  if (level) {
    const named = frame.before(level);
    if (named?.meaning?.is === 'entity' && named.meaning.kind === 'policy')
      return withoutExamples(frame, named);
    const words = before(level, frame);
    const found = words.length > 0 ? policyOf(words, frame, around, level.meaning.level) : null;
    return found ? replaced({ frame, words }, found, around, assumed) : frame;
  }
  const projects = frame.kinds().some(({ meaning }) => meaning.kind === 'project');
  if (!projects || !frame.has(...ofSets) || around.command !== null) return frame;
  const words = frame.topics().flatMap(({ items }) => items);
  const plain = words.length > 0 && words.every(({ meaning }) => meaning === null);
  if (!plain || frame.entities('project', 'kpi', 'policy').length > 0 || frame.attributes().length > 0)
    return frame;
  const found = policyOf(words, frame, around, null);
  if (!found || (!frame.has('count', 'sum') && saysMore(words, found, frame, around))) return frame;
  return replaced({ frame, words }, found, around, assumed);
}

/** 赤ちゃんや保育園など福祉のまとまり: words that only give examples of the policy named go. */
function withoutExamples(frame: Frame, named: Item): Frame {
  const examples = new Set<Item>();
  for (const item of frame.items.slice(0, frame.items.indexOf(named)).reverse()) {
    const joins = examples.size === 0 ? /(?:や|、|など)$/ : /^[^は。]*$/;
    if (item.meaning !== null || !joins.test(item.after)) break;
    examples.add(item);
  }
  return examples.size === 0
    ? frame
    : new Frame(
        frame.text,
        frame.items.filter((item) => !examples.has(item)),
      );
}

/** Something is asked of what stands under it: …のまとまりには何個の取組, not …の分野は. */
function leadsOn(item: Item, { items }: Frame): boolean {
  return /^(?:の|に|で|から|を|、)/.test(item.after) && items.at(-1) !== item;
}

/** The words right before the noun of a level: 学びや芸術、運動(のまとまり). */
function before(level: Item, { items }: Frame): Item[] {
  const words: Item[] = [];
  for (const item of items.slice(0, items.indexOf(level)).reverse()) {
    const follows = words.length === 0 || /^[^は。]*$/.test(item.after);
    if (item.meaning !== null || !follows) break;
    words.unshift(item);
  }
  return words;
}

function textOf(words: readonly Item[], { text }: Frame): string {
  return words
    .map(({ start, end, after }) => text.slice(start, end) + after.replace(/[、。]/g, ' '))
    .join('')
    .slice(0, longest);
}

/** Plans that are named, and those of the towns that are. */
export function plansSaid(frame: Frame, around: Around): string[] {
  return frame.entities('plan', 'town').flatMap(({ meaning }) => plansMeant(meaning, around));
}

/** The one policy the words tell of; where the plan has the level said, one of that level. */
function policyOf(words: readonly Item[], frame: Frame, around: Around, level: string | null): string | null {
  const { repository } = around;
  const plans = plansSaid(frame, around);
  const inPlan = repository.policies.filter(({ plan }) => plans.length === 0 || plans.includes(plan));
  const leveled = inPlan.filter((policy) => policy.level === level);
  const ids = new Set((leveled.length > 0 ? leveled : inPlan).map(({ id }) => id));
  const inAll = standingPolicy(textOf(words, frame), ids, around);
  const nouns = words.filter(({ noun }) => noun).map(({ text }) => text);
  return inAll ?? (nouns.length < words.length ? standingPolicy(nouns.join(' '), ids, around) : null);
}

function standingPolicy(text: string, ids: ReadonlySet<string>, { search }: Around): string | null {
  const { hits } = search.search(text, { kinds: ['policy'], keep: (_, id) => ids.has(id) });
  const candidates = hits.map(
    ({ id, score, strength, share, matched }): Candidate => ({
      kind: 'project',
      id,
      score,
      strong: strength === 'strong',
      share,
      matched,
    }),
  );
  return standingOut(candidates)?.id ?? null;
}

/** The words find projects outside the policy that say just this by themselves. */
function saysMore(words: readonly Item[], policy: string, frame: Frame, around: Around): boolean {
  const { repository, search } = around;
  const plans = plansSaid(frame, around);
  const under = new Set(repository.projectsUnder(policy).map(({ id }) => id));
  const { hits } = search.search(textOf(words, frame), {
    kinds: ['project'],
    keep: (_, id) => plans.length === 0 || plans.includes(repository.project(id)?.plan ?? ''),
  });
  return hits.some(({ strength, id }) => strength === 'strong' && !under.has(id));
}

/** The first word stands for the policy, the others go. */
function replaced(
  { frame, words }: { frame: Frame; words: readonly Item[] },
  id: string,
  { repository }: Around,
  assumed: string[],
): Frame {
  const [first, last] = [words[0] as Item, words.at(-1) as Item];
  const said = frame.text.slice(first.start, last.end);
  const text = repository.policy(id)?.name ?? said;
  const policy: Item = {
    ...first,
    text,
    end: last.end,
    after: last.after,
    meaning: { is: 'entity', kind: 'policy', ids: [id], exact: true },
  };
  assumed.push(`「${said}」は「${text}」として読みました。`);
  const items = frame.items.flatMap((item) =>
    item === first ? [policy] : words.includes(item) ? [] : [item],
  );
  return new Frame(frame.text, items);
}
