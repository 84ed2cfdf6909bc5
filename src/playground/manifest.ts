// What the playground needs from manifest.yml: commands, shortcuts, scopes, events, workflow steps.
import { parse } from 'yaml';
import { list, obj, objs, str } from './json.ts';

export type Manifest = ReturnType<typeof readManifest>;

/** Reads the text of manifest.yml. `commandPrefix` stands before every command, as the bot's own setting does. */
export function readManifest(yaml: string, commandPrefix = '') {
  const root = obj(parse(yaml));
  const features = obj(root.features);
  const scopes = obj(obj(root.oauth_config).scopes);
  const name = str(obj(root.display_information).name);
  return {
    botName: str(obj(features.bot_user).display_name) || name,
    commands: objs(features.slash_commands).map((command) => ({
      command: `/${commandPrefix}${str(command.command).slice(1)}`,
      description: str(command.description),
      usageHint: str(command.usage_hint),
    })),
    shortcuts: objs(features.shortcuts).map((shortcut) => ({
      name: str(shortcut.name),
      type: shortcut.type === 'message' ? 'message' : 'global',
      callbackId: str(shortcut.callback_id),
      description: str(shortcut.description),
    })),
    /** Bot scopes, the optional ones included (the playground grants all). */
    scopes: new Set([...list(scopes.bot), ...list(scopes.bot_optional)].map(str)),
    events: new Set(list(obj(obj(root.settings).event_subscriptions).bot_events).map(str)),
    steps: Object.entries(obj(root.functions)).map(([callbackId, step]) => ({
      callbackId,
      title: str(obj(step).title),
      description: str(obj(step).description),
      inputs: Object.entries(obj(obj(step).input_parameters)).map(([inputName, input]) => ({
        name: inputName,
        title: str(obj(input).title) || inputName,
        required: obj(input).is_required === true,
        description: str(obj(input).description),
      })),
    })),
    suggestedPrompts: objs(obj(features.agent_view).suggested_prompts).map((prompt) => ({
      title: str(prompt.title),
      message: str(prompt.message),
    })),
  };
}
