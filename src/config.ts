// The settings: read from the environment once, checked by zod, all problems named in one message.
import * as z from 'zod';
import { ConfigError } from './errors.ts';
import type { Retention } from './ports/store.ts';

const list = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,、]+/).filter((part) => part !== ''));

/** Days that something is kept. */
const days = (byDefault: number) =>
  z.coerce
    .number('日数を数字で設定してください')
    .int()
    .min(1, '1以上の日数を設定してください')
    .default(byDefault);

/** Every variable that is read; docs/operations.md has a line for each (a test compares them). */
export const environmentSchema = z.object({
  /** Bot token; with it the bot talks to Slack, without it the local playground starts. */
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-/, 'xoxb- で始まる Bot User OAuth Token を設定してください')
    .optional(),
  /** App-level token; set, it means Socket Mode. */
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/, 'xapp- で始まる App-Level Token を設定してください')
    .optional(),
  /** Needed for HTTP: Basic Information → Signing Secret. */
  SLACK_SIGNING_SECRET: z.string().min(1).optional(),
  /** OAuth of an app that many workspaces install: Basic Information → App Credentials. */
  SLACK_CLIENT_ID: z.string().min(1).optional(),
  SLACK_CLIENT_SECRET: z.string().min(1).optional(),
  /** Any long text of one's own; it signs the way from /slack/install and back. */
  SLACK_STATE_SECRET: z.string().min(16, '16文字以上の文字列を設定してください').optional(),
  /** Ids of the workspaces (or organisations) that may install the app; empty: every one. */
  SLACK_TEAMS: list,
  /** Keys of 32 bytes (base64 or hex) that seal the workspaces' tokens; the first seals, all open. */
  TOKEN_KEY: z
    .string()
    .transform((text) => text.split(/[\s,、]+/).filter((part) => part !== ''))
    .transform((parts, context) =>
      parts.map((part) => {
        const key = keyOf(part);
        if (key.length !== 32)
          context.addIssue(
            '32バイトの鍵を、base64か16進数で設定してください（openssl rand -base64 32 で作れます）',
          );
        return key;
      }),
    )
    .optional(),
  /** Another Web API than Slack's (a stand-in for tests); a missing slash at the end is added. */
  SLACK_API_URL: z
    .url({ message: 'https:// で始まるURLを設定してください' })
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .optional(),
  /** Port of the HTTP receiver and of the playground's page. */
  PORT: z.coerce.number('0〜65535の数字を設定してください').int().min(0).max(65535).optional(),
  /** PostgreSQL; absent: the embedded SQLite file. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'postgres:// で始まるURLを設定してください')
    .optional(),
  /** Where the plans that answer questions lie: in the memory of each copy, or in tables of `DATABASE_URL`. */
  PLANS: z.enum(['memory', 'postgres'], 'memory か postgres を設定してください').default('memory'),
  /** A replica of `DATABASE_URL` that questions are answered from. */
  READ_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'postgres:// で始まるURLを設定してください')
    .optional(),
  /** Folder of the SQLite file. */
  DATA_DIR: z.string().min(1).optional(),
  /** `none`: nothing of seeds/, only the plans that people brought. */
  SEEDS: z.enum(['none', 'all'], 'none か all を設定してください').default('all'),
  /** User and user-group ids that may record results; empty: everybody. */
  RECORDERS: list,
  /** User and user-group ids that may bring plans; empty: those of RECORDERS. */
  PLANNERS: list,
  /** `member`: guests of the workspace may do what members may; else they read published data only. */
  GUESTS: z.enum(['published', 'member'], 'published か member を設定してください').default('published'),
  /** Prefix of the slash commands when another app owns /kpi: `hakaru-` makes `/hakaru-kpi`. */
  COMMAND_PREFIX: z
    .string()
    .regex(/^[a-z0-9_-]*$/, '半角の英小文字・数字・ハイフンで設定してください')
    .default(''),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Port of /healthz, /readyz and /metrics; absent: they are not served. Never the port that Slack reaches. */
  HEALTH_PORT: z.coerce.number('0〜65535の数字を設定してください').int().min(0).max(65535).optional(),
  /** Interface of that port; a container needs 0.0.0.0. */
  HEALTH_HOST: z.string().min(1).default('127.0.0.1'),
  /** Digests, but each subscription's last one. */
  KEEP_DIGESTS_DAYS: days(60),
  /** What a thread was asked last. */
  KEEP_THREADS_DAYS: days(180),
  /** What people said of answers. */
  KEEP_FEEDBACK_DAYS: days(730),
  /** Snoozes after their end. */
  KEEP_SNOOZES_DAYS: days(30),
});

/** 64 hexadecimal digits or base64. */
function keyOf(text: string): Buffer {
  return Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
}

/** An app that many workspaces install: each has a token of its own, kept in the store. */
export interface WorkspaceSettings {
  clientId: string;
  clientSecret: string;
  stateSecret: string;
  /** The first seals, all open. */
  tokenKeys: Buffer[];
  /** Who may install; empty: everybody. */
  invited: string[];
}

/** How the bot reaches Slack. With many workspaces `botToken` is each one's own, '' before it is known. */
export type SlackSettings =
  | { mode: 'socket'; botToken: string; appToken: string; port?: number; apiUrl?: string }
  | { mode: 'http'; botToken: string; signingSecret: string; port: number; apiUrl?: string }
  | { mode: 'playground'; port: number };

/** The checked settings, as the rest of the program reads them. */
export interface Config {
  /** Slack by socket or HTTP, or the playground where no token is set. */
  slack: SlackSettings;
  /** Many workspaces; absent: the one whose token is set. */
  workspaces?: WorkspaceSettings;
  /** PostgreSQL; without it the SQLite file in `dataDir`. */
  databaseUrl?: string;
  /** The database whose tables answer questions; without it the plans are in memory. */
  plansIn?: string;
  /** Folder of the SQLite file; without it `data` beside the program. */
  dataDir?: string;
  /** The plans of seeds/ are answered from. */
  seeds: boolean;
  /** User and user-group ids that may record results; empty: everybody. */
  recorders: string[];
  /** User and user-group ids that may bring plans; empty: everybody. */
  planners: string[];
  /** Guests of the workspace may record, subscribe and share. */
  guestsAreMembers: boolean;
  /** Stands before every slash command: `hakaru-` makes `/hakaru-kpi`; '' for `/kpi`. */
  commandPrefix: string;
  /** Least severe level that is logged. */
  logLevel: string;
  /** Where a running copy answers how it is; absent: nowhere. */
  health?: { port: number; host: string };
  /** Days that things are kept in the store. */
  keep: Retention;
}

/**
 * Reads the settings from `environment`. An empty variable counts as unset.
 * @throws ConfigError naming every missing or wrong variable with its cure.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = environmentSchema.safeParse(set);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const env = parsed.success ? parsed.data : undefined;
  const wantsMany = oauthNames.some((name) => name in set);
  const wantsSlack =
    wantsMany || 'SLACK_BOT_TOKEN' in set || 'SLACK_APP_TOKEN' in set || 'SLACK_SIGNING_SECRET' in set;
  if (wantsMany)
    for (const name of [...oauthNames, 'TOKEN_KEY'])
      if (!(name in set)) problems.push(`${name}: 設定されていません。${oauthCures[name]}`);
  if (wantsSlack && !wantsMany && !('SLACK_BOT_TOKEN' in set)) {
    problems.push(
      'SLACK_BOT_TOKEN: 設定されていません。Slackの「OAuth & Permissions」の Bot User OAuth Token を設定してください',
    );
  }
  if (wantsSlack && !('SLACK_APP_TOKEN' in set) && !('SLACK_SIGNING_SECRET' in set)) {
    problems.push(
      'SLACK_APP_TOKEN または SLACK_SIGNING_SECRET: 設定されていません。Socket Modeなら App-Level Token、HTTPなら Signing Secret を設定してください',
    );
  }
  if (env?.PLANS === 'postgres' && !env.DATABASE_URL)
    problems.push('DATABASE_URL: PLANS=postgres には、計画を入れる PostgreSQL のURLを設定してください');
  if (!env || problems.length > 0)
    throw new ConfigError(`設定を確認してください。\n${problems.map((p) => `  ${p}`).join('\n')}`);

  const workspaces = workspaceSettings(env);
  return {
    slack: slackSettings(env, workspaces),
    ...workspaces,
    ...(env.DATABASE_URL ? { databaseUrl: env.DATABASE_URL } : {}),
    ...(env.PLANS === 'postgres' && env.DATABASE_URL
      ? { plansIn: env.READ_DATABASE_URL ?? env.DATABASE_URL }
      : {}),
    ...(env.DATA_DIR ? { dataDir: env.DATA_DIR } : {}),
    seeds: env.SEEDS === 'all',
    recorders: env.RECORDERS,
    planners: env.PLANNERS.length > 0 ? env.PLANNERS : env.RECORDERS,
    guestsAreMembers: env.GUESTS === 'member',
    commandPrefix: env.COMMAND_PREFIX,
    logLevel: env.LOG_LEVEL,
    ...(env.HEALTH_PORT === undefined ? {} : { health: { port: env.HEALTH_PORT, host: env.HEALTH_HOST } }),
    keep: {
      digests: env.KEEP_DIGESTS_DAYS,
      threads: env.KEEP_THREADS_DAYS,
      feedback: env.KEEP_FEEDBACK_DAYS,
      snoozes: env.KEEP_SNOOZES_DAYS,
    },
  };
}

const oauthNames = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'];
const oauthCures: Record<string, string> = {
  SLACK_CLIENT_ID: 'Slackの「Basic Information」の Client ID を設定してください',
  SLACK_CLIENT_SECRET: 'Slackの「Basic Information」の Client Secret を設定してください',
  SLACK_STATE_SECRET: '自分で決めた16文字以上の文字列を設定してください',
  TOKEN_KEY: 'トークンを暗号化する鍵を設定してください（openssl rand -base64 32 で作れます）',
};

type Environment = z.infer<typeof environmentSchema>;

function workspaceSettings(env: Environment): { workspaces?: WorkspaceSettings } {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = env;
  const { SLACK_STATE_SECRET: stateSecret, TOKEN_KEY: tokenKeys } = env;
  if (!clientId || !clientSecret || !stateSecret || !tokenKeys) return {};
  return { workspaces: { clientId, clientSecret, stateSecret, tokenKeys, invited: env.SLACK_TEAMS } };
}

function slackSettings(
  env: Environment,
  { workspaces }: ReturnType<typeof workspaceSettings>,
): SlackSettings {
  const api = env.SLACK_API_URL ? { apiUrl: env.SLACK_API_URL } : {};
  const port = env.PORT ?? 3000;
  const botToken = env.SLACK_BOT_TOKEN ?? (workspaces ? '' : undefined);
  if (botToken === undefined) return { mode: 'playground', port };
  // With Socket Mode a port is needed for the installation's pages only.
  if (env.SLACK_APP_TOKEN)
    return {
      mode: 'socket',
      botToken,
      appToken: env.SLACK_APP_TOKEN,
      ...(workspaces ? { port } : {}),
      ...api,
    };
  if (env.SLACK_SIGNING_SECRET)
    return { mode: 'http', botToken, signingSecret: env.SLACK_SIGNING_SECRET, port, ...api };
  return { mode: 'playground', port };
}
