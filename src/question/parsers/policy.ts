// Policies by code (VII-3-(1)-②, 3(2)e), number (パッケージ3, 基本目標2, 方向13) and name.
import { compact, findCompact } from '../compact.ts';
import { type Finding, findAll, type Parser } from '../finding.ts';
import { codeKey, type PolicyWord, spell } from '../vocabulary.ts';

const figures: Record<string, string> = { 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6' };
const tail =
  /^(?:番|つ目)?(?:に|の)?(?:ぶら下が(?:って(?:い)?る|る)|属(?:する|して(?:い)?る)|ひも(?:づ|付)く|ある|位置(?:づ|付)け(?:られた|られて(?:い)?る)|該当する|含まれ(?:る|て(?:い)?る)|入って(?:い)?る|当たる|並(?:ぶ|んで(?:い)?る)|載って(?:い)?る|挙が(?:って(?:い)?る|る)|ひもづいて(?:い)?る|まとめられて(?:い)?る)?/;

function condition(words: PolicyWord[], label: string): Finding['meaning'] {
  return { is: 'condition', condition: { on: 'policy', policies: words.map((word) => word.id), label } };
}

const nouns: Record<string, { kind: string; least: number }> = {
  パッケージ: { kind: 'package', least: 2 },
  基本目標: { kind: 'goal', least: 3 },
  基本的方向: { kind: 'direction', least: 4 },
  方向: { kind: 'direction', least: 4 },
};

/** 子育て子育ち応援パッケージ, 東部のパッケージ: the words before the noun stand in the name of just one policy. */
function byPartOfName(text: string, policies: readonly PolicyWord[]): Finding[] {
  return findAll(
    text,
    /([^\s、。「」『』?は]{2,30}?)の?(パッケージ|基本目標|基本的方向|方向)(?!\s?の?\(?[\d①-⑳])/g,
    (match) => {
      const [, before = '', noun = ''] = match;
      const { kind = '', least = 2 } = nouns[noun] ?? {};
      const typed = compact(before).text;
      for (let from = 0; from + least <= typed.length; from++) {
        const part = typed.slice(from);
        // 久留米の…: what stands before is another form; inside a word nothing begins.
        if (from > 0 && !/[のはがをで]/.test(typed.charAt(from - 1))) continue;
        const named = policies.filter((policy) => policy.kind === kind && spell(policy.name).includes(part));
        if (named.length === 1) {
          const at = before.length - part.length;
          match.index += Math.max(0, at);
          match[0] = match[0].slice(Math.max(0, at));
          return condition(named, match[0]);
        }
      }
      return null;
    },
  );
}

export const parsePolicies: Parser = (text, { vocabulary }) => {
  const findings: Finding[] = [];
  const numbered = (pattern: RegExp, kinds: string[]) =>
    findAll(text, pattern, (match) => {
      const typed = match[1] ?? '';
      const key = figures[typed] ?? codeKey(typed);
      const words = vocabulary.policies.filter(
        (policy) => kinds.includes(policy.kind) && policy.key.split(' ').at(-1) === key,
      );
      return words.length > 0 ? condition(words, match[0]) : { is: 'unknown', what: 'policy' };
    });
  findings.push(
    ...numbered(/(?:政策)?パッケージの?\s?\(?([1-9一二三四五六])\)?(?!\d)/g, ['package']),
    ...numbered(/(?<!\d)第?([1-9一二三四五六])(?:つ目の|番目の|番の)?(?:政策)?パッケージ/g, ['package']),
    ...numbered(/基本目標の?\s?\(?([1-9一二三四五])\)?(?!\d)/g, ['goal']),
    ...numbered(/(?:施策の)?(?:基本的)?方向(?:性)?の?\s?\(?(\d{1,2})\)?(?!\d)/g, ['direction']),
    ...numbered(/ビジョン\s?(i{1,3}|iv|v|[1-9])(?![a-z\d])/g, ['vision']),
    ...numbered(/(?<![a-z])(i{1,3}|iv|v)\s?「/g, ['vision']),
  );
  // パッケージ1と2: further numbers right behind the first.
  findings.push(
    ...findAll(
      text,
      /(?<=(パッケージ|基本目標|方向)(?:性)?の?\s?\(?\d{1,2}\)?(?:と|・|、|や|か|または|及び))\(?(\d{1,2})\)?(?![\d年月件回人%]|事業)/g,
      ([said, noun = '', typed = '']) => {
        const words = vocabulary.policies.filter(
          ({ kind, key }) => kind === nouns[noun]?.kind && key.split(' ').at(-1) === typed,
        );
        return words.length > 0 ? condition(words, said) : { is: 'unknown', what: 'policy' };
      },
    ),
  );
  findings.push(...byPartOfName(text, vocabulary.policies));
  const codes = [
    /(?<![a-z0-9])(?:viii|vii|vi|iv|v|iii|ii|i|ix|[1-9])\s?[-の]\s?\d(?:\s?[-の]?\s?\(?[\dil]\)?(?:\s?[-の]?\s?\(?\d\)?)?)?(?![\d年月%])/g,
    /(?<![a-z0-9])[1-3]\s?-?\s?\(\d\)\s?-?\s?[a-h]?(?![a-z])/g,
    /(?<![a-z0-9])[1-3]\s?-?\s?[a-h](?![a-z0-9])/g,
  ];
  for (const pattern of codes) {
    findings.push(
      ...findAll(text, pattern, (match) => {
        const key = codeKey(match[0].replace(/の/g, '-'));
        if (!key.includes(' ')) return null;
        const same = vocabulary.policies.filter((policy) => policy.key === key);
        const below = vocabulary.policies.filter((policy) => policy.key.startsWith(`${key} `));
        const words = same.length > 0 ? same : below;
        if (words.length > 0) return condition(words, match[0]);
        return /^[ivx]/.test(match[0]) ? { is: 'unknown', what: 'policy' } : null;
      }),
    );
  }
  const flat = compact(text);
  const byForm = new Map<string, string[]>();
  const kinds = new Map(vocabulary.policies.map(({ id, kind }) => [id, kind]));
  const said = /施策|政策|分野|パッケージ|基本目標|基本的方向|ビジョン|連携事業|連携中枢/.test(text);
  for (const { form, value } of vocabulary.policyNames) {
    // Short names (災害対策, 人材の育成) are topics unless the text speaks of policies or names them whole.
    const own = ['vision', 'package'].includes(kinds.get(value) ?? '');
    const phrase = form.includes('の') && flat.text.includes(`${form}の事業`);
    if (form.length < (said || phrase ? 4 : own ? 5 : 6)) continue;
    byForm.set(form, [...(byForm.get(form) ?? []), value]);
  }
  for (const [form, ids] of byForm) {
    for (const { at, length } of findCompact(flat, form)) {
      const words = vocabulary.policies.filter((policy) => ids.includes(policy.id));
      findings.push({
        meaning: condition(words, text.slice(at, at + length)),
        at,
        text: text.slice(at, at + length),
        weight: 1,
      });
    }
  }
  // 取組「福祉」, 福祉分野: a short name is a policy's where it is quoted or called one.
  const short = new Map<string, string[]>();
  for (const { form, value } of vocabulary.policyNames) short.set(form, [...(short.get(form) ?? []), value]);
  for (const pattern of [
    said || /取り?組み?|並ん|並ぶ|載っ|項目/.test(text) ? /(?<=「)([^「」]{2,30})(?=」)/g : null,
    /(?<=^|[\s、「のはで])([^\s、。「」『』のはでが?]{2,12})(?=」?\s?(?:分野|の?(?:施策|政策)(?![一-龠])))/g,
  ]) {
    if (!pattern) continue;
    findings.push(
      ...findAll(text, pattern, (match) => {
        const ids = short.get(spell(match[1] ?? '')) ?? [];
        const words = vocabulary.policies.filter(({ id }) => ids.includes(id));
        return words.length > 0 ? condition(words, match[0]) : null;
      }),
    );
  }
  for (const finding of findings) {
    if (finding.meaning.is !== 'condition') continue;
    const before =
      /(?:(?:施策|政策)(?:番号|コード|no\.?|名)?(?:が|の|は)?)?\s?$/.exec(text.slice(0, finding.at))?.[0] ??
      '';
    const after =
      /^」?(?:の?実現)?\s?(?:[、,]?\s?(?:と?いう)?の?(?:施策|パッケージ|分野|政策|基本目標|方向))?/.exec(
        text.slice(finding.at + finding.text.length),
      )?.[0] ?? '';
    const end = finding.at + finding.text.length + after.length;
    const claimed = tail.exec(text.slice(end))?.[0] ?? '';
    finding.at -= before.length;
    finding.text = text.slice(finding.at, end + claimed.length);
  }
  return findings;
};
