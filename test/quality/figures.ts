import { attributionFigures } from './attribution.ts';
import { repeatFigures } from './repeats.ts';

export interface Figures {
  readonly text: string;
  /** Targets that are not met. */
  readonly missed: readonly string[];
}

/** All figures as text; `all` adds every confusion that remains. */
export function report(all: boolean): Figures {
  const parts = [repeatFigures(all), attributionFigures(all)];
  return { text: parts.map(({ text }) => text).join('\n\n'), missed: parts.flatMap(({ missed }) => missed) };
}

/** `0.987`, or `–` where there is nothing to divide by. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}

/** Names the target where the figure stays below it. */
export function below(name: string, part: number, whole: number, target: number): string[] {
  return whole > 0 && part / whole < target ? [`${name} is ${share(part, whole)}, not ${String(target)}`] : [];
}
