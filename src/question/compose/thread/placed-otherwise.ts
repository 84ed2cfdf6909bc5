// どこに入っていますか ⇒ …の方ではないでしょうか, …じゃなかった？: another part of the plan than the one that was told.
import type { Rule } from '../ask.ts';
import { claiming } from '../claiming.ts';
import { emptyQuery } from '../compose.ts';
import { inheritedSets } from '../sets.ts';

export const placedOtherwise: Rule = (clause) => {
  const { frame, before, subjects, years } = clause;
  const placed = before?.wanted.some(({ attribute }) => attribute === 'policy') ?? false;
  const [part, more] = frame.entities('policy');
  const doubts =
    frame.has('confirm', 'whether', 'except', 'differ') ||
    /(?:違い|ちがい|違う|では|じゃ)な|はず/.test(frame.text);
  if (!before || !placed || !part?.meaning.exact || more || !doubts) return null;
  if (subjects.any() || years.all.length > 0 || frame.has('which', 'list', 'count', 'sum')) return null;
  const sets = inheritedSets(clause, ['project']);
  const [id, other] = sets.flatMap(({ named }) => named ?? []);
  if (id === undefined || other !== undefined) return null;
  for (const item of frame.items) item.used = true;
  const { ids } = part.meaning;
  const within = [{ is: 'policy' as const, ids, label: part.text }];
  return { ...emptyQuery('whether'), sets, claim: claiming({ within }) };
};
