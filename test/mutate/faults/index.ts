// All deliberate faults, by folder.
import type { FaultsOf } from '../fault.ts';
import { answerFaults } from './answer.ts';
import { dataFaults } from './data.ts';
import { digestFaults } from './digest.ts';
import { questionFaults } from './question.ts';
import { statusFaults } from './status.ts';

export const allFaults: readonly FaultsOf[] = [
  statusFaults,
  questionFaults,
  answerFaults,
  digestFaults,
  dataFaults,
];
