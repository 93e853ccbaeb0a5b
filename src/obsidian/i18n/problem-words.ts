import type { Problem, ProblemCode, ProblemOf, ProblemValues } from '../../core/problem.ts';

/** A problem in words: the effect with its cause, and what to do. */
export type Saying = Pick<Problem, 'message' | 'fix'>;

/** How a language says each problem: the message, and what to do. */
export type ProblemWords = {
  readonly [Code in ProblemCode]: (values: ProblemValues[Code]) => readonly [message: string, fix: string];
};

/** Says problems in another language than the core does. */
export function sayingBy(words: ProblemWords): (problem: Problem) => Saying {
  return (problem) => {
    const [message, fix] = wordsFor(words, problem);
    return { message, fix };
  };
}

function wordsFor<Code extends ProblemCode>(words: ProblemWords, { code, values }: ProblemOf<Code>) {
  return words[code](values);
}
