// A KPI's state in three bytes: today's status, the last judged one, whether it lags.

import { type StateNow, statuses } from '../status/verdict.ts';

/** Bytes of one state. */
export const stateSize = 3;
const none = 255;

export function packState({ status, lastJudged, lagging }: StateNow): number[] {
  const judged = lastJudged ? statuses.indexOf(lastJudged.verdict.status) : none;
  return [statuses.indexOf(status), judged, lagging ? 1 : 0];
}

/** Whether the state that begins there has one of the statuses, today or when it was judged last. */
export function statedAs(wanted: readonly string[]): (states: Uint8Array, from: number) => boolean {
  const isWanted = new Uint8Array(256);
  statuses.forEach((status, number) => {
    if (wanted.includes(status)) isWanted[number] = 1;
  });
  return (states, from) =>
    isWanted[states[from] as number] === 1 || isWanted[states[from + 1] as number] === 1;
}

/** Today's status of each KPI, by its number among the statuses. */
export function statusNumbers(bytes: Uint8Array): Uint8Array {
  const numbers = new Uint8Array(bytes.length / stateSize);
  for (let at = 0; at < numbers.length; at++) numbers[at] = bytes[at * stateSize] as number;
  return numbers;
}
