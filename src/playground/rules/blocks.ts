// Slack's rules for the blocks the bot sends, written from Slack's documentation and on purpose without looking at how the bot builds them.
import { codePoints, isObj, type Obj, objs, str } from '../json.ts';
import { array, type Check, newCheck, problem, type Surface, textObject, uniqueId } from './check.ts';
import { checkElement, type Place } from './elements.ts';
import { checkRichText } from './rich-text.ts';
import { checkChart, checkDataTable } from './tables.ts';

const messageOnly = new Set(['data_table', 'data_visualization', 'context_actions']);
/** Not documented, seen in use: a heavier message is refused. */
const messageJson = 13_000;

type Rule = (check: Check, block: Obj, path: string) => void;

/** A row of at most `max` elements. */
const row =
  (place: Place, max: number): Rule =>
  (check, block, path) =>
    array(check, block.elements, `${path}/elements`, { max, required: true }).forEach((element, i) => {
      checkElement(check, element, `${path}/elements/${i}`, place);
    });

/** A block that is not here is refused as Slack refuses one it does not know. */
const rules: Record<string, Rule> = {
  section(check, block, path) {
    if (block.text === undefined) problem(check, path, 'one of text and fields is required');
    textObject(check, block.text, `${path}/text`, { max: 3000 });
    if (block.accessory !== undefined) checkElement(check, block.accessory, `${path}/accessory`, 'section');
  },
  header: (check, block, path) =>
    textObject(check, block.text, `${path}/text`, { max: 150, plain: true, required: true }),
  context: row('context', 10),
  divider() {},
  actions: row('actions', 25),
  context_actions: row('context_actions', 5),
  input(check, block, path) {
    check.inputs += 1;
    textObject(check, block.label, `${path}/label`, { max: 2000, plain: true, required: true });
    textObject(check, block.hint, `${path}/hint`, { max: 2000, plain: true });
    checkElement(check, block.element, `${path}/element`, 'input');
  },
  rich_text: (check, block, path) => void checkRichText(check, block, path),
  data_table: checkDataTable,
  data_visualization: checkChart,
};

function checkBlock(check: Check, value: unknown, path: string): void {
  if (!isObj(value)) return void problem(check, path, 'must be an object');
  const type = str(value.type);
  const rule = Object.hasOwn(rules, type) ? rules[type] : undefined;
  if (!rule) return void problem(check, `${path}/type`, `unsupported block type: ${type || '(none)'}`);
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
  return objs(blocks).flatMap((block) =>
    [...objs(block.elements), ...objs([block.accessory, block.element])].map((element) => ({
      block,
      element,
    })),
  );
}
