// The core as `builds.mjs` bundled it, for the processes that measure.

/** Where the bundle lies; in git it does not. */
export const BUNDLE = new URL('../work/bench/core.mjs', import.meta.url);

/** Everything that `builds.mjs` lists; rejects where the bundle was never built. */
export function loadCore() {
  return import('../work/bench/core.mjs');
}
