// A KPI's state in three bytes: today's status, the last judged one, whether it lags.

import type { StateNow } from '../status/verdict.ts';
import { type Status, statuses } from '../status/verdict.ts';

/** Bytes of one state. */
export const stateSize = 3;
const none = 255;

export function packState({ status, lastJudged, lagging }: StateNow): number[] {
  const judged = lastJudged ? statuses.indexOf(lastJudged.verdict.status) : none;
  return [statuses.indexOf(status), judged, lagging ? 1 : 0];
}

/** A state as far as sets are chosen by it. */
export interface PackedState {
  status: Status;
  judged: Status | null;
  lagging: boolean;
}

export function unpackState(bytes: Uint8Array, place: number): PackedState {
  const at = place * stateSize;
  return {
    status: statuses[bytes[at] as number] as Status,
    judged: statuses[bytes[at + 1] as number] ?? null,
    lagging: bytes[at + 2] === 1,
  };
}

/** Today's status of each KPI, by its number among the statuses. */
export function statusNumbers(bytes: Uint8Array): Uint8Array {
  const numbers = new Uint8Array(bytes.length / stateSize);
  for (let at = 0; at < numbers.length; at++) numbers[at] = bytes[at * stateSize] as number;
  return numbers;
}
