// 「具体的にどの研修が入っているのか」 after who pays for them: what the documents tell of the thread's record, not the figures again.
import type { Rule } from '../ask.ts';
import { withCarried } from '../carried.ts';
import { emptyQuery } from '../compose.ts';
import type { Topic } from '../frame.ts';
import { spokenAgain } from '../sets.ts';
import { wantedOf } from '../wanted.ts';
import { inHand } from './in-hand.ts';
import { onlyRecord } from './only-record.ts';

const asking = ['written', 'which', 'list', 'who', 'where', 'define-part'];
const figures = [
  'count',
  'sum',
  'average',
  'max',
  'min',
  'howmuch',
  'howmany-unit',
  'which-two',
  'gap',
  'rise',
  'fall',
];

export const toldOfRecord: Rule = (clause) => {
  const { frame, before, subjects, conditions, years, around } = clause;
  const only = onlyRecord(before);
  if (!before || !only || around.command !== null || !frame.has(...asking)) return null;
  if (frame.has(...figures) || conditions.length + years.all.length > 0) return null;
  if (frame.kinds().length > 0 || wantedOf(clause).length > 0 || subjects.exact().length > 0) return null;
  const topics = subjects.topics();
  if (topics.length === 0) return null;
  const group = subjects.byTopic(topics, ['project', 'kpi']);
  const again = spokenAgain(clause) !== null;
  const own = withCarried([only.id], around);
  const pointed = frame.has('that') && !group?.strong;
  const ofOwn = again || hangs(topics) || pointed || group?.ids.some((id) => own.includes(id));
  if (!ofOwn && inHand(topics, group, clause) === null) return null;
  const about = frame.items
    .filter(({ meaning }) => meaning === null || meaning.is === 'entity')
    .map(({ text }) => text)
    .join(' ');
  // その4つの市はどこ: a word that says little is looked for with what the thread was about.
  const words = about.length > 2 ? about : `${before.sets[0]?.label ?? ''} ${about}`;
  return { ...emptyQuery('what'), sets: before.sets, about: words.trim() };
};

/** What every record may have, and no record is called by: 課題としては何て書かれてる. */
const aspect = /^(?:課題|問題点?|今後|見通し|工夫|特徴|メリット|内容|中身|背景|経緯|影響|成果)$/;

function hangs(topics: readonly Topic[]): boolean {
  return topics.every(({ items }) => items.every(({ text }) => aspect.test(text)));
}
