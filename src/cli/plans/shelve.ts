// `plans shelve`: brings the tables that `PLANS=postgres` answers from to hold the plans of seeds/ and the brought ones.
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { parseSeeds } from '../../data/load-seeds.ts';
import { townsFile } from '../../data/seed-texts.ts';
import { ConfigError } from '../../errors.ts';
import { loadPlans } from '../../plans-postgres/load/load-plans.ts';
import { wordTools } from '../../start/bot/asking.ts';
import { dictionaryCacheFile } from '../../start/open-bot.ts';
import { packageRoot } from '../../start/package-root.ts';
import { dataSettings } from '../../start/plans/here.ts';
import { readBrought, seedsOnly, textsOf } from '../../start/plans/source.ts';
import { openStoreHere } from '../../start/store/here.ts';

/** Stores what changed and says so. */
export async function shelve(): Promise<void> {
  const settings = dataSettings(process.env);
  const { databaseUrl } = settings;
  if (!databaseUrl)
    throw new ConfigError('DATABASE_URL に、計画を入れる PostgreSQL のURLを設定してください。');
  // The first use makes the tables.
  const store = await openStoreHere(settings);
  const brought = await readBrought(store).finally(() => store.close());
  const texts = textsOf({ ...seedsOnly, seeds: settings.seeds, ...brought }, packageRoot());
  const { files, municipalities } = parseSeeds(texts);
  const plans = texts
    .filter(({ name }) => name !== townsFile)
    .map(({ text }, at) => ({
      place: String(at).padStart(8, '0'),
      file: files[at] as (typeof files)[number],
      hash: createHash('sha256').update(String(text)).digest('hex'),
    }));
  const loaded = await loadPlans(databaseUrl, plans, {
    ...(await wordTools()),
    municipalities,
    // A thread takes half a second to start, as long as twenty plans take; this one only numbers words and hands rows on.
    threads: plans.length > 20 && availableParallelism() > 1 ? Math.min(4, availableParallelism()) : 0,
    dictionary: { cacheFile: dictionaryCacheFile() },
  });
  process.stdout.write(
    `計画の表：${loaded.stored}件を入れ、${loaded.removed}件を外し、${loaded.kept}件はそのままです。\n`,
  );
}
