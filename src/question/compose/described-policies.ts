// 「働き口や農業のまとまり」, 「西のほうで進める取組を全部」: a part of a plan described in everyday words is read as that policy.
import type { Around } from '../around.ts';
import type { Parts } from '../policy-parts.ts';
import { plansMeant } from './conditions/condition.ts';
import { asWord, Frame, type Item, isIntent } from './frame.ts';
import { type Candidate, standingOut } from './topic.ts';

/** What asks of a whole set, so that its words may tell a part of a plan. */
const ofSets = ['count', 'sum', 'average', 'max', 'min', 'list', 'which'];
const longest = 200;

/** The frame with such descriptions as names of policies; `assumed` hears of it. */
export function withPolicies(frame: Frame, around: Around, assumed: string[]): Frame {
  const level = frame.kinds().find((item) => item.meaning.level !== null && leadsOn(item, frame));
  if (level) {
    const named = frame.before(level);
    if (named?.meaning?.is === 'entity' && named.meaning.kind === 'policy') {
      if (!ofOtherPlan(named.meaning.ids, frame, around)) return withoutExamples(frame, named);
      asWord(named);
    }
    const words = before(level, frame);
    const found = words.length > 0 ? policyOf(words, frame, around, level.meaning.level) : null;
    return found ? replaced({ frame, words }, found, around, assumed) : frame;
  }
  const part = partSaid(frame, around);
  if (part) return replaced({ frame, words: part.words }, part.id, around, assumed);
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

/** 北九州の連携 災害のとこ: the part of a plan that is called by its first words. */
function partSaid(frame: Frame, around: Around): { id: string; words: Item[] } | null {
  if (plansSaid(frame, around).length === 0 && !frame.has('join')) return null;
  if (around.command !== null || frame.entities('policy', 'project', 'kpi').length > 0) return null;
  const said = plansSaid(frame, around);
  const plans = said.length > 0 ? said : plansCalled(frame, around);
  for (const { items, after } of frame.topics()) {
    const words = items.filter(({ meaning }) => meaning === null);
    if (!/^の(?:とこ|ところ|欄|項目)/.test(after) || words.length < items.length) continue;
    const { list } = around.parts.of(plans, null);
    const id = namedPolicy(words, list) ?? (plans.length > 0 ? holdingPolicy(words, list) : null);
    if (id !== null) return { id, words };
  }
  return null;
}

/** 連携の一覧: plans that have the word in their name. */
function plansCalled(frame: Frame, { repository }: Around): string[] {
  const words = frame.intents('join').map(({ text }) => text);
  const called = repository.plans.filter(({ name }) => words.some((word) => name.includes(word)));
  return called.map(({ id }) => id);
}

/** 観光 in 戦略的な観光施策: the only one whose name holds all nouns. */
function holdingPolicy(words: readonly Item[], parts: Parts['list']): string | null {
  const nouns = words.filter(({ noun, text }) => noun && text.length > 1).map(({ text }) => text);
  if (nouns.length === 0) return null;
  const [only, more] = parts.filter(({ name }) => nouns.every((noun) => name.includes(noun)));
  return only && !more ? only.id : null;
}

/** 就業支援などが並ぶ「…」: the name of a part of a plan without the examples that stand before it. */
export function withoutListed(frame: Frame): Frame {
  const placed = frame.entities('policy').find((item) => item.meaning.exact && hasExamples(item, frame));
  return placed ? withoutExamples(frame, placed) : frame;
}

function hasExamples({ start }: Item, { text }: Frame): boolean {
  return /が(?:並ぶ|並んでいる|入る|入っている|含まれる|含まれている|ある)[「『]?$/.test(
    text.slice(0, start),
  );
}

/** 赤ちゃんや保育園など福祉のまとまり: words that only give examples of the policy named go. */
function withoutExamples(frame: Frame, named: Item): Frame {
  const examples = new Set<Item>();
  for (const item of frame.items.slice(0, frame.items.indexOf(named)).reverse()) {
    const joins =
      examples.size === 0 ? /(?:や|、|など|とか)$|が(?:並[んぶ]|入[っる]|含ま|ある|載)[^。]*$/ : /^[^は。]*$/;
    const example = item.meaning === null || (item.meaning.is === 'entity' && isRecord(item.meaning.kind));
    if (!example || !joins.test(item.after)) break;
    examples.add(item);
  }
  return examples.size === 0
    ? frame
    : new Frame(
        frame.text,
        frame.items.filter((item) => !examples.has(item)),
      );
}

const isRecord = (kind: string) => kind === 'project' || kind === 'kpi';

/** Something is asked of what stands under it: …のまとまりには何個の取組, not …の分野は. */
function leadsOn(item: Item, { items }: Frame): boolean {
  return /^(?:の|に|で|から|を|、| )/.test(item.after) && items.at(-1) !== item;
}

/** The words right before the noun of a level: 学びや芸術、運動(のまとまり). */
function before(level: Item, { items }: Frame): Item[] {
  const words: Item[] = [];
  for (const item of items.slice(0, items.indexOf(level)).reverse()) {
    const follows = words.length === 0 || /^[^は。]*$/.test(item.after);
    // 災害に備える分野, 元気にするパッケージ: what is done says nothing by itself.
    if (isIntent(item, 'filler', 'setting') && /[るたう]$|^(?:ほう|方)$/.test(item.text)) continue;
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

/** 久留米市の…地域振興のパッケージ: a policy of another town's plan is a word here. */
function ofOtherPlan(ids: readonly string[], frame: Frame, around: Around): boolean {
  const plans = plansSaid(frame, around);
  return plans.length > 0 && ids.every((id) => !plans.includes(around.repository.policy(id)?.plan ?? ''));
}

/** The one policy the words tell of; where the plan has the level said, one of that level. */
function policyOf(words: readonly Item[], frame: Frame, around: Around, level: string | null): string | null {
  const plans = plansSaid(frame, around);
  const every = around.parts.of(plans, null);
  const leveled = level === null ? every : around.parts.of(plans, level);
  const { ids } = leveled.list.length > 0 ? leveled : every;
  const said = standingPolicy(textOf(words, frame), ids, around);
  // 災害に備える分野 for a part of another level: people call every part by one word.
  const called = said === null || !holdsWord(words, said, around) ? namedPolicy(words, every.list) : null;
  const inAll = called ?? said;
  const nouns = words.filter(({ noun }) => noun).map(({ text }) => text);
  return inAll ?? (nouns.length < words.length ? standingPolicy(nouns.join(' '), ids, around) : null);
}

/** 災害, 東: a word that may stand in the name of a part. */
const tellsPart = /^[東西南北]$|.{2}/u;

function holdsWord(words: readonly Item[], id: string, { repository }: Around): boolean {
  const name = repository.policy(id)?.name ?? '';
  return words.some(({ noun, text }) => noun && tellsPart.test(text) && name.includes(text));
}

/** The only policy whose own name begins with the first noun and holds half of them at least. */
function namedPolicy(words: readonly Item[], parts: Parts['list']): string | null {
  const nouns = words
    .filter((item) => item.noun && tellsPart.test(item.text))
    .map(({ text }) => text.replace(/^([東西南北])側$/, '$1'));
  const [first] = nouns;
  if (first === undefined) return null;
  const holds = (name: string) => nouns.filter((noun) => name.includes(noun)).length * 2 >= nouns.length;
  const named = parts.filter(({ name }) => name.startsWith(first) && holds(name));
  return named.length === 1 ? (named[0]?.id ?? null) : null;
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
