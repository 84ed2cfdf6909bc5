// What people call a KPI or a project whose name is written out: 健康診査受診率（受診者数/対象者数） is asked for as 健診受診率.

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
