// 1台あたりの設置費は, 防犯灯1基いくら: what one of them costs is no budget.
import type { Query } from '../query.ts';
import type { Clause } from './compose.ts';

const each =
  /(?<![\d,.])(?:1|一)(?:台|基|人|名|件|回|校|館|棟|戸|世帯|団体|本|個|枚|冊|か所|箇所|カ所|町|市町|キロ|km|平米|㎡)(?:あたり|当たり|当り|につき|ごと)?の?(?:[\p{Script=Han}]{0,4}(?:費用|経費|費|単価|料金?|金額|額|コスト|値段))?(?=いくら|なんぼ|は|が|を|って|、|[?？。\s]|$)/u;
const perOne = /あたり|当たり|当り|につき|ごと|いくら|なんぼ/;

/** The query with such a price as unread, where money of a record was to answer it. */
export function withUnitPrice(query: Query, { frame, around: { facts } }: Clause): Query {
  if (query.ask !== 'values' || query.wanted.length === 0) return query;
  const money = query.wanted.every(({ attribute }) => facts.attribute(attribute)?.type === 'money');
  const found = each.exec(frame.text);
  if (!money || !found) return query;
  const { 0: said, index: from } = found;
  // 1人当たりコスト is the name of a column itself.
  if (frame.attributes().some(({ start, end }) => start <= from && end >= from + said.length)) return query;
  const [asked = ''] = /^(?:いくら|なんぼ)/.exec(frame.text.slice(from + said.length)) ?? [];
  const whole = `${said}${asked}`;
  return perOne.test(whole) ? { ...query, unread: [whole.trim()] } : query;
}
