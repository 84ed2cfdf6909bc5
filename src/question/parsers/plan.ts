// Plans by name and everyday name: 行政評価, 連携中枢, 総合戦略, 主要事務事業, 久留米の戦略.
import { compact, findCompact } from '../compact.ts';
import type { Finding, Parser } from '../finding.ts';

const tail =
  /^(?:ビジョン|の戦略|戦略|シート|の計画|計画|の資料|の表|書)?(?:で|に|の(?:中で|うち)?)?(?:載って(?:い)?る|掲載)?/;

export const parsePlans: Parser = (text, { vocabulary }) => {
  const flat = compact(text);
  const findings: Finding[] = [];
  const add = (plans: string[], at: number, length: number) => {
    const claimed = tail.exec(text.slice(at + length))?.[0] ?? '';
    findings.push({
      meaning: { is: 'condition', condition: { on: 'plan', plans } },
      at,
      text: text.slice(at, at + length + claimed.length),
      weight: 1,
    });
  };
  for (const { form, value } of vocabulary.plans) {
    // 局施策評価 is a fact to be told, even where a plan is also called by it.
    if (form.length < 2 || /^(?:事業|局施策|施策|局)評価$/.test(form)) continue;
    for (const { at, length } of findCompact(flat, form)) {
      // 「…との連携、事業評価は？」 names no 連携事業.
      if (/[、。?!]/.test(text.slice(at, at + length))) continue;
      // 連携事業数 is a KPI, not the plan of the 連携事業.
      if (!/^[数名費者の]?(?:数|件数|創出|実施|費)/.test(text.slice(at + length))) add(value, at, length);
    }
  }
  for (const town of vocabulary.towns) {
    if (town.publisherOf.length === 0) continue;
    // 久留米の戦略: the publisher's short name; not inside 久留米シティプラザ or 北九州空港.
    const bare = town.full.replace(/[市町]$/, '');
    for (let at = text.indexOf(bare); at >= 0; at = text.indexOf(bare, at + 1)) {
      const rest = text.slice(at + bare.length);
      if (
        !/[一-龠ァ-ヶ「]/.test(text.charAt(at - 1)) &&
        /^(?:市?の|市?で|市?は|市?に|[\s)。、?]|$)/.test(rest)
      ) {
        add(town.publisherOf, at, bare.length + (rest.startsWith('市') ? 1 : 0));
      }
    }
  }
  return findings;
};
