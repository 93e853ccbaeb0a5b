import { Command, CommanderError } from 'commander';
import { reasonOf } from '../core/reason-of.ts';
import {
  accounts,
  actions,
  explain,
  problems,
  rebuild,
  UsageError,
  type ActionOptions,
  type RebuildOptions,
  type VaultOptions,
} from './commands.mts';
import {
  eject,
  repair,
  restore,
  undo,
  type DryRunOptions,
  type RepairOptions,
  type RestoreOptions,
} from './take-back.mts';
import type { Terminal } from './terminal.mts';
import { version } from './version.mts';
import { watch } from './watch.mts';

/** Exit codes: done; bad usage, an unreadable vault, or a failure that nobody foresaw. Commands give 1 a meaning. */
const DONE = 0;
const BAD_USAGE = 2;

/** Runs a command line, without the program's name. Resolves to the exit code; prints nothing but through `terminal`. */
export async function run(args: readonly string[], terminal: Terminal, stop: AbortSignal): Promise<number> {
  let code = DONE;
  const program = new Command('account-pages')
    .description('Keeps each customer’s page current from your meeting notes.')
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
    })
    .version(version)
    .exitOverride()
    .showHelpAfterError('Run “account-pages --help” to see what there is.');

  vaultCommand(program, 'rebuild', 'bring account pages up to date')
    .option('--account <name>', 'only this account; may be given several times', collect, [])
    .option('--dry-run', 'print what would change as a diff, and write nothing')
    .option('--check', 'write nothing, and exit with 1 if a page would change')
    .addHelpText(
      'after',
      examples('rebuild ~/Notes', 'rebuild ~/Notes --account Norvane --dry-run', 'rebuild ~/Notes --check'),
    )
    .action(async (vault: string, options: RebuildOptions) => {
      code = await rebuild(vault, options, terminal);
    });
  vaultCommand(program, 'actions', 'list action items by account')
    .option('--account <name>', 'only this account; may be given several times', collect, [])
    .option('--owner <name>', 'only items of this person')
    .addHelpText(
      'after',
      examples('actions ~/Notes', 'actions ~/Notes --owner "Ana Ruiz"', 'actions ~/Notes --account Norvane --json'),
    )
    .action(async (vault: string, options: ActionOptions) => {
      code = await actions(vault, options, terminal);
    });
  vaultCommand(program, 'accounts', 'list accounts, when they were last met, and what is open')
    .addHelpText('after', examples('accounts ~/Notes', 'accounts ~/Notes --json'))
    .action(async (vault: string, options: VaultOptions) => {
      code = await accounts(vault, options, terminal);
    });
  vaultCommand(program, 'problems', 'list what is wrong with notes, and what to do')
    .addHelpText('after', examples('problems ~/Notes', 'problems ~/Notes --json'))
    .action(async (vault: string, options: VaultOptions) => {
      code = await problems(vault, options, terminal);
    });
  vaultCommand(program, 'explain', 'say where each line of a page comes from, and what was left out and why')
    .option('--account <name>', 'only this account; may be given several times', collect, [])
    .addHelpText('after', examples('explain ~/Notes --account Norvane', 'explain ~/Notes --account Norvane --json'))
    .action(async (vault: string, options: VaultOptions) => {
      code = await explain(vault, options, terminal);
    });
  addTakingBack(program, terminal, (result) => {
    code = result;
  });
  vaultCommand(program, 'watch', 'keep pages current while notes change')
    .addHelpText('after', examples('watch ~/Notes'))
    .action(async (vault: string, options: VaultOptions) => {
      code = await watch(vault, options, terminal, stop);
    });

  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : BAD_USAGE;
    terminal.err(error instanceof UsageError ? error.message : unforeseen(error));
    return BAD_USAGE;
  }
}

/** What is said of a failure that no command knows of. */
export function unforeseen(error: unknown): string {
  const reason = reasonOf(error);
  return `The command stopped, because something happened that it does not know of: ${reason}. Every page is whole, old or new. Run the command again; if it stops again, report this sentence.`;
}

/** The commands that take back what the plugin, a person or a broken tool did. */
function addTakingBack(program: Command, terminal: Terminal, done: (code: number) => void): void {
  vaultCommand(program, 'undo', 'give pages the text that they had before the last rebuild')
    .option(
      '--account <name>',
      'the last change of this account’s page instead; may be given several times',
      collect,
      [],
    )
    .addHelpText('after', examples('undo ~/Notes', 'undo ~/Notes --account Norvane'))
    .action(async (vault: string, options: VaultOptions) => {
      done(await undo(vault, options, terminal));
    });
  vaultCommand(program, 'restore', 'list lines that were removed from pages, or put them back')
    .option('--account <name>', 'only this account; may be given several times', collect, [])
    .option('--line <part>', 'put back the lines that hold this text; may be given several times', collect, [])
    .option('--all', 'put back every removed line')
    .addHelpText('after', examples('restore ~/Notes', 'restore ~/Notes --account Norvane --line "starts in May"'))
    .action(async (vault: string, options: RestoreOptions) => {
      done(await restore(vault, options, terminal));
    });
  vaultCommand(
    program,
    'eject',
    'take the plugin’s record off pages, which leaves plain Markdown, and remove what is kept for undo',
  )
    .option('--account <name>', 'only this account; may be given several times', collect, [])
    .option('--dry-run', 'print what would change as a diff, and write nothing')
    .addHelpText('after', examples('eject ~/Notes --dry-run', 'eject ~/Notes'))
    .action(async (vault: string, options: DryRunOptions) => {
      done(await eject(vault, options, terminal));
    });
  vaultCommand(program, 'repair', 'show notes whose text was read in a wrong encoding (‚Äô for ’), and put them right')
    .option('--note <path>', 'only this note; may be given several times', collect, [])
    .option('--write', 'write the repaired notes; without it they are only shown')
    .addHelpText('after', examples('repair ~/Notes', 'repair ~/Notes --note "Meetings/2025-11-14 - Sync.md" --write'))
    .action(async (vault: string, options: RepairOptions) => {
      done(await repair(vault, options, terminal));
    });
}

function vaultCommand(program: Command, name: string, description: string): Command {
  const command = program
    .command(name)
    .description(description)
    .argument('<vault>', 'the folder that holds your notes');
  if (name !== 'watch') command.option('--json', 'print one JSON object');
  return command
    .option('--today <day>', 'take this day (YYYY-MM-DD) for today')
    .option('--settings <file>', 'settings to use instead of the ones that the plugin saved in the vault')
    .exitOverride();
}

function collect(value: string, values: readonly string[]): string[] {
  return [...values, value];
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  account-pages ${line}`).join('\n')}`;
}
