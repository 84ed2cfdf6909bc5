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
    const head = headOf(tokens, i);
    const start = head?.start ?? name.start;
    if (
      known.some((mention) => mention.meaning.is === 'entity' && mention.start <= start && mention.end >= end)
    )
      continue;
    found.push({
      start,
      end,
      text: `${head?.surface ?? ''}${name.surface}${whole ? '' : (tail?.surface ?? '')}`,
      cost: 2,
      meaning: { is: 'elsewhere' },
    });
  }
  return found;
}

/** 福智町 as 福 and 智町: one sign that stands by itself right before the name is its beginning. */
function headOf(tokens: readonly Token[], at: number): Token | null {
  const [before, head] = [tokens[at - 2], tokens[at - 1]];
  const name = tokens[at] as Token;
  const alone =
    head?.end === name.start && /^\p{Script=Han}$/u.test(head.surface) && /^(?:名詞|接頭詞)$/.test(head.pos);
  const apart =
    before === undefined || before.end < (head?.start ?? 0) || !/\p{Script=Han}$/u.test(before.surface);
  return head && alone && apart && name.surface.length <= 2 ? head : null;
}
