'use strict';
// Uses every piece of the workbench once. Loaded as it is: the app's plugins are CommonJS, too.
const obsidian = require('obsidian');

const VIEW = 'sample-view';
const DEFAULTS = {
  toggle: true,
  text: 'Robin',
  textarea: '',
  number: 3,
  slider: 2,
  dropdown: 'b',
  file: '',
  folder: '',
  color: '#7852ee',
  names: ['One', 'Two', 'Three'],
};

class SampleView extends obsidian.ItemView {
  constructor(leaf, plugin) {
    super(leaf);
    this.plugin = plugin;
    this.icon = 'star';
    this.hoverPopover = null;
  }

  getViewType() {
    return VIEW;
  }

  getDisplayText() {
    return 'Sample view';
  }

  async onOpen() {
    const { contentEl } = this;
    contentEl.createDiv({ cls: 'sample-view-title', text: 'Sample' });
    const link = contentEl.createEl('a', { cls: 'sample-link', text: 'Norvane', href: '#' });
    link.addEventListener('click', (event) => {
      event.preventDefault();
      void this.app.workspace.openLinkText('Accounts/Norvane/README', '', obsidian.Keymap.isModEvent(event));
    });
    link.addEventListener('mouseover', (event) => {
      this.app.workspace.trigger('hover-link', {
        event,
        source: VIEW,
        hoverParent: this,
        targetEl: link,
        linktext: 'Accounts/Norvane/README',
        sourcePath: '',
      });
    });
    const menuButton = new obsidian.ButtonComponent(contentEl).setButtonText('Menu').setClass('sample-menu');
    menuButton.onClick((event) => this.showMenu(event));
    obsidian.setTooltip(menuButton.buttonEl, 'Shows a menu');
    obsidian.setIcon(contentEl.createDiv('sample-icon'), 'list-checks');
    const rendered = contentEl.createDiv('sample-rendered markdown-rendered');
    const source = '- [ ] Ask [[Norvane/README|Norvane]]\n- [x] Done <img src=x onerror="window.hacked = true">';
    await obsidian.MarkdownRenderer.render(this.app, source, rendered, '', this);
  }

  showMenu(event) {
    const menu = new obsidian.Menu();
    menu.addItem((item) => item.setTitle('First').setIcon('star').onClick(() => this.plugin.say('first')));
    menu.addSeparator();
    menu.addItem((item) => item.setTitle('Second').setChecked(true).onClick(() => this.plugin.say('second')));
    menu.addItem((item) => item.setTitle('Never').setDisabled(true));
    menu.showAtMouseEvent(event);
  }
}

class SampleSettings extends obsidian.PluginSettingTab {
  constructor(app, plugin) {
    super(app, plugin);
    this.plugin = plugin;
    this.icon = 'star';
  }

  getSettingDefinitions() {
    const control = (type, more = {}) => ({ name: `A ${type}`, control: { type, key: type, ...more } });
    return [
      control('toggle'),
      control('text', {
        validate: (value) => (value.trim() === '' ? 'Enter a name.' : undefined),
        disabled: () => !this.plugin.settings.toggle,
      }),
      { ...control('textarea', { rows: 3 }), visible: () => this.plugin.settings.toggle },
      control('number', { min: 1, max: 9 }),
      control('slider', { min: 0, max: 10, step: 1, displayFormat: (value) => `${value} of 10` }),
      control('dropdown', { options: { a: 'Alpha', b: 'Beta' } }),
      control('file'),
      control('folder', { includeRoot: true }),
      control('color'),
      { name: 'An action', desc: 'Says something.', action: () => this.plugin.say('action') },
      {
        name: 'Drawn',
        render: (setting) => {
          setting.addButton((button) => button.setButtonText('Press').setCta().onClick(() => this.plugin.say('drawn')));
          return () => this.plugin.say('cleaned');
        },
      },
      {
        type: 'list',
        heading: 'Names',
        emptyState: 'There is no name.',
        items: this.plugin.settings.names.map((name) => ({ name })),
        addItem: { name: 'Add a name', action: () => this.change((names) => [...names, 'New']) },
        onDelete: (index) => this.change((names) => names.filter((_name, at) => at !== index)),
        onReorder: (from, to) =>
          this.change((names) => {
            const rest = names.filter((_name, at) => at !== from);
            return [...rest.slice(0, to), names[from], ...rest.slice(to)];
          }),
      },
      { type: 'page', name: 'More', displayValue: () => 'two', items: [{ name: 'Deep', desc: 'On a page of its own.' }] },
    ];
  }

  change(edit) {
    this.plugin.settings.names = edit(this.plugin.settings.names);
    this.update();
    return this.plugin.saveData(this.plugin.settings);
  }
}

class Question extends obsidian.ConfirmationModal {
  constructor(app, answer) {
    super(app);
    this.setTitle('Rewrite 8 pages?').setContent('What you wrote stays.');
    let always = false;
    this.addCheckbox('Do not ask again', (value) => (always = value));
    this.addButton((button) => button.setButtonText('Rewrite').setCta().onClick(() => answer(always)));
    this.addCancelButton();
  }
}

class Chooser extends obsidian.FuzzySuggestModal {
  constructor(app, choose) {
    super(app);
    this.choose = choose;
    this.setPlaceholder('Which account?');
  }

  getItems() {
    return ['Norvane', 'Kestrel Rail', 'Sole'];
  }

  getItemText(item) {
    return item;
  }

  onChooseItem(item) {
    this.choose(item);
  }
}

module.exports = class SamplePlugin extends obsidian.Plugin {
  said = [];

  async onload() {
    this.settings = { ...DEFAULTS, ...(await this.loadData()) };
    this.registerView(VIEW, (leaf) => new SampleView(leaf, this));
    this.registerHoverLinkSource(VIEW, { display: 'Sample', defaultMod: false });
    this.addRibbonIcon('star', 'Open sample view', () => this.openView());
    this.addStatusBarItem().setText('Sample is on');
    this.addSettingTab(new SampleSettings(this.app, this));
    this.registerCliHandler('sample', 'Says something', null, () => 'said');
    this.addCommands();
    this.registerEvent(
      this.app.workspace.on('file-menu', (menu, file) => {
        menu.addItem((item) => item.setTitle(`Sample: ${file.name}`).onClick(() => this.say(file.path)));
      }),
    );
    for (const name of ['file-open', 'active-leaf-change', 'layout-change', 'editor-change']) {
      this.registerEvent(this.app.workspace.on(name, () => this.say(name)));
    }
  }

  addCommands() {
    this.addCommand({ id: 'open', name: 'Open view', callback: () => this.openView() });
    this.addCommand({ id: 'ask', name: 'Ask', callback: () => new Question(this.app, (always) => this.say(`yes ${always}`)).open() });
    this.addCommand({ id: 'choose', name: 'Choose', callback: () => new Chooser(this.app, (item) => this.say(item)).open() });
    this.addCommand({ id: 'notify', name: 'Notify', callback: () => this.notify() });
    this.addCommand({
      id: 'stamp',
      name: 'Stamp the note',
      editorCallback: (editor) => {
        const end = { line: editor.lastLine(), ch: editor.getLine(editor.lastLine()).length };
        const start = { line: 0, ch: 0 };
        editor.transaction({
          changes: [
            { text: 'top\n', from: start },
            { text: '\nbottom', from: end },
          ],
        });
      },
    });
    this.addCommand({
      id: 'with-file',
      name: 'With a file',
      checkCallback: (checking) => {
        const file = this.app.workspace.getActiveFile();
        if (file && !checking) this.say(file.path);
        return file !== null;
      },
    });
  }

  async openView() {
    await this.app.workspace.ensureSideLeaf(VIEW, 'right');
  }

  notify() {
    const message = createFragment((fragment) => {
      fragment.createSpan({ text: 'Working' });
    });
    this.notice = new obsidian.Notice(message, 0);
    window.setTimeout(() => this.notice.setMessage('Ready'), 50);
  }

  say(word) {
    this.said.push(word);
  }

  onUserEnable() {
    this.say('enabled');
  }

  onExternalSettingsChange() {
    this.say('settings changed outside');
  }
};
