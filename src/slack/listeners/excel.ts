// 「Excelで」: the answer, or all KPIs of a digest, as a file in the person's direct message.
import type { BlockAction } from '@slack/bolt';
import { actionPattern, decodeValue } from '../../present/actions.ts';
import { noticeModal } from '../../present/modal-view.ts';
import { answerAgain } from '../ask.ts';
import type { RegisterListener } from '../context.ts';
import { digestList, excelComes, excelSent, sendExcel } from '../excel.ts';
import { openView } from '../modals/open-view.ts';
import { audienceOf } from '../outsiders.ts';
import { send } from '../reply.ts';
import { clickedPlace, clickedValue } from './clicked.ts';
import { tellStale } from './stale-button.ts';

export const registerExcel: RegisterListener = (app, context) => {
  app.action<BlockAction>(
    actionPattern('excel'),
    async ({ ack, body, action, respond, client, context: request }) => {
      await ack();
      const value = decodeValue('excel', clickedValue(action));
      const own = audienceOf(context, request);
      // Over a modal nothing else would show that the click was heard.
      if (value !== null && body.view?.type === 'modal')
        await openView(client, body.trigger_id, noticeModal('Excelで', [excelComes]), 'on-top').catch(
          (error: unknown) => context.log.info({ cause: String(error) }, 'a file was not announced'),
        );
      if (value !== null && 'digest' in value)
        await sendExcel(own, client, { user: body.user.id }, await digestList(own, value.digest));
      else if (value !== null) {
        const { answer } = await answerAgain(own, value);
        await sendExcel(own, client, { user: body.user.id }, answer);
      } else return await tellStale(context, { body, respond, client });
      const place = clickedPlace(body, 'below', respond);
      // In a thread the file in the direct message says enough.
      if (place.way !== 'private' || place.channel.startsWith('D')) return;
      await send(client, place, { text: excelSent, blocks: [], plain: () => [] }, context.log);
    },
  );
};
