// What became of a post: taken, refused for good, surely not sent, or unknown. Only what surely was not sent is sent again.
import { type ErrorCode, WebClient } from '@slack/web-api';
import type { DigestMessage } from '../../present/digest/digest.ts';
import { slackErrorName } from '../errors/explain.ts';
import { asBlocks } from '../sdk-types.ts';

export type Outcome =
  | { kind: 'posted'; ts: string }
  /** Slack will not take it into this channel. */
  | { kind: 'refused'; error: string }
  /** It surely did not arrive: wait and send again. */
  | { kind: 'not-sent'; error: string; waitSeconds: number }
  /** It may stand in the channel: nobody can know without reading it. */
  | { kind: 'unknown'; error: string };

/** A client that never repeats a call by itself: a lost answer to a post must not post twice. */
export function digestClient(token: string, apiUrl?: string, reach?: typeof fetch): WebClient {
  return new WebClient(token, {
    ...(reach ? { fetch: reach } : {}),
    ...(apiUrl ? { slackApiUrl: apiUrl.replace(/\/*$/, '/') } : {}),
    timeout: 15_000,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
}

/** Posts a message once; blocks that Slack refuses are left out and the text goes alone. Never throws. */
export async function postOnce(
  client: WebClient,
  message: DigestMessage,
  where: { channel: string; thread_ts?: string },
  metadata?: { subscription: string; day: string; part: number },
): Promise<Outcome> {
  const post = async (shown: { blocks?: ReturnType<typeof asBlocks> }): Promise<Outcome> => {
    const { ts } = await client.chat.postMessage({
      ...where,
      text: message.text,
      ...shown,
      ...(metadata ? { metadata: { event_type: 'hakaru_digest', event_payload: metadata } } : {}),
      unfurl_links: false,
      unfurl_media: false,
    });
    return ts ? { kind: 'posted', ts } : { kind: 'unknown', error: 'no_ts' };
  };
  try {
    return await post({ blocks: asBlocks(message.blocks) });
  } catch (error) {
    if (!/blocks|msg_too_long/.test(slackErrorName(error) ?? '')) return outcomeOf(error);
  }
  return await post({}).catch(outcomeOf);
}

/** Slack's own trouble in the middle of its work: the message may have been posted. */
const halfDone = ['internal_error', 'fatal_error'];
/** Trouble that passes or that an administrator mends; no fault of the channel. */
const passing = [
  'ratelimited',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'accesslimited',
  'token_revoked',
  'token_expired',
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'missing_scope',
];
/** The connection was never made. */
const neverConnected =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT|SELF_SIGNED/;

/** Reads the SDK's error. */
function outcomeOf(error: unknown): Outcome {
  const { code, statusCode, retryAfter } = error as {
    code?: `${ErrorCode}`;
    statusCode?: number;
    retryAfter?: number;
  };
  const name = slackErrorName(error) ?? causeCodes(error) ?? String(error);
  if (code === 'slack_webapi_rate_limited_error')
    return { kind: 'not-sent', error: 'ratelimited', waitSeconds: retryAfter ?? 30 };
  if (code === 'slack_webapi_platform_error') {
    if (halfDone.includes(name)) return { kind: 'unknown', error: name };
    if (passing.includes(name)) return { kind: 'not-sent', error: name, waitSeconds: 30 };
    return { kind: 'refused', error: name };
  }
  // The edge of Slack answers 503 before anything is done; 500, 502 and 504 tell nothing.
  if (code === 'slack_webapi_http_error')
    return statusCode === 503 || statusCode === 429
      ? { kind: 'not-sent', error: `http_${statusCode}`, waitSeconds: 30 }
      : { kind: 'unknown', error: `http_${statusCode}` };
  if (neverConnected.test(name) || /Retry header/.test(String(error)))
    return { kind: 'not-sent', error: name, waitSeconds: 30 };
  return { kind: 'unknown', error: name };
}

/** `fetch failed` hides its reason in the causes: ECONNREFUSED. */
function causeCodes(error: unknown): string | null {
  const codes: string[] = [];
  for (
    let one = error as { code?: unknown; cause?: unknown; errors?: unknown[] } | undefined, deep = 0;
    one && deep < 6;
    deep += 1
  ) {
    if (typeof one.code === 'string' && !one.code.startsWith('slack_')) codes.push(one.code);
    one = (one.cause ?? one.errors?.[0]) as typeof one;
  }
  return codes.length > 0 ? codes.join(' ') : null;
}
