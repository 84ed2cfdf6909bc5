// Which question a button on an entry asks. Entries are named by id: short, unique, and right after a restart.
import type { Entry, KpiEntry, ProjectEntry } from '../../answer/answer.ts';
import { button, type Element } from './block.ts';

export function askFor(entry: { kind: Entry['kind']; id: string }): string {
  return `${entry.kind === 'kpi' ? '/kpi' : '/jigyo'} ${entry.id}`;
}

/** What leads on from a KPI. */
export function kpiButtons(entry: KpiEntry, detail: boolean): Element[] {
  const project = entry.projects[0];
  return [
    ...(detail ? [] : [button('ask', '詳細', { ask: askFor(entry) })]),
    button('ask', '根拠', { ask: `/kpi 根拠 ${entry.id}` }),
    ...(project ? [button('ask', '事業を見る', { ask: `/jigyo ${project.id}` })] : []),
    button('record', '実績を入力', { kpi: entry.id }),
    ...(detail && entry.record.recorded.length > 0
      ? [button('ask', '履歴', { ask: `/kpi 履歴 ${entry.id}` })]
      : []),
  ];
}

/** What leads on from a project. */
export function projectButtons(entry: ProjectEntry, detail: boolean): Element[] {
  const { record } = entry;
  return [
    ...(detail ? [] : [button('ask', '詳細', { ask: askFor(entry) })]),
    ...(record.kpis.length > 0 ? [button('ask', 'KPIを見る', { ask: `/kpi ${entry.id}` })] : []),
    ...(record.participants.scope !== 'unknown'
      ? [button('ask', '参加市町', { ask: `/machi ${entry.id}` })]
      : []),
    ...(record.budgets.length > 0 ? [button('ask', '予算の推移', { ask: `/yosan ${entry.id}` })] : []),
  ];
}
