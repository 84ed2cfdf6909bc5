// Slack's rules for views: modals and App Home.
import { type Obj, obj, str } from '../json.ts';
import { checkBlocks } from './blocks.ts';
import { problem, string, textObject } from './check.ts';

/** Everything Slack would refuse about this view. */
export function viewProblems(view: Obj, expected: 'modal' | 'home'): string[] {
  const check = checkBlocks(view.blocks, expected);
  if (view.type !== expected)
    problem(check, '/type', `must be ${expected} (is ${str(view.type) || 'missing'})`);
  if (view.blocks === undefined) problem(check, '/blocks', 'missing required field');
  string(check, view.private_metadata, '/private_metadata', { max: 3000, min: 0 });
  string(check, view.callback_id, '/callback_id', { max: 255, min: 0 });
  if (expected === 'modal') {
    textObject(check, view.title, '/title', { max: 24, plain: true, required: true });
    textObject(check, view.submit, '/submit', { max: 24, plain: true });
    textObject(check, view.close, '/close', { max: 24, plain: true });
    if (check.inputs > 0 && obj(view.submit).text === undefined)
      problem(check, '/submit', 'submit is required when a view holds input blocks');
  }
  const weight = JSON.stringify(view).length;
  if (weight > 250_000) problem(check, '/', `a view weighs at most 250 KB (has ${weight})`);
  return check.problems;
}
