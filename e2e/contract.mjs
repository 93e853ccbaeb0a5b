/**
 * What the plugin counts on in the app, step by step. The same steps run in the workbench's stand-in, on every test
 * run, and in the app itself where somebody has it: so that the stand-in stays true. Each `run` is sent to the page as
 * text, so that it may use nothing but what it is handed.
 */
export const STEPS = [
  {
    name: 'metadata tells of headings, tasks and links by line, a moment after a note was made',
    run: async ({ app }) => {
      const text = '---\ntype: customer\n---\n# One\n\n- [ ] a task [[Home]]\n- plain\n';
      const file = await app.vault.create('contract-metadata.md', text);
      let cache = null;
      for (let tries = 0; tries < 100 && !cache?.listItems; tries++) {
        await new Promise((resolve) => window.setTimeout(resolve, 50));
        cache = app.metadataCache.getFileCache(file);
      }
      await app.vault.delete(file);
      return {
        headings: cache.headings.map(({ heading, level, position }) => [heading, level, position.start.line]),
        items: cache.listItems.map(({ task, position }) => [task ?? null, position.start.line]),
        links: cache.links.map(({ link, position }) => [link, position.start.line]),
        type: cache.frontmatter.type,
      };
    },
    expected: {
      headings: [['One', 1, 3]],
      items: [
        [' ', 5],
        [null, 6],
      ],
      links: [['Home', 5]],
      type: 'customer',
    },
  },
  {
    name: 'changing a file hands over the text on disk and tells of it once',
    run: async ({ app }) => {
      const file = await app.vault.create('contract-process.md', 'one\n');
      let told = 0;
      const ref = app.vault.on('modify', (changed) => {
        if (changed === file) told++;
      });
      const before = [];
      const after = await app.vault.process(file, (text) => {
        before.push(text);
        return 'two\n';
      });
      await new Promise((resolve) => window.setTimeout(resolve, 300));
      const read = await app.vault.read(file);
      app.vault.offref(ref);
      await app.vault.delete(file);
      return { before, after, read, told };
    },
    expected: { before: ['one\n'], after: 'two\n', read: 'two\n', told: 1 },
  },
  {
    name: 'a rename tells the old path, and the file has its new one',
    run: async ({ app }) => {
      const file = await app.vault.create('contract-old.md', 'one\n');
      const told = [];
      const ref = app.vault.on('rename', (renamed, oldPath) => told.push([oldPath, renamed.path]));
      await app.vault.rename(file, 'contract-new.md');
      app.vault.offref(ref);
      await app.vault.delete(file);
      return told;
    },
    expected: [['contract-old.md', 'contract-new.md']],
  },
  {
    name: 'several changes of an editor in one transaction are one step to undo, and the cursor keeps its line',
    run: async ({ app }) => {
      const file = await app.vault.create('contract-editor.md', 'one\ntwo\nthree\n');
      const leaf = app.workspace.getLeaf('tab');
      await leaf.openFile(file, { state: { mode: 'source' } });
      const { editor } = leaf.view;
      editor.setCursor({ line: 1, ch: 1 });
      editor.transaction({
        changes: [
          { from: { line: 0, ch: 0 }, to: { line: 1, ch: 0 }, text: 'ONE\nmore\n' },
          { from: { line: 2, ch: 0 }, to: { line: 3, ch: 0 }, text: 'THREE\n' },
        ],
      });
      const changed = editor.getValue();
      const cursor = editor.getCursor();
      editor.undo();
      const undone = editor.getValue();
      leaf.detach();
      await app.vault.delete(file);
      return { changed, cursor: [cursor.line, cursor.ch], undone };
    },
    expected: { changed: 'ONE\nmore\ntwo\nTHREE\n', cursor: [2, 1], undone: 'one\ntwo\nthree\n' },
  },
  {
    name: 'what a device keeps for itself is kept by the app, and nothing is null',
    run: ({ app }) => {
      app.saveLocalStorage('account-pages-contract', { kept: 1 });
      const kept = app.loadLocalStorage('account-pages-contract');
      app.saveLocalStorage('account-pages-contract', null);
      return [kept, app.loadLocalStorage('account-pages-contract')];
    },
    expected: [{ kept: 1 }, null],
  },
  {
    name: 'the plugin rebuilds the page that is open, and a second rebuild changes nothing',
    run: async ({ app }) => {
      const waitFor = async (found) => {
        for (let tries = 0; tries < 200 && !(await found()); tries++)
          await new Promise((resolve) => window.setTimeout(resolve, 50));
      };
      const runCommand = (id) => {
        if ('executeCommandById' in app.commands) app.commands.executeCommandById(id);
        else app.commands.execute(id);
      };
      await app.vault.createFolder('Accounts/Contract');
      const page = await app.vault.create('Accounts/Contract/README.md', '---\ntype: customer\n---\n# Contract\n');
      const meeting = await app.vault.create(
        'Accounts/Contract/2026-10-14 - Call.md',
        '## Decisions\n- The pilot covers one depot.\n',
      );
      const leaf = app.workspace.getLeaf('tab');
      await leaf.openFile(page, { state: { mode: 'preview' } });
      runCommand('account-pages:rebuild-page');
      const rebuild = () =>
        [...document.querySelectorAll('.account-pages-modal button')].find(
          (button) => button.textContent === 'Rebuild',
        );
      await waitFor(() => Promise.resolve(rebuild()));
      rebuild()?.click();
      await waitFor(async () => (await app.vault.read(page)).includes('depot'));
      const first = await app.vault.read(page);
      runCommand('account-pages:rebuild-page');
      await new Promise((resolve) => window.setTimeout(resolve, 1000));
      const second = await app.vault.read(page);
      leaf.detach();
      await app.vault.delete(meeting);
      await app.vault.delete(page);
      return { headings: first.match(/^#+ .*/gm), isSame: first === second };
    },
    expected: { headings: ['# Contract', '## Recent Context', '## Decisions'], isSame: true },
  },
];
