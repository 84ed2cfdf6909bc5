// 遅れていますか of a record that is named or told: its published evaluation, or the judgement of its KPIs.
import type { Predicate, Query } from '../../../query.ts';
import type { Rule } from '../../ask.ts';
import { claiming } from '../../claiming.ts';
import { type Clause, emptyQuery } from '../../compose.ts';

/** A claim that the record lags; the document's own word for it goes before the judgement. */
export const lagsClaim: Rule = (clause) => {
  const { frame, around, years } = clause;
  const [said] = frame.intents('lagging');
  if (!said || !asksOfOne(clause)) return null;
  const { repository, facts } = around;
  const group =
    clause.subjects.exact()[0] ?? clause.subjects.byTopic(clause.subjects.topics(), ['project', 'kpi']);
  if (!group || !(group.exact || group.strong)) return null;
  clause.subjects.use();
  const denied = /^(?:て|で)?(?:は|い)?(?:ない|ませ|なかっ)/.test(frame.text.slice(said.end));
  const evaluated =
    group.kind === 'project' ? group.ids.filter((id) => facts.cells('evaluation', id).length > 0) : [];
  const of = (kind: 'project' | 'kpi', named: string[], predicate: Predicate): Query => ({
    ...emptyQuery('whether'),
    sets: [{ kind, named, where: [], label: group.label }],
    claim: claiming({ within: [predicate], denied }),
  });
  if (evaluated.length > 0) {
    const fy = years.all.length === 1 ? (years.all[0] as number) : null;
    return of('project', evaluated, {
      is: 'word',
      attribute: 'evaluation',
      fy,
      values: laggingWords(clause),
    });
  }
  const kpis =
    group.kind === 'kpi' ? group.ids : group.ids.flatMap((id) => repository.project(id)?.kpis ?? []);
  return kpis.length === 0 ? of('project', group.ids, { is: 'lagging' }) : of('kpi', kpis, { is: 'lagging' });
};

/** Nothing else is asked, and of no list. */
function asksOfOne({ frame, subjects }: Clause): boolean {
  const { text } = frame;
  // KPI「寄附金額」: the kind goes with the name.
  const plain = frame.kinds().length === 0 || subjects.exact().length > 0;
  const ends = /(?:[?か]|よね|のかな|かな)[?。!]*$/.test(text.trim()) || frame.has('confirm', 'whether');
  const other = frame.has(
    'which',
    'list',
    'count',
    'howmany-unit',
    'howmuch',
    'where',
    'when',
    'reason-part',
    'max',
    'min',
  );
  return ends && !other && plain && frame.attributes().length === 0 && subjects.any();
}

/** Words of an evaluation that a plan declares to say that something lags. */
function laggingWords({ around: { facts } }: Clause): string[] {
  const values = facts.attribute('evaluation')?.values ?? [];
  return values.flatMap(({ word, lagging }) => (lagging ? [word] : []));
}
