// The pages of the installation, in Japanese: the button, what came of it, and what to do when it failed.
import type { ServerResponse } from 'node:http';
import type { CodedError, HTTPReceiverOptions } from '@slack/bolt';
import type { Logger } from 'pino';
import { StoreUnavailable } from '../../ports/store.ts';
import { newReference } from '../errors/report.ts';
import { NotInvited } from './installations.ts';

type Installer = NonNullable<HTTPReceiverOptions['installerOptions']>;

/** The page at `/slack/install`. */
export const installPage: Installer['renderHtmlForInstallPath'] = (url) =>
  page(
    'Hakaru をSlackに追加',
    `<p>計画・事業・KPIの質問に、出典つきでお答えするアプリです。追加できるのは、ワークスペースでアプリを許可できる方です。</p>
<p><a class="button" href="${attribute(url)}">Slackに追加</a></p>`,
  );

/** What is shown after Slack's own page. */
export function installPages(log: Logger): NonNullable<Installer['callbackOptions']> {
  return {
    success(installation, _options, _request, response) {
      const { isEnterpriseInstall, team, enterprise } = installation;
      const name = (isEnterpriseInstall ? enterprise?.name : team?.name) ?? 'ワークスペース';
      const next = isEnterpriseInstall
        ? '組織の管理画面で、使うワークスペースに Hakaru を加えてください。'
        : 'Slackに戻り、「/kpi ヘルプ」と入力してお試しください。';
      send(response, 200, page('追加しました', `<p>「${escaped(name)}」に追加しました。${next}</p>`));
    },
    failure(error, _options, _request, response) {
      const reference = newReference();
      log.error({ err: error, reference }, 'an installation failed');
      send(
        response,
        statusOf(error),
        page('追加できませんでした', `<p>${reasonOf(error)}</p><p>参照番号：${reference}</p>`),
      );
    },
  };
}

/** The installer's codes and the store, each with the cure. */
function reasonOf(error: CodedError | StoreUnavailable): string {
  if (causes(error).some((cause) => cause instanceof StoreUnavailable))
    return '記録の保存先につながらないため、追加できません。少し待ってから、はじめからやり直してください。';
  if (causes(error).some((cause) => cause instanceof NotInvited))
    return 'このワークスペースには追加できません。使うには、Hakaru を運用している方に SLACK_TEAMS への追加をご依頼ください。';
  switch (error.code) {
    case 'slack_oauth_invalid_state':
    case 'slack_oauth_missing_state':
      return '画面を開いてから時間がたったか、別のブラウザーで続けたため、確認できませんでした。追加の画面からやり直してください。';
    case 'slack_oauth_missing_code':
      return '追加が取りやめられました。続けるときは、追加の画面からやり直してください。';
    default:
      return 'Slackとのやりとりに失敗しました。追加の画面からやり直し、続くときは参照番号を管理者にお伝えください。';
  }
}

function statusOf({ code }: { code?: string }): number {
  return ['slack_oauth_invalid_state', 'slack_oauth_missing_state', 'slack_oauth_missing_code'].includes(
    String(code),
  )
    ? 400
    : 500;
}

function causes(error: unknown): unknown[] {
  if (typeof error !== 'object' || error === null) return [];
  const { cause, original } = error as { cause?: unknown; original?: unknown };
  return [error, ...causes(cause), ...causes(original)];
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  });
  response.end(html);
}

function page(title: string, content: string): string {
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>body{font:16px/1.8 sans-serif;max-width:32rem;margin:12vh auto;padding:0 1rem;color:#1d1c1d}
h1{font-size:1.4rem}.button{display:inline-block;background:#1f4e5f;color:#fff;padding:.6rem 1.4rem;border-radius:.4rem;text-decoration:none}</style>
</head><body><main><h1>${title}</h1>${content}</main></body></html>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function attribute(text: string): string {
  return escaped(text).replace(/"/g, '&quot;');
}
