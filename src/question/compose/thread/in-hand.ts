// 乗る人の目標を下げたのは after バスツアーの参加者数: words that the thread's own record holds as well as any other are about it.
import { recordOf } from '../../../data/repository.ts';
import { calledBy } from '../called-by.ts';
import { withCarried } from '../carried.ts';
import type { Clause } from '../compose.ts';
import { isIntent, type Topic } from '../frame.ts';
import type { Group } from '../subjects.ts';
import { resolveTopic } from '../topic.ts';
import { onlyRecord } from './only-record.ts';

/** What the record or one statement on it must hold of the words. */
const leastHeld = 0.5;
/** Turn to something else. */
const turning = /^(?:じゃあ?|では|なら|だったら|ほかに|他に)|(?:ほう|方)(?:は|の)/;

/** The thread's one record, where the words say nothing that another record says better; null otherwise. */
export function inHand(topics: readonly Topic[], found: Group | null, clause: Clause): string | null {
  const { frame, before, around, conditions } = clause;
  const id = onlyRecord(before)?.id;
  if (id === undefined || found?.exact || turning.test(frame.text.trim())) return null;
  // それ、どこの町の人が行ける: it is said at once what is meant.
  const [first] = frame.items;
  if (isIntent(first, 'that') && /^(?:[、は]|って)/.test(first?.after.trim() ?? '') && !found?.exact) {
    const asked = frame.attributes().some(({ used }) => !used);
    if (asked && topics.every(({ text }) => text.length <= 6)) return id;
  }
  const placed = conditions.some(({ predicate }) => ['plan', 'town', 'department'].includes(predicate.is));
  if (placed || topics.length === 0) return null;
  const own = withCarried([id], around);
  const words = topics.map(({ text }) => text).join(' ');
  if (found?.ids.some((one) => own.includes(one))) return severalAlike(words, own, clause) ? id : null;
  const held = heldBy(words, own, clause);
  if (found && called(found, clause)) return null;
  if (!found) return held >= leastHeld ? id : null;
  if (frame.has('that') && !found.strong) return id;
  const [other] = resolveTopic(words, [found.kind], around, (_, one) => found.ids.includes(one)).candidates;
  const best = other?.share ?? 0;
  return held > 0 && held >= (found.strong ? Math.max(best, leastHeld) : Math.min(best, leastHeld))
    ? id
    : null;
}

/** 防犯灯は逆に減った: another record has the words in its name. */
function called({ ids }: Group, { subjects, around: { repository } }: Clause): boolean {
  const nouns = subjects.nouns();
  return ids.some((id) => calledBy(nouns, recordOf(repository, id)?.name ?? ''));
}

/** 導入協議会数: of the KPIs that a project has more than one is called so. */
function severalAlike(words: string, own: readonly string[], { around: { search } }: Clause): boolean {
  const [best, next] = search.search(words, { kinds: ['kpi'], keep: (_, one) => own.includes(one) }).hits;
  return best !== undefined && next !== undefined && next.score >= best.score * 0.85;
}

/** Share of the words that the records, or one statement on them, hold. */
function heldBy(words: string, own: readonly string[], { around }: Clause): number {
  const { search, repository } = around;
  const keep = (kind: string, id: string) =>
    own.includes(kind === 'statement' ? (repository.statement(id)?.subject.id ?? '') : id);
  const { hits } = search.search(words, { kinds: ['project', 'kpi', 'statement'], keep });
  return hits.reduce((most, { share }) => Math.max(most, share), 0);
}
