// Signed HTTP deliveries to the bot, as Slack makes them: commands, interactions, events.
import { createHmac } from 'node:crypto';
import { type Obj, parseObj } from './json.ts';

export interface Delivery {
  kind: 'command' | 'interactive' | 'event';
  /** For the log: `/kpi`, `block_actions`, `event app_mention`. */
  name: string;
  payload: Obj;
  retry?: { number: number; reason: string };
}

export interface Ack {
  ok: boolean;
  status: number;
  /** JSON answer, or text, or null when empty. */
  body: Obj | string | null;
  /** Slack's word for what went wrong. */
  error?: 'operation_timeout' | 'dispatch_failed' | 'http_error';
  /** The bot asked for no more tries. */
  noRetry?: boolean;
}

/** `v0=…`: HMAC of version, timestamp and raw body. */
export function sign(signingSecret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

/** Events come as JSON, the others as a form; an interaction is one field of JSON in it. */
function encode({ kind, payload }: Delivery): { body: string; type: string } {
  if (kind === 'event') return { body: JSON.stringify(payload), type: 'application/json' };
  const fields = kind === 'interactive' ? { payload: JSON.stringify(payload) } : payload;
  const form = new URLSearchParams(fields as Record<string, string>);
  return { body: form.toString(), type: 'application/x-www-form-urlencoded' };
}

/** Posts a delivery to the bot and waits for its acknowledgement, three seconds unless another time is given. */
export async function deliverOverHttp(
  url: string,
  signingSecret: string,
  delivery: Delivery,
  ackWithin = 3000,
): Promise<Ack> {
  const { body, type } = encode(delivery);
  // Real time, not the playground's: the bot compares it with its machine's clock.
  const timestamp = Math.floor(Date.now() / 1000);
  const headers = new Headers({
    'content-type': type,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': sign(signingSecret, timestamp, body),
  });
  if (delivery.retry) {
    headers.set('x-slack-retry-num', String(delivery.retry.number));
    headers.set('x-slack-retry-reason', delivery.retry.reason);
  }
  try {
    const signal = AbortSignal.timeout(ackWithin);
    const response = await fetch(url, { method: 'POST', headers, body, signal });
    const text = await response.text();
    const noRetry = response.headers.get('x-slack-no-retry') === '1';
    const answer = { status: response.status, body: text === '' ? null : (parseObj(text) ?? text), noRetry };
    return response.ok ? { ok: true, ...answer } : { ok: false, ...answer, error: 'http_error' };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return { ok: false, status: 0, body: null, error: timedOut ? 'operation_timeout' : 'dispatch_failed' };
  }
}
