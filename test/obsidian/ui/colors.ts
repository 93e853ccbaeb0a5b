import type { HSL, RGB } from 'obsidian';

/** The channels, 0–255, of a colour written `#rrggbb`. */
export function rgbOf(hex: string): RGB {
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) || 0;
  return { r: channel(1), g: channel(3), b: channel(5) };
}

export function hexOf({ r, g, b }: RGB): string {
  return `#${[r, g, b].map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** Hue in degrees, saturation and lightness in percent (CSS Color, section on HSL). */
export function hslOf({ r, g, b }: RGB): HSL {
  const [red, green, blue] = [r / 255, g / 255, b / 255];
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const range = most - least;
  const light = (most + least) / 2;
  if (range === 0) return { h: 0, s: 0, l: light * 100 };
  const sector =
    most === red ? (green - blue) / range : most === green ? (blue - red) / range + 2 : (red - green) / range + 4;
  return { h: (sector * 60 + 360) % 360, s: (range / (1 - Math.abs(2 * light - 1))) * 100, l: light * 100 };
}

export function rgbOfHsl({ h, s, l }: HSL): RGB {
  const [saturation, light] = [s / 100, l / 100];
  const reach = saturation * Math.min(light, 1 - light);
  const channel = (offset: number): number => {
    const position = (offset + h / 30) % 12;
    return 255 * (light - reach * Math.max(-1, Math.min(position - 3, 9 - position, 1)));
  };
  return { r: channel(0), g: channel(8), b: channel(4) };
}
