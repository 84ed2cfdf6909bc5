// What a running copy counts, in Prometheus' own form. Labels are words of ours and Slack's, never a text, a channel or a person.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds: Slack wants its acknowledgement within 3, people an answer within a breath. */
const moments = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** All counters of one copy. */
export type Metrics = ReturnType<typeof createMetrics>;

/** A registry of its own: two copies in one process (tests) do not add up. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name: `hakaru_${name}`, help, labelNames, registers });
  const gauge = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Gauge({ name: `hakaru_${name}`, help, labelNames, registers });
  const histogram = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Histogram({ name: `hakaru_${name}`, help, labelNames, buckets: moments, registers });
  return {
    registry,
    asks: counter('asks_total', 'Questions answered, by what was wanted and what came of it', [
      'intent',
      'outcome',
    ]),
    unreadWords: counter('unread_words_total', 'Words of questions that nothing in the answer used', []),
    askSeconds: histogram('ask_seconds', 'From a question to its answer, without Slack', ['intent']),
    requestSeconds: histogram('request_seconds', 'From a request of Slack to the end of all work for it', [
      'kind',
    ]),
    ackSeconds: histogram('ack_seconds', 'From a request of Slack to its acknowledgement', ['kind']),
    slackCalls: counter('slack_calls_total', 'Calls to the Web API by method and result (ok, or the error)', [
      'method',
      'result',
    ]),
    digests: counter('digests_total', 'Digests and reminders by what became of them', ['state']),
    results: counter('results_total', 'Results that staff recorded, corrected or withdrew', ['kind']),
    storeSeconds: histogram('store_seconds', 'Calls to the store', ['method']),
    storeErrors: counter('store_errors_total', 'Calls to the store that failed', ['method', 'reason']),
    logLines: counter('log_lines_total', 'Lines of the log at warn and above', ['level']),
    requestsRunning: gauge('requests_running', 'Requests of Slack that are being worked on', []),
    questionsWaiting: gauge(
      'questions_waiting',
      'Questions claimed in the last 10 minutes without an answer',
      [],
    ),
    digestsWaiting: gauge('digests_waiting', 'Digests decided and not yet posted, in all copies', []),
    ready: gauge('ready', '1 when /readyz says so', []),
    records: gauge('records', 'Records that are answered from', ['kind']),
  };
}
