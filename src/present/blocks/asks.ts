// Which question a button on an entry asks. Entries are named by id: short, unique, and right after a restart.

import type { Entry, KpiEntry, ProjectEntry } from '../../answer/answer.ts';
import { budgetsOf } from '../../data/values.ts';
import { button, type Element } from './block.ts';

/** The question that shows just this entry: its command and its id. */
export function askFor(entry: { kind: Entry['kind']; id: string }): string {
  return `${entry.kind === 'kpi' ? '/kpi' : '/jigyo'} ${entry.id}`;
}

/** What leads on from a KPI; `here` is what the message itself already shows. */
export function kpiButtons(entry: KpiEntry, here?: '詳細'): Element[] {
  const project = entry.projects[0];
  return [
    ...(here === '詳細' ? [] : [button('ask', '詳細', { ask: askFor(entry) })]),
    button('ask', '根拠', { ask: `/kpi 根拠 ${entry.id}` }),
    ...(project ? [button('ask', '事業を見る', { ask: `/jigyo ${project.id}` })] : []),
    button('record', '実績を入力', { kpi: entry.id }),
    ...(here === '詳細' && entry.record.recorded.length > 0
      ? [button('ask', '履歴', { ask: `/kpi 履歴 ${entry.id}` })]
      : []),
  ];
}

type ProjectStep = '詳細' | 'KPIを見る' | '参加市町' | '予算の推移';

/** What leads on from a project; `here` is what the message itself already shows. */
export function projectButtons({ id, record, plan }: ProjectEntry, here?: ProjectStep): Element[] {
  const steps: { label: ProjectStep; ask: string; holds: boolean }[] = [
    { label: '詳細', ask: `/jigyo ${id}`, holds: true },
    { label: 'KPIを見る', ask: `/kpi ${id}`, holds: record.kpis.length > 0 },
    { label: '参加市町', ask: `/machi ${id}`, holds: record.participants.scope !== 'unknown' },
    { label: '予算の推移', ask: `/yosan ${id}`, holds: budgetsOf(record, plan).length > 0 },
  ];
  return steps
    .filter(({ label, holds }) => holds && label !== here)
    .map(({ label, ask }) => button('ask', label, { ask }));
}
