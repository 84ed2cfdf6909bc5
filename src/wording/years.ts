// Years as Japanese text: 令和8年度, R8, 令和3～5年度.

/** 2026 → 令和8, 2019 → 令和元, 2018 → 平成30 */
export function eraYear(year: number): string {
  const [era, first] = year >= 2019 ? ['令和', 2019] : year >= 1989 ? ['平成', 1989] : ['昭和', 1926];
  const number = year - first + 1;
  return `${era}${number === 1 ? '元' : number}`;
}

/** 2026 → 令和8年度 */
export function fiscalYearName(fy: number): string {
  return `${eraYear(fy)}年度`;
}

/** [2024, 2025] → 令和6年度・令和7年度 */
export function fiscalYearNames(years: readonly number[]): string {
  return years.map(fiscalYearName).join('・');
}

/** 2021 → R3, 2018 → H30. */
export function era(fy: number): string {
  return fy >= 2019 ? `R${fy - 2018}` : `H${fy - 1988}`;
}

/** 2021 → R3年度 */
export function shortYear(fy: number): string {
  return `${era(fy)}年度`;
}

/** The parts of a printed value that tell its year. */
export interface YearOfValue {
  fy: number | null;
  calendarYear?: true | undefined;
  periodStart?: number | undefined;
  every?: true | undefined;
}

/** The year of a value as printed: 毎年度, 平成27年, 令和3～5年度; '' when the document names none. */
export function yearText({ fy, calendarYear, periodStart, every }: YearOfValue): string {
  if (every) return fy === null ? '毎年度' : `毎年度（${fiscalYearName(fy)}まで）`;
  if (fy === null) return '';
  const suffix = calendarYear ? '年' : '年度';
  if (periodStart === undefined || periodStart === fy) return `${eraYear(fy)}${suffix}`;
  // 平成28～30年度, but 平成30～令和2年度.
  const [start, end] = [eraYear(periodStart), eraYear(fy)];
  return `${start}～${end.startsWith(start.slice(0, 2)) ? end.slice(2) : end}${suffix}`;
}

/** Whether a printed text names the fiscal year itself: 62%（R6年度）, 450人（R3～R5年）. */
export function saysYear(text: string, fy: number): boolean {
  const count = fy >= 2019 ? fy - 2018 : fy - 1988;
  return (
    new RegExp(`(?:令和|平成|[RH]|[～~])${count}年度?(?!度?比)`).test(text) ||
    (fy === 2019 && /令和元年|R1年/.test(text))
  );
}
