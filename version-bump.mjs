// Run by `npm version`, after it has set the version of package.json and package-lock.json and before it commits:
// brings manifest.json and versions.json along.
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import process from 'node:process';

/**
 * The manifest with its new version, and versions.json with a line for it where it needs a later app than every
 * version before: an older app looks there for the last version that it can run.
 */
export function bumped(version, manifest, versions) {
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`The store takes no version but x.y.z, so not “${version}”.`);
  const { minAppVersion } = manifest;
  const isKnown = Object.values(versions).includes(minAppVersion);
  return {
    manifest: { ...manifest, version },
    versions: isKnown ? versions : { ...versions, [version]: minAppVersion },
  };
}

const isStarted = process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename;
if (isStarted) {
  const [manifest, versions] = ['manifest.json', 'versions.json'].map((name) => JSON.parse(readFileSync(name, 'utf8')));
  const after = bumped(process.env.npm_package_version ?? '', manifest, versions);
  for (const [name, content] of [
    ['manifest.json', after.manifest],
    ['versions.json', after.versions],
  ])
    writeFileSync(name, `${JSON.stringify(content, null, 2)}\n`);
}
