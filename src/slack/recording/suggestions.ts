// What the type-ahead of the KPI offers: found by words, or, with nothing typed, what awaits its result.
import { kpiEntry } from '../../answer/entries.ts';
import { dayInJapan } from '../../ports/clock.ts';
import type { Element } from '../../present/blocks/block.ts';
import { option } from '../../present/modal-view.ts';
import type { SlackContext } from '../context.ts';
import { kpiLabel } from './modal.ts';

const most = 50;

export function kpiSuggestions(
  { bot, clock }: Pick<SlackContext, 'bot' | 'clock'>,
  typed: string,
): Element[] {
  const { repository, search } = bot;
  const asOf = dayInJapan(clock.now());
  const ids =
    typed.trim() === ''
      ? repository.kpis.map(({ id }) => id)
      : search.search(typed, { kinds: ['kpi'] }).hits.map(({ id }) => id);
  const entries = ids
    .slice(0, typed.trim() === '' ? 500 : most)
    .flatMap((id) => kpiEntry(repository, id, 1, asOf) ?? []);
  const awaited =
    typed.trim() === ''
      ? entries
          .filter(({ state }) => state.status === '期限超過・実績未登録' || state.status === '実績待ち')
          .sort((a, b) => (b.state.inputs.due ?? '').localeCompare(a.state.inputs.due ?? ''))
      : entries;
  return awaited.slice(0, most).map((entry) => option(kpiLabel(entry), entry.id));
}
