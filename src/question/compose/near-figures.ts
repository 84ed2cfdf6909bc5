// A figure over words would be refused: where the words describe one record, that record is what was asked for.
import type { Query, Wanted } from '../query.ts';
import type { Clause } from './compose.ts';
import { keeper, type RecordKind } from './keeper.ts';
import { kpiAims, kpiFigures } from './kpi-figures.ts';
import { resolveTopic, standingOut } from './topic.ts';

/** Share of the words that the record must hold: what is left of a sentence may miss what mattered. */
const nearlyAll = 0.8;

/** The query over the one record its words tell of, or as it is: 保険に入って働いている人の数を何人にしたい. */
export function settleNear(query: Query, clause: Clause): Query {
  const near = nearOf(query);
  if (near === null || clause.before !== null) return query;
  const { ask, wanted } = query;
  const kind = ask === 'count' ? kpiCounted(clause) : ask === 'extreme' ? null : 'project';
  const counted = ask === 'count' ? countedByKpi(near, clause) : null;
  if (counted !== null)
    return {
      ...query,
      ask: 'values',
      of: null,
      sets: [{ kind: 'kpi', named: [counted], where: [], label: near }],
      wanted: measured(clause),
    };
  // 観光の予算の合計: nouns alone are a topic, and no set.
  const describes = clause.frame.items.some(({ meaning, noun }) => meaning === null && !noun);
  if (kind === null || (kind === 'project' && !describes)) return query;
  const [set] = query.sets;
  const keep = keeper(set?.where ?? [], clause.around);
  const best = standingOut(resolveTopic(near, [kind], clause.around, keep).candidates);
  if (!best || (best.share < nearlyAll && !inUnit(best.id, clause))) return query;
  return {
    ...query,
    ask: 'values',
    of: null,
    sets: [{ kind, named: [best.id], where: [], label: near }],
    wanted: kind === 'kpi' ? measured(clause) : wanted,
  };
}

/** The words of a figure that would run over a search; null where it runs over a set. */
function nearOf({ ask, sets }: Query): string | null {
  const [set, other] = sets;
  if (!['sum', 'count', 'average'].includes(ask) || !set || other || set.named !== null) return null;
  const near = set.where.find(({ is }) => is === 'near');
  return near?.is === 'near' ? near.words : null;
}

/** 何人, いくつ beside a description count what a KPI measures; 何事業 counts projects. */
function kpiCounted({ frame }: Clause): RecordKind | null {
  const counts =
    frame.has('howmany-unit', 'howmuch') || frame.intents('count').some(({ text }) => text !== '数');
  return counts && frame.kinds().length === 0 ? 'kpi' : null;
}

function measured({ frame, years }: Clause): Wanted[] {
  const aims = frame.has('setting') && /たい/.test(frame.text);
  return aims ? kpiAims(years.all) : kpiFigures(years.all);
}

/** 下関市と一緒の事業はいくつ: what a KPI counts by its name. */
function countedByKpi(near: string, { frame, around }: Clause): string | null {
  const [kind] = frame.kinds();
  const nouns = frame.items.filter(
    ({ noun, meaning }) => noun && (meaning === null || meaning.is === 'elsewhere'),
  );
  if (!kind || frame.kinds().length > 1 || nouns.length === 0) return null;
  const { candidates } = resolveTopic(`${near} ${kind.text}数`, ['kpi'], around);
  const best = candidates.find(({ id }) => {
    const name = around.repository.kpi(id)?.name ?? '';
    return name.includes(`${kind.text}数`) && nouns.every(({ text }) => name.includes(text));
  });
  return best?.id ?? null;
}

/** センターは何か所: the KPI found is measured in just what is asked for. */
function inUnit(id: string, { frame, around: { facts } }: Clause): boolean {
  const [asked] = frame
    .intents('howmany-unit', 'count')
    .flatMap(({ text }) => /^(?:何(.+)|(.)数)$/.exec(text) ?? [])
    .filter((part) => part && part.length < 4)
    .slice(-1);
  if (asked === undefined) return false;
  const unit = asked.replace(/^(?:箇|カ|ヶ)所$/, 'か所');
  return ['baseline', 'target', 'actual'].some((attribute) =>
    facts.cells(attribute, id).some((cell) => cell.unit === unit),
  );
}
