// Slack's rules for the blocks the bot sends, written from Slack's documentation and on purpose without looking at how the bot builds them.
import { z } from 'zod';
import { codePoints, list, type Obj, objs, str } from '../json.ts';
import { elements } from './elements.ts';
import { refuseAt, SlackRefusal } from './refusal.ts';
import { block, many, placed, plain, problemsOf, typeOf, written } from './shape.ts';
import { chart, dataTable, richText } from './tables.ts';

const messageOnly = new Set(['data_table', 'data_visualization', 'context_actions']);
/** Not documented, seen in use: a heavier message is refused. */
const messageJson = 13_000;

/** A block that is not here is refused as Slack refuses one it does not know. */
const anyBlock = z.discriminatedUnion(
  'type',
  [
    block('section', {
      text: z
        .unknown()
        .refine((text) => text !== undefined, 'one of text and fields is required')
        .pipe(written(3000)),
      accessory: elements.actions.optional(),
    }),
    block('header', { text: plain(150) }),
    block('context', { elements: many(elements.context, 10) }),
    block('divider', {}),
    block('actions', { elements: many(elements.actions, 25) }),
    block('context_actions', { elements: many(elements.context_actions, 5) }),
    block('input', { label: plain(2000), hint: plain(2000).optional(), element: elements.input }),
    block('rich_text', { elements: richText }),
    dataTable,
    chart,
  ],
  {
    error: ({ code, input }) =>
      code === 'invalid_union' ? `unsupported block type: ${typeOf(input)}` : undefined,
  },
);

type Path = readonly (string | number)[];

/** Ids that stand a second time. */
function repeated(ids: readonly { id: unknown; path: Path }[]): string[] {
  const seen = new Set<unknown>([undefined]);
  return ids
    .filter(({ id }) => id !== undefined && (seen.has(id) || !seen.add(id)))
    .map(({ id, path }) => placed(`${path.at(-1)} "${id}" already exists`, path));
}

/** What Slack would refuse about blocks in a message or view. */
export function blocksIn(surface: 'message' | 'modal' | 'home', blocks: unknown): string[] {
  const sent = objs(blocks).map((one, i) => ({ type: str(one.type), id: one.block_id, path: ['blocks', i] }));
  const beyond = (type: string, most: number, words: string) =>
    sent
      .filter((one) => one.type === type)
      .slice(most)
      .map(({ path }) => placed(words, path));
  return [
    ...problemsOf(many(anyBlock, surface === 'message' ? 50 : 100, 0), blocks, ['blocks']),
    ...repeated(sent.map(({ id, path }) => ({ id, path: [...path, 'block_id'] }))),
    ...repeated(
      elementsOf(blocks).map(({ element, path }) => ({
        id: element.action_id,
        path: [...path, 'action_id'],
      })),
    ),
    ...beyond('data_table', 1, 'only one table is allowed per message'),
    ...beyond('data_visualization', 2, 'only two data_visualization blocks are allowed per message'),
    ...sent
      .filter(({ type }) => surface !== 'message' && messageOnly.has(type))
      .map(({ type, path }) => placed(`${type} is only allowed in messages`, path)),
  ];
}

/** Everything Slack would refuse about a message with these blocks; empty when it would take it. */
export function blockProblems(blocks: unknown): string[] {
  const weight = codePoints(JSON.stringify(blocks ?? []));
  const heavy = `a message weighs at most ${messageJson} characters of JSON (has ${weight})`;
  return [...blocksIn('message', blocks), ...(weight > messageJson ? [placed(heavy, ['blocks'])] : [])];
}

/** A whole message: its blocks, and that it says something. @throws SlackRefusal invalid_blocks, no_text */
export function checkContent({ blocks, text }: Obj): void {
  refuseAt('invalid_blocks', blocks === undefined ? [] : blockProblems(blocks));
  if (str(text) === '' && objs(blocks).length === 0)
    throw new SlackRefusal('no_text', ['text も blocks もありません']);
}

/** The action elements of blocks, in order: what can be clicked or filled in. */
export function elementsOf(blocks: unknown): { block: Obj; element: Obj; path: Path }[] {
  return objs(blocks).flatMap((one, b) => {
    const at = (element: unknown, ...path: Path) =>
      objs([element]).map((found) => ({ block: one, element: found, path: ['blocks', b, ...path] }));
    return [
      ...list(one.elements).flatMap((element, i) => at(element, 'elements', i)),
      ...at(one.accessory, 'accessory'),
      ...at(one.element, 'element'),
    ];
  });
}
