import { lstat, readFile } from 'node:fs/promises';

/**
 * The text of a file that lies where anybody may have put it. Rejects where there is none, and where it is a link, a
 * folder, a pipe that nobody ends, or larger than `limit` bytes.
 */
export async function readPlainFile(file: string, limit: number): Promise<string> {
  const stat = await lstat(file);
  if (!stat.isFile()) throw new Error('it is a link or something else that is no plain file');
  if (stat.size > limit) throw new Error(`it is larger than ${String(Math.floor(limit / 1_000_000))} MB`);
  return readFile(file, 'utf8');
}
