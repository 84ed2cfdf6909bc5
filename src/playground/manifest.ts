// What the playground needs from manifest.yml, in the manifest's own words: commands, shortcuts, scopes, events, workflow steps.
import { parse } from 'yaml';
import { list, obj, objs, str } from './json.ts';

export type Manifest = ReturnType<typeof readManifest>;

/** Reads the text of manifest.yml. `commandPrefix` stands before every command, as the bot's own setting does. */
export function readManifest(yaml: string, commandPrefix = '') {
  const root = obj(parse(yaml));
  const features = obj(root.features);
  const scopes = obj(obj(root.oauth_config).scopes);
  return {
    botName: str(obj(features.bot_user).display_name),
    commands: objs(features.slash_commands).map((known) => ({
      ...known,
      command: `/${commandPrefix}${str(known.command).slice(1)}`,
    })),
    shortcuts: objs(features.shortcuts),
    /** Bot scopes, the optional ones included (the playground grants all). */
    scopes: new Set([...list(scopes.bot), ...list(scopes.bot_optional)].map(str)),
    events: new Set(list(obj(obj(root.settings).event_subscriptions).bot_events).map(str)),
    steps: obj(root.functions),
    prompts: objs(obj(features.agent_view).suggested_prompts),
  };
}
