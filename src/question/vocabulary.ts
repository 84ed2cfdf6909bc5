// The words of the loaded plans that questions can name: read from the repository, never written down per document.
import type { Repository } from '../data/repository.ts';
import { normalize } from '../language/normalize.ts';
import { compact } from './compact.ts';
import type { Named } from './question.ts';

/** A spelling and what it stands for. */
export interface Form<T> {
  /** Normalised and compact. */
  form: string;
  value: T;
}

/** A record's name as it may be typed. */
export interface NameForm {
  form: string;
  named: Named;
}

/** A node of a policy tree as it can be cited. */
export interface PolicyWord {
  id: string;
  plan: string;
  kind: string;
  name: string;
  /** Code with roman numerals as figures and without signs: `VII-3-(1)-①` → `7 3 1 1`; '' for none. */
  key: string;
}

export interface Vocabulary {
  plans: Form<string[]>[];
  departments: Form<string>[];
  towns: { name: string; full: string; kana: string; publisherOf: string[] }[];
  policies: PolicyWord[];
  policyNames: Form<string>[];
  /** Name forms by their first three letters. */
  names: Map<string, NameForm[]>;
  /** All names in one compact string: what stands in it is no unknown town. */
  everything: string;
}

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** `VII-3-(1)-①` → `7 3 1 1`, `3(2)e` → `3 2 e`; '' where nothing is left. */
export function codeKey(code: string): string {
  return normalize(code)
    .split(/[^a-z0-9]+/)
    .flatMap((part) => part.match(/\d+|[a-z]+/g) ?? [])
    .map((part, index) => (index === 0 && romans.includes(part) ? String(romans.indexOf(part) + 1) : part))
    .map((part, index) => (index > 0 && (part === 'i' || part === 'l') ? '1' : part))
    .join(' ');
}

/** Spelling as compared: normalised, without signs. */
export function spell(text: string): string {
  return compact(normalize(text)).text;
}

/** Endings that people leave out: `水道技術研修の実施` is asked for as `水道技術研修`. */
const endings =
  /(の実施|の推進|の開催|の検討|についての検討|の形成|の整備促進|の合同実施|の構築|運営事業|推進事業|促進事業|維持管理事業|整備事業|連携事業|支援事業|事業|プロジェクト|補助金)$/;

function nameForms(name: string, aliases: readonly string[]): { form: string; exact: boolean }[] {
  const forms = new Map<string, boolean>();
  for (const spelling of [name, ...aliases]) {
    forms.set(spell(spelling), true);
    const bare = normalize(spelling);
    const withoutBrackets = spell(bare.replace(/\([^()]*\)/g, ''));
    if (withoutBrackets.length >= 4) forms.set(withoutBrackets, true);
    const head = spell(bare.replace(/[~(].*$/, ''));
    if (head.length >= 6) forms.set(head, true);
    for (const part of bare.split(/[()]/)) {
      // 多世代が…事業(R6)協働による…事業(R7): each half is a name of its own.
      if (spell(part).length >= 8) forms.set(spell(part), true);
    }
    for (let short = withoutBrackets.replace(endings, ''); short.length >= 4; ) {
      if (!forms.has(short)) forms.set(short, false);
      const next = short.replace(endings, '');
      if (next === short) break;
      short = next;
    }
  }
  return [...forms].filter(([form]) => form.length >= 3).map(([form, exact]) => ({ form, exact }));
}

/** Reads all words of the plans once. */
export function createVocabulary(repository: Repository): Vocabulary {
  const names = new Map<string, NameForm[]>();
  for (const [kind, records] of [
    ['project', repository.projects],
    ['kpi', repository.kpis],
  ] as const) {
    for (const record of records) {
      for (const { form, exact } of nameForms(record.name, record.aliases)) {
        const start = form.slice(0, 3);
        const list = names.get(start) ?? [];
        names.set(start, list);
        list.push({ form, named: { kind, id: record.id, exact } });
      }
    }
  }
  const planForms = new Map<string, Set<string>>();
  for (const plan of repository.plans) {
    for (const word of [plan.name, plan.shortName, ...plan.aliases]) {
      const form = spell(word);
      // 連携事業 is the plan's everyday name: so is 連携KPI.
      const forms = form.endsWith('事業')
        ? [form, ...['kpi', '指標', 'のkpi'].map((noun) => form.replace(/事業$/, noun))]
        : [form];
      for (const one of forms) planForms.set(one, (planForms.get(one) ?? new Set()).add(plan.id));
    }
  }
  const departments = new Set(repository.projects.flatMap((project) => project.department ?? []));
  const policyNames: Form<string>[] = [];
  for (const policy of repository.policies) {
    const forms = new Set([policy.name, ...policy.aliases].map(spell));
    // 「彩りあるまち」の実現 is asked for by its quoted words; other quoted words are topics.
    if (policy.kind === 'vision')
      for (const quoted of normalize(policy.name).matchAll(/「([^」]{4,})」/g))
        forms.add(spell(quoted[1] ?? ''));
    const short = spell(policy.name).replace(/パッケージ$/, '');
    if (policy.kind === 'package') forms.add(short);
    for (const form of forms) if (form.length >= 2) policyNames.push({ form, value: policy.id });
  }
  return {
    plans: [...planForms].map(([form, ids]) => ({ form, value: [...ids] })),
    departments: [...departments].flatMap((name) =>
      [name, ...name.split(/[、,／/]/)].map((part) => ({ form: spell(part), value: name })),
    ),
    towns: repository.municipalities.map((town) => ({
      name: town.name,
      full: normalize(town.name),
      kana: town.kana,
      publisherOf: repository.plans.filter((plan) => plan.municipality === town.name).map((plan) => plan.id),
    })),
    policies: repository.policies.map((policy) => ({
      id: policy.id,
      plan: policy.plan,
      kind: policy.kind,
      name: policy.name,
      key: policy.code === null ? '' : codeKey(policy.code),
    })),
    policyNames,
    names,
    everything: [
      ...repository.projects.map((project) => project.name),
      ...repository.kpis.map((kpi) => kpi.name),
      ...repository.policies.map((policy) => policy.name),
    ]
      .map(spell)
      .join('\n'),
  };
}
