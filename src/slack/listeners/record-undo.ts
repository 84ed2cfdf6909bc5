// 「取り消す」: takes a just recorded result back and says what stands now.
import type { BlockAction } from '@slack/bolt';
import { kpiEntry } from '../../answer/entries.ts';
import { dayInJapan } from '../../ports/clock.ts';
import { actionPattern, decodeValue } from '../../present/actions.ts';
import type { RegisterListener } from '../context.ts';
import { plainMessage, undoneMessage } from '../recording/messages.ts';
import { undoResult } from '../recording/save.ts';
import { send } from '../reply.ts';
import { clickedValue } from './clicked.ts';
import { tellStale } from './stale-button.ts';

export const registerRecordUndo: RegisterListener = (app, context) => {
  app.action<BlockAction>(actionPattern('undo'), async ({ ack, body, action, respond, client }) => {
    await ack();
    const value = decodeValue('undo', clickedValue(action));
    const channel = body.channel?.id;
    const asOf = dayInJapan(context.clock.now());
    if (value === null || channel === undefined) return await tellStale(context, { body, respond, client });
    const user = body.user.id;
    const place = { way: 'private', respond, channel, user } as const;
    const refusal = await context.recorders.refusal(client, user);
    if (refusal) return await send(client, place, plainMessage(refusal.lines.join('\n')), context.log);
    const undone = await undoResult(context, value, user);
    const kpi = kpiEntry(context.bot.repository, value.kpi, 1, asOf);
    if (!kpi) return await tellStale(context, { body, respond, client });
    // While the store is down the button stays for another try.
    const replace = undone.kind !== 'down';
    await send(client, { ...place, replace }, undoneMessage(undone, kpi, value.fy), context.log);
  });
};
