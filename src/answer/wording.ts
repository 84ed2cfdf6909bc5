// The words for figures and years under their former address.
export { figure, percent, thousandYen } from '../wording/figures.ts';
export { quoted } from '../wording/names.ts';
export { placeName, sourceName } from '../wording/places.ts';
export { isDash, valueWithYear } from '../wording/values.ts';
export { fiscalYearName } from '../wording/years.ts';
