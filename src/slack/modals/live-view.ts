// A modal that answers while somebody types: an older look never stands over a newer one, in whatever copy it was made.
import type { WebClient } from '@slack/web-api';
import { slackErrorName } from '../errors/explain.ts';
import { type Shown, updateIfOpen, updateView } from './open-view.ts';

/** What a keystroke's delivery tells of the view and of when it was typed. */
export interface Typed {
  view: { id: string; hash?: string };
  /** Slack's `action_ts`. */
  at: string;
}

export interface LiveViews {
  /** Shows what was worked out for a keystroke, unless the person has typed on since. */
  show(client: WebClient, typed: Typed, screen: Shown): Promise<void>;
}

const remembered = 500;

export function createLiveViews(): LiveViews {
  const newest = new Map<string, string>();
  return {
    async show(client, { view, at }, screen) {
      if (Number(newest.get(view.id) ?? 0) > Number(at)) return;
      newest.delete(view.id);
      newest.set(view.id, at);
      const [oldest] = newest.keys();
      if (newest.size > remembered && oldest !== undefined) newest.delete(oldest);
      try {
        await updateView(client, view.id, screen, view.hash);
      } catch (error) {
        const name = slackErrorName(error);
        // Closed meanwhile: nothing to show. Typed faster than Slack counts: the next key or the submission shows it.
        if (name === 'not_found' || name === 'ratelimited') return;
        if (name !== 'hash_conflict') throw error;
        // An older look of fast typing was shown first; only the newest may follow it.
        if (newest.get(view.id) === at) await updateIfOpen(client, view.id, screen);
      }
    },
  };
}
