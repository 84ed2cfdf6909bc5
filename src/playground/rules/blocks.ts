// Slack's rules for blocks, written from its documentation and on purpose without looking at how the bot builds them.
import { codePoints, isObj, type Obj, obj, objs, str } from '../json.ts';
import {
  array,
  type Check,
  newCheck,
  problem,
  type Surface,
  string,
  textObject,
  uniqueId,
  webAddress,
} from './check.ts';
import { checkElement, checkImage } from './elements.ts';
import { checkRichText } from './rich-text.ts';
import { checkChart, checkDataTable, checkTable } from './tables.ts';

const messageOnly = new Set([
  'table',
  'data_table',
  'data_visualization',
  'markdown',
  'context_actions',
  'task_card',
  'plan',
]);
/** Not documented, seen in use: a heavier message is refused. */
const messageJson = 13_000;

const rules: Record<string, (check: Check, block: Obj, path: string) => void> = {
  section(check, block, path) {
    if (block.text === undefined && block.fields === undefined)
      problem(check, path, 'one of text and fields is required');
    textObject(check, block.text, `${path}/text`, { max: 3000 });
    array(check, block.fields, `${path}/fields`, { max: 10 }).forEach((field, i) => {
      textObject(check, field, `${path}/fields/${i}`, { max: 2000 });
    });
    if (block.accessory !== undefined) checkElement(check, block.accessory, `${path}/accessory`, 'section');
  },
  header: (check, block, path) =>
    textObject(check, block.text, `${path}/text`, { max: 150, plain: true, required: true }),
  context: (check, block, path) =>
    array(check, block.elements, `${path}/elements`, { max: 10, required: true }).forEach((element, i) => {
      checkElement(check, element, `${path}/elements/${i}`, 'context');
    }),
  divider() {},
  actions: (check, block, path) =>
    array(check, block.elements, `${path}/elements`, { max: 25, required: true }).forEach((element, i) => {
      checkElement(check, element, `${path}/elements/${i}`, 'actions');
    }),
  context_actions: (check, block, path) =>
    array(check, block.elements, `${path}/elements`, { max: 5, required: true }).forEach((element, i) => {
      checkElement(check, element, `${path}/elements/${i}`, 'context_actions');
    }),
  input(check, block, path) {
    check.inputs += 1;
    textObject(check, block.label, `${path}/label`, { max: 2000, plain: true, required: true });
    textObject(check, block.hint, `${path}/hint`, { max: 2000, plain: true });
    checkElement(check, block.element, `${path}/element`, 'input');
  },
  rich_text(check, block, path) {
    checkRichText(check, block, path);
  },
  markdown(check, block, path) {
    string(check, block.text, `${path}/text`, { max: 12_000, required: true });
    check.markdown += codePoints(str(block.text));
  },
  image(check, block, path) {
    checkImage(check, block, path);
    textObject(check, block.title, `${path}/title`, { max: 2000, plain: true });
  },
  table: checkTable,
  data_table: checkDataTable,
  data_visualization: checkChart,
  alert(check, block, path) {
    if (check.surface !== 'modal') problem(check, path, 'alert is only allowed in modals');
    textObject(check, block.text, `${path}/text`, { max: 200, required: true });
    const levels = ['default', 'info', 'warning', 'error', 'success'];
    if (block.level !== undefined && !levels.includes(str(block.level)))
      problem(check, `${path}/level`, `must be one of: ${levels.join(', ')}`);
  },
  card: checkCard,
  carousel: (check, block, path) =>
    array(check, block.elements, `${path}/elements`, { max: 10, required: true }).forEach((card, i) => {
      if (obj(card).type !== 'card') problem(check, `${path}/elements/${i}/type`, 'must be card');
      else checkBlock(check, card, `${path}/elements/${i}`);
    }),
  container(check, block, path) {
    if (block.title === undefined && block.rich_text_title === undefined)
      problem(check, path, 'one of title and rich_text_title is required');
    textObject(check, block.title, `${path}/title`, { max: 150, plain: true });
    textObject(check, block.subtitle, `${path}/subtitle`, { max: 150 });
    array(check, block.child_blocks, `${path}/child_blocks`, { max: 10, required: true }).forEach(
      (child, i) => {
        const at = `${path}/child_blocks/${i}`;
        if (['table', 'data_table', 'data_visualization', 'container'].includes(str(obj(child).type)))
          problem(check, `${at}/type`, `${str(obj(child).type)} is not allowed inside a container`);
        else checkBlock(check, child, at);
      },
    );
  },
  video(check, block, path) {
    textObject(check, block.title, `${path}/title`, { max: 199, plain: true, required: true });
    webAddress(check, block.video_url, `${path}/video_url`);
  },
  file(check, _block, path) {
    problem(check, path, 'file blocks cannot be sent by apps');
  },
};

function checkCard(check: Check, block: Obj, path: string): void {
  if (!['hero_image', 'title', 'actions', 'body'].some((field) => block[field] !== undefined))
    problem(check, path, 'one of hero_image, title, actions and body is required');
  for (const [field, max] of [
    ['title', 150],
    ['subtitle', 150],
    ['body', 200],
  ] as const)
    textObject(check, block[field], `${path}/${field}`, { max });
  for (const field of ['hero_image', 'icon'])
    if (block[field] !== undefined) checkImage(check, obj(block[field]), `${path}/${field}`);
  array(check, block.actions, `${path}/actions`, { max: 3 }).forEach((button, i) => {
    checkElement(check, button, `${path}/actions/${i}`, 'card');
  });
}

function checkBlock(check: Check, value: unknown, path: string): void {
  if (!isObj(value)) {
    problem(check, path, 'must be an object');
    return;
  }
  const type = str(value.type);
  const rule = rules[type];
  if (!rule) {
    problem(check, `${path}/type`, `unsupported block type: ${type || '(none)'}`);
    return;
  }
  uniqueId(check, value.block_id, `${path}/block_id`, check.blockIds);
  if (messageOnly.has(type) && check.surface !== 'message')
    problem(check, path, `${type} is only allowed in messages`);
  rule(check, value, path);
}

/** Checks an array of blocks; the check object holds what was found. */
export function checkBlocks(blocks: unknown, surface: Surface): Check {
  const check = newCheck(surface);
  const max = surface === 'message' ? 50 : 100;
  array(check, blocks, '/blocks', { max, min: 0 }).forEach((block, i) => {
    checkBlock(check, block, `/blocks/${i}`);
  });
  if (check.markdown > 12_000)
    problem(
      check,
      '/blocks',
      `all markdown blocks together hold at most 12000 characters (has ${check.markdown})`,
    );
  return check;
}

/** Everything Slack would refuse about a message with these blocks; empty when it would take it. */
export function blockProblems(blocks: unknown): string[] {
  const check = checkBlocks(blocks, 'message');
  const weight = codePoints(JSON.stringify(blocks ?? []));
  if (weight > messageJson)
    problem(check, '/blocks', `a message weighs at most ${messageJson} characters of JSON (has ${weight})`);
  return check.problems;
}

/** The action elements of blocks, in order: what can be clicked or filled in. */
export function elementsOf(blocks: unknown): { block: Obj; element: Obj }[] {
  return objs(blocks).flatMap((block) => {
    const elements = [
      ...objs(block.elements).filter((element) => element.type !== 'card'),
      ...(isObj(block.accessory) ? [block.accessory] : []),
      ...(isObj(block.element) ? [block.element] : []),
      ...(block.type === 'card' ? objs(block.actions) : []),
    ];
    const nested = [...objs(block.child_blocks), ...(block.type === 'carousel' ? objs(block.elements) : [])];
    return [...elements.map((element) => ({ block, element })), ...elementsOf(nested)];
  });
}
