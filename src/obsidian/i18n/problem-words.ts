import type { Problem } from '../../core/problem.ts';

/** A problem in words: the effect with its cause, and what to do. */
export type Saying = Pick<Problem, 'message' | 'fix'>;
