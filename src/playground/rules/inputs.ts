// What Slack's client itself refuses to submit: empty required fields and wrong formats.
import { type Obj, obj, objs, str } from '../json.ts';
import { rawOf, type State } from '../view-state.ts';

/** The error at each required or malformed input, by block id. */
export function inputErrors(blocks: Obj[], state: State): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of objs(blocks).filter((candidate) => candidate.type === 'input')) {
    const element = obj(block.element);
    const blockId = str(block.block_id);
    const value = rawOf(state[blockId]?.[str(element.action_id)]);
    const empty = value === null || value.length === 0;
    const wrong = empty
      ? block.optional !== true && 'この項目は必須です。'
      : formatError(element, str(value));
    if (wrong) errors[blockId] = wrong;
  }
  return errors;
}

function formatError(element: Obj, text: string): string | null {
  if (element.type === 'url_text_input')
    return /^https?:\/\/\S+$/.test(text) ? null : '有効なURLを入力してください。';
  if (element.type !== 'plain_text_input') return null;
  const most = Number(element.max_length ?? 3000);
  return [...text].length > most ? `${most}文字以下で入力してください。` : null;
}
