// What Slack's error names mean for the person who asked, each with its cure.

interface Known {
  /** A sentence or two: what happened, what to do. */
  say: string;
}

/** Slack's error name → Japanese sentence with the cure. */
export const slackErrors: Readonly<Record<string, Known>> = {
  not_in_channel: {
    say: 'このチャンネルに参加していないため投稿できません。`/invite @Hakaru` で招待してください。',
  },
  channel_not_found: {
    say: 'チャンネルが見つかりません。非公開チャンネルのときは `/invite @Hakaru` で招待してください。',
  },
  is_archived: { say: 'アーカイブされたチャンネルのため投稿できません。別のチャンネルを選んでください。' },
  restricted_action: {
    say: 'このチャンネルへの投稿は制限されています。ワークスペースの管理者にご相談ください。',
  },
  msg_too_long: { say: '答えが長すぎて送れませんでした。事業名・年度・市町などで絞り込んでください。' },
  invalid_blocks: { say: '答えの表示形式をSlackが受け付けませんでした。文章だけでお送りします。' },
  missing_scope: {
    say: 'アプリの権限が足りません。管理者にマニフェストの再設定と再インストールをご依頼ください。',
  },
  token_revoked: { say: 'アプリの認証が取り消されています。管理者に再インストールをご依頼ください。' },
  token_expired: { say: 'アプリの認証の期限が切れています。管理者に再インストールをご依頼ください。' },
  invalid_auth: { say: 'アプリの認証に失敗しました。管理者にトークンの設定をご確認いただいてください。' },
  not_authed: { say: 'アプリのトークンが設定されていません。管理者にご連絡ください。' },
  account_inactive: { say: 'アプリが無効になっています。管理者に再インストールをご依頼ください。' },
  not_allowed_token_type: {
    say: 'トークンの種類が違います。管理者に xoxb- と xapp- の設定をご確認いただいてください。',
  },
  ratelimited: { say: 'Slackの送信回数の上限に達しました。1分ほど待ってからもう一度お試しください。' },
  expired_trigger_id: { say: '操作から3秒以内に画面を開けませんでした。もう一度押してください。' },
  exchanged_trigger_id: { say: '画面はすでに開かれています。もう一度押してください。' },
  invalid_trigger_id: { say: '画面を開けませんでした。もう一度押してください。' },
  hash_conflict: { say: '画面が別の操作で更新されました。もう一度お試しください。' },
  not_found: { say: '画面はすでに閉じられています。もう一度開いてください。' },
  view_too_large: { say: '画面に表示する内容が大きすぎます。条件を絞り込んでください。' },
  user_not_in_channel: {
    say: 'このチャンネルに参加していない方には表示できません。先にチャンネルに参加してください。',
  },
  expired_url: { say: '表示から30分が過ぎたため返信できませんでした。もう一度質問してください。' },
  used_url: { say: '同じ表示への操作は5回までです。もう一度質問してください。' },
  cannot_dm_bot: { say: 'ボットにはダイレクトメッセージを送れません。' },
  internal_error: { say: 'Slack側で一時的な問題が起きています。少し待ってからもう一度お試しください。' },
  fatal_error: { say: 'Slack側で一時的な問題が起きています。少し待ってからもう一度お試しください。' },
  service_unavailable: { say: 'Slack側で一時的な問題が起きています。少し待ってからもう一度お試しください。' },
};

interface SlackLikeError {
  code?: unknown;
  data?: { error?: unknown; needed?: unknown };
  original?: unknown;
  originals?: unknown;
  cause?: unknown;
}

/** Slack's error name inside an error of the SDK (`not_in_channel`), or null. */
export function slackErrorName(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, data, original, originals, cause } = error as SlackLikeError;
  if (typeof data?.error === 'string') return data.error;
  if (code === 'slack_webapi_rate_limited_error') return 'ratelimited';
  const inner = original ?? (Array.isArray(originals) ? originals[0] : undefined) ?? cause;
  return inner === undefined || inner === error ? null : slackErrorName(inner);
}

/** Trouble between the bot and Slack, as the SDK words it: no error name of Slack comes with it. */
function explainConnection(error: unknown): string | null {
  const { code, message, original } = (error ?? {}) as {
    code?: unknown;
    message?: unknown;
    original?: unknown;
  };
  // What is left of a 429 once the SDK has waited often enough.
  if (/rate limit was exceeded/i.test(String(message))) return slackErrors.ratelimited?.say ?? null;
  if (code === 'slack_webapi_request_error' || code === 'slack_webapi_http_error')
    return 'Slackとの通信が途切れました。少し待ってからもう一度お試しください。';
  return original === undefined || original === error ? null : explainConnection(original);
}

/** The sentence for an error, or null when nothing is known of it; missing_scope names the scope. */
export function explainSlackError(error: unknown): string | null {
  const name = slackErrorName(error);
  if (name === null) return explainConnection(error);
  const known = name === null ? undefined : slackErrors[name];
  if (!known) return null;
  const needed = (error as SlackLikeError).data?.needed;
  return name === 'missing_scope' && typeof needed === 'string'
    ? `${known.say}（必要な権限：${needed}）`
    : known.say;
}
