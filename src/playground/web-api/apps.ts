// auth.test, people, user groups, suggested prompts and the outcome of workflow steps.
import type { Hub } from '../hub.ts';
import { type Obj, obj, objs, str } from '../json.ts';
import { SlackRefusal } from '../rules/refusal.ts';
import { fileObject } from '../uploads.ts';
import { appId, botId, botUser, slackbot, teamId } from '../workspace.ts';
import { type Method, visibleChannel } from './method.ts';

/** Reports the outcome of a workflow step to the person who ran it. */
function stepDone(hub: Hub, args: Obj, lines: string[]): Obj {
  const [user = '', channel = ''] = str(args.function_execution_id).split('-').slice(1);
  if (!hub.workspace.person(user))
    throw new SlackRefusal('function_execution_not_found', ['この実行はありません']);
  hub.workspace.post({ channel, user: slackbot, text: lines.join('\n'), ephemeralTo: user });
  return {};
}

export const appMethods: Record<string, Method> = {
  'auth.test': (hub) => ({
    url: `${hub.url}/`,
    team: '架空市',
    team_id: teamId,
    user: hub.manifest.botName,
    user_id: botUser,
    bot_id: botId,
    app_id: appId,
    is_enterprise_install: false,
  }),
  // Everybody is a full member of the town hall's workspace.
  'users.info'(hub, args) {
    const person = hub.workspace.person(str(args.user));
    if (!person) throw new SlackRefusal('user_not_found', [`${str(args.user)} はいません`]);
    const { id, name } = person;
    return { user: { id, team_id: teamId, name, real_name: name, is_restricted: false } };
  },
  'files.info'(hub, args) {
    const file = hub.uploads.find(str(args.file));
    if (!file) throw new SlackRefusal('file_not_found', [`${str(args.file)} はありません`]);
    return { file: fileObject(hub, file) };
  },
  // Nobody belongs to a user group here.
  'usergroups.users.list': () => ({ users: [] }),
  'assistant.threads.setSuggestedPrompts'(hub, args) {
    const channel = visibleChannel(hub, str(args.channel_id));
    const prompts = objs(args.prompts);
    if (prompts.length < 1 || prompts.length > 4)
      throw new SlackRefusal('invalid_arguments', ['prompts は1〜4件です']);
    hub.workspace.state.prompts[channel.id] = prompts;
    hub.workspace.changed();
    return {};
  },
  'functions.completeSuccess'(hub, args) {
    const outputs = Object.entries(obj(args.outputs)).map(([name, value]) => `${name}: ${String(value)}`);
    return stepDone(hub, args, ['ワークフローのステップが完了しました', ...outputs]);
  },
  'functions.completeError': (hub, args) =>
    stepDone(hub, args, ['ワークフローのステップが失敗しました', str(args.error)]),
};
