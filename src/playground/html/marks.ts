// What every interactive element carries so that the page and the server know it again.
import { type Obj, str } from '../json.ts';
import { attributes } from './escape.ts';

/** Where an element stands in the page. */
export interface Spot {
  blockId: string;
  /** Unique in the page, for labels. */
  id: string;
  /** Changing it tells the bot at once (everywhere but in most inputs). */
  dispatch: boolean;
  /** Set when a `<label>` names the element already. */
  labelled?: boolean;
}

/** `data-` attributes every element carries. */
export function marks(element: Obj, spot: Spot, kind: string): string {
  return attributes({
    'data-kind': kind,
    'data-block': spot.blockId,
    'data-action': str(element.action_id),
    'data-dispatch': spot.dispatch,
  });
}
