// `DEV_VAULT=~/Notes npm run dev`: every build goes into that vault, where the Hot Reload plugin takes it over.
import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';

const FILES = ['main.js', 'manifest.json', 'styles.css'];

/** The esbuild plugins for it: none where no vault is named. */
export function intoVault(vault) {
  if (vault === undefined || vault === '') return [];
  return [
    {
      name: 'into-vault',
      setup(build) {
        // A change of these builds again too, though no code imports them.
        build.onLoad({ filter: /src[\\/]main\.ts$/ }, () => ({
          watchFiles: FILES.slice(1).map((name) => join(process.cwd(), name)),
        }));
        build.onEnd(async ({ errors }) => {
          if (errors.length > 0) return;
          process.stdout.write(`${await copied(vault)}\n`);
        });
      },
    },
  ];
}

/** Says what became of it. A folder that is no vault is left alone: it may be a slip of the pen. */
async function copied(vault) {
  const settings = join(vault, '.obsidian');
  const isVault = await stat(settings).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isVault)
    return `${vault} is not a vault that the app has opened: it has no folder “.obsidian”. Nothing was copied.`;
  const folder = join(settings, 'plugins', 'account-pages');
  await mkdir(folder, { recursive: true });
  for (const name of FILES) await copyFile(name, join(folder, name));
  await writeFile(join(folder, '.hotreload'), '');
  return `Copied to ${folder}`;
}
