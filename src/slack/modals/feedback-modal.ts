// What was wrong with an answer, asked in one small modal after 「違う」.
import * as z from 'zod';
import { plainText } from '../../present/blocks/block.ts';
import { readCarried } from '../../present/carried.ts';
import { input, modal, option, type View, valuesOf } from '../../present/modal-view.ts';

export const feedbackView = 'feedback-about';

const choices = {
  figure: '数字が違う',
  record: '別の事業・KPIを探していた',
  words: '言葉が通じていない',
  other: 'そのほか',
} as const;
export type About = keyof typeof choices;

const metaSchema = z.object({ id: z.string(), ask: z.string(), answer: z.string() });
/** What the modal carries along: the voice it belongs to. */
export type FeedbackMeta = z.infer<typeof metaSchema>;

export function feedbackModal(meta: FeedbackMeta): View {
  // Three bytes a character in JSON at most; the metadata takes 3,000 characters.
  const short = { ...meta, ask: meta.ask.slice(0, 300), answer: meta.answer.slice(0, 1200) };
  return modal({
    title: '何が違いましたか',
    submit: '送る',
    close: '閉じる',
    callbackId: feedbackView,
    metadata: JSON.stringify(short).slice(0, 3000),
    blocks: [
      input({
        id: 'about',
        label: '違っていたこと',
        element: {
          type: 'radio_buttons',
          action_id: 'about',
          options: Object.entries(choices).map(([value, label]) => option(label, value)),
        },
      }),
      input({
        id: 'comment',
        label: '正しい内容や、探していたもの',
        optional: true,
        element: {
          type: 'plain_text_input',
          action_id: 'comment',
          multiline: true,
          max_length: 500,
          placeholder: plainText('例：R6の実績は 120人 です（事業報告書 12ページ）'),
        },
      }),
    ],
  });
}

/** Null for a view that is not ours. */
export function readFeedback(view: {
  private_metadata: string;
  state: unknown;
}): (FeedbackMeta & { about: About; comment: string }) | null {
  const values = valuesOf(view.state);
  const about = Object.keys(choices).find((one): one is About => one === values.about);
  const meta = readCarried(metaSchema, view.private_metadata);
  if (meta === null || about === undefined) return null;
  return { ...meta, about, comment: (values.comment ?? '').slice(0, 500) };
}
