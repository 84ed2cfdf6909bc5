// SDG goals: SDGs16, ゴール16, 目標16 (SDGs), SDGsの16番.
import { findAll, type Parser } from '../finding.ts';

// SDGs 4（教育）: the goal's own name beside its number is no further word to look for.
const gloss = '(?:番)?(?:目)?\\s?(?:\\([^()\\d]{1,20}\\)|「[^」\\d]{1,20}」)?';
const tail = `${gloss}(?:に)?(?:該当する|関連する|紐づく|ひもづく|貢献する|対応する|つながる|掲げる|関係(?:する|の|した)|関わる|かかわる)?`;
const forms = [
  new RegExp(
    `sdgs?\\s?(?:の|が)?\\s?(?:ゴール|目標|goal)?(?:番号)?\\s?(?:の|が|は)?\\s?(?:no\\.?)?(\\d{1,2})(?![\\d年])${tail}`,
    'g',
  ),
  new RegExp(
    `(?:ゴール|goal)(?:番号)?\\s?(?:の|が|は)?\\s?(\\d{1,2})(?![\\d年])${tail}\\s?(?:\\(?sdgs?\\)?)?`,
    'g',
  ),
  /目標\s?(\d{1,2})(?![\d年人件%]).{0,4}sdgs?/g,
  new RegExp(`(?<!\\d)(\\d{1,2})番(?:目)?(?:の)?(?:sdgs?|ゴール)(?:の?ゴール|の?目標)?${tail}`, 'g'),
];

/** SDGs8と17, ゴール8か17番: further goals right behind the first. */
const more =
  /(?<=(?:sdgs?|ゴール|目標).{0,8}\d番?(?:と|や|か|、|・|または|及び|および))\s?(\d{1,2})(?:番)?(?![\d年月人件%位])(?:の?ゴール)?(?:の?(?:両方|いずれか|どちらか|どちらも))?(?:に|の)?(?:該当する|関連する|関係(?:する|の)|貢献する)?/g;

export const parseSdgs: Parser = (text) =>
  (/sdgs?|ゴール/.test(text) ? [...forms, more] : forms).flatMap((form) =>
    findAll(text, form, (match) => {
      const goal = Number(match[1]);
      return goal >= 1 && goal <= 17 ? { is: 'condition', condition: { on: 'sdg', goal } } : null;
    }),
  );
