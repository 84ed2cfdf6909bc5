// A process that appends entries and prints each id once the store has confirmed it: store settings, prefix, count.
import { openStore, type StoreSettings } from '../../src/stores/open-store.ts';

const [settings = '', prefix = '', count = ''] = process.argv.slice(2);
const store = openStore(JSON.parse(settings) as StoreSettings);
async function main(): Promise<void> {
  for (let n = 1; n <= Number(count); n += 1) {
    const { id } = await store.append({
      id: `${prefix}-${n}`,
      kind: 'recorded',
      kpi: 'hyoka-kpi-bus-tour',
      plan: 'kitakyushu-hyoka',
      fy: 2023,
      typed: `${n}人`,
      value: n,
      unit: '人',
      partly: false,
      comment: '',
      link: '',
      recordedBy: 'T1 U1',
      recordedAt: '2026-11-21T01:00:00.000Z',
    });
    process.stdout.write(`${id}\n`);
  }
  await store.close();
}

void main();
