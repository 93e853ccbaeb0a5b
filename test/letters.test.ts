import { describe, expect, it } from 'vitest';
import { areAlike, disagrees, saysTheSame } from '../src/core/wording/compare.ts';
import { readWording } from '../src/core/wording/wording.ts';

/** What tells two things apart as a figure does. */
const APART: readonly (readonly [string, string])[] = [
  ['Module A is in scope', 'Module B is in scope'],
  ['Module A is in scope', 'The module is in scope'],
  ['A is in scope', 'B is in scope'],
  ['Option A was chosen for the rollout', 'Option B was chosen for the rollout'],
  ['Tier A support is included', 'Tier B support is included'],
  ['Team A has no budget', 'Team B has no budget'],
  ['Norvane: team A has no budget', 'Team B has no budget'],
  ['Phase I is paid', 'Phase II is paid'],
  ['Phase I is paid', 'The phase is paid'],
  ['phase I will start in May', 'phase II will start in May'],
  ['Norvane pays for part II', 'Norvane pays for part III'],
  ['Series X is sold', 'Series IX is sold'],
  ['Review task4', 'Review task5'],
  ['task4', 'task5'],
  ['Server db1 is full', 'Server db2 is full'],
  ['Release v1.2 is live', 'Release v1.3 is live'],
  ['v2 is live', 'It is live'],
  ['Take option 3a', 'Take option 3b'],
  ['Modules A and B are late', 'Modules B and C are late'],
  ['Gate A, hall 2 is closed', 'Gate B, hall 2 is closed'],
  ['Option A/B is open', 'Option B is open'],
  ['A-team has no budget', 'B-team has no budget'],
  ['El módulo A está pagado', 'El módulo O está pagado'],
];

/** Articles, pronouns, units and abbreviations, which tell nothing. */
const TOGETHER: readonly (readonly [string, string])[] = [
  ['A security review takes six weeks', 'The security review takes six weeks'],
  ['Decision: A pilot starts in May', 'The pilot starts in May'],
  ['I will send the plan to legal', 'We will send the plan to legal'],
  ['Go with option B: annual billing', 'Go with option B – annual billing'],
  ['Option B was chosen for archive storage.', 'Chose option B for archive storage.'],
  ['Phase II is paid', 'Phase II is paid now'],
  ['The budget is $5 M', 'The budget is $5 million'],
  ['The drive takes 2 h', 'The drive takes 2 hours'],
  ["Ana's plan is ready", 'The plan of Ana is ready'],
  ['E-mail the plan to legal', 'Email the plan to legal'],
  ['The budget is approved for Q1', 'The budget is approved for the first quarter'],
  ['Today I learned that the pilot is late', 'We learned that the pilot is late today'],
];

const read = ([a, b]: readonly [string, string]) => [readWording(a), readWording(b)] as const;

describe('letters, Roman numerals and words that end in digits', () => {
  it.each(APART)('“%s” and “%s” are two things', (...pair) => {
    const [a, b] = read(pair);
    expect([saysTheSame(a, b), saysTheSame(b, a), areAlike(a, b)]).toEqual([false, false, false]);
  });

  it('module A does not contradict module B; one number of a version contradicts another', () => {
    expect(disagrees(...read(['Module A is in scope', 'Module B is not in scope']))).toBe(false);
    expect(disagrees(...read(['Release v1.2 is live', 'Release v1.3 is live']))).toBe(true);
  });

  it.each(TOGETHER)('“%s” and “%s” are one', (...pair) => {
    const [a, b] = read(pair);
    expect([saysTheSame(a, b), saysTheSame(b, a)]).toEqual([true, true]);
  });
});
