import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the command line keeps what is no note, below a vault. Begins with a dot, so that the app and its sync pass over it. */
const FOLDER = '.account-pages';

export function hiddenFolder(vault: string, purpose: 'undo' | 'cache'): string {
  return join(vault, FOLDER, purpose);
}

/** Git is told to pass over it: it holds what the notes hold, and is of use on this machine only. */
export async function makeHiddenFolder(vault: string, purpose: 'undo' | 'cache'): Promise<void> {
  await mkdir(hiddenFolder(vault, purpose), { recursive: true });
  await writeFile(join(vault, FOLDER, '.gitignore'), '*\n');
}
