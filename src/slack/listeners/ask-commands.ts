// Slash commands: acknowledged at once, answered to the person alone.
import { commandNames } from '../../present/blocks/command-prefix.ts';
import { toMessage } from '../ask.ts';
import { askInScope } from '../ask-in-scope.ts';
import type { RegisterListener } from '../context.ts';
import { hasSheets, readExcelWish, sendExcel, wishedAsFile } from '../excel.ts';
import { audienceOf } from '../outsiders.ts';
import { plainQuestion } from '../plain-question.ts';
import { send } from '../reply.ts';
import { scopeOf } from '../scope.ts';
import type { CommandHook } from './command-hook.ts';
import { dutyHook } from './owners.ts';
import { recordHook } from './record.ts';
import { scopeHook } from './scope.ts';
import { subscriptionHook } from './subscriptions.ts';

/** Texts of `/kpi` that are no questions; the first hook that takes one ends it. */
const commandHooks: CommandHook[] = [subscriptionHook, recordHook, dutyHook, scopeHook];

export const registerAskCommands: RegisterListener = (app, context) => {
  for (const command of commandNames) {
    app.command(`/${context.config.commandPrefix}${command}`, async (args) => {
      await args.ack();
      if (command === 'kpi') {
        for (const hook of commandHooks) if (await hook(args, context)) return;
      }
      const { channel_id: channel, user_id: user } = args.command;
      const { question: text, excel } = readExcelWish(plainQuestion(args.command.text));
      // The command belongs to the question: buttons and follow-ups ask it again.
      const own = audienceOf(context, args.context);
      const scope = await scopeOf(context, channel);
      const asked = await askInScope(own, { text, scope, command: `/${command} ` });
      const answer = excel ? wishedAsFile(asked.answer) : asked.answer;
      const place = { way: 'private', respond: args.respond, channel, user } as const;
      // A direct message has nobody to share with.
      const shown = { shareable: !channel.startsWith('D') && !own.outside };
      await send(args.client, place, toMessage(own, answer, shown), context.log);
      if (excel && hasSheets(answer)) await sendExcel(own, args.client, { user }, answer);
    });
  }
};
