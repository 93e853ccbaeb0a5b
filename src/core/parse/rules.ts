import type { Settings } from '../settings.ts';
import { hash16 } from '../words.ts';

/** The build puts a hash of the core's sources in its place, so that no build takes over what another one read. */
const SOURCES = 'not built';

/** By what a note's text is read. */
const OF_TEXT = ['headings', 'plainBullets'] as const satisfies readonly (keyof Settings)[];
/** By what a note is not read at all. */
const OF_PLACE = [
  'accountFolders',
  'ignoredFolders',
  'meetingFolders',
  'peopleFolders',
  'projectFolders',
] as const satisfies readonly (keyof Settings)[];

/** All settings that reading a text may look at, so that none of them is missing below. */
export type SettingsOfText = Pick<Settings, (typeof OF_TEXT)[number]>;
/** All settings that say which notes are read. */
export type SettingsOfPlace = Pick<Settings, (typeof OF_PLACE)[number]>;

/** By what rules notes are parsed: what was parsed by other rules may say other things of the same text. */
export function rulesOf(settings: Settings): string {
  return hash16(JSON.stringify([SOURCES, ...[...OF_TEXT, ...OF_PLACE].map((name) => settings[name])]));
}
