// How a question is put: the first of an id stands, later ones of the same id are the same question.
import type { Question } from '../question.ts';

export type Ask = (question: Question) => void;
