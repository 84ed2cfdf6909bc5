// `/kpi 設定 …`: what questions in this channel are about unless they say otherwise.
import { sentence } from '../../present/digest/subscriptions.ts';
import { plainQuestion } from '../plain-question.ts';
import { send } from '../reply.ts';
import { saveScope, scopeOf, scopeRequested } from '../scope.ts';
import { preview } from '../subscriptions/do.ts';
import type { CommandHook } from './command-hook.ts';

/** Takes `/kpi 設定 …` over. */
export const scopeHook: CommandHook = async ({ command, client, respond }, context) => {
  const wanted = scopeRequested(plainQuestion(command.text));
  if (wanted === undefined) return false;
  const { channel_id: channel, user_id: user } = command;
  const say = async (text: string) => {
    const message = sentence(text, context.config.commandPrefix);
    const place = { way: 'private', respond, channel, user } as const;
    await send(client, place, { ...message, plain: () => message.blocks }, context.log);
  };
  const before = await scopeOf(context, channel);
  if (wanted === '') {
    await say(
      before === ''
        ? 'このチャンネルの質問は、すべての計画から探します。「/kpi 設定 移住」のように、ふだん使う計画・課・言葉を決められます。'
        : `このチャンネルの質問は「${before}」でしぼっています。「/kpi 設定 解除」でやめられます。`,
    );
    return true;
  }
  if (wanted === null) {
    await saveScope(context, channel, '');
    await say('このチャンネルの設定を解除しました。質問は、すべての計画から探します。');
    return true;
  }
  const { watched, near, text } = await preview(context, wanted);
  if (watched === 0 || near) {
    await say(
      near
        ? `「${wanted}」をすべて満たすKPIはありません。計画・課か、ひとつの言葉を指定してください。`
        : text,
    );
    return true;
  }
  await saveScope(context, channel, wanted);
  context.log.info({ channel, scope: wanted, by: user }, 'scope of a channel set');
  await say(
    `このチャンネルの質問は「${wanted}」でしぼります（KPI ${watched}件）。質問に「全体」を付けると、すべてから探します。やめるときは「/kpi 設定 解除」と入力してください。`,
  );
  return true;
};
