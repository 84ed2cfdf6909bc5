// Whether a copy can do all of its work now, and if not, why, in words for the person on duty.
import type { Store } from '../../ports/store.ts';
import { explainSlackError, slackErrorName } from '../../slack/errors/explain.ts';
import { within } from '../../slack/within.ts';

/** What a running copy says of itself. */
export interface Parts {
  store: Pick<Store, 'lastPlanSeq'>;
  /** Seq of the newest step of brought plans that this copy answers from or gave up. */
  plansTaken: () => number;
  /** Recorded results were read at least once. */
  resultsRead: () => boolean;
  /** The line of Socket Mode is open, or the HTTP receiver listens. */
  connected: () => boolean;
  /** Asks Slack whether the token is good. */
  askSlack: () => Promise<unknown>;
}

/** Reasons why it is not ready; none: it is. */
export interface Readiness {
  reasons(): Promise<string[]>;
}

/** A store or a Slack that is silent for so long counts as down. */
const patience = 2000;
/** Slack is asked again after so long; after a refusal sooner. */
const believed = { good: 60_000, bad: 5000 };

/** Looks at all parts each time, but asks Slack now and then only. */
export function createReadiness(parts: Parts): Readiness {
  const slack = createSlackCheck(parts.askSlack);
  return {
    async reasons() {
      const [plans, refusal] = await Promise.all([newestPlan(parts.store), slack()]);
      return [
        plans === null &&
          '記録の保存先につながりません。DATABASE_URL または DATA_DIR の場所を確かめてください。',
        plans !== null && plans > parts.plansTaken() && '取り込まれた計画をまだ読み終えていません。',
        plans !== null && !parts.resultsRead() && '登録された実績をまだ読めていません。',
        !parts.connected() && 'Slackにつながっていません。',
        refusal,
      ].filter((reason) => typeof reason === 'string');
    },
  };
}

async function newestPlan(store: Pick<Store, 'lastPlanSeq'>): Promise<number | null> {
  return await within(patience, store.lastPlanSeq(), null).catch(() => null);
}

function createSlackCheck(ask: () => Promise<unknown>): () => Promise<string | null> {
  let last: { at: number; refusal: string | null } | undefined;
  const look = async () => {
    const late = new Error('Slack is silent');
    try {
      if ((await within(patience, ask(), late)) === late) return 'Slackから返事がありません。';
      return null;
    } catch (error) {
      // Too many at once is no reason to be sent away.
      if (slackErrorName(error) === 'ratelimited') return null;
      return explainSlackError(error) ?? 'Slackに届きません。';
    }
  };
  return async () => {
    const age = performance.now() - (last?.at ?? Number.NEGATIVE_INFINITY);
    if (last && age < (last.refusal === null ? believed.good : believed.bad)) return last.refusal;
    const refusal = await look();
    last = { at: performance.now(), refusal };
    return refusal;
  };
}
