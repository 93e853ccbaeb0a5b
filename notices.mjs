// What is shipped carries the notices of the libraries in it, which docs/third-party.md names: whose they are, in which
// version, and the text of each license once.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** Ends every file that is built with the notices of those libraries of which something is left in it. */
export const withNotices = {
  name: 'with-notices',
  setup(build) {
    // What is in a file is known once it is built, so that it is written here.
    Object.assign(build.initialOptions, { metafile: true, write: false });
    build.onEnd(async ({ metafile, outputFiles = [] }) => {
      for (const [path, { inputs }] of Object.entries(metafile?.outputs ?? {})) {
        const { text } = outputFiles.find((file) => file.path === resolve(path));
        const notices = noticesOf(await librariesOf(inputs), await readPage(), await ownNotice());
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text + notices);
      }
    });
  },
};

/** Name and version of each library, as it is installed. */
async function librariesOf(inputs) {
  const folders = Object.entries(inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  const manifests = [...new Set(folders)].map((folder) => readJson(join(folder, 'package.json')));
  return (await Promise.all(manifests)).map(({ name, version }) => ({ name, version }));
}

/** The table of docs/third-party.md, and the texts below it by the license's name. */
async function readPage() {
  const [table = '', ...texts] = (await readFile('docs/third-party.md', 'utf8')).split('\n## ');
  const rows = [...table.matchAll(/^\| (\S+) \| (\S+) \| (.+) \|$/gm)];
  return {
    owners: new Map(rows.map(([, name, license, owner]) => [name, { license, owner }])),
    texts: new Map(texts.map((text) => [text.slice(0, text.indexOf('\n')), plainText(text)])),
  };
}

/** A quote of Markdown without its marks, and with a paragraph on one line. */
function plainText(section) {
  const lines = section.split('\n').flatMap((line) => /^> ?(.*)$/.exec(line)?.[1] ?? []);
  return lines
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' '))
    .join('\n');
}

async function ownNotice() {
  const { name, version } = await readJson('manifest.json');
  const [license, copyright] = (await readFile('LICENSE', 'utf8')).split(/\n+/);
  return `${name} ${version}. ${copyright}. ${license}.`;
}

/** The comment at the end of a file: by license, and the libraries of one owner on one line. */
function noticesOf(libraries, { owners, texts }, own) {
  const lines = [own, 'It contains:'];
  for (const [license, text] of texts) {
    const byOwner = new Map();
    for (const { name, version } of libraries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const of = owners.get(name);
      if (of === undefined) throw new Error(`“${name}” is in what is built. Name it in docs/third-party.md.`);
      if (of.license === license) byOwner.set(of.owner, [...(byOwner.get(of.owner) ?? []), `${name} ${version}`]);
    }
    if (byOwner.size === 0) continue;
    lines.push('', `${license}:`);
    for (const [owner, names] of byOwner) lines.push(`${names.join(', ')}. Copyright (c) ${owner}`);
    lines.push(text);
  }
  return `/*!\n${lines.join('\n')}\n*/\n`;
}

async function readJson(path) {
  return JSON.parse(await readFile(path, 'utf8'));
}
