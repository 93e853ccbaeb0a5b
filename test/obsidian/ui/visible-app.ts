import type { App } from '../app.ts';
import type { Workspace } from './workspace.ts';

/** The app in a page: its workspace is the one that is seen. */
export type VisibleApp = App<Workspace>;
