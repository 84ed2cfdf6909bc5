// A manifest for tests: two commands, shortcuts, a workflow step, few scopes.

export const manifest = `
display_information: { name: Hakaru }
features:
  bot_user: { display_name: Hakaru }
  slash_commands:
    - { command: /kpi, description: KPIを調べます, usage_hint: 移住 }
    - { command: /jigyo, description: 事業を調べます, usage_hint: 空き家 }
  shortcuts:
    - { name: 検索, type: global, callback_id: search_global, description: 探します }
    - { name: この事業, type: message, callback_id: search_message, description: 調べます }
oauth_config:
  scopes:
    bot: [app_mentions:read, assistant:write, chat:write, commands, im:history]
settings:
  event_subscriptions:
    bot_events: [app_home_opened, app_mention, function_executed, message.im]
functions:
  lagging_kpi:
    title: 遅れているKPI
    input_parameters: { words: { type: string, title: 言葉, is_required: false } }
`;
