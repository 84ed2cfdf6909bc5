// What an app does with what arrives: claimed, seen once, kept from outsiders, then the listeners; errors to one handler.
import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { SlackContext } from './context.ts';
import { reportError } from './errors/report.ts';
import { listeners } from './listeners/index.ts';
import { keepOutsidersOut } from './outsiders.ts';
import { questionIn, unknownSubtype } from './questions.ts';
import { createRunning, type Running } from './running.ts';
import { createSeenEvents } from './seen-events.ts';

/** Registers everything; returns how many requests run. */
export function listen(app: App, client: WebClient, context: SlackContext): Running {
  const running = createRunning();
  claimBeforeAcknowledging(app, context, running);
  addMiddleware(app, context);
  for (const register of listeners) register(app, context);
  app.error(
    async ({ error, body }: { error: unknown; body: unknown }) =>
      await reportError(error, body, client, context.log),
  );
  return running;
}

/**
 * Bolt acknowledges an event before any listener sees it, and a process killed then would lose the question: it is
 * claimed first. A delivery of what is claimed already is only acknowledged.
 */
function claimBeforeAcknowledging(app: App, context: SlackContext, running: Running): void {
  const { log, questions, config, turns } = context;
  const processEvent = app.processEvent.bind(app);
  const claimed: typeof app.processEvent = async (event) => {
    const ack = async (answer?: Parameters<typeof event.ack>[0]) => {
      await event.ack(answer).catch((error: unknown) => {
        // The line was refreshed in between: the answer still has its way, so it is given.
        const lineEnded = String((error as { code?: unknown }).code).startsWith('slack_socket_mode_');
        if (config.slack.mode !== 'socket' || !lineEnded) throw error;
        log.warn({ cause: String(error) }, 'the line ended before the acknowledgement');
      });
      // Three hundred at once are all acknowledged first: an answer is worked out in one piece.
      await turns.mine();
    };
    const subtype = unknownSubtype(event.body);
    if (subtype !== null) log.info({ subtype }, 'a message of an unknown kind is not answered');
    const question = questionIn(event.body);
    turns.arrived();
    if (question && (await questions.claim(question)) === 'taken') return await ack();
    await processEvent({ ...event, ack });
  };
  app.processEvent = (event) => running.count(() => claimed(event));
}

function addMiddleware(app: App, context: SlackContext): void {
  const firstSight = createSeenEvents(context);
  app.use(async ({ body, next, ...args }) => {
    const id = (body as { event_id?: unknown }).event_id;
    // A question is known by its message, which was claimed already.
    if (questionIn(body) === null && typeof id === 'string' && !(await firstSight(id))) {
      // Bolt leaves a workflow step to its listener: unanswered, Slack would send it on and on.
      if ('ack' in args) await (args.ack as (() => Promise<void>) | undefined)?.();
      return;
    }
    await next();
  });
  app.use(async (args) => {
    if (!(await keepOutsidersOut(context, args))) await args.next();
  });
}
