import type { App } from 'obsidian';
import type { TickLine } from '../../core/actions/change-note.ts';

/**
 * How the Tasks plugin ticks a line of a note, with done date, recurrence and custom statuses (its help, “Tasks Api”);
 * null where that plugin is not on. The app does not declare its plugins, so each step is looked at before it is gone.
 */
export function tickByTasksPlugin(app: App, path: string): TickLine | null {
  const api = ['plugins', 'plugins', 'obsidian-tasks-plugin', 'apiV1'].reduce<unknown>(member, app);
  const toggle = member(api, 'executeToggleTaskDoneCommand');
  if (typeof toggle !== 'function') return null;
  return (line) => {
    const toggled: unknown = Reflect.apply(toggle, api, [line, path]);
    return typeof toggled === 'string' ? toggled : null;
  };
}

function member(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? (Reflect.get(holder, name) as unknown) : undefined;
}
