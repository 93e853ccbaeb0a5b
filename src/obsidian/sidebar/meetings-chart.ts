import { texts } from '../i18n/texts.ts';

const BAR = 3;
const GAP = 1;
const HEIGHT = 12;

/** A bar for each week, the last one rightmost in every script, and what they say in words. */
export function drawMeetingsChart(parent: HTMLElement, perWeek: readonly number[]): void {
  const most = Math.max(1, ...perWeek);
  const width = perWeek.length * (BAR + GAP) - GAP;
  const name = meetingsInWords(perWeek);
  const svg = parent.createSvg('svg', {
    cls: 'account-pages-chart',
    attr: { viewBox: `0 0 ${String(width)} ${String(HEIGHT)}`, width, height: HEIGHT, role: 'img', 'aria-label': name },
  });
  perWeek.forEach((meetings, week) => {
    const height = meetings === 0 ? 1 : Math.max(3, Math.round((meetings / most) * HEIGHT));
    svg.createSvg('rect', {
      ...(meetings === 0 ? { cls: 'account-pages-chart-empty' } : {}),
      attr: { x: week * (BAR + GAP), y: HEIGHT - height, width: BAR, height, rx: 0.5 },
    });
  });
}

/** `3 meetings in 12 weeks`. */
export function meetingsInWords(perWeek: readonly number[]): string {
  const total = perWeek.reduce((sum, meetings) => sum + meetings, 0);
  return texts.sidebar.meetings(total, perWeek.length);
}
