// One form for signs that are typed in many: ，． of official papers, “…” and 〈…〉 for 「…」, ［…］ for （…）, ㈱ for none.

const written = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々';
const quotes = [
  /“([^“”\n]{1,200})”/g,
  /"([^"\n]{1,200})"/g,
  /〈([^〈〉\n]{1,60})〉/g,
  /《([^《》\n]{1,60})》/g,
];
const officialComma = new RegExp(`(?<=[${written}」』）)”"])(?:，|, ?(?=[${written}「『（(]))`, 'gu');
const officialStop = new RegExp(`(?<=[${written}」』）)”"])．`, 'gu');

/** ㈱, ㈶, (一財): names are looked up without, whichever of them a document prints. */
const legalForm = /[㈱㈲㈳㈶㈵㈷㈻㈼]|[(（](?:財|一財|社|一社|公社|株|有)[)）]/g;
/** 単位が「パーセント」の指標, パーセントで示された指標: a unit, and no topic. */
const unitInWords = /(?:パーセント|㌫)(?=」?(?:で(?:示|表|記|書)|の(?:もの|やつ|指標|kpi|KPI))|」)/g;

/** The text with its commas, stops, quotes and brackets as a question mostly has them. */
export function withPlainMarks(typed: string): string {
  const text = typed
    .replace(officialComma, '、')
    .replace(officialStop, '。')
    .replace(/(?<=\d)，(?!\d)/g, '、')
    .replace(/［/g, '（')
    .replace(/］/g, '）')
    .replace(legalForm, '')
    .replace(unitInWords, '%');
  const quoted = quotes.reduce((read, pair) => read.replace(pair, asQuote), text);
  return /[「」｢｣]/.test(quoted) ? quoted : quoted.replace(/『/g, '「').replace(/』/g, '」');
}

/** Quotes around Latin letters alone may stand for inches, or belong to a name. */
function asQuote(whole: string, inside: string): string {
  return new RegExp(`[${written}\\d—―-]`, 'u').test(inside) ? `「${inside}」` : whole;
}
