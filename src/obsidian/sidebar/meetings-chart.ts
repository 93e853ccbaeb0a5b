import { texts } from '../i18n/texts.ts';

const BAR = 3;
const GAP = 1;
const HEIGHT = 12;

/** A bar for each week, the last one rightmost in every script, and what they say in words. */
export function drawMeetingsChart(parent: HTMLElement, perWeek: readonly number[]): void {
  const most = Math.max(1, ...perWeek);
  const total = perWeek.reduce((sum, count) => sum + count, 0);
  const width = perWeek.length * (BAR + GAP) - GAP;
  const name = texts.sidebar.meetings(total, perWeek.length);
  const svg = parent.createSvg('svg', {
    cls: 'account-pages-chart',
    attr: { viewBox: `0 0 ${String(width)} ${String(HEIGHT)}`, width, height: HEIGHT, role: 'img', 'aria-label': name },
  });
  perWeek.forEach((count, week) => {
    const height = count === 0 ? 1 : Math.max(3, Math.round((count / most) * HEIGHT));
    svg.createSvg('rect', {
      ...(count === 0 ? { cls: 'account-pages-chart-empty' } : {}),
      attr: { x: week * (BAR + GAP), y: HEIGHT - height, width: BAR, height, rx: 0.5 },
    });
  });
}
