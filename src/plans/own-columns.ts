// Columns of a read file that the product has no attribute for: declared by the plan, their cells as values.
import { createHash } from 'node:crypto';
import { takenIds } from '../data/check-values.ts';
import type { AttributeValue, DeclaredAttribute } from '../data/schemas/attribute.ts';
import type { Source } from '../data/schemas/source.ts';
import type { ReadPlan, ReadSubject, ReadValue } from './read-plan.ts';

/** Id in the file → the column as the plan declares it. */
export type OwnColumns = ReadonlyMap<string, OwnColumn>;

interface OwnColumn {
  attribute: DeclaredAttribute;
  /** Ｓ and S are one word: in one spelling → as it is written first. */
  spellings: ReadonlyMap<string, string>;
}

/** Every column that is none of the product's own. */
export function declaredColumns(read: ReadPlan): OwnColumns {
  const columns = new Map<string, OwnColumn>();
  const tails = tailsOf(read);
  const byColumn = valuesByColumn(read);
  for (const { id, label, words, of, unit, legend = {}, ...column } of read.attributes) {
    // Numbers name projects; they are no figures.
    const type = id === 'number' ? 'text' : column.type;
    if (takenIds.has(id)) continue;
    const values = byColumn.get(id);
    if (!values) continue;
    const spellings = new Map<string, string>();
    if (type === 'word')
      for (const { word, text } of values) {
        const plain = (word ?? text).normalize('NFKC');
        if (!spellings.has(plain)) spellings.set(plain, word ?? text);
      }
    const kinds = {
      ...(type === 'word' ? { values: wordsOf([...spellings.values()], { legend, counter: unit }) } : {}),
      ...(isFigure(type)
        ? { values: wordsOf(values.flatMap(({ word }) => (word !== null && isChange(word) ? [word] : []))) }
        : {}),
    };
    const counter = type === 'number' ? counterOf(label) : undefined;
    const counted = type === 'word' ? undefined : unit || counter?.unit;
    columns.set(id, {
      spellings,
      attribute: {
        id: idOf(id),
        label,
        words: [...new Set([...words, ...(tails.get(id) ?? []), ...(counter?.words ?? [])])],
        of,
        type: type === 'word' && kinds.values?.length === 0 ? 'text' : type,
        ...(counted ? { unit: counted } : {}),
        byYear: values.some(({ fy }) => fy !== null),
        // １人当たりコスト of several makes no sum.
        adds: type === 'money' && !/当たり|あたり|単価|平均/.test(label),
        ...(id === 'evaluation' && type === 'word' ? { verdict: true as const } : {}),
        ...(kinds.values && kinds.values.length > 0 ? kinds : {}),
      },
    });
  }
  return columns;
}

const isFigure = (type: DeclaredAttribute['type']) => ['money', 'number', 'rate'].includes(type);

/** 皆増 and 皆減 where a rate of change would stand: such words are asked for. */
const isChange = (word: string | null) => /^皆(?:増減?|減)$/.test(word?.trim() ?? '');

/** 交付件数 is counted in 件 and asked for as 何件交付; its name says so. */
function counterOf(label: string): { unit: string; words: string[] } | undefined {
  const [, what = '', counter = ''] =
    /^(.+?)(?:の)?(件|人|者|員|回|日|世帯|台|冊|戸|校|社|団体|か所|箇所|棟|本)数$/.exec(
      label.normalize('NFKC'),
    ) ?? [];
  if (counter === '') return undefined;
  const unit = counter === '者' || counter === '員' ? '人' : counter;
  // 利用者数: 利用 is what they do.
  const people = counter === '者' || counter === '員' ? [`${what}${counter}`] : [];
  return { unit, words: [...people, `何${unit} ${what}`, `${what} 何${unit}`] };
}

/** What stands in each column, blanks and parts of subjects left out. */
function valuesByColumn({ subjects }: ReadPlan): Map<string, ReadValue[]> {
  const byColumn = new Map<string, ReadValue[]>();
  for (const { values } of subjects)
    for (const value of values) {
      if (value.text === '' || value.part !== undefined) continue;
      const known = byColumn.get(value.attribute);
      if (known) known.push(value);
      else byColumn.set(value.attribute, [value]);
    }
  return byColumn;
}

/** (1) 改革改善の方向性 is asked for as 改革改善の方向性, ４ 課長等意見 (1) 今後の方向性 as 今後の方向性. */
function tailsOf({ attributes }: ReadPlan): Map<string, string[]> {
  const tails = attributes.map(({ id, label }): [string, string] => [
    id,
    (label.normalize('NFKC').split(/\s+/).at(-1) ?? '')
      .replace(/^[(]?(?:\d+|[①-⑳])[).]?/, '')
      // 人件費(B)※概算
      .replace(/\s*[※*].*$/, '')
      // うち一般財源, 財源_一般財源 and 財源内訳一般財源 are asked for as 一般財源, 今後の方向性 as 方向性.
      .replace(/^(?:うち|財源(?:内訳)?[_:・/-]|財源内訳(?:のうち|の)?|内訳)/, '')
      .replace(/^今後の(?=方向性$|方針$)/, '')
      // 翌年度繰越額 is asked for as 繰越額.
      .replace(/^(?:翌年度|前年度)(?:への|からの)?(?=繰越)/, '')
      .replace(/(?:[+=]?\([A-Za-z](?:[-+=・][A-Za-z])*\))+$/, '')
      // 公開URL is asked for as URL.
      .replace(/^[^A-Za-z]+(?=[A-Z][A-Za-z]{2,}$)/, ''),
  ]);
  // うち交付金充当額 is asked for as 交付金.
  for (const { id, label } of attributes) {
    const spent = /^(?:うち)?(.{2,})充当額$/.exec(label.normalize('NFKC').replace(/\s/g, ''))?.[1];
    if (spent !== undefined) tails.push([id, spent]);
  }
  // 対策の内容 is asked for as 対策, or どんな対策.
  for (const { id, label } of attributes) {
    const what = /^([^の\s]{2,6})の内容$/.exec(label.normalize('NFKC').replace(/\s/g, ''))?.[1];
    if (what !== undefined && !attributes.some((one) => one.label.includes(what) && one.id !== id))
      tails.push([id, what], [id, `どんな${what}`]);
  }
  // 効果額 目標 and 効果額 実績: 効果額 alone is the one that came about.
  for (const { id, label } of attributes) {
    const named = /^(.{2,})\s(?:実績|決算)[値額]?$/.exec(label.normalize('NFKC'))?.[1];
    if (named !== undefined && !attributes.some((one) => one.label === named)) tails.push([id, named]);
  }
  // 前回評価 is asked for as 前回, 二次評価 as 二次.
  for (const { id, label } of attributes) {
    const which =
      /^(前回|今回|前年度?|今年度|一次|二次|三次|最終|自己|外部|内部|所管課|市長)評価(?:結果)?$/.exec(
        label.normalize('NFKC'),
      )?.[1];
    if (which !== undefined) tails.push([id, which]);
  }
  // 評価（５段階） is asked for as 評価, 評価 総合評価 as either.
  for (const { id, label } of attributes) {
    const spelled = label.normalize('NFKC');
    const [first = '', ...others] = spelled.split(/\s+/);
    const bare = /^([^()]+?)\s*\([^()]+\)$/.exec(spelled)?.[1] ?? (others.length > 0 ? first : '');
    // 概算事業費 総額 is what all years come to, and 概算事業費 each year's.
    if (/^(?:総額|合計|総計|計|累計)$/.test(others.at(-1) ?? '')) continue;
    if (bare !== '' && !attributes.some((one) => one.label === bare)) tails.push([id, bare]);
  }
  tails.push(...withoutScope(attributes), ...partsOfNames(attributes), ...spokenForms(attributes));
  const owners = new Map<string, Set<string>>();
  for (const [id, tail] of tails) owners.set(tail, (owners.get(tail) ?? new Set()).add(id));
  const found = new Map<string, string[]>();
  for (const [id, tail] of tails)
    if (tail.length >= 2 && owners.get(tail)?.size === 1) found.set(id, [...(found.get(id) ?? []), tail]);
  return found;
}

/** 交付金の種類 is asked for as どの種類の交付金, 令和９年度以降（見込み） as 令和9年度以降の事業費. */
function spokenForms(attributes: ReadPlan['attributes']): [id: string, tail: string][] {
  return attributes.flatMap(({ id, label }): [string, string][] => {
    const plain = label.normalize('NFKC').replace(/\s/g, '');
    const [, what, which] = /^([^の]{2,8})の(種類|区分|種別|分類|形態)$/.exec(plain) ?? [];
    if (what !== undefined)
      return ['どの', 'どんな', '何の', 'どういう', 'どちらの'].map((ask) => [id, `${ask}${which}の${what}`]);
    const year = /^(?:令和|R)(\d{1,2})年?度?以[降後](?:の?[^\d]{0,8})?$/.exec(plain)?.[1];
    if (year === undefined) return [];
    return [`令和${year}年度以降`, `R${year}以降`, `R${year}年度以降`].flatMap((from) =>
      ['', 'の事業費', 'の見込み', 'の予算', 'の見込額'].map((of): [string, string] => [id, `${from}${of}`]),
    );
  });
}

/** 指標の説明・出典等 is asked for as 指標の説明 or 出典, 16か月予算合計 as 16か月予算. */
function partsOfNames(attributes: ReadPlan['attributes']): [id: string, tail: string][] {
  return attributes.flatMap(({ id, label, type }): [string, string][] => {
    const plain = label
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/(?<=.{2})等$/, '');
    const other = (part: string) => attributes.some((one) => one.id !== id && one.label.includes(part));
    const span = /^(.*\d.*(?:予算|事業費|経費))の?(?:合計|総額|計)額?$/.exec(plain)?.[1];
    if (span !== undefined) return other(span) ? [] : [[id, span]];
    const parts = type === 'text' || type === 'word' ? plain.split(/[・/、]|及び/) : [];
    if (parts.length < 2 || parts.some((part) => part.length < 2)) return [];
    return parts.flatMap((part): [string, string][] => (other(part) ? [] : [[id, part]]));
  });
}

/** 利用者満足度 is asked for as 満足度, 年間利用者数 as 利用者数, 延床面積 as 面積. */
function withoutScope(attributes: ReadPlan['attributes']): [id: string, tail: string][] {
  return attributes.flatMap(({ id, label }): [string, string][] => {
    const plain = label
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/\([^()]*\)$/, '');
    const bare =
      /^(?:利用者|来場者|来館者|住民|市民|町民|村民|区民|年間|延べ|のべ|総|延床|延べ床|敷地)の?(.{2,})$/.exec(
        plain,
      )?.[1];
    return bare === undefined || attributes.some((one) => one.label === bare) ? [] : [[id, bare]];
  });
}

function wordsOf(
  said: readonly string[],
  { legend = {}, counter }: { legend?: Readonly<Record<string, string>>; counter?: string | undefined } = {},
): NonNullable<DeclaredAttribute['values']> {
  const words = new Set(said);
  // １　現状維持 is asked for without its number.
  return [...words].map((word) => {
    const spelled = word.normalize('NFKC');
    const plain = spelled.replace(/^(?:\d{1,2}|[A-Za-z])[\s.)]+(?=\D)/, '');
    // A（計画どおり） is asked for as A.
    const mark = /^([A-Z]{1,2}|[◎○△×]|[IVX]{1,4}|\d)\s*[:(]/.exec(spelled)?.[1];
    const asked = [
      plain,
      ...(mark === undefined ? [] : [mark]),
      // D of ※評価　Ｃ：やや遅れ　Ｄ：遅れ is asked for as 遅れ.
      ...(Object.hasOwn(legend, spelled) ? [legend[spelled] ?? ''] : []),
      ...(Object.hasOwn(signs, spelled) ? (signs[spelled] ?? []) : []),
      // 潮見 below 施工箇所（地区） is asked for as 潮見地区.
      ...(counter && /^[一-龠ぁ-んァ-ヶー]{2,}$/.test(spelled) && !spelled.endsWith(counter)
        ? [`${plain}${counter}`]
        : []),
    ];
    return { word, words: asked.filter((one) => one !== '' && one !== word) };
  });
}

/** Signs and short verdicts are typed in more than one way, and read out. */
const signs: Readonly<Record<string, string[]>> = {
  RC: ['RC造', '鉄筋コンクリート', '鉄筋コンクリート造'],
  SRC: ['SRC造', '鉄骨鉄筋コンクリート造'],
  S: ['S造', '鉄骨造'],
  W: ['W造', '木造'],
  '○': ['〇', '◯', 'まる', '丸'],
  〇: ['○', '◯', 'まる', '丸'],
  '◯': ['○', '〇', 'まる', '丸'],
  '◎': ['二重丸', 'にじゅうまる'],
  '×': ['✕', '✖', 'ばつ', 'バツ'],
  '✕': ['×', '✖', 'ばつ', 'バツ'],
  '△': ['三角', 'さんかく'],
  無: ['なし', '無し'],
  有: ['あり', '有り'],
  建替え: ['建て替え', '建て替える', '建て直し', '建替'],
  建替: ['建替え', '建て替え', '建て替える', '建て直し'],
  建て替え: ['建替え', '建て替える', '建て直し', '建替'],
};

/** Headings become ids of their own, the same in every version of the file. */
function idOf(id: string): string {
  if (/^[A-Za-z][A-Za-z0-9-]*$/.test(id)) return id;
  return `c${createHash('sha256').update(id).digest('hex').slice(0, 10)}`;
}

/** The subject's values in those columns; `used` are the cells they were made of. */
export function ownValues(
  { values }: ReadSubject,
  columns: OwnColumns,
  source: (place: string) => Source,
): { values: AttributeValue[]; used: Set<ReadValue> } {
  const used = new Set<ReadValue>();
  const made = values.flatMap((value): AttributeValue[] => {
    const column = columns.get(value.attribute);
    if (!column || value.text === '' || value.part !== undefined) return [];
    const { attribute, spellings } = column;
    if (attribute.byYear !== (value.fy !== null)) return [];
    const cell = cellOf(value, attribute, spellings);
    if (!cell) return [];
    used.add(value);
    return [
      {
        attribute: attribute.id,
        fy: value.fy,
        ...cell,
        text:
          attribute.type === 'number'
            ? withOwnUnit({ ...value, unit: value.unit ?? attribute.unit ?? null })
            : value.text,
        source: source(value.place),
      },
    ];
  });
  return { values: made, used };
}

/** 22.1 in a column of % is shown as 22.1%; texts with a unit or with words stay as they are. */
export function withOwnUnit({ text, value, unit }: ReadValue): string {
  const number = /^[\d０-９,，.．−▲△-]+$/.test(text.trim());
  return number && value !== null && unit !== null ? `${text.trim()}${unit}` : text;
}

/** 休館, 集計中, 調整中 in a column of figures: no figure, and shown as it is printed. */
function printed(word: string | null): { value: null; word: string | null } | null {
  if (isChange(word)) return { value: null, word };
  return /[^\d\s.,%()-]/.test(word ?? '') ? { value: null, word: null } : null;
}

/** Null where the cell does not fit the column: then it stands in the notes. */
function cellOf(
  { value, word, text }: ReadValue,
  { id, type }: DeclaredAttribute,
  spellings: OwnColumn['spellings'],
): Pick<AttributeValue, 'value' | 'word' | 'list'> | null {
  const said = word ?? text;
  switch (type) {
    case 'money':
      return value === null ? printed(word) : { value: Math.round(value), word: null };
    case 'year':
      // 設定なし in a column of years.
      return value === null ? { value: null, word: said } : { value, word: null };
    case 'number':
    case 'rate':
      return value === null ? printed(word) : { value, word: null };
    case 'list': {
      const items = said.split(/[、,・/\s]+/).filter((item) => item !== '');
      const numbers = items.map(Number);
      if (items.length === 0) return null;
      return { value: null, word: null, list: numbers.some(Number.isNaN) ? items : numbers };
    }
    case 'text':
      return { value: id === 'number' && /^\d+$/.test(said) ? Number(said) : null, word: said };
    case 'word':
      return { value: null, word: spellings.get(said.normalize('NFKC')) ?? said };
    case 'reference':
      return { value: null, word: said };
    default:
      return type satisfies never;
  }
}
