import { defineConfig, globalIgnores } from 'eslint/config';
import obsidianmd from 'eslint-plugin-obsidianmd';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** What runs in Node and never in the app: the command line, the tests and the build. The store's scan passes over it. */
const NODE_FILES = ['**/*.mts', '**/*.mjs', 'test/**'];

export default defineConfig([
  globalIgnores(['node_modules', 'main.js', 'dist', 'work', 'coverage', 'fixtures']),
  ...obsidianmd.configs.recommended,
  {
    files: ['**/*.ts', '**/*.mts'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: NODE_FILES,
    languageOptions: { globals: globals.node },
    rules: {
      'obsidianmd/no-nodejs-modules': 'off',
      'obsidianmd/prefer-window-timers': 'off',
      'obsidianmd/hardcoded-config-path': 'off',
    },
  },
  // A plugin as the app loads it, which is CommonJS.
  {
    files: ['test/browser/sample-plugin/main.js'],
    languageOptions: { sourceType: 'commonjs' },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  // The types know better than this rule which names there are.
  { files: ['**/*.ts', '**/*.mts'], rules: { 'no-undef': 'off' } },
  // Words within a sentence begin with a small letter; the plugin's name and what is quoted keep their case.
  {
    files: ['src/obsidian/i18n/en.ts'],
    rules: {
      'obsidianmd/ui/sentence-case-locale-module': ['warn', { ignoreRegex: ['^[a-z<]', '^Account Pages', '“[A-Z]'] }],
    },
  },
  // The recommended set has this rule but no files for it.
  {
    files: ['manifest.json'],
    plugins: { obsidianmd },
    languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
    rules: { 'obsidianmd/validate-manifest': 'error' },
  },
]);
