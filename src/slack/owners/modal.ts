// The modals that name the people in charge of a KPI or a department, and hand everything of one person to another.
import * as z from 'zod';
import { departmentSubject, kpiSubject, subjectOf } from '../../digest/duties.ts';
import type { Duty } from '../../ports/store.ts';
import { type Block, context, type Element, plainText, rich } from '../../present/blocks/block.ts';
import { readCarried } from '../../present/carried.ts';
import { input, modal, option, select, type View } from '../../present/modal-view.ts';
import type { SlackContext } from '../context.ts';

export const dutiesView = 'duties';
export const handOverView = 'duties-hand-over';
/** Choosing another subject draws the modal with the people it has. */
export const subjectAction = 'duty-subject';

const metaSchema = z.object({ subjects: z.array(z.string()).max(100) });

/** What can be chosen: the KPIs that were found, then departments. */
export function subjectsFor({ bot }: SlackContext, kpis: readonly string[], words: string): string[] {
  const departments = [...new Set(bot.repository.projects.flatMap(({ department }) => department ?? []))];
  const named = departments.filter((name) => words !== '' && (name.includes(words) || words.includes(name)));
  const found = [...named.map(departmentSubject), ...kpis.map(kpiSubject)];
  return (found.length > 0 ? found : departments.map(departmentSubject)).slice(0, 40);
}

export function subjectLabel({ bot }: SlackContext, subject: string): string {
  const about = subjectOf(subject);
  return 'kpi' in about
    ? (bot.repository.kpi(about.kpi)?.name ?? about.kpi)
    : `${about.department}（課全体）`;
}

/** The modal for one of several subjects, the first one chosen at the start. */
export function dutiesModal(
  slack: SlackContext,
  subjects: readonly string[],
  chosen: string,
  duties: readonly Duty[],
): View {
  const people = (role: Duty['role']) =>
    duties.filter((duty) => duty.subject === chosen && duty.role === role).map(({ person }) => person);
  const options = subjects.map((subject) => option(subjectLabel(slack, subject), subject));
  // A select of many people cannot be changed by an update: each subject has inputs of its own.
  const at = subjects.indexOf(chosen);
  const choose = (role: Duty['role'], label: string, hint: string): Block =>
    input({ id: `${role} ${at}`, label, optional: true, hint, element: peopleSelect(role, people(role)) });
  return modal({
    title: '担当を決める',
    submit: '保存',
    close: 'やめる',
    callbackId: dutiesView,
    metadata: JSON.stringify({ subjects }),
    blocks: [
      input({
        id: 'subject',
        label: 'KPIまたは課',
        live: true,
        element: select(subjectAction, options, chosen),
      }),
      choose('owner', '担当', '実績の登録期限の前・当日・後に、一度ずつダイレクトメッセージでお願いします。'),
      choose('deputy', '副担当', '担当と同じお願いが届きます。'),
      ...('department' in subjectOf(chosen)
        ? [choose('chief', '月の集計を受け取る方', '毎月最初の開庁日に、課のKPIの集計が届きます。')]
        : context('課の担当は、KPIに担当がいないときに使われます。')),
    ],
  });
}

function peopleSelect(role: string, chosen: readonly string[]): Element {
  return {
    type: 'multi_users_select',
    action_id: `duty-${role}`,
    placeholder: plainText('選ぶ'),
    max_selected_items: 10,
    ...(chosen.length > 0 ? { initial_users: [...chosen] } : {}),
  };
}

export function handOverModal(from: string): View {
  const person = (id: string, label: string, initial?: string) =>
    input({
      id,
      label,
      element: {
        type: 'users_select',
        action_id: `duty-${id}`,
        placeholder: plainText('選ぶ'),
        ...(initial ? { initial_user: initial } : {}),
      },
    });
  return modal({
    title: '担当を引き継ぐ',
    submit: '引き継ぐ',
    close: 'やめる',
    callbackId: handOverView,
    blocks: [
      rich(['担当・副担当・月の集計を、まとめて別の方に移します。']),
      person('from', '今の担当', from),
      person('to', '新しい担当'),
    ],
  });
}

/** The subjects a modal offers; empty for a view that is not ours. */
export function readSubjects(metadata: string | undefined): string[] {
  return readCarried(metaSchema, metadata)?.subjects ?? [];
}

const stateSchema = z.object({
  values: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        selected_users: z.array(z.string()).nullish(),
        selected_user: z.string().nullish(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    ),
  ),
});

/** People and options chosen in a view: block id → what stands there. */
export function readChosen(state: unknown): {
  people(block: string): string[];
  option(block: string): string;
} {
  const values = stateSchema.safeParse(state).data?.values ?? {};
  const of = (block: string) => Object.values(values[block] ?? {})[0];
  return {
    people(block) {
      const { selected_users, selected_user } = of(block) ?? {};
      return selected_users ?? (selected_user ? [selected_user] : []);
    },
    option: (block) => of(block)?.selected_option?.value ?? '',
  };
}
