// 「取り込む」「やめる」「取り消す」 of a file that was sent: the answers are read from the card, the file is read again.
import type { BlockAction, RespondFn } from '@slack/bolt';
import { actionPattern, decodeValue } from '../../present/actions.ts';
import { type CardMessage, questionBlock } from '../../present/plans/card.ts';
import type { RegisterListener } from '../context.ts';
import { sharePlan } from '../plans/share-plan.ts';
import { takeFile, undoTaken } from '../plans/take-file.ts';
import { plainMessage } from '../recording/messages.ts';
import { send } from '../reply.ts';
import { respondPatiently } from '../respond.ts';
import { asBlocks } from '../sdk-types.ts';
import { clickedValue } from './clicked.ts';
import { tellStale } from './stale-button.ts';

export const registerBring: RegisterListener = (app, context) => {
  app.action<BlockAction>(actionPattern('bring'), async ({ ack, body, action, client, respond }) => {
    await ack();
    // A choice in the card is read when a button is clicked.
    if (action.type !== 'button') return;
    const value = decodeValue('bring', clickedValue(action));
    const channel = body.channel?.id;
    if (!value || channel === undefined || respond === undefined)
      return await tellStale(context, { body, respond, client });
    const user = body.user.id;
    const refusal = await context.planners.refusal(client, user);
    if (refusal) {
      const place = { way: 'private', channel, user, respond } as const;
      return await send(client, place, plainMessage(refusal.lines.join('\n')), context.log);
    }
    const show = (card: CardMessage) => replaceCard(respond, card);
    if (value.do === 'undo') return await show(await undoTaken(context, value, user));
    if (value.do === 'share' || value.do === 'unshare') return await show(await sharePlan(context, value));
    if (value.do === 'stop')
      return await show(plainMessage('取り込みをやめました。何も書き込んでいません。'));
    await show(await takeFile(context, client, { value, user, said: saidIn(body) }));
  });
};

/** What stands in the card's n-th question. */
function saidIn(body: BlockAction): (place: number) => string | null {
  const values = body.state?.values ?? {};
  return (place) => {
    const [input] = Object.values(values[questionBlock(place)] ?? {});
    const said = input?.selected_option?.value ?? input?.value;
    return said === undefined || said === null || said.trim() === '' ? null : said.trim();
  };
}

/** The card is changed in its place. */
async function replaceCard(respond: RespondFn, { text, blocks }: CardMessage): Promise<void> {
  await respondPatiently(respond, {
    replace_original: true,
    text,
    blocks: asBlocks(blocks),
  });
}
