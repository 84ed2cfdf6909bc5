// files.*: a place to upload to, and sharing what was uploaded (the way Slack asks for since 2024).
import { objs, str } from '../json.ts';
import { SlackRefusal } from '../rules/refusal.ts';
import { botUser } from '../workspace.ts';
import { type Method, writableChannel } from './method.ts';

export const fileMethods: Record<string, Method> = {
  'files.getUploadURLExternal'(hub, args) {
    const length = Number(args.length);
    if (str(args.filename) === '' || !Number.isInteger(length) || length <= 0)
      throw new SlackRefusal('invalid_arguments', ['filename と length が必要です']);
    const { id } = hub.files.open(str(args.filename), length, botUser);
    return { upload_url: `${hub.url}/upload/${id}`, file_id: id };
  },
  'files.completeUploadExternal'(hub, args) {
    const channel = writableChannel(hub, str(args.channel_id));
    const asked = objs(args.files);
    const stored = asked.flatMap(({ id }) => hub.files.find(str(id)) ?? []).filter(({ bytes }) => bytes);
    if (stored.length === 0 || stored.length < asked.length)
      throw new SlackRefusal('file_not_found', ['アップロードされていないファイルです']);
    for (const file of stored) file.shared = true;
    const files = stored.map(({ id, name, length: size }) => ({ id, name, size }));
    hub.workspace.post({ channel: channel.id, user: botUser, text: str(args.initial_comment), files });
    return { files: files.map(({ id, name }) => ({ id, title: name })) };
  },
};
