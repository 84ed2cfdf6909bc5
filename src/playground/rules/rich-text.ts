// Rules for rich_text: which elements stand in which, and that every text holds something.
import { codePoints, type Obj, obj, str } from '../json.ts';
import { array, type Check, problem, webAddress } from './check.ts';

const inline = new Set([
  'text',
  'link',
  'user',
  'channel',
  'usergroup',
  'team',
  'emoji',
  'date',
  'broadcast',
  'color',
]);

/** Checks a rich_text block and returns the characters it shows. */
export function checkRichText(check: Check, block: Obj, path: string): number {
  let characters = 0;
  array(check, block.elements, `${path}/elements`, { max: 1000, min: 0, required: true }).forEach(
    (item, i) => {
      characters += checkPart(check, obj(item), `${path}/elements/${i}`);
    },
  );
  return characters;
}

function checkPart(check: Check, part: Obj, path: string): number {
  let characters = 0;
  switch (part.type) {
    case 'rich_text_section':
    case 'rich_text_quote':
    case 'rich_text_preformatted':
      array(check, part.elements, `${path}/elements`, { max: 1000, min: 0, required: true }).forEach(
        (item, i) => {
          characters += checkInline(check, obj(item), `${path}/elements/${i}`);
        },
      );
      break;
    case 'rich_text_list':
      if (part.style !== 'bullet' && part.style !== 'ordered')
        problem(check, `${path}/style`, 'must be one of: bullet, ordered');
      array(check, part.elements, `${path}/elements`, { max: 1000, required: true }).forEach((item, i) => {
        if (obj(item).type !== 'rich_text_section')
          problem(check, `${path}/elements/${i}/type`, 'must be rich_text_section');
        else characters += checkPart(check, obj(item), `${path}/elements/${i}`);
      });
      break;
    default:
      problem(check, `${path}/type`, `unsupported type: ${str(part.type) || '(none)'}`);
  }
  return characters;
}

function checkInline(check: Check, element: Obj, path: string): number {
  const type = str(element.type);
  if (!inline.has(type)) problem(check, `${path}/type`, `unsupported type: ${type || '(none)'}`);
  if (type === 'text' && str(element.text) === '')
    problem(check, `${path}/text`, 'must be more than 0 characters');
  if (type === 'link') webAddress(check, element.url, `${path}/url`);
  return codePoints(str(element.text) || str(element.url) || str(element.name));
}
