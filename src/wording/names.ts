// Names in sentences: 「a」「b」, 6市11町.

/** ['a', 'b'] → 「a」「b」 */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `「${name}」`).join('');
}

/** ['a', 'b'] → 「a」、「b」; more than `most` are counted: 「a」ほか2件 */
export function listed(names: readonly string[], most = 10): string {
  const shown = names
    .slice(0, most)
    .map((name) => `「${name}」`)
    .join('、');
  return names.length > most ? `${shown}ほか${names.length - most}件` : shown;
}

/** 6市11町 of 17 names; 村 are told apart, too. */
export function citiesAndTowns(towns: readonly string[]): string {
  const ends = ['市', '区', '町', '村'];
  return ends
    .map((end) => [towns.filter((town) => town.endsWith(end)).length, end] as const)
    .filter(([count]) => count > 0)
    .map(([count, end]) => `${count}${end}`)
    .join('');
}

/** What a set of towns is counted in: 市町, 市町村, 市町 for none. */
export function townUnit(towns: readonly string[]): string {
  return towns.some((town) => town.endsWith('村')) ? '市町村' : '市町';
}
