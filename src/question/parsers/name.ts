// Names of projects and KPIs, whole or without the endings people leave out; they claim their words first.
import { compact, findCompact } from '../compact.ts';
import type { Finding, Parser } from '../finding.ts';
import type { Named } from '../question.ts';

export const parseNames: Parser = (text, { vocabulary }) => {
  const flat = compact(text);
  const byForm = new Map<string, Named[]>();
  for (let at = 0; at + 3 <= flat.text.length; at++) {
    for (const { form, named } of vocabulary.names.get(flat.text.slice(at, at + 3)) ?? []) {
      const known = byForm.get(form) ?? [];
      if (!flat.text.startsWith(form, at) || known.includes(named)) continue;
      byForm.set(form, [...known, named]);
    }
  }
  const findings: Finding[] = [];
  for (const [form, records] of byForm) {
    // A short stem is a topic (空き家, 観光), not a name.
    if (!records.some((record) => record.exact) && form.length < 5) continue;
    // A whole name outweighs every other form; a stem (多文化共生) may be part of a policy's name.
    const weight = records.some((record) => record.exact) ? 2 : 1;
    for (const { at, length } of findCompact(flat, form)) {
      findings.push({ meaning: { is: 'named', records }, at, text: text.slice(at, at + length), weight });
    }
  }
  return findings;
};
