// Rules for block elements: buttons, selects, choices, inputs, and which of them stand where.
import { z } from 'zod';
import { integer, many, plain, text, written } from './shape.ts';

const element = <S extends z.core.$ZodLooseShape>(type: string, shape: S) =>
  z.object({
    type: z.literal(type),
    action_id: text(255).optional(),
    placeholder: plain(150).optional(),
    ...shape,
  });

/** Options of a select, checkbox or radio group; also the answers of external selects. */
export function options(label: z.ZodType, max: number, min = 1) {
  return many(z.object({ text: label, value: text(150) }), max, min).superRefine((given, { addIssue }) => {
    const values = given.map(({ value }) => value);
    values.forEach((value, i) => {
      const message = `duplicate option value "${value}"`;
      if (values.indexOf(value) < i) addIssue({ code: 'custom', path: [i, 'value'], message });
    });
  });
}

const staticSelect = element('static_select', {
  options: options(plain(75), 100),
  initial_option: z.object({ value: z.unknown() }).optional(),
}).refine(
  ({ options: among, initial_option: first }) => !first || among.some(({ value }) => value === first.value),
  { path: ['initial_option'], error: 'must be one of the options' },
);

const choices = [
  staticSelect,
  element('external_select', {}),
  element('conversations_select', {}),
  element('users_select', {}),
  element('multi_users_select', { max_selected_items: integer(1, 100) }),
  element('timepicker', {
    initial_time: z.stringFormat('HH:mm', /^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:mm').optional(),
  }),
  element('checkboxes', { options: options(written(75), 10) }),
  element('radio_buttons', { options: options(written(75), 10) }),
];

const button = element('button', {
  text: plain(75),
  value: text(2000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});

const field = { max_length: integer(1, 3000), initial_value: text(3000, 0).optional() };
const thumb = z.object({ text: plain(75), value: text(2000) });

/** Which elements stand where. */
export const elements = {
  actions: z.discriminatedUnion('type', [button, ...choices]),
  input: z.discriminatedUnion('type', [
    element('plain_text_input', field),
    element('url_text_input', {}),
    ...choices,
  ]),
  context: written(2000),
  context_actions: z.discriminatedUnion('type', [
    element('feedback_buttons', { positive_button: thumb, negative_button: thumb }),
  ]),
};
