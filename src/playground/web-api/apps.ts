// auth.test, Socket Mode, the agent's thread helpers, files and workflow steps.
import { type Obj, obj, objs, str } from '../json.ts';
import { SlackRefusal } from '../rules/refusal.ts';
import { appId, botId, botUser, slackbot, teamId } from '../workspace.ts';
import { type Method, visibleChannel, writableChannel } from './method.ts';

/** Reports the outcome of a workflow step to the person who ran it. */
function stepDone(hub: Parameters<Method>[0], args: Obj, text: string): Obj {
  const [user = '', channel = ''] = str(args.function_execution_id).split('-').slice(1);
  if (!hub.workspace.person(user))
    throw new SlackRefusal('function_execution_not_found', ['この実行はありません']);
  hub.workspace.post({ channel, user: slackbot, text, blocks: [], threadTs: null, ephemeralTo: user });
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
  'apps.connections.open': (hub) => ({ url: hub.openSocket() }),
  'assistant.threads.setSuggestedPrompts': (hub, args) => {
    const channel = visibleChannel(hub, str(args.channel_id));
    const prompts = objs(args.prompts);
    if (prompts.length < 1 || prompts.length > 4)
      throw new SlackRefusal('invalid_arguments', ['prompts は1〜4件です']);
    hub.workspace.state.prompts[channel.id] = prompts.map((prompt) => ({
      title: str(prompt.title),
      message: str(prompt.message),
    }));
    hub.workspace.changed();
    return {};
  },
  'assistant.threads.setStatus': (hub, args) => {
    const channel = visibleChannel(hub, str(args.channel_id));
    const key = `${channel.id} ${str(args.thread_ts)}`;
    if (str(args.status) === '') delete hub.workspace.state.statuses[key];
    else hub.workspace.state.statuses[key] = str(args.status);
    hub.workspace.changed();
    return {};
  },
  'assistant.threads.setTitle': (hub, args) => {
    visibleChannel(hub, str(args.channel_id));
    return {};
  },
  'files.getUploadURLExternal': (hub, args) => {
    if (str(args.filename) === '' || !(Number(args.length) > 0))
      throw new SlackRefusal('invalid_arguments', ['filename と length が必要です']);
    const id = hub.workspace.newId('F');
    hub.workspace.state.files.push({ id, name: str(args.filename), size: 0, content: '' });
    return { file_id: id, upload_url: `${hub.url}/upload/${id}` };
  },
  'files.completeUploadExternal': (hub, args) => {
    const files = objs(args.files).map((wanted) => {
      const file = hub.workspace.state.files.find((known) => known.id === wanted.id);
      if (!file || file.size === 0)
        throw new SlackRefusal('file_not_found', [`${str(wanted.id)} は送られていません`]);
      return file;
    });
    if (str(args.channel_id) !== '')
      hub.workspace.post({
        channel: writableChannel(hub, str(args.channel_id)).id,
        user: botUser,
        text: str(args.initial_comment),
        blocks: [],
        threadTs: str(args.thread_ts) || null,
        ephemeralTo: null,
        files: files.map(({ id, name, size }) => ({ id, name, size })),
      });
    return { files: files.map(({ id, name }) => ({ id, title: name })) };
  },
  'functions.completeSuccess': (hub, args) =>
    stepDone(
      hub,
      args,
      [
        'ワークフローのステップが完了しました',
        ...Object.entries(obj(args.outputs)).map(([name, value]) => `${name}: ${String(value)}`),
      ].join('\n'),
    ),
  'functions.completeError': (hub, args) =>
    stepDone(hub, args, `ワークフローのステップが失敗しました\n${str(args.error)}`),
};
