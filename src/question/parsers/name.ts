// Names of projects and KPIs, whole or without the endings people leave out; they claim their words first.
import { compact, findCompact } from '../compact.ts';
import type { Finding, Parser } from '../finding.ts';
import type { Named } from '../question.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** 待機児童の数, 人口の目標: whole names asked for with a の that they do not have. */
function withParticle(text: string, vocabulary: Vocabulary): Finding[] {
  const spread = compact(text);
  const places = spread.places.filter((place) => text.charAt(place) !== 'の');
  const letters = places.map((place) => text.charAt(place)).join('');
  if (letters.length === spread.text.length) return [];
  const findings: Finding[] = [];
  for (let from = 0; from + 3 <= letters.length; from++) {
    for (const { form, named } of vocabulary.names.get(letters.slice(from, from + 3)) ?? []) {
      if (!named.exact || form.length < 4 || !letters.startsWith(form, from)) continue;
      const at = places[from] ?? 0;
      const said = text.slice(at, (places[from + form.length - 1] ?? at) + 1);
      // 移住促進の事業 is no 移住促進事業 but a question about projects.
      if (!said.includes('の') || /の(?:事業|取組|プロジェクト)/.test(said) || named.kind !== 'kpi') continue;
      findings.push({ meaning: { is: 'named', records: [named] }, at, text: said, weight: 2 });
    }
  }
  return findings;
}

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
  const findings = withParticle(text, vocabulary);
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
