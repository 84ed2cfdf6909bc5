// Agent view: opening the Messages tab shows suggested prompts.
import { questionsToTry } from '../../answer/help.ts';
import type { Repository } from '../../data/repository.ts';
import type { RegisterListener } from '../context.ts';

/** At most four; the same as in manifest.yml. They serve where the plans of seeds/ are loaded. */
export const suggestedPrompts = [
  { title: '移住のKPIを見る', message: '移住のKPIは？' },
  { title: '遅れているKPIを見る', message: '遅れているKPIは？' },
  { title: '町が参加する事業を見る', message: '上毛町が参加している事業は？' },
  { title: '使い方を見る', message: 'ヘルプ' },
] as const;

/** Prompts that have an answer in the plans that are loaded. */
function promptsFor(repository: Repository): { title: string; message: string }[] {
  if (repository.municipalities.length > 0) return suggestedPrompts.map((prompt) => ({ ...prompt }));
  return [...questionsToTry(repository), 'ヘルプ'].map((message) => ({
    title: message === 'ヘルプ' ? '使い方を見る' : message.slice(0, 60),
    message,
  }));
}

export const registerAskPrompts: RegisterListener = (app, context) => {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'messages') return;
    try {
      await client.apiCall('assistant.threads.setSuggestedPrompts', {
        channel_id: event.channel,
        prompts: promptsFor(context.bot.repository),
      });
    } catch (error) {
      // Prompts are a courtesy: a workspace without agents goes on without them and without a message.
      context.log.info({ cause: String(error) }, 'suggested prompts were refused');
    }
  });
};
