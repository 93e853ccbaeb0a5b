import { randomBytes } from 'node:crypto';
import { chmod, lstat, mkdir, readdir, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPlainFile } from './plain-file.mts';

/** Begins with a dot, so that the app and its sync pass over it. */
const NAME = '.account-pages';
/** What the machine's owner alone may do; Windows has rights of another kind and passes over these. */
const OWN_FOLDER = 0o700;
const OWN_FILE = 0o600;
/** What is kept of the largest vaults stays far below; in bytes. */
const LARGEST = 400_000_000;

/**
 * Where the command line keeps what is no note: one purpose's part of a hidden folder of the vault. Whoever had the
 * vault before may have put anything there, so that nothing is read or written through a link.
 */
export class HiddenFolder {
  private readonly folders: readonly [string, string];

  constructor(
    vault: string,
    private readonly purpose: 'undo' | 'cache',
  ) {
    const top = join(vault, NAME);
    this.folders = [top, join(top, purpose)];
  }

  /** Why the folder cannot be used, with what to do; null where it can, or is not there yet. */
  async obstacle(): Promise<string | null> {
    for (const [folder, name] of [
      [this.folders[0], NAME],
      [this.folders[1], `${NAME}/${this.purpose}`],
    ] as const) {
      const stat = await lstat(folder).catch(() => null);
      if (stat && !stat.isDirectory())
        return `“${name}” in the vault is a link or a file where a folder should be: remove it`;
    }
    return null;
  }

  /** The names of what is kept; [] where nothing is. */
  async names(): Promise<string[]> {
    return (await this.obstacle()) === null ? readdir(this.folders[1]).catch(() => []) : [];
  }

  /** Rejects where there is no such file, or it is none that was kept here. */
  async read(name: string): Promise<string> {
    await this.refuseObstacle();
    return readPlainFile(join(this.folders[1], name), LARGEST);
  }

  /** Whole or not at all. Two processes may keep the same at once: each has a file of its own until it is whole. */
  async write(name: string, text: string): Promise<void> {
    await this.make();
    const file = join(this.folders[1], name);
    const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      await writeFile(temporary, text, { flag: 'wx', mode: OWN_FILE, flush: true });
      await rename(temporary, file);
    } finally {
      await unlink(temporary).catch(() => undefined); // After a rename there is nothing left to remove.
    }
  }

  async remove(name: string): Promise<void> {
    await this.refuseObstacle();
    await unlink(join(this.folders[1], name)).catch(() => undefined); // Gone already is as good.
  }

  private async make(): Promise<void> {
    await this.refuseObstacle();
    await mkdir(this.folders[1], { recursive: true, mode: OWN_FOLDER });
    // Earlier versions let everybody on the machine look in. Some disks know no such rights.
    for (const folder of this.folders) await chmod(folder, OWN_FOLDER).catch(() => undefined);
    await passOverInGit(this.folders[0]);
  }

  private async refuseObstacle(): Promise<void> {
    const obstacle = await this.obstacle();
    if (obstacle !== null) throw new Error(obstacle);
  }
}

/** It holds what the notes hold, and is of use on this machine only. What stands there already is left alone. */
async function passOverInGit(folder: string): Promise<void> {
  try {
    await writeFile(join(folder, '.gitignore'), '*\n', { flag: 'wx', mode: OWN_FILE });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** For each part of the hidden folder that cannot be used: the effect, the cause, and what to do. */
export async function obstaclesIn(vault: string): Promise<string[]> {
  const undo = await new HiddenFolder(vault, 'undo').obstacle();
  const cache = await new HiddenFolder(vault, 'cache').obstacle();
  return [
    ...(undo === null ? [] : [`No page can be written or undone, because ${undo}.`]),
    ...(cache === null || cache === undo ? [] : [`Every run reads all notes anew, because ${cache}.`]),
  ];
}

/** Removes everything that the command line keeps of a vault; a link goes, and what it leads to stays. */
export async function removeHiddenFolder(vault: string): Promise<void> {
  await rm(join(vault, NAME), { recursive: true, force: true });
}
