import { CreateCopies20260501110000 } from './20260501110000-create-copies.js';
import { CreateAnswers20260501110100 } from './20260501110100-create-answers.js';

/** The tables of this service, in order. */
export const migrations = [CreateCopies20260501110000, CreateAnswers20260501110100];
