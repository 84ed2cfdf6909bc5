// 平日と休日の差は何人, 平日と休日ではどちらが多い: two figures that one cell of the KPI prints, each behind its word.
import { labelledFigures } from '../../../facts/labelled-figures.ts';
import type { Query } from '../../query.ts';
import type { Rule } from '../ask.ts';
import { claiming } from '../claiming.ts';
import { type Clause, emptyQuery } from '../compose.ts';
import { isIntent } from '../frame.ts';
import { resolveTopic, standingOut } from '../topic.ts';
import { wantedOf } from '../wanted.ts';
import { yearsSaid } from '../years.ts';

const figures = ['baseline', 'actual', 'target'];

/** Two words side by side that label the figures of one cell. */
export const inOneCell: Rule = (clause) => {
  const { frame, subjects } = clause;
  const held = frame.has('which-two', 'gap', 'differ', 'same-as', 'compare', 'big', 'small');
  const id = held && isJoined(clause) ? kpiOf(clause) : null;
  if (id === null) return null;
  const own = wantedOf(clause).map(({ attribute }) => attribute);
  const [year] = yearsSaid(clause.years);
  for (const attribute of [...own.filter((one) => figures.includes(one)), ...figures]) {
    const labels = labelsOf(attribute, { id, fy: year ?? null }, clause);
    if (!labels) continue;
    const side = { attribute, fy: year ?? null };
    const between: Query['between'] = { from: side, to: side, as: 'amount', labels };
    const sets: Query['sets'] = [{ kind: 'kpi', named: [id], where: [], label: subjects.topicText() }];
    subjects.use();
    return { ...emptyQuery('difference'), sets, between, claim: claimOf(labels, clause) };
  }
  return null;
};

/** 休日のほうが多い, 平日と休日は同じ: that the second is more than the first, or less, or the same. */
function claimOf(labels: [string, string], { frame }: Clause): Query['claim'] {
  const asked = frame.has('whether') || /[か?][。?]*$/.test(frame.text.trim());
  if (!asked || frame.has('which-two', 'howmany-unit', 'howmuch')) return null;
  const [small] = frame.intents('big', 'small', 'same-as', 'differ').slice(-1);
  if (isIntent(small, 'same-as')) return claiming({ same: true });
  if (isIntent(small, 'differ')) return claiming({ same: false });
  const subject = frame.items.find(
    ({ text, after }) => labels.includes(text) && /^(?:のほうが|の方が|のほうは|の方は|が|は)/.test(after),
  );
  if (!subject) return null;
  if (subject.text === labels[0]) labels.reverse();
  return claiming({ moved: isIntent(small, 'small') ? 'down' : 'up' });
}

/** 平日と休日, 平日より休日. */
const isJoined = ({ frame }: Clause) =>
  frame.items.some(
    ({ noun, meaning, after }) => noun && meaning === null && /^(?:と|や|より|、|,)/.test(after),
  );

/** The KPI in whole words, or the one that the words mean best. */
function kpiOf({ subjects, around }: Clause): string | null {
  const [exact] = subjects.exact();
  if (exact) return exact.kind === 'kpi' ? (exact.ids[0] ?? null) : null;
  return standingOut(resolveTopic(subjects.topicText(), ['kpi'], around).candidates)?.id ?? null;
}

/** Two of the labels of one cell stand among the words. */
function labelsOf(
  attribute: string,
  { id, fy }: { id: string; fy: number | null },
  { frame, around }: Clause,
): [string, string] | null {
  const words = new Set(frame.items.flatMap(({ noun, text }) => (noun ? [text] : [])));
  for (const cell of around.facts.cells(attribute, id)) {
    if (fy !== null && cell.fy !== fy) continue;
    const [one, other, more] = labelledFigures(cell).filter(({ label }) => words.has(label));
    if (one && other && !more) return [one.label, other.label];
  }
  return null;
}
