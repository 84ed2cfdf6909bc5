// Printed changes (増額, 減額, 維持; 継続, 拡大) and changes between two years (増えた事業).
import { findAll, type Parser } from '../finding.ts';

const tail =
  '」?(?:と|に|で)?(?:なって(?:い)?る|なった|され(?:て(?:い)?る|た)|書かれて(?:い)?る|だった|した|の)?';

const year = '(?:r|令和)(\\d{1,2})年?度?の?';
const moreThan = new RegExp(
  `(?<=${year}(?:予算|事業費)額?(?:が|は)${year}(?:予算|事業費)?額?)(?:より(?:も)?|に比べて?|と比べて?)(?:(多|大き|高|増)|少な|小さ|低|減)[ぁ-ん]{1,5}?(?=事業|もの|取組|の?は)`,
  'g',
);

export const parseChanges: Parser = (text) => {
  const money = /増減|事業費|予算|増額|減額/.test(text);
  const outcome = /成果|方向性/.test(text);
  return [
    ...findAll(
      text,
      new RegExp(
        `(?:r\\d年?度?の?)?(?:(?:事業費|予算)(?:の|が)?)?(?:増減(?:が|は|で|の|:)?)?\\s?「?(増額|減額)${tail}`,
        'g',
      ),
      (match) => ({ is: 'condition', condition: { on: 'budgetChange', word: match[1] ?? '' } }),
    ),
    ...findAll(
      text,
      new RegExp(
        `(?:(?:事業費|予算)(?:の|が)?)?(?:増減(?:が|は|で|の|:)?)?\\s?「?(維持|据え置き|据置)${tail}`,
        'g',
      ),
      (match) =>
        (money &&
          !/[一-龠]$/.test(text.slice(0, match.index)) &&
          (match[0].endsWith('の') || !/^[一-龠]/.test(text.slice(match.index + match[0].length)))) ||
        /「維持」|維持(?:に|と)(?:なって|され)/.test(match[0]) ||
        /(?:^|[\s、])維持の?事業/.test(text) ||
        /増減.{0,3}維持/.test(match[0])
          ? { is: 'condition', condition: { on: 'budgetChange', word: '維持' } }
          : null,
    ),
    ...findAll(
      text,
      new RegExp(`(?:成果の?)?(?:方向性(?:が|は|で|の|:)?)?\\s?「?(拡大|継続|縮小|廃止|終了)${tail}`, 'g'),
      (match) =>
        outcome || /「.+」/.test(match[0])
          ? { is: 'condition', condition: { on: 'outcome', word: match[1] ?? '' } }
          : null,
    ),
    ...findAll(
      text,
      /(?:予算|事業費|予算額)(?:額)?(?:が|の|も)?(?:(?:増|ふ)え(?:た|て(?:い)?る)|増加(?:した|して(?:い)?る)?|上がった|伸びた)(?=事業|もの|取組|の)/g,
      () => ({ is: 'condition', condition: { on: 'moved', way: 'up' } }),
    ),
    ...findAll(
      text,
      /(?:予算|事業費|予算額)(?:額)?(?:が|の|も)?(?:(?:減|へ)(?:った|って(?:い)?る)|減少(?:した|して(?:い)?る)?|下がった)(?=事業|もの|取組|の)/g,
      () => ({ is: 'condition', condition: { on: 'moved', way: 'down' } }),
    ),
    // R4予算からR5予算で減った事業: the money stands further ahead.
    ...(money
      ? findAll(
          text,
          /(?:で|に|より|比べて)(?:(増え|増加し|伸び)|減っ|減少し)(?:た|て(?:い)?る)(?=事業|もの|取組)/g,
          ([, up]) => ({
            is: 'condition',
            condition: { on: 'moved', way: up ? 'up' : 'down' },
          }),
        )
      : []),
    // R5予算がR4より多い事業: the years before it tell which way.
    ...findAll(text, moreThan, ([, first, second, more]) => ({
      is: 'condition',
      condition: { on: 'moved', way: Boolean(more) === Number(first) > Number(second) ? 'up' : 'down' },
    })),
    ...findAll(
      text,
      /(?:予算|事業費|予算額)(?:額)?(?:が|の|も)?(?:同じ|同額|変わらない|変わって(?:い)?ない|横ばい)(?:の|だった)?/g,
      () => ({ is: 'condition', condition: { on: 'moved', way: 'same' } }),
    ),
  ];
};
