// Rules for rich_text: sections of text and mentions, and that every text holds something.
import { codePoints, type Obj, obj, str } from '../json.ts';
import { array, type Check, problem } from './check.ts';

const inline = ['text', 'user', 'usergroup', 'channel'];
const many = { max: 1000, min: 0, required: true };

/** Checks a rich_text block and returns the characters it shows. */
export function checkRichText(check: Check, block: Obj, path: string): number {
  let characters = 0;
  array(check, block.elements, `${path}/elements`, many).forEach((item, i) => {
    const part = obj(item);
    const at = `${path}/elements/${i}`;
    if (part.type !== 'rich_text_section')
      problem(check, `${at}/type`, `unsupported type: ${str(part.type) || '(none)'}`);
    array(check, part.elements, `${at}/elements`, many).forEach((element, e) => {
      characters += checkInline(check, obj(element), `${at}/elements/${e}`);
    });
  });
  return characters;
}

function checkInline(check: Check, element: Obj, path: string): number {
  const type = str(element.type);
  if (!inline.includes(type)) problem(check, `${path}/type`, `unsupported type: ${type || '(none)'}`);
  if (type === 'text' && str(element.text) === '')
    problem(check, `${path}/text`, 'must be more than 0 characters');
  return codePoints(str(element.text));
}
