// A button's question about one record, named by id: exactly that record is answered, whatever else its name would find.
import type { Answer, Entry, ProjectEntry } from '../answer/answer.ts';
import { kpiEntry, projectEntry } from '../answer/entries.ts';
import type { AskOptions } from '../bot.ts';
import { recordOf } from '../data/repository.ts';
import type { SlackContext } from './context.ts';

const form = /^\/(kpi|jigyo|yosan|machi)\s+([a-z0-9]+(?:-[a-z0-9]+)+)$/;

/** `/kpi renkei-kpi-ui-turn-shushoku` → that KPI; null when the text is no such question. */
export async function askRecord(
  { bot }: SlackContext,
  text: string,
  options: AskOptions,
): Promise<Answer | null> {
  const [, command, id] = form.exec(text.trim()) ?? [];
  const { repository } = bot;
  const record = id === undefined ? undefined : recordOf(repository, id);
  if (!record || id === undefined) return null;
  const named = await bot.ask(`/${command} ${record.name}`, options);
  const understood = { ...named.understood, text, assumed: [], terms: [] };
  const common = { asOf: named.asOf, understood, notes: [], alternatives: [], aggregate: null };

  const kpi = kpiEntry(repository, id, 1, named.asOf);
  if (kpi) return { ...common, kind: 'list', lead: `「${record.name}」のKPIです。`, entries: [kpi] };
  const project = projectEntry(repository, id, 1, named.asOf);
  if (!project) return null;
  // The bot words it better where the name alone led to this record.
  if (isAbout(named, project)) return { ...named, understood: { ...named.understood, text } };
  switch (command) {
    case 'kpi': {
      const lead = `「${record.name}」のKPI${project.kpis.length}件です。`;
      return { ...common, kind: 'list', lead, entries: project.kpis };
    }
    case 'yosan':
      return {
        ...common,
        kind: 'budget',
        lead: `「${record.name}」の予算です。`,
        entries: [project],
        years: [],
      };
    case 'machi':
      return {
        ...common,
        kind: 'towns',
        lead: `「${record.name}」の参加市町です。`,
        entries: [project],
        towns: [],
      };
    default:
      return { ...common, kind: 'list', lead: `「${record.name}」の事業です。`, entries: [project] };
  }
}

function isAbout(answer: Answer, project: ProjectEntry): boolean {
  if (!('entries' in answer)) return false;
  const entries: readonly Entry[] = answer.entries;
  return entries.length === 1 && entries[0]?.id === project.id;
}
