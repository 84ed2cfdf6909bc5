// What the file says about itself outside its tables: title, publisher, unit, year, day. Printed or only likely.
import { readYears } from '../cells/years.ts';
import type { Grid } from '../grid/grid.ts';
import type { Headings } from '../layout/headings.ts';
import type { Layout } from '../layout/read-layout.ts';
import { oneLine, type Table } from '../layout/table.ts';

/** Something the file says; `printed` where it stands there as such. */
export interface Said<T> {
  value: T;
  printed: boolean;
  place: string | null;
}

/** What is known of the paper. */
export interface Paper {
  title: Said<string> | null;
  publisher: Said<string> | null;
  published: Said<string> | null;
  /** The one unit of money that stands above the tables. */
  unit: Said<string> | null;
  year: Said<number> | null;
}

/** Reads the texts above the tables, then the names of sheets and file. */
export function readPaper(grid: Grid, { tables, covers }: Layout, vocabulary: Headings): Paper {
  const texts = [...covers, ...tables.flatMap(({ titles }) => titles)].map(({ text, place }) => ({
    text: oneLine(text),
    place,
  }));
  const fileName = grid.file.replace(/\.[^.]+$/, '');
  const names = [...tables.flatMap(({ sheets }) => sheets), fileName];
  return {
    title: titleOf(withoutSheets(texts), fileName),
    publisher: publisherOf(texts, names),
    published: publishedOf(texts),
    unit: unitOf(texts, vocabulary),
    year: yearOf(texts, names),
  };
}

type Text = { text: string; place: string };

/** 総務部　令和７年度主要事業 above the sheet 総務部: the title is that of all sheets. */
function withoutSheets(texts: readonly Text[]): Text[] {
  return texts.map(({ text, place }) => {
    const sheet = place.slice(0, place.lastIndexOf('!'));
    const rest = text.startsWith(sheet) ? text.slice(sheet.length).trim() : text;
    return { text: sheet.length >= 2 && rest.length >= 4 ? rest : text, place };
  });
}

/** 令和６年度 in a line of its own stands above the title it belongs to. */
function withYears(texts: readonly Text[]): Text[] {
  const sheet = ({ place }: Text) => place.slice(0, place.lastIndexOf('!'));
  return texts.flatMap((text, index) => {
    const [before, next] = [texts[index - 1], texts[index + 1]];
    if (saysYearOnly(text.text)) return next && sheet(next) === sheet(text) ? [] : [text];
    if (!before || !saysYearOnly(before.text) || sheet(before) !== sheet(text)) return [text];
    return [{ ...text, text: `${before.text}　${text.text}` }];
  });
}

function saysYearOnly(text: string): boolean {
  return /^(?:令和|平成|R|H)?\s*(?:元|\d{1,4})\s*年度?$/.test(text.normalize('NFKC').trim());
}

function titleOf(texts: readonly Text[], fileName: string): Paper['title'] {
  // 事業一覧（単位：千円） is titled without its unit.
  const named = withYears(texts).map(({ text, place }) => ({
    text: text.replace(/\s*[（(]?単位[:：]?[^（()）]*[)）]?\s*$/, '').replace(/^[#＃]+\s*/, ''),
    place,
  }));
  const titled = named.filter(
    ({ text }) => text.length >= 4 && text.length <= 60 && !/単位|^\d|^[（(].*[）)]$|現在$|時点$/.test(text),
  );
  const [best] = [
    titled.filter(({ text }) =>
      /一覧|計画|評価|戦略|調書|シート|報告|説明書|予算|決算|事業|補助金|プラン|ビジョン/.test(text),
    ),
    titled,
  ].flat();
  if (best && new Set(texts.map(({ text }) => text)).size < 40 && isSeveral(best, named))
    return { value: best.text, printed: true, place: best.place };
  return { value: fileName, printed: false, place: null };
}

/** Filler that stands over every column is no title; forms print theirs on every sheet. */
function isSeveral(best: Text, texts: readonly Text[]): boolean {
  const sheet = (at: string) => at.slice(0, at.lastIndexOf('!'));
  return (
    texts.filter(({ text, place }) => text === best.text && sheet(place) === sheet(best.place)).length < 4
  );
}

// 海道市 is no 海道: what ends a town's name is not followed by another such word.
const town = /([一-龠ヶケ々ぁ-んァ-ン]{1,8}?(?:都|道|府|県|市|区|町|村)(?![市区町村]))(?:役所|役場|長)?/;

/** Begin as the name of a town does and are none. */
const noTown =
  /^(?:[都道府県市区町村]{1,3}|(?:当|本|全|各|他|両|新|旧|同|地|国|農|漁|中心|中核|構成|関係|対象|連携)[都道府県市区町村]+)$/;

/** 国土交通省, 水産庁; no 県庁, no 関係省庁. */
const ministry = /^(?!関係|各|本庁)[一-龠]{1,6}(?<![都道府県市区官公省])(?:省|庁)$/;

const isTown = (text: string) =>
  (new RegExp(`^${town.source}$`).test(text) && !noTown.test(text)) || ministry.test(text);

function publisherOf(texts: readonly Text[], names: readonly string[]): Paper['publisher'] {
  const plain = (text: string) => text.replace(/(?:役所|役場|長)$/, '');
  for (const { text, place } of texts)
    if (isTown(text) && text.length <= 10) return { value: plain(text), printed: true, place };
  // 令和７年３月　浜風町, 事務事業一覧（さくら川市）: a word of its own beside others.
  const words = texts.flatMap(({ text }) => text.split(/[\s\u3000（）()]+/));
  const word = words.find((one) => isTown(one) && one.length >= 2 && one.length <= 10);
  if (word !== undefined) return { value: plain(word), printed: false, place: null };
  for (const text of [...texts.map((one) => one.text), ...names]) {
    const found = new RegExp(`^(?:令和\\d+年度|R\\d+|第\\d+[期次])?\\s*${town.source}`).exec(
      text.normalize('NFKC'),
    );
    if (found?.[1] && !noTown.test(found[1])) return { value: found[1], printed: false, place: null };
  }
  return null;
}

function publishedOf(texts: readonly Text[]): Paper['published'] {
  for (const { text, place } of texts) {
    const plain = text.normalize('NFKC');
    const date =
      /(?:(令和|平成|R|H)\s?(元|\d{1,2})|(20\d{2}))\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})日?/.exec(
        plain,
      );
    if (!date || !/公表|発行|公開|作成|策定|更新|時点|現在|版/.test(plain)) continue;
    const [, era, count, western, month = '', day = ''] = date;
    const year = western
      ? Number(western)
      : (/令和|R/.test(era ?? '') ? 2018 : 1988) + (count === '元' ? 1 : Number(count));
    const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (Number.isNaN(Date.parse(value))) continue;
    return { value, printed: /公表|発行|公開/.test(plain), place };
  }
  return null;
}

/** The unit of money that stands above one table, where it is another than the paper's. */
export function unitAbove({ titles }: Table, paper: Paper, vocabulary: Headings): string | null {
  return (unitOf(titles, vocabulary) ?? paper.unit)?.value ?? null;
}

/** （単位：人/月） above a table of KPIs: what their figures count, where the table prints one such unit. */
export function countedAbove({ titles }: Table, { words }: Headings): string | null {
  const units = new Set(
    titles.flatMap(({ text }) => {
      const unit = /単位\s*[:：]\s*([^\s()（）、,・;:：]{1,8})/.exec(text.normalize('NFKC'))?.[1];
      return unit === undefined ? [] : [unit];
    }),
  );
  const [only] = units;
  if (only === undefined || units.size > 1) return null;
  const plain = only.toLowerCase().replace(/\/(?:年度?|月|日|週)$/, '');
  return words.units.counted.includes(plain) || words.units.rate.includes(plain) ? only : null;
}

function unitOf(texts: readonly Text[], { words }: Headings): Paper['unit'] {
  const found = new Map<string, string>();
  for (const { text, place } of texts) {
    const plain = text.normalize('NFKC').trim();
    // 単位：千円; （千円） and （交付金・事業費：円） in a cell of their own
    const unit =
      /(?:単位|^.{0,4}額\s?[:;])\s?[:;はが]?\s?(兆円|億円|百万円|十万円|万円|千円|円)/.exec(plain)?.[1] ??
      /^[(【[]\s*(?:[^()\d]{1,16}[:：]\s*)?(億円|百万円|万円|千円|円)(?:[、,・/\s]+(?:%|人|件|ポイント))*\s*[)】\]]$/.exec(
        plain,
      )?.[1];
    if (unit && Object.hasOwn(words.units.money, unit)) found.set(unit, found.get(unit) ?? place);
  }
  const [only] = found;
  return found.size === 1 && only ? { value: only[0], printed: true, place: only[1] } : null;
}

function yearOf(texts: readonly Text[], names: readonly string[]): Paper['year'] {
  for (const { text, place } of texts) {
    const years = readYears(text).filter(({ kind, joined }) => kind === 'fiscal' && !joined);
    const [year] = years;
    if (year && years.length === 1 && text.length <= 60)
      return { value: year.years[0] ?? 0, printed: false, place };
  }
  for (const name of names) {
    const [year] = readYears(name.replaceAll('_', ' '));
    if (year && !year.joined) return { value: year.years[0] ?? 0, printed: false, place: null };
  }
  return null;
}
