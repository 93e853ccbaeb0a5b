// One measurement of one hostile vault: reading it, and bringing its account's page up to date.
import process from 'node:process';

const TODAY = '2026-06-01';

/** Flat strings, as reading a file gives them. */
export function asOnDisk(notes) {
  return notes.map(([path, text]) => [path, Buffer.from(text).toString()]);
}

/**
 * Milliseconds of processor time to read all notes, and to link them, list the account's tasks, and bring its page up
 * to date twice: the second time as after another save.
 */
export function measured(notes, core) {
  const { AccountGraph, actionItemsOf, DEFAULT_SETTINGS: settings, parseYaml, planPage, readNote, readingRules } = core;
  const rules = readingRules(settings, parseYaml);
  const start = process.cpuUsage();
  const read = notes.map(([path, text]) => readNote(path, text, rules));
  const afterReading = process.cpuUsage(start);
  const graph = new AccountGraph(settings);
  for (const note of read) graph.put(note);
  const problems = graph.problems().length;
  const account = graph.accountNamed('Norvane');
  const tasks = actionItemsOf(account, graph, settings).length;
  const page = notes.find(([path]) => path === account.path)[1];
  const first = planPage(account, page, graph, settings, TODAY);
  const second = planPage(account, first.after, graph, settings, TODAY);
  const all = process.cpuUsage(start);
  const stable = second.after === first.after;
  return { read: millis(afterReading), page: millis(all) - millis(afterReading), problems, tasks, stable };
}

function millis({ user, system }) {
  return (user + system) / 1_000;
}
