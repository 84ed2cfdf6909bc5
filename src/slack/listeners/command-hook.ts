// What a listener offers that takes texts of `/kpi` over: recording, subscriptions.
import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { SlackContext } from '../context.ts';

/** What a slash command brings. */
export type CommandArgs = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** Takes a command's text over (`/kpi 実績 …`, `/kpi 通知 …`); true when it did. Called after the acknowledgement. */
export type CommandHook = (args: CommandArgs, context: SlackContext) => Promise<boolean>;
