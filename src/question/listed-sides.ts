// ①A ②B の予算はどちらが多い: things under marks of a list that one sentence goes on with are said side by side.

const mark = '(?:[①-⑳]|[(（]?[1-9１-９a-zａ-ｚア-オ][)）.．、:：]|[・●○■◆◇□])';
/** Lines of a list, and a line behind it that goes on with a particle: の令和5年度予算額は. */
const lines = new RegExp(
  `(?:^|(?<=\\n))((?:[ \\t　]*${mark}[ \\t　]*[^\\n。？?]{2,60}\\n){2,6})[ \\t　]*(?=(?:の|では|で|を|は|に|について|と)[^\\n])`,
  'gu',
);
/** ①A②B、どちらが多い in one line; ①…は何か ②… are questions of their own. */
const inline =
  /①[ \t　]*([^①-⑳\n。？?はがを]{2,40}?)[ \t　、]*と?②(?=[^①-⑳。？?\n]{2,80}(?:どちら|どっち|両方|差(?:は|を|が)|比べ|それぞれ|合わせ|あわせ|合計))/gu;

/** The text with such a list written as 「AとB」; a mark that is said once more is the thing it stands before. */
export function withListedSides(text: string): string {
  const things = new Map<string, string>();
  const joined = text
    .replace(lines, (_, list: string) => {
      const items = list
        .trim()
        .split('\n')
        .map((line) => line.trim());
      for (const item of items) {
        const circled = /^[①-⑳]/u.exec(item)?.[0];
        if (circled !== undefined) things.set(circled, bare(item));
      }
      return items.map(bare).join('と');
    })
    .replace(inline, (_, first: string) => `${first.trim()}と`);
  return things.size === 0
    ? joined
    : joined.replace(/[①-⑳](?=の(?:方|ほう)|が|は|より|と)/gu, (sign) => things.get(sign) ?? sign);
}

function bare(item: string): string {
  return item.replace(new RegExp(`^${mark}[ \\t　]*`, 'u'), '').trim();
}
