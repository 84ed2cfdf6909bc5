// A view as the bot sees it.
import type { Obj } from './json.ts';
import { teamId, type View } from './workspace.ts';

/** A view as Slack returns it and puts it into payloads. */
export function viewObject(view: View): Obj {
  const { type, blocks, title, submit, close, callback_id, private_metadata } = view.body;
  return {
    id: view.id,
    team_id: teamId,
    app_installed_team_id: teamId,
    type,
    blocks,
    title: title ?? null,
    submit: submit ?? null,
    close: close ?? null,
    callback_id: callback_id ?? '',
    private_metadata: private_metadata ?? '',
    state: { values: view.state },
    hash: view.hash,
    previous_view_id: view.previousId,
  };
}
