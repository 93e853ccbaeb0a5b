/** How long a property is looked at: the same cases on each `npm test`, others and more of them with `RUNS` set. */
export function runs(usual: number): { numRuns: number; seed?: number } {
  const asked = process.env['RUNS'];
  return asked === undefined ? { numRuns: usual, seed: 1 } : { numRuns: Number(asked) };
}
