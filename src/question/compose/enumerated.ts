// 「税の研修と企画立案研修」: things said side by side, by name or by description, each looked up by itself.

import { calledBy } from './called-by.ts';
import { type Clause, predicatesOf } from './compose.ts';
import { countedNames } from './counted-names.ts';
import { type Frame, type Topic, takeTopics } from './frame.ts';
import { keeper, type RecordKind } from './keeper.ts';
import { printsIn } from './printed.ts';
import type { Group } from './subjects.ts';
import { toldByHead } from './told-by-head.ts';
import { type Candidate, resolveTopic, standingOut } from './topic.ts';

/** What joins two things of one row; 「のやつと」, 「つけるやつと」 and the like included. */
const joiner =
  /^[^、。は]{0,8}(?:やつ|もの|もん)(?:と|や|も)[、,]?$|^[」』"]?(?:づくり|おこし|めぐり)?(?:の|する|やつ|もの|こと|ほう|方|分|事業|の?(?:kpi|指標))*[」』"]?(?:と|や|も|、|・|,|\+|及び|および|並びに|ならびに|プラス|それと|あと|「|『|\s)+[ごお御]?$/;
/** The end of a description that holds no topic word: (将来像)を考える会議, (市)とのつながりづくり. */
const tail = /^(?:[をにがでへ]|から|との|への)[^、。,は]*?(?:[\p{Script=Han}ァ-ヺ]{2}|づくり|もの)/u;
/** Nouns that only say what is measured. */
const measures =
  /^(?:割合|比率|率|数|人数|件数|回数|額|金額|値|数字|数値|お?客(?:さん|様)?|来場者|.{1,4}料)$/;

interface Part {
  start: number;
  end: number;
  group: Group | null;
  topic: Topic | null;
}

interface Row {
  topics: Topic[];
  groups: Group[];
}

/** The row of things the clause names, in the order said; null where it is no row or one of them is not clear. */
export function enumerated(clause: Clause, kinds: readonly RecordKind[]): Group[] | null {
  const row = rowOf(clause, kinds);
  if (!row) return null;
  takeTopics(row.topics);
  const read = new Map<string, string[]>();
  for (const { label, exact, ids, kind } of row.groups)
    if (!exact) read.set(label, [...(read.get(label) ?? []), `「${nameOf(clause, kind, ids)}」`]);
  for (const [label, names] of read) clause.assumed.push(`「${label}」は${names.join('')}として読みました。`);
  return row.groups;
}

/** True where the clause names a row; takes nothing. */
export function enumerable(clause: Clause, kinds: readonly RecordKind[]): boolean {
  return rowOf(clause, kinds) !== null;
}

function rowOf(clause: Clause, kinds: readonly RecordKind[]): Row | null {
  const { frame, subjects } = clause;
  const topics = subjects.topics();
  const all: Part[] = [
    ...subjects
      .exact()
      .map((group) => ({ start: group.start, end: endOf(clause, group), group, topic: null })),
    ...topics
      .filter(({ text }) => !measures.test(text))
      .map((topic) => withTail(topic, frame))
      .map((topic) => ({ start: topic.start, end: topic.end, group: null, topic })),
  ].sort((a, b) => a.start - b.start);
  // 外国の町とつき合う取組のうち、…: what stands before うち is what the row is taken from.
  const from = all.findLastIndex(({ end }, i) =>
    /うち/.test(frame.text.slice(end, all[i + 1]?.start ?? end)),
  );
  const parts = withOwnWords(all.slice(from + 1), kinds, frame);
  if (parts.length < 2) return countedRow(parts, kinds, clause);
  const joined = parts.every(
    ({ end }, i) => i === parts.length - 1 || joiner.test(frame.text.slice(end, parts[i + 1]?.start ?? end)),
  );
  if (!joined) return null;
  const groups = parts.map(({ group, topic }) => group ?? (topic ? described(topic, kinds, clause) : null));
  if (groups.some((group) => group === null)) return null;
  const found = groups as Group[];
  if (oneHoldsAll(parts, found, clause)) return null;
  return new Set(found.flatMap(({ ids }) => ids)).size < 2 ? null : { topics, groups: found };
}

/** 立ち寄れる場所やイベント: two words of one name, where the first is told by more than that. */
function oneHoldsAll(parts: readonly Part[], [first]: readonly Group[], clause: Clause): boolean {
  const others = parts.slice(1).map(({ topic }) => topic);
  if (!first || first.exact || others.some((topic) => topic === null)) return false;
  const name = nameOf(clause, first.kind, first.ids);
  return others.every((topic) => topic?.items.every(({ noun }) => noun) && named(topic, name));
}

/** 世界遺産の事業2つ: so many things called by one word. */
function countedRow([part]: readonly Part[], kinds: readonly RecordKind[], clause: Clause): Row | null {
  if (!part?.topic) return null;
  const groups = countedNames([part.topic], kinds, clause);
  return groups && { topics: [part.topic], groups };
}

/** ふるさと納税のPRするやつ: of projects what a name's の leads to only says more of it. */
function withOwnWords(parts: readonly Part[], kinds: readonly RecordKind[], { text }: Frame): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const owned = last?.group && part.topic && /^[」』]?の$/.test(text.slice(last.end, part.start));
    if (last && owned && !kinds.includes('kpi')) last.end = part.end;
    else joined.push({ ...part });
  }
  return joined;
}

function withTail(topic: Topic, { text }: Frame): Topic {
  const [found] = tail.exec(text.slice(topic.end)) ?? [];
  if (found === undefined || !topic.after.startsWith(found)) return topic;
  return { ...topic, text: topic.text + found, end: topic.end + found.length };
}

/** The one record a description tells of; null where none stands out. */
export function described(topic: Topic, kinds: readonly RecordKind[], clause: Clause): Group | null {
  const keep = keeper(predicatesOf(clause.conditions), clause.around);
  const { candidates } = resolveTopic(topic.text, kinds, clause.around, keep);
  const pointed = topic.items.flatMap(({ meaning }) =>
    meaning?.is === 'entity' && meaning.ids.length === 1 ? meaning.ids : [],
  );
  const best =
    candidates.find(({ id }) => pointed.includes(id)) ??
    standingOut(candidates) ??
    standingOut(printing(candidates, kinds, clause)) ??
    namedFirst(topic, candidates, clause);
  if (!best) return byNouns(topic, kinds, clause);
  return {
    kind: best.kind,
    ids: [best.id],
    label: topic.text,
    start: topic.start,
    exact: false,
    missed: [],
    matched: best.matched.length,
    strong: true,
  };
}

/** 闇バイト止めるやつ: what no record holds as a whole its nouns may tell. */
function byNouns(topic: Topic, kinds: readonly RecordKind[], clause: Clause): Group | null {
  const told = toldByHead([topic], kinds, clause);
  return told && { ...told, label: topic.text, strong: true };
}

/** Of those about as near the ones that have money in the year said: 東京からの移り住みの令和8年度の予算. */
function printing(candidates: readonly Candidate[], kinds: readonly RecordKind[], clause: Clause) {
  const { facts } = clause.around;
  const [fy, other] = clause.years.all;
  if (fy === undefined || other !== undefined || kinds.length > 1 || kinds[0] !== 'project') return [];
  return candidates.filter(({ id }) => printsIn(facts, 'budget', id, fy));
}

/** The nearest record where its name holds all nouns. */
function namedFirst(topic: Topic, [best]: readonly Candidate[], clause: Clause): Candidate | null {
  return best?.strong && named(topic, nameOf(clause, best.kind, [best.id])) ? best : null;
}

/** The record whose name holds every noun of the description. */
export function describedByName(topic: Topic, kinds: readonly RecordKind[], clause: Clause): Group | null {
  const group = described(topic, kinds, clause);
  return group && named(topic, nameOf(clause, group.kind, group.ids)) ? group : null;
}

/** All nouns of the description stand in the record's name. */
function named(topic: Topic, name: string): boolean {
  const nouns = topic.items.filter(({ noun }) => noun).map(({ text }) => text);
  return calledBy(nouns, name);
}

function nameOf({ around: { repository } }: Clause, kind: RecordKind, ids: readonly string[]): string {
  const [id] = ids;
  if (id === undefined) return '';
  return (kind === 'kpi' ? repository.kpi(id) : repository.project(id))?.name ?? '';
}

function endOf({ frame }: Clause, { start, label }: Group): number {
  return frame.items.find((item) => item.start === start)?.end ?? start + label.length;
}
