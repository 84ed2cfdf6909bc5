// The modal a result is recorded in: KPI, year, value, what it would change, comment, link.
import type { KpiEntry } from '../../answer/answer.ts';
import { clip } from '../../present/block-limits.ts';
import { type Block, context, type Element, plainText, rich } from '../../present/blocks/block.ts';
import { figuresLine, kpiFigures, sourceText } from '../../present/blocks/figures.ts';
import { input, modal, option, select, type View } from '../../present/modal-view.ts';
import { yearLabel } from '../../status/calendar.ts';
import { shown } from '../../status/notation.ts';
import { exampleFor, unitOf } from '../../status/parse-result.ts';
import { resultsOf } from '../../status/result-of-year.ts';
import { fiscalYearName } from '../../wording/years.ts';
import { type Done, encodeMeta, fields, type RecordMeta } from './form.ts';
import type { RecordScreen } from './modal-data.ts';
import { previewBlocks } from './modal-preview.ts';

/** Callback id of the modal. */
export const recordCallback = 'record';
/** Action ids of its inputs; those that Slack sends at every change begin with `record-live`. */
export const recordActions = {
  kpi: 'record-live-kpi',
  fy: 'record-live-fy',
  value: 'record-live-value',
  text: 'record-text',
} as const;

/** Draws the modal. */
export function recordModal(screen: RecordScreen): View {
  const { entry, meta, conflict, confirm } = screen;
  return modal({
    title: '実績を入力',
    submit: conflict ? '上書きして登録' : confirm ? 'このまま登録' : '登録',
    close: 'キャンセル',
    callbackId: recordCallback,
    metadata: encodeMeta(meta),
    blocks: [
      ...(screen.note ? [rich([screen.note])] : []),
      ...kpiBlocks(screen),
      ...(entry ? entryBlocks(entry, screen) : []),
    ],
  });
}

/** While the store takes long. */
export function savingModal(meta: RecordMeta): View {
  return modal({
    title: '実績を入力',
    metadata: encodeMeta(meta),
    blocks: [rich(['登録しています。記録の保存を確認しだい、結果をお知らせします。'])],
  });
}

function kpiBlocks({ meta, entry, among = [] }: RecordScreen): Block[] {
  const chosen = entry ? [option(kpiLabel(entry), entry.id)] : [];
  if (meta.choice === 'fixed' && entry) return [];
  const element =
    meta.choice === 'among' && among.length > 0
      ? select(
          recordActions.kpi,
          [...among, ...(entry && !among.some(({ id }) => id === entry.id) ? [entry] : [])].map((one) =>
            option(kpiLabel(one), one.id),
          ),
          entry?.id,
          'KPIを選ぶ',
        )
      : {
          type: 'external_select',
          action_id: recordActions.kpi,
          min_query_length: 0,
          placeholder: plainText('KPIや事業の名前を入力'),
          ...(chosen[0] ? { initial_option: chosen[0] } : {}),
        };
  return [
    input({
      id: fields.kpi,
      label: 'KPI',
      element,
      live: true,
      ...(entry ? {} : { hint: '選ぶと、年度と実績の入力欄が表示されます。' }),
    }),
  ];
}

/** `移住相談者数（連携中枢ビジョン）` */
export function kpiLabel({ record, plan }: KpiEntry): string {
  const tail = `（${plan.shortName}）`;
  return `${clip(record.name, 75 - [...tail].length)}${tail}`;
}

function entryBlocks(entry: KpiEntry, screen: RecordScreen): Block[] {
  const { record, plan } = entry;
  const unit = unitOf(record);
  return [
    rich([{ bold: record.name }], [figuresLine(kpiFigures(entry))]),
    ...context(
      `${plan.shortName}${entry.departments.length > 0 ? `・${entry.departments.join('・')}` : ''} ／ 出典 ${sourceText(record.sources)}`,
    ),
    yearInput(entry, screen),
    record.measure === 'milestone'
      ? milestoneInput(entry, screen)
      : input({
          id: fields.value(record.id),
          label: unit ? `実績（単位：${unit}）` : '実績',
          live: true,
          // While wrong is typed the reason takes the place of the example; a submission is answered at the same field.
          hint:
            screen.preview?.parsed.ok === false
              ? `⚠️ ${screen.preview.parsed.reason}`
              : `入力例：${exampleFor(record)}${unit ? '。数字は全角でもかまいません' : ''}`,
          element: {
            type: 'plain_text_input',
            action_id: recordActions.value,
            max_length: 200,
            dispatch_action_config: { trigger_actions_on: ['on_character_entered', 'on_enter_pressed'] },
            ...initial(screen.restore?.value),
          },
        }),
    ...previewBlocks(screen),
    input({
      id: fields.comment,
      label: 'コメント',
      optional: true,
      element: {
        type: 'plain_text_input',
        action_id: recordActions.text,
        multiline: true,
        max_length: 1000,
        ...initial(screen.restore?.comment),
      },
    }),
    input({
      id: fields.link,
      label: '出典のリンク',
      optional: true,
      element: {
        type: 'url_text_input',
        action_id: `${recordActions.text}-link`,
        placeholder: plainText('https://'),
        ...initial(screen.restore?.link),
      },
    }),
  ];
}

function initial(text: string | undefined): Element {
  return text ? { initial_value: text } : {};
}

function yearInput({ record, id }: KpiEntry, { meta, years }: RecordScreen): Block {
  const results = resultsOf(record);
  const options = years.map((fy) => {
    const result = results.get(fy);
    const state = result
      ? `${result.recordedBy === undefined ? '資料の実績' : '登録済み'} ${shown(result)}`
      : '実績なし';
    return option(`${fiscalYearName(fy)}（${yearLabel(fy)}）　${state}`, String(fy));
  });
  return input({
    id: fields.fy(id),
    label: '年度',
    live: true,
    element: select(recordActions.fy, options, String(meta.fy ?? '')),
  });
}

function milestoneInput({ id }: KpiEntry, { words, restore }: RecordScreen): Block {
  const labels: Record<Done, string> = {
    done: `できた（${words.done}）`,
    partly: '一部できた',
    'not-done': 'まだできていない',
  };
  const options = (Object.keys(labels) as Done[]).map((key) => option(labels[key], key));
  const chosen = options.find((one) => one.value === restore?.value);
  return input({
    id: fields.value(id),
    label: '実績',
    live: true,
    element: {
      type: 'radio_buttons',
      action_id: recordActions.value,
      options,
      ...(chosen ? { initial_option: chosen } : {}),
    },
  });
}
