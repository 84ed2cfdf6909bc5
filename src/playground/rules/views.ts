// Slack's rules for views: modals and App Home.
import { z } from 'zod';
import { type Obj, obj, objs } from '../json.ts';
import { blocksIn } from './blocks.ts';
import { placed, plain, problemsOf, text } from './shape.ts';

const home = z.object({
  type: z.literal('home'),
  private_metadata: text(3000, 0).optional(),
  callback_id: text(255, 0).optional(),
});
const modal = home.extend({
  type: z.literal('modal'),
  title: plain(24),
  submit: plain(24).optional(),
  close: plain(24).optional(),
});

/** Everything Slack would refuse about this view. */
export function viewProblems(view: Obj, expected: 'modal' | 'home'): string[] {
  const problems = [
    ...problemsOf(expected === 'modal' ? modal : home, view),
    ...blocksIn(expected, view.blocks),
  ];
  const asks = objs(view.blocks).some(({ type }) => type === 'input');
  if (expected === 'modal' && asks && obj(view.submit).text === undefined)
    problems.push(placed('submit is required when a view holds input blocks', ['submit']));
  const weight = JSON.stringify(view).length;
  if (weight > 250_000) problems.push(placed(`a view weighs at most 250 KB (has ${weight})`, []));
  return problems;
}
