// Bolt's log lines into ours.
import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';

/** The only debug lines without payloads; at DEBUG the SDKs print questions, answers and addresses. */
const harmless = /^(?:apiCall\('[\w.]+'\) (?:start|end)|WebSocket open event received.*)$/;

export function boltLogger(log: Logger): BoltLogger {
  const line = (parts: unknown[]) =>
    parts.map((part) => (part instanceof Error ? part.stack : String(part))).join(' ');
  return {
    debug(...parts) {
      const text = line(parts);
      if (harmless.test(text)) log.debug(text);
    },
    info: (...parts) => log.debug(line(parts)),
    warn: (...parts) => log.warn(line(parts)),
    error: (...parts) => log.error(line(parts)),
    // pino's level decides.
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
