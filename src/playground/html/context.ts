// What drawing needs to know besides the blocks.
import type { Obj } from '../json.ts';

export interface RenderContext {
  /** Names behind `<@U…>` and `<#C…>`; undefined when unknown. */
  userName(id: string): string | undefined;
  channelName(id: string): string | undefined;
  people: { id: string; name: string }[];
  channels: { id: string; name: string }[];
  /** Channel for `default_to_current_conversation`. */
  currentChannel: string;
  /** What stands in the inputs: block id → action id → Slack's state object. */
  state: Record<string, Record<string, Obj>>;
  /** Makes element ids unique in the page. */
  idPrefix: string;
}
