// Departments as the documents name them, and departments that none of them names.
import { compact, findCompact } from '../compact.ts';
import { type Finding, findAll, type Parser } from '../finding.ts';

const tail =
  /^(?:が|で|に|の)?(?:所管|担当|主管|実施|やって|行って|受け持)?(?:して(?:い)?る|って(?:い)?る|する|い?る|の)?/;

export const parseDepartments: Parser = (text, { vocabulary }) => {
  const flat = compact(text);
  const findings: Finding[] = [];
  for (const { form, value } of vocabulary.departments) {
    if (form.length < 3) continue;
    for (const { at, length } of findCompact(flat, form)) {
      const rest = text.slice(at + length);
      if (/^(長|題)/.test(rest)) continue;
      const claimed = tail.exec(rest)?.[0] ?? '';
      findings.push({
        meaning: { is: 'condition', condition: { on: 'department', departments: [value] } },
        at,
        text: text.slice(at, at + length + claimed.length),
        weight: 1,
      });
    }
  }
  const unknown = findAll(text, /[一-龠ァ-ヶー]{2,10}(?:課|推進室|局)(?=の|が|は|で|って|$|\s)/g, (match) =>
    /^(?:担当|所管|主管|何|各|全|他|市|当該|郵便|事務)(?:課|局)?$/.test(match[0]) ||
    vocabulary.everything.includes(match[0]) ||
    vocabulary.departments.some(({ form }) => match[0].endsWith(form))
      ? null
      : { is: 'unknown', what: 'department' },
  );
  return [...findings, ...unknown];
};
