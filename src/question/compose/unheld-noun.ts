// 研修の会場は: what is asked of a record by a noun that neither it nor what is told of it holds.
import { recordOf } from '../../data/repository.ts';
import type { Query } from '../query.ts';
import { withCarried } from './carried.ts';
import { type Clause, emptyQuery } from './compose.ts';
import type { Topic } from './frame.ts';

/** Nouns that ask for whatever is told: they stand in no document. */
const general =
  /^(?:詳細|中身|仕組み?|流れ|経緯|対象|対象者|特色|特徴|魅力|課題|意義|成果|方針|考え方|位置付け|進捗|状況|手順|見通し|方向性|利点|全容|全体像|背景|主旨|趣旨|意図|役割|意味|ポイント|メリット|コンセプト|イメージ|キーワード|相手|相手先|種類|例|具体例|範囲|名前|名称|話|件|情報|関係|違い|今後|予定|展開|計画)$/;

/** The query with the noun as unread, where the sentences that were found tell nothing of it. */
export function withUnheldNoun(query: Query, clause: Clause): Query {
  const { subjects, frame, around } = clause;
  const [exact, more] = subjects.exact();
  if (query.ask !== 'what' || query.seek !== null || query.told.length > 0 || !exact || more) return query;
  const [id, other] = exact.ids;
  if (id === undefined || other !== undefined || (exact.kind !== 'project' && exact.kind !== 'kpi'))
    return query;
  const named = frame.items.find(({ start }) => start === exact.start);
  const head = subjects
    .topics()
    .find(({ start }) => named !== undefined && /^」?の$/.test(frame.text.slice(named.end, start).trim()));
  if (!head || !isAsked(head) || general.test(head.text)) return query;
  if (isHeld(head.text, id, clause)) return query;
  const label = recordOf(around.repository, id)?.name ?? exact.label;
  return {
    ...emptyQuery('show'),
    sets: [{ kind: exact.kind, named: [id], where: [], label }],
    unread: [head.text],
  };
}

/** A noun or two that the question ends in: 会場は, 委託先を教えて. */
function isAsked({ items, text, after }: Topic): boolean {
  return (
    items.length <= 2 &&
    items.every(({ noun, meaning }) => noun && meaning === null) &&
    /^[\p{Script=Han}ァ-ヺー]{2,6}$/u.test(text) &&
    /^(?:は|って|を|も|$|[?？])/.test(after.trim())
  );
}

/** The record, what it carries, and the sentences on either hold a part of the word. */
function isHeld(word: string, id: string, { around: { search, repository } }: Clause): boolean {
  const ids = new Set(withCarried([id], { repository }));
  const records = search.search(word, { kinds: ['project', 'kpi'], keep: (_, one) => ids.has(one) });
  const statements = search.search(word, {
    kinds: ['statement'],
    keep: (_, one) => ids.has(repository.statement(one)?.subject.id ?? ''),
  });
  return [records, statements].some(({ hits, terms }) =>
    hits.some(({ matched }) => matched.length * 2 > terms.length),
  );
}
