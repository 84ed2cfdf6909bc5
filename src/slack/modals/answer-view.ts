// An answer inside a modal: the plain form of a message, whose buttons lead on within the modal and back.
import * as z from 'zod';
import type { Answer } from '../../answer/answer.ts';
import { entriesOf } from '../../answer/entries.ts';
import { dayInJapan } from '../../ports/clock.ts';
import { actionKinds, askValue } from '../../present/actions.ts';
import { clip } from '../../present/block-limits.ts';
import { type Block, type Element, plainText } from '../../present/blocks/block.ts';
import { toBlocks } from '../../present/blocks.ts';
import { readCarried } from '../../present/carried.ts';
import { modal, type View, viewLimits } from '../../present/modal-view.ts';
import { ask, unreadNote, withNote } from '../ask.ts';
import type { SlackContext } from '../context.ts';

/** A question a modal can answer again. */
export const viewQuestion = askValue.extend({
  /** The words are a message, not a question: only what it names is looked for. */
  find: z.literal(true).exactOptional(),
});
export type ViewQuestion = z.infer<typeof viewQuestion>;

/** Way taken inside the modal: what it shows now, and what stood there before, oldest first. */
const waySchema = z.object({ now: viewQuestion, before: z.array(viewQuestion) });
export type Way = z.infer<typeof waySchema>;

/** Action ids of an answer's buttons inside a view; the plain ones would be answered with a message. */
export const viewAsk = 'view-ask';
export const viewMore = 'view-more';
export const viewBack = 'view-back';

/** Answers the question and draws it. */
export async function answerView(context: SlackContext, way: Way): Promise<View> {
  const { now } = way;
  const given = { ...(now.asOf ? { asOf: now.asOf } : {}), ...(now.context ? { context: now.context } : {}) };
  const answer = now.find ? findNamed(context, now.ask) : await ask(context, now.ask, given);
  const options = {
    plain: true,
    shareable: false,
    commandPrefix: context.config.commandPrefix,
    ...given,
    ...(now.from === undefined ? {} : { from: now.from }),
  };
  const back: Block[] =
    way.before.length > 0
      ? [
          {
            type: 'actions',
            elements: [{ type: 'button', action_id: viewBack, text: plainText('← 前の表示') }],
          },
        ]
      : [];
  return modal({
    title: 'Hakaru の答え',
    callbackId: 'answer',
    metadata: encodeWay(way),
    blocks: withNote(unreadNote(context), [
      ...back,
      ...toBlocks(answer, options).flatMap((block) => forView(block, now.find ? ofMessages : ofQuestions)),
    ]),
  });
}

/** The next question after a click in the modal. */
export function nextWay(way: Way, question: ViewQuestion): Way {
  return { now: question, before: [...way.before, way.now].slice(-8) };
}

export function previousWay(way: Way): Way {
  return { now: way.before.at(-1) ?? way.now, before: way.before.slice(0, -1) };
}

function encodeWay(way: Way): string {
  const short = { ...way, now: { ...way.now, ask: clip(way.now.ask, 1200) } };
  let text = JSON.stringify(short);
  for (
    let cut = short;
    [...text].length > viewLimits.metadata && cut.before.length > 0;
    text = JSON.stringify(cut)
  )
    cut = { ...cut, before: cut.before.slice(1) };
  return text;
}

export function decodeWay(text: string | undefined): Way | null {
  return readCarried(waySchema, text);
}

/** What only a message can do. */
const ofQuestions = /^(feedback|share|snooze|duty|remind):/;
/** What a message speaks of is found, not asked: a file would ask its words as a question. */
const ofMessages = /^(feedback|share|excel|snooze|duty|remind):/;

/** Without the buttons left out; the others get ids of their own. */
function forView(block: Block, leftOut: RegExp): Block[] {
  const elements = block.elements as Element[] | undefined;
  const accessory = block.accessory as Element | undefined;
  if (accessory) return [{ ...block, accessory: renamed(accessory) }];
  if (block.type !== 'actions' || !elements) return [block];
  const kept = elements.filter((element) => !leftOut.test(String(element.action_id)));
  return kept.length > 0 ? [{ ...block, elements: kept.map(renamed) }] : [];
}

function renamed(element: Element): Element {
  const id = String(element.action_id);
  const [kind = ''] = id.split(':');
  const known: readonly string[] = actionKinds;
  return known.includes(kind) && (kind === 'ask' || kind === 'more')
    ? { ...element, action_id: `view-${id}` }
    : element;
}

const most = 10;

/** Projects and KPIs that a message speaks of; its small talk is no condition and finds nothing by itself. */
function findNamed({ bot, clock }: Pick<SlackContext, 'bot' | 'clock'>, text: string): Answer {
  const asOf = dayInJapan(clock.now());
  const result = bot.search.search(text.slice(0, 2000), { kinds: ['project', 'kpi'] });
  const best = result.hits[0]?.score ?? 0;
  const hits = result.hits.filter(({ score }) => score >= best * 0.4);
  const entries = entriesOf(bot.repository, hits.slice(0, most), asOf);
  const filters = {
    plan: [],
    municipality: [],
    fiscalYear: [],
    department: [],
    status: [],
    sdg: [],
    policy: [],
  };
  const common = {
    asOf,
    understood: {
      text: clip(text, 300),
      intent: 'unknown' as const,
      filters,
      assumed: [],
      terms: result.terms,
    },
    aggregate: null,
    alternatives: result.suggestions.map((word) => ({ label: word, ask: word })),
  };
  if (entries.length === 0)
    return {
      ...common,
      kind: 'nothing-found',
      lead: 'このメッセージの言葉では、事業・KPIが見つかりませんでした。',
      notes: [],
    };
  const projects = entries.filter(({ kind }) => kind === 'project').length;
  const counts = [
    ...(projects > 0 ? [`事業${projects}件`] : []),
    ...(entries.length > projects ? [`KPI${entries.length - projects}件`] : []),
  ];
  return {
    ...common,
    kind: 'list',
    lead: `このメッセージに関係しそうな${counts.join('、')}です。`,
    notes: [`探した言葉：${clip(result.terms.join('、'), 200)}`],
    entries,
    alternatives: [],
  };
}
