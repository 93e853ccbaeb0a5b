// Prints what CHANGELOG.md says of a version: `node .github/release-notes.mjs 0.2.0`. Fails where the tag is not the
// version of all files, or nothing is said of it, so that no release goes out that the store would not take.
import { readFileSync, realpathSync } from 'node:fs';
import process from 'node:process';

/** The text below a version's heading. Throws where there is none, or it is still marked as unreleased. */
export function notesFor(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split(/[\s(]/, 1)[0] === version);
  if (section === undefined) throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  const [heading, ...lines] = section.split('\n');
  if (/unreleased/i.test(heading)) throw new Error(`CHANGELOG.md calls ${version} unreleased: give it its day.`);
  const notes = lines.join('\n').trim();
  if (notes === '') throw new Error(`CHANGELOG.md has nothing below its heading for ${version}.`);
  return notes;
}

/** What keeps a tag from being released; `null` where nothing does. `files`: name → its parsed JSON. */
export function whyNot(tag, { manifest, pack, lock, versions }) {
  if (!/^\d+\.\d+\.\d+$/.test(tag)) return `“${tag}” is no tag such as 0.2.0.`;
  const other = Object.entries({
    'manifest.json': manifest.version,
    'package.json': pack.version,
    'package-lock.json': lock.version,
  }).find(([, version]) => version !== tag);
  if (other) return `The tag is ${tag}, but ${other[0]} has version ${other[1]}.`;
  if (!Object.values(versions).includes(manifest.minAppVersion))
    return `versions.json has no version for apps from ${manifest.minAppVersion} on.`;
  return null;
}

function read(name) {
  return readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
}

const isStarted = process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename;
if (isStarted) {
  const tag = process.argv[2] ?? '';
  try {
    const [manifest, pack, lock, versions] = [
      'manifest.json',
      'package.json',
      'package-lock.json',
      'versions.json',
    ].map((name) => JSON.parse(read(name)));
    const reason = whyNot(tag, { manifest, pack, lock, versions });
    if (reason !== null) throw new Error(reason);
    process.stdout.write(`${notesFor(read('CHANGELOG.md'), tag)}\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
