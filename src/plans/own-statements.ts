// Columns of a read file that tell in sentences why, with what result, what is wrong, what comes next: statements on their subjects.
import type { Source } from '../data/schemas/source.ts';
import type { Statement, Topic } from '../data/schemas/statement.ts';
import type { ReadPlan, ReadSubject } from './read-plan.ts';

/** Headings of remarks: a sentence that names a cause answers why, any other one tells how it came out. */
const remarks =
  /コメント|所見|意見|講評|分析|評価内容|評価の内容|備考|(?:要求|増減|見直し)の?(?:内容|要点|説明|ポイント)/;
const cause =
  /(?:減|増え|遅れ|足り|余)(?:り|て|ず)?、|で足りる|ため|により|による|から[、。]?|ことで|影響|要因|原因|不足|遅れ|高騰|減少し|増加し/;

/** A result that names its cause answers why as well: 市場高騰により不落となった. */
const causeToo =
  /により|によって|ため[、にで]|足り(?:ず|ない)|影響|高騰|ことから|(?:遅れ|減り|減って|増えて?|壊れ)、/;

/** Headings of such columns, and the words people ask for them with. */
const kinds: readonly { heading: RegExp; topic: Topic | 'remark'; terms: readonly string[] }[] = [
  {
    heading: /理由|要因|原因|考察|査定の?(?:考え方|内容|理由)|考え方/,
    topic: 'reason',
    terms: ['理由', '原因', '要因'],
  },
  {
    heading: /今後の(?:取組|取り組み|方針|対応|予定|展開|方策)|改善(?:の)?(?:内容|策|案|点)|対応策|次年度/,
    topic: 'plan',
    terms: ['今後', 'これから', '改善'],
  },
  { heading: /課題|問題点|背景|現状/, topic: 'background', terms: ['課題', '問題点'] },
  {
    heading: /成果|効果|実績(?:の)?(?:内容|概要)|(?:取組|取り組み|実施)(?:の)?(?:内容|実績|状況|結果)/,
    topic: 'result',
    terms: ['成果', '効果', '結果', '取組の内容'],
  },
  { heading: remarks, topic: 'remark', terms: ['コメント', '所見'] },
  {
    heading: /^概要$|(?:事業|取組|工事|業務|補助)の?(?:概要|内容)$|^(?:主な)?内容$/,
    topic: 'content',
    terms: ['内容', '概要'],
  },
];

/** Of larger files what each project is about is found by the project alone. */
const mostDescribed = 3000;

/** A cell shorter than this is a mark or a word, no sentence. */
const shortest = 9;
/** 第２日曜に開く: what is done is said in fewer words. */
const shortestContent = 6;

/** Every such cell as a statement; `idOf` gives the record's id. */
export function ownStatements(
  read: ReadPlan,
  idOf: (subject: ReadSubject) => string,
  source: (place: string) => Source,
): Statement[] {
  const columns = new Map(
    read.attributes.flatMap(({ id, label, type, words }) => {
      const kind = type === 'text' || type === 'word' ? kinds.find((one) => one.heading.test(label)) : null;
      return kind ? [[id, { ...kind, terms: [...new Set([label, ...words, ...kind.terms])] }]] : [];
    }),
  );
  if (columns.size === 0) return [];
  return read.subjects.flatMap((subject) => {
    const id = idOf(subject);
    return subject.values.flatMap((value, index): Statement[] => {
      const column = columns.get(value.attribute);
      const text = (value.word ?? '').trim();
      if (!column || text.length < (column.topic === 'content' ? shortestContent : shortest)) return [];
      // （文章は省略） tells nothing.
      if (/^[（(][^（()）]*[)）]$/.test(text)) return [];
      if (column.topic === 'content' && read.subjects.length > mostDescribed) return [];
      // A verdict (２　改革改善（縮小・統合含む）) below 課長意見 is no remark.
      if (column.topic === 'remark' && !text.includes('。')) return [];
      const statement = (topic: Topic, suffix = ''): Statement => ({
        id: `${id}-w-${index}${suffix}`,
        subject: { kind: subject.kind, id },
        topic,
        terms: column.terms,
        text,
        fy: value.fy,
        figures: [],
        source: source(value.place),
      });
      if (column.topic === 'remark') return [statement(cause.test(text) ? 'reason' : 'result')];
      const also = column.topic === 'result' && causeToo.test(text) ? [statement('reason', '-why')] : [];
      return [statement(column.topic), ...also];
    });
  });
}
