// Calls for views: a click allows them for three seconds only, so they are never queued behind a wait, and a refusal comes back at once.
import { WebClient } from '@slack/web-api';

const made = new WeakMap<WebClient, WebClient>();

/**
 * The same token and address, but a 429 fails at once: waiting for it, the SDK would hold back every other call too,
 * and the trigger would be gone (seen 2026-11).
 */
export function promptClient(client: WebClient): WebClient {
  const known = made.get(client);
  if (known) return known;
  const prompt = new WebClient(client.token, {
    slackApiUrl: client.slackApiUrl,
    timeout: 2500,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 3, factor: 2, minTimeout: 150, maxTimeout: 600 },
  });
  made.set(client, prompt);
  return prompt;
}
