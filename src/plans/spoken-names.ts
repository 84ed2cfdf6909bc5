// What people call a plan by its kind of paper, and a KPI or a project whose name is written out: 健康診査受診率（受診者数/対象者数） is asked for as 健診受診率.
import type { ReadSubject } from './read-plan.ts';

/** Inside a longer word a synonym is not looked up; these are said short there as well. */
const saidShort: readonly [RegExp, string][] = [
  [/健康診(?:査|断)/g, '健診'],
  [/高等学校/g, '高校'],
  [/観光入込(?=客|者)/g, '観光'],
  [/放課後児童クラブ/g, '学童保育'],
];

/** Other names of a KPI. */
export function kpiAliases(name: string): string[] {
  // 社会増減数 is asked for as 社会増減: cut short, its end would be read as what happened.
  const [, bare] = /^(.{2,}(?:増減|増加|減少|達成|比較))(?:数|率|額|量)$/.exec(name) ?? [];
  return [...(bare === undefined ? [] : [bare]), ...spokenNames(name)];
}

/** The name as it is said, without the remark in brackets behind it; none where it is said as it is written. */
export function spokenNames(name: string): string[] {
  const said = saidShort.reduce((text, [long, short]) => text.replace(long, short), name);
  return said === name ? [] : [said.replace(/[（(].*[)）]$/, '').trim()];
}

const pet = /(?:[一-龠々](?:館|園|場|所|院|苑)|センター)([ぁ-んー]{3,6}|(?<!センター)[ァ-ヶー]{3,8})$/u;

/** 広場づくり and 公園まつり are something that is done. */
const deed = /(?:[づつ]くり|めぐり|まつり|まもり|さがし|ふれあい|にぎわい|つなぎ|リニューアル|オープン)$/;

/** 温泉保養館ゆらら is called ゆらら, where no other name has that in it. */
export function petNames(names: readonly string[]): (name: string) => string[] {
  const found = new Map(
    names.flatMap((name): [string, string][] => {
      const short = pet.exec(name)?.[1];
      return short === undefined || deed.test(short) ? [] : [[name, short]];
    }),
  );
  const isOwn = (short: string) => names.filter((name) => name.includes(short)).length === 1;
  const own = new Map([...found].filter(([, short]) => isOwn(short)));
  return (name) => {
    const short = own.get(name);
    return short === undefined ? [] : [short];
  };
}

const papers =
  /(?:計画|戦略|プラン|大綱|指針|一覧表?|調書|説明書|報告書|評価書|評価表|管理表|管理シート|評価シート|事業集|白書)$/;

/** 第３次総合計画　実施計画（令和８～10年度） is asked for as 実施計画, 令和８年度補助金等一覧 as 補助金等一覧. */
export function paperNames(title: string): string[] {
  const pieces = title
    .normalize('NFKC')
    .replace(/[(【[][^)】\]]*[)】\]]/g, ' ')
    .split(/\s+/)
    .map((piece) =>
      piece.replace(/^(?:令和|平成|R)\s*(?:\d{1,2}|元)(?:[-~〜～・](?:\d{1,2}))?年度(?:版|の)?/, ''),
    );
  return [...new Set(pieces)].filter((piece) => piece !== title && piece.length >= 4 && papers.test(piece));
}

/** H-01 and 0102110: a project is asked for by what numbers it, where that is neither a year nor a count. */
export function codesOf({ values }: ReadSubject): string[] {
  const codes = values.flatMap(({ attribute, text }) => (attribute === 'number' ? [text.trim()] : []));
  return [...new Set(codes)].filter((code) =>
    /^(?:[A-Za-z]{1,3}-?\d[\dA-Za-z-]+|0\d{3,}|\d{6,})$/.test(code),
  );
}
