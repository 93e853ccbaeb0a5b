/** How long work may go on before the app gets a turn to draw and to hear keys, in milliseconds. */
const SLICE = 12;

/** A pause that is taken only where work has gone on for a while. */
export function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return;
    await new Promise<void>((resolve) => {
      window.setTimeout(resolve, 0);
    });
    since = performance.now();
  };
}
