// Marks of a listing: its row number, 再掲, ● of a main project in one year or only from one.
import { findAll, type Parser } from '../finding.ts';

export const parseListingMarks: Parser = (text) => [
  ...findAll(
    text,
    /(?:事務)?(?:事業)?(?:no\.?|ナンバー|事務事業番号|事業番号|番号)\s?(?:の|が|は)?\s?(\d{1,2})(?![\d年月%-])(?:番)?(?:の)?/g,
    (match) => ({ is: 'condition', condition: { on: 'row', number: Number(match[1]) } }),
  ),
  ...findAll(
    text,
    /【?再掲】?(?:に|と|で)?(?:なって(?:い)?る|され(?:て(?:い)?る|た)|記されて(?:い)?る|書かれて(?:い)?る|ある)?(?:の)?/g,
    () => ({
      is: 'condition',
      condition: { on: 'repeated' },
    }),
  ),
  ...findAll(
    text,
    /(?:複数|2つ以上)の(?:施策|パッケージ|政策)に(?:載|掲載|また|属|登場)\S*?(?=事業|もの|$)/g,
    () => ({
      is: 'condition',
      condition: { on: 'repeated' },
    }),
  ),
  ...findAll(
    text,
    /(?:r|令和)(\d{1,2})(?:年度)?(?:(?:に|から)(?:新たに|新規に|新しく)?(?:始ま(?:る|った)|加わった|追加された|主要(?:事務)?事業になった)|(?:だけ|のみ)(?:が|の)?(?:主要(?:事務)?事業|●)?|(?:の)?(?:新規|新しい)(?=事業|の))/g,
    (match) => ({
      is: 'condition',
      condition: { on: 'mainYears', years: [2018 + Number(match[1])], only: true },
    }),
  ),
];
