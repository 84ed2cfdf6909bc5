// A confirmed file becomes the plan's new version, or the card says what is still missing.
import type { WebClient } from '@slack/web-api';
import { questionsToTry } from '../../answer/help.ts';
import { createRepository } from '../../data/repository.ts';
import { toPlanFile } from '../../plans/to-plan-file.ts';
import { sayChanges } from '../../plans/versions/changes.ts';
import { type PlannedStep, planStep, takePlan, undoStep } from '../../plans/versions/steps.ts';
import { StoreUnavailable } from '../../ports/store.ts';
import type { BringValue } from '../../present/actions.ts';
import { type CardMessage, planCard, takenCard } from '../../present/plans/card.ts';
import type { SlackContext } from '../context.ts';
import { plainMessage } from '../recording/messages.ts';
import { type ReadFile, readFile } from './read-file.ts';
import { sharingOf } from './share-plan.ts';

type TakeValue = Extract<BringValue, { do: 'take' | 'stop' }>;

/** The click on 「取り込む」. */
export interface TakeClick {
  value: TakeValue;
  user: string;
  /** What stands in the card's n-th question. */
  said(place: number): string | null;
}

const storeDown = '計画の保存先につながりません。少し待ってから、もう一度押してください。';

/** The next card: taken, or the same with what is missing. */
export async function takeFile(
  context: SlackContext,
  client: WebClient,
  click: TakeClick,
): Promise<CardMessage> {
  const { value, user } = click;
  const before = await readFile(context, client, value.file, { answers: value.answers });
  if (typeof before === 'string') return plainMessage(before);
  const answers = { ...value.answers };
  before.proposal.questions.forEach(({ id }, place) => {
    const said = click.said(place);
    if (said !== null) answers[id] = said;
  });
  const read = await readFile(context, client, value.file, { answers });
  if (typeof read === 'string') return plainMessage(read);
  const open = read.proposal.questions.length;
  const refused = read.proposal.plan.problems.length > 0 && answers.refused !== 'leave-out';
  if (open > 0 || refused)
    return planCard(
      read.proposal,
      read.name,
      { ...value, answers },
      open > 0 ? `まだ${open}件の確認が必要です。` : '読み取れないセルがあるため、取り込めません。',
    );
  try {
    return await write(context, read, { answers, user });
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return planCard(read.proposal, read.name, { ...value, answers }, storeDown);
  }
}

async function write(
  context: SlackContext,
  { name, grid, proposal }: ReadFile,
  { answers, user }: { answers: Record<string, string>; user: string },
): Promise<CardMessage> {
  const { store, clock } = context;
  const step = await planStep(store, toPlanFile(proposal.plan));
  const taken = await takePlan(store, step.file, {
    file: name,
    hash: grid.hash,
    mapping: JSON.stringify({ headings: proposal.headings, answers }),
    broughtBy: user,
    broughtAt: clock.now(),
  });
  const own = createRepository({ municipalities: [], files: [step.file], hash: '' });
  return takenCard(taken, linesOf(step), questionsToTry(own), await sharingOf(context, taken.plan));
}

function linesOf({ before, changes, losing }: PlannedStep): string[] {
  return [
    ...(before ? [`第${before.version}版からの変更\n${sayChanges(changes, 10)}`] : []),
    ...(losing.length > 0
      ? [`登録された実績があるのに新しい版にないKPI（実績は消えません）：${losing.join('、')}`]
      : []),
  ];
}

/** 「取り消す」: back to the version before, unless somebody brought a newer one. */
export async function undoTaken(
  { store, clock }: SlackContext,
  value: Extract<BringValue, { do: 'undo' }>,
  user: string,
): Promise<CardMessage> {
  try {
    const undone = await undoStep(store, value, { broughtBy: user, broughtAt: clock.now() });
    if (!undone)
      return plainMessage('そのあとに新しい版が取り込まれたか、取り消し済みのため、取り消していません。');
    return plainMessage(
      undone.kind === 'removed'
        ? `「${undone.title}」の取り込みを取り消しました。`
        : `「${undone.title}」を1つ前の版に戻しました。`,
    );
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return plainMessage(storeDown);
  }
}
