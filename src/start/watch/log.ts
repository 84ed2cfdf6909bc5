// The log: one JSON line each on standard error, without tokens, addresses that let one act as the bot, or people.
import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';

/** Fields whose value is a person, or what a person typed. */
const personal = ['user', 'by', 'person', 'from', 'to', 'typed'];

/** What must not stand in a line, wherever it comes from: an error's message, an SDK's own line. */
const secrets: [RegExp, string][] = [
  [/\bx(?:ox[a-z]|app)-[\w-]+/g, 'xox-…'],
  // The address of a database with its password.
  [/(\b[a-z]+:\/\/[^:@/\s"]*:)[^@/\s"]+@/g, '$1…@'],
  // Whoever has a response_url or a link to a socket may speak for the bot.
  [/https?:\/\/hooks\.slack\.com\/[^\s"\\]*/g, 'https://hooks.slack.com/…'],
  [/wss?:\/\/[^\s"\\]*/g, 'wss://…'],
  // People and direct messages, as Slack writes them.
  [/(?<![A-Z0-9])[DUW](?=[A-Z0-9]*\d)[A-Z0-9]{7,}(?![A-Z0-9])/g, '…'],
];

/** A line without what is nobody's business. */
function scrub(line: string): string {
  return secrets.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);
}

/** What an error is, without the values that drivers hang on it (a row, a request's body). */
function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack } = stdSerializers.err(error);
  const { code } = error as { code?: unknown };
  return { type, message, stack, ...(code === undefined ? {} : { code }) };
}

/** Opens the log; `written` is called with the level of each line (50 is an error). */
export function openLog(
  level: string,
  written: (level: number) => void = () => undefined,
  destination: DestinationStream = pino.destination(2),
): Logger {
  return pino(
    {
      level,
      redact: { paths: personal, censor: '…' },
      serializers: { err: plainError },
      hooks: {
        streamWrite: scrub,
        logMethod(args, method, of) {
          written(of);
          method.apply(this, args);
        },
      },
    },
    destination,
  );
}
