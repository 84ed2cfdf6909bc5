// Instants under their former address.
export { moment } from '../wording/dates.ts';
