// Any number of plans with synthetic projects: each a copy of a real one under other names, so that a million projects stand in thousands of plans.
import type { Seeds } from '../src/data/repository.ts';
import type { PlanFile } from '../src/data/schemas/plan.ts';
import { syntheticDocuments } from './corpus.ts';

/** Projects of one plan; a city's plan holds about so many. */
export const perPlan = 375;

/** `count` projects in plans of at most `size`, every other project with a KPI; the same for the same numbers. */
export function* manyPlans({ files }: Seeds, count: number, size = perPlan): Generator<PlanFile> {
  for (let from = 0, i = 0; from < count; from += size, i++)
    yield planLike(files[i % files.length] as PlanFile, i, Math.min(size, count - from));
}

function planLike({ plan, policies, projects, kpis }: PlanFile, i: number, count: number): PlanFile {
  const own = (id: string) => `${id}-s${i}`;
  const texts = JSON.stringify(plan.attributes);
  return {
    plan: {
      ...plan,
      id: own(plan.id),
      name: `見本${i}号総合計画`,
      shortName: `見本${i}号計画`,
      aliases: [],
      municipality: `見本${i}市`,
      documents: plan.documents.map(({ aliases: _, ...document }) => document),
      attributes: JSON.parse(texts),
    },
    policies: policies.map((policy) => ({
      ...policy,
      id: own(policy.id),
      parent: policy.parent === null ? null : own(policy.parent),
    })),
    projects: syntheticDocuments(count, 1000 + i).map(({ name, fields }, at) => {
      const like = projects[at % projects.length] as PlanFile['projects'][number];
      return {
        ...like,
        id: own(`synthetic-${at}`),
        name,
        aliases: [],
        keywords: fields.slice(1, 6).map(({ text }) => text),
        summary: fields[6]?.text ?? name,
        listings: like.listings.map((listing) => ({
          ...listing,
          policy: own(listing.policy),
          directions: listing.directions.map(own),
        })),
        // No two plans spend the same, nor change alike from year to year.
        amounts: like.amounts.map((amount) =>
          amount.yen === null
            ? amount
            : {
                ...amount,
                yen: amount.yen + ((i * 7919 + at * 104_729 + (amount.fy ?? 0) * 1543) % 9973) * 1000,
              },
        ),
      };
    }),
    kpis: Array.from({ length: Math.ceil(count / 2) }, (_, at) => {
      const like = kpis[at % kpis.length] as PlanFile['kpis'][number];
      return {
        ...like,
        id: own(`synthetic-${at}-kpi`),
        name: `${like.name}（見本${i}-${at}）`,
        aliases: [],
        policy: like.policy === null ? null : own(like.policy),
        projects: like.policy === null ? [own(`synthetic-${at * 2}`)] : [],
      };
    }),
  };
}
