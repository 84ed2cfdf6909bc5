// The records a clause speaks of: names that stand in it, and runs of topic words looked up by the search.
import { recordOf } from '../../data/repository.ts';
import { normalize } from '../../language/normalize.ts';
import type { Around } from '../around.ts';
import type { Predicate } from '../query.ts';
import { carriedBy } from './carried.ts';
import { type Frame, type Item, type Topic, takeTopics } from './frame.ts';
import { keeper, type RecordKind } from './keeper.ts';
import { isHeld, isOnlyNear, pointedAt, type Resolved, resolveTopic, standingOut } from './topic.ts';

/** One thing the clause speaks of. */
export interface Group {
  kind: 'project' | 'kpi';
  ids: string[];
  /** As typed. */
  label: string;
  start: number;
  exact: boolean;
  /** Words of the topic that the record says nothing of. */
  missed: string[];
  /** How many words of the topic it holds. */
  matched: number;
  strong: boolean;
}

/** Records that an item names for sure. */
export function wholeGroup({ text, start }: Item, kind: RecordKind, ids: string[]): Group {
  return { kind, ids, label: text, start, exact: true, missed: [], matched: 1, strong: true };
}

/** Works out the records of one clause. */
export class Subjects {
  constructor(
    private readonly frame: Frame,
    private readonly around: Around,
  ) {}

  /** Whole names of projects and KPIs in the text; beside one of its own KPIs a project only says whose it is. */
  exact(): Group[] {
    const all = this.named();
    if (!all.some(({ kind }) => kind === 'project')) return all;
    // A name may be that of thousands.
    const kpis = new Set(all.filter(({ kind }) => kind === 'kpi').flatMap(({ ids }) => ids));
    if (kpis.size === 0 || this.frame.attributeIds().includes('budget')) return all;
    const owns = ({ kind, ids }: Group) =>
      kind === 'project' && ids.some((id) => carriedBy(id, this.around).some((kpi) => kpis.has(kpi)));
    return all.filter((group) => !owns(group));
  }

  private named(): Group[] {
    return this.frame
      .entities('project', 'kpi')
      .filter(({ meaning }) => meaning.exact)
      .map((item) => wholeGroup(item, item.meaning.kind as RecordKind, this.toldApart(item.meaning.ids)));
  }

  /** 干潟調査の調査地点数: of several records of one name those that a part of a name beside it tells. */
  private toldApart(ids: string[]): string[] {
    if (ids.length < 2) return ids;
    for (const { meaning } of this.frame.entities('project', 'kpi')) {
      const told = meaning.exact ? [] : ids.filter((id) => meaning.ids.includes(id));
      if (told.length > 0) return told;
    }
    // 福祉課の職員人件費: of each office's own the one of the office that is said.
    const offices = this.frame.entities('department').flatMap(({ meaning }) => meaning.ids);
    const owned =
      offices.length === 0
        ? []
        : ids.filter((id) => {
            const office = this.around.repository.project(id)?.department;
            return office != null && offices.includes(office);
          });
    if (owned.length > 0) return owned;
    // 女性の歩く人の割合: the word that only one of the names holds.
    const { repository } = this.around;
    let names: string[] | undefined;
    const found: string[] = [];
    let end = 0;
    for (const { text, meaning, ...item } of this.frame.items) {
      if (text.length < 2 || (meaning?.is === 'entity' && meaning.exact)) continue;
      // 高学年と低学年: what stands beside the first is told as well.
      if (found.length > 0 && !/^(?:のほう|の分)?(?:と|や|及び|および)/.test(this.frame.text.slice(end)))
        break;
      names ??= normalNames(ids, repository);
      const told = ids.filter((_, at) => names?.[at]?.includes(text));
      if (told.length === 0 || told.length === ids.length) continue;
      if (found.length === 0) end = item.end;
      if (told.some((id) => !found.includes(id)) && item.start - end <= 20)
        found.push(...told.filter((id) => !found.includes(id)));
    }
    return found.length > 0 ? ids.filter((id) => found.includes(id)) : ids;
  }

  /** Runs of topic words that hold a noun; verbs alone where there is nothing else. */
  topics(): Topic[] {
    return this.frame.topics().filter(({ telling }) => telling);
  }

  /** True when the clause names a record or holds topic words. */
  any(): boolean {
    return this.frame.entities('project', 'kpi').some(({ meaning }) => meaning.exact) || this.frame.tells();
  }

  /** The nouns of all topics. */
  nouns(): string[] {
    return this.topics().flatMap(({ items }) => items.filter(({ noun }) => noun).map(({ text }) => text));
  }

  /** Takes the words of all topics. */
  use(): void {
    takeTopics(this.topics());
  }

  /** All topic words as one text. */
  topicText(): string {
    return this.topics()
      .map(({ text }) => text)
      .join(' ');
  }

  /** The record that topic words speak of, of one of the kinds. */
  byTopic(
    topics: readonly Topic[],
    kinds: readonly RecordKind[],
    where: readonly Predicate[] = [],
  ): Group | null {
    if (topics.length === 0 || placeOnly(topics)) return null;
    const text = topics.map((topic) => topic.text).join(' ');
    const keep = keeper(where, this.around);
    const resolved = resolveTopic(text, kinds, this.around, keep);
    const pointed = pointedAt(topics).filter(
      ({ kind, id }) => kinds.includes(kind) && (!keep || keep(kind, id)),
    );
    const chosen = this.choose(resolved, pointed);
    const clear = pointed.length > 0 || standingOut(resolved.candidates) !== null;
    const said = clear ? null : this.asSaid(topics, kinds, keep);
    const described = topics.some(({ items }) => items.some(({ noun }) => !noun));
    const best =
      said ?? (chosen && !isOnlyNear(chosen) && (clear || !described || isHeld(chosen)) ? chosen : null);
    if (!best) return null;
    return {
      kind: best.kind,
      ids: [best.id],
      label: text,
      start: topics[0]?.start ?? 0,
      exact: false,
      missed: resolved.candidates[0]?.id === best.id ? resolved.missed : [],
      matched: best.matched.length,
      strong: best.strong,
    };
  }

  /** The record that the whole stretch stands out for, light words between the topics included: 「…」という言葉を知っている市民. */
  private asSaid(
    topics: readonly Topic[],
    kinds: readonly RecordKind[],
    keep: ((kind: RecordKind, id: string) => boolean) | undefined,
  ) {
    const [first, last] = [topics[0], topics.at(-1)];
    if (!first || !last || first === last) return null;
    const said = this.frame.text.slice(first.start, last.end);
    return /[、。,]|は/.test(said)
      ? null
      : standingOut(resolveTopic(said, kinds, this.around, keep).candidates);
  }

  private choose(resolved: Resolved, pointed: readonly { kind: RecordKind; id: string }[]) {
    const top = resolved.candidates[0];
    if (pointed.length > 0) {
      const found = resolved.candidates.find(({ id }) => pointed.some((one) => one.id === id));
      if (found && top && found.score >= top.score * 0.5) return { ...found, strong: true, share: 1 };
      const [first] = pointed;
      if (first && !top) return { ...first, score: 1, strong: true, share: 1, matched: [] };
    }
    return top;
  }

  /** All topic runs, each looked up by itself: AとB. */
  eachTopic(kinds: readonly RecordKind[], where: readonly Predicate[] = []): Group[] {
    return this.topics().flatMap((topic) => this.byTopic([topic], kinds, where) ?? []);
  }

  /** Policies whose name holds all telling words of the topics; the set, never a word search. */
  policies(topics: readonly Topic[]): { ids: string[]; label: string } | null {
    const level = this.levelBehind(topics);
    if (level !== null) return this.nearestOf(level, topics);
    const words = topics.flatMap(({ items }) =>
      items
        .filter(({ text }) => /[\p{Script=Han}ァ-ヺa-z]/u.test(text) && !/[ぁ-ん]$/.test(text))
        .map(({ text }) => text),
    );
    if (words.join('').length < 4) return null;
    const ids = this.around.repository.policies
      .filter(({ name, aliases }) =>
        words.every((word) => [name, ...aliases].some((one) => one.toLowerCase().includes(word))),
      )
      .map(({ id }) => id);
    return ids.length === 0 ? null : { ids, label: topics.map(({ text }) => text).join('・') };
  }

  /** 子育て・移住のパッケージ: the level that the topic stands before. */
  private levelBehind(topics: readonly Topic[]): string | null {
    const kinds = this.frame.kinds();
    for (const { end } of topics) {
      const kind = kinds.find(({ start }) => start >= end && start <= end + 2);
      if (kind?.meaning.level) return kind.meaning.level;
    }
    return null;
  }

  /** Of one level the policies that hold most of the topic's words; none when no word is held. */
  private nearestOf(level: string, topics: readonly Topic[]): { ids: string[]; label: string } | null {
    const whole = topics.map(({ items }) =>
      items.map(({ text, after }) => (/^さ/.test(after) ? `${text}さ` : text)).join(''),
    );
    const nouns = topics.flatMap(({ items }) => items.filter(({ noun }) => noun).map(({ text }) => text));
    const words = [...new Set([...topics.map(({ text }) => text), ...whole, ...nouns])];
    const { repository } = this.around;
    const scored = repository.policies
      .filter((policy) => policy.level === level)
      .map((policy) => {
        const { name, aliases, summary = '', keywords = [] } = policy;
        const text = [name, ...aliases, summary, ...keywords].join(' ').toLowerCase();
        const held = words.filter((word) => text.includes(word)).reduce((sum, word) => sum + word.length, 0);
        // 職員の勉強会のまとまり: described in everyday words alone, it is called by its name.
        const named = [name, ...aliases].join(' ').toLowerCase();
        if (words.some((word) => named.includes(word))) return { id: policy.id, held, label: null };
        return { id: policy.id, held: nouns.every((noun) => text.includes(noun)) ? held : 0, label: name };
      });
    const most = Math.max(0, ...scored.map(({ held }) => held));
    const [nearest, next] = scored.filter(({ held }) => held === most);
    if (most === 0 || !nearest || next) return null;
    return { ids: [nearest.id], label: nearest.label ?? topics.map(({ text }) => text).join('・') };
  }
}

/** Thousands may bear one name. */
function normalNames(ids: readonly string[], repository: Around['repository']): string[] {
  const known = new Map<string, string>();
  return ids.map((id) => {
    const name = recordOf(repository, id)?.name ?? '';
    const normal = known.get(name) ?? normalize(name);
    known.set(name, normal);
    return normal;
  });
}

/** 福岡市に出ていく人: a place whose plans nobody brought tells no record by itself. */
function placeOnly(topics: readonly Topic[]): boolean {
  const items = topics.flatMap((topic) => topic.items);
  const places = items.filter(({ meaning }) => meaning?.is === 'elsewhere');
  return places.length > 0 && items.every((item) => places.includes(item) || item.text.length < 2);
}
