// Places no plan is of: 福岡市の人口, 熊本市の総合戦略.
import type { Token } from '../../language/tokenizer/tokenizer.ts';
import type { Mention } from './mention.ts';

/** A proper name with 市, 町, 村, 県 or 区 that is no town of the plans. */
export function elsewhereMentions(tokens: readonly Token[], known: readonly Mention[]): Mention[] {
  const found: Mention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const name = tokens[i] as Token;
    const tail = tokens[i + 1];
    if (name.pos !== '名詞' || name.posDetail1 !== '固有名詞') continue;
    const whole = /[市町村県区都府道]$/.test(name.surface) && name.surface.length >= 3;
    const end = whole
      ? name.end
      : tail?.pos === '名詞' && tail.posDetail1 === '接尾' && /^[市町村県区都府道]$/.test(tail.surface)
        ? tail.end
        : null;
    // 九州道 is a road.
    const road = end === name.end && /道$/.test(name.surface) && name.surface !== '北海道';
    if (end === null || road) continue;
    if (
      known.some(
        (mention) => mention.meaning.is === 'entity' && mention.start <= name.start && mention.end >= end,
      )
    )
      continue;
    found.push({
      start: name.start,
      end,
      text: whole ? name.surface : `${name.surface}${tail?.surface ?? ''}`,
      cost: 2,
      meaning: { is: 'elsewhere' },
    });
  }
  return found;
}
