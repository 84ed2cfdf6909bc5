// One call of the Web API: the token, the scope, the method, and the answer with Slack's error name.
import type { Hub } from '../hub.ts';
import { type Obj, str } from '../json.ts';
import { SlackRefusal } from '../rules/refusal.ts';
import { requireScope } from '../rules/scopes.ts';
import { appMethods } from './apps.ts';
import { chatMethods } from './chat.ts';
import { fileMethods } from './files.ts';
import type { Method } from './method.ts';
import { viewMethods } from './views.ts';

const methods: Record<string, Method> = { ...appMethods, ...chatMethods, ...fileMethods, ...viewMethods };

/** Fields that come as JSON text in a form. */
const jsonFields = new Set(['blocks', 'view', 'prompts', 'outputs', 'metadata', 'files']);

/** The arguments of a call: a form's JSON fields are read. */
function readArguments(fields: Obj): Obj {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (!jsonFields.has(name) || typeof value !== 'string') return [name, value];
      try {
        return [name, JSON.parse(value) as unknown];
      } catch {
        throw new SlackRefusal(name === 'blocks' ? 'invalid_blocks_format' : 'invalid_arguments', [
          `${name} は正しいJSONではありません`,
        ]);
      }
    }),
  );
}

export interface ApiAnswer {
  status: number;
  headers: Record<string, string>;
  body: Obj;
}

/** Answers a call of `name` (`chat.postMessage`) with the fields of its form or JSON body. */
export function callMethod(hub: Hub, name: string, fields: Obj): ApiAnswer {
  try {
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (!method)
      throw new SlackRefusal('unknown_method', [`${name} はこの遊び場にありません`], { req_method: name });
    const args = readArguments(fields);
    requireScope(name, hub.manifest.scopes);
    return { status: 200, headers: {}, body: { ok: true, ...method(hub, args) } };
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    hub.refuse(name, error);
    const { retryAfter, ...extra } = error.extra;
    return {
      status: error.code === 'ratelimited' ? 429 : 200,
      headers: retryAfter === undefined ? {} : { 'retry-after': str(retryAfter) },
      body: { ok: false, error: error.code, ...extra },
    };
  }
}
