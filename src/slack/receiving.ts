// What every receiver over HTTP keeps to.
import type { AddressInfo } from 'node:net';

/** What a click on the largest view weighs is half of this; nothing Slack sends is larger. */
export const bodyLimit = 100 * 1024;

/** The port a started receiver listens at. */
export function addressOf(server: unknown, wanted: number): number {
  const { address } = server as { address(): AddressInfo | string | null };
  const at = address.call(server);
  return typeof at === 'object' && at !== null ? at.port : wanted;
}
