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

/** Body and content type of a delivery over HTTP. */
function encode(delivery: Delivery): { body: string; type: string } {
  if (delivery.kind === 'event') return { body: JSON.stringify(delivery.payload), type: 'application/json' };
  const fields: Record<string, string> =
    delivery.kind === 'interactive'
      ? { payload: JSON.stringify(delivery.payload) }
      : Object.fromEntries(Object.entries(delivery.payload).map(([key, value]) => [key, String(value)]));
  return { body: new URLSearchParams(fields).toString(), type: 'application/x-www-form-urlencoded' };
}

/** Posts a delivery to the bot and waits for its acknowledgement, three seconds unless told otherwise. */
export async function deliverOverHttp(
  url: string,
  signingSecret: string,
  delivery: Delivery,
  ackWithin = 3000,
): Promise<Ack> {
  const { body, type } = encode(delivery);
  // Real time, not the playground's: the bot compares it with its machine's clock.
  const timestamp = Math.floor(Date.now() / 1000);
  const headers: Record<string, string> = {
    'content-type': type,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': sign(signingSecret, timestamp, body),
  };
  if (delivery.retry) {
    headers['x-slack-retry-num'] = String(delivery.retry.number);
    headers['x-slack-retry-reason'] = delivery.retry.reason;
  }
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(ackWithin),
    });
    const text = await response.text();
    return {
      ok: response.ok,
      status: response.status,
      body: text === '' ? null : (parseObj(text) ?? text),
      ...(response.ok ? {} : { error: 'http_error' as const }),
      ...(response.headers.get('x-slack-no-retry') === '1' ? { noRetry: true } : {}),
    };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return { ok: false, status: 0, body: null, error: timedOut ? 'operation_timeout' : 'dispatch_failed' };
  }
}
