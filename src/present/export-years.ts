// Years as people write them in a table: 令和5年度, 平成27年, 令和3～5年度.

/** The parts of a printed value that tell its year. */
interface YearOfValue {
  fy: number | null;
  calendarYear?: true | undefined;
  periodStart?: number | undefined;
  every?: true | undefined;
}

/** 2023 → 令和5年度, 2019 → 令和元年度, 2018 → 平成30年度 */
export function fiscalYearText(fy: number): string {
  return `${eraYear(fy)}年度`;
}

/** The year of a value as printed: 毎年度, 平成27年, 令和3～5年度; '' when the document names none. */
export function yearText({ fy, calendarYear, periodStart, every }: YearOfValue): string {
  if (every) return fy === null ? '毎年度' : `毎年度（${fiscalYearText(fy)}まで）`;
  if (fy === null) return '';
  const suffix = calendarYear ? '年' : '年度';
  if (periodStart === undefined) return `${eraYear(fy)}${suffix}`;
  // 平成28～30年度, but 平成30～令和2年度.
  const [start, end] = [eraYear(periodStart), eraYear(fy)];
  return `${start}～${end.startsWith(start.slice(0, 2)) ? end.slice(2) : end}${suffix}`;
}

function eraYear(year: number): string {
  const [era, first] = year >= 2019 ? ['令和', 2019] : year >= 1989 ? ['平成', 1989] : ['昭和', 1926];
  const number = year - first + 1;
  return `${era}${number === 1 ? '元' : number}`;
}
