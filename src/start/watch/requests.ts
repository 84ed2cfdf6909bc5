// What comes from Slack and goes to it: acknowledgements, requests that run, and Slack's answers by their error.
import type { App } from '@slack/bolt';
import type { Metrics } from './metrics.ts';

/** Kinds of request by the body's `type`; a command has none. */
const kinds = [
  'event_callback',
  'block_actions',
  'block_suggestion',
  'view_submission',
  'view_closed',
  'shortcut',
  'message_action',
];

function kindOf(body: unknown): string {
  const { type, command } = (body ?? {}) as { type?: unknown; command?: unknown };
  if (typeof command === 'string') return 'command';
  return kinds.find((kind) => kind === type) ?? 'other';
}

/** Counts every request from the moment it is read. Call it last: what it wraps is within the time. */
export function watchRequests(app: App, metrics: Metrics): void {
  const processEvent = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    const kind = kindOf(event.body);
    const ended = metrics.requestSeconds.startTimer({ kind });
    const acknowledged = metrics.ackSeconds.startTimer({ kind });
    let waiting = true;
    metrics.requestsRunning.inc();
    try {
      await processEvent({
        ...event,
        async ack(answer) {
          await event.ack(answer);
          if (waiting) acknowledged();
          waiting = false;
        },
      });
    } finally {
      metrics.requestsRunning.dec();
      ended();
    }
  };
}

/** Slack's names of methods and errors; anything else must not become a label. */
const plainName = /^[a-z][\w.]{1,60}$/i;

/** The platform's `fetch`, with each call to the Web API counted. */
export function watchFetch(metrics: Metrics): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const last = url.pathname.split('/').at(-1) ?? '';
    const method = plainName.test(last) ? last : 'other';
    try {
      const response = await fetch(input, init);
      metrics.slackCalls.inc({ method, result: await resultOf(response) });
      return response;
    } catch (error) {
      metrics.slackCalls.inc({ method, result: 'no_answer' });
      throw error;
    }
  };
}

async function resultOf(response: Response): Promise<string> {
  if (!response.ok) return `http_${response.status}`;
  try {
    const { ok, error } = (await response.clone().json()) as { ok?: unknown; error?: unknown };
    if (ok === true) return 'ok';
    return typeof error === 'string' && plainName.test(error) ? error : 'other';
  } catch {
    return 'other';
  }
}
