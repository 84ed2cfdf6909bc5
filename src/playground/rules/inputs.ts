// What Slack's client itself refuses to submit: empty required fields and wrong formats.
import { type Obj, obj, str } from '../json.ts';
import { rawOf, type State } from '../view-state.ts';

/** The error at each required or malformed input, by block id: what Slack's client itself refuses to submit. */
export function inputErrors(blocks: Obj[], state: State): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of blocks.filter((candidate) => candidate.type === 'input')) {
    const element = obj(block.element);
    const blockId = str(block.block_id);
    const value = rawOf(state[blockId]?.[str(element.action_id)]);
    const text = typeof value === 'string' ? value : '';
    const empty = value === null || value.length === 0;
    if (empty && block.optional !== true) errors[blockId] = 'この項目は必須です。';
    else if (!empty) {
      const wrong = formatError(element, text);
      if (wrong) errors[blockId] = wrong;
    }
  }
  return errors;
}

function formatError(element: Obj, text: string): string | null {
  switch (element.type) {
    case 'number_input': {
      const value = Number(text);
      if (!/^-?\d+(\.\d+)?$/.test(text)) return '数値を入力してください。';
      if (element.is_decimal_allowed !== true && !Number.isInteger(value)) return '整数を入力してください。';
      if (element.min_value !== undefined && value < Number(element.min_value))
        return `${element.min_value}以上で入力してください。`;
      if (element.max_value !== undefined && value > Number(element.max_value))
        return `${element.max_value}以下で入力してください。`;
      return null;
    }
    case 'url_text_input':
      return /^https?:\/\/\S+$/.test(text) ? null : '有効なURLを入力してください。';
    case 'email_text_input':
      return /^\S+@\S+$/.test(text) ? null : '有効なメールアドレスを入力してください。';
    case 'plain_text_input':
      if (typeof element.min_length === 'number' && [...text].length < element.min_length)
        return `${element.min_length}文字以上で入力してください。`;
      if (typeof element.max_length === 'number' && [...text].length > element.max_length)
        return `${element.max_length}文字以下で入力してください。`;
      return null;
    default:
      return null;
  }
}
