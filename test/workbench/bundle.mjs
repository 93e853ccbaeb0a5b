// Builds the workbench's page. The plugin itself is built by the project's own build.
import esbuild from 'esbuild';

export async function buildPage() {
  await esbuild.build({
    entryPoints: ['test/workbench/page/page.ts'],
    outfile: 'work/workbench/workbench.js',
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    // Plugins look at the names of classes in errors, and so do people.
    keepNames: true,
    sourcemap: 'linked',
    legalComments: 'none',
    logLevel: 'warning',
  });
}
