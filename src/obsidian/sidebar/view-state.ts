import {
  DEFAULT_OPTIONS,
  DUE_FILTERS,
  GROUPINGS,
  OWNER_FILTERS,
  PROPOSED_FILTERS,
  SORTINGS,
  type ListOptions,
} from '../../core/actions/action-list.ts';

export const PARTS = ['items', 'review'] as const;

/** What the sidebar keeps over a restart of the app. */
export interface SidebarState {
  readonly part: (typeof PARTS)[number];
  readonly options: ListOptions;
  /** Groups that a person folded or unfolded, by key; the others are as the view decides. */
  readonly unfolded: ReadonlyMap<string, boolean>;
}

export const FIRST_STATE: SidebarState = { part: 'items', options: DEFAULT_OPTIONS, unfolded: new Map() };

/** Groups come and go with meetings: only so many are remembered. */
const MOST_REMEMBERED = 500;

/** As it is saved with the app's layout. */
export function savedState({ part, options, unfolded }: SidebarState): Record<string, unknown> {
  return { part, ...options, unfolded: Object.fromEntries([...unfolded].slice(-MOST_REMEMBERED)) };
}

/** A state as it was saved, by whatever version → one that can be used; what cannot be used is as at first. */
export function readState(saved: unknown): SidebarState {
  const values = new Map<string, unknown>(isRecord(saved) ? Object.entries(saved) : []);
  const text = values.get('text');
  const unfolded = values.get('unfolded');
  return {
    part: oneOf(PARTS, values.get('part'), 'items'),
    options: {
      groupBy: oneOf(GROUPINGS, values.get('groupBy'), DEFAULT_OPTIONS.groupBy),
      sortBy: oneOf(SORTINGS, values.get('sortBy'), DEFAULT_OPTIONS.sortBy),
      owner: oneOf(OWNER_FILTERS, values.get('owner'), DEFAULT_OPTIONS.owner),
      due: oneOf(DUE_FILTERS, values.get('due'), DEFAULT_OPTIONS.due),
      proposed: oneOf(PROPOSED_FILTERS, values.get('proposed'), DEFAULT_OPTIONS.proposed),
      text: typeof text === 'string' ? text : '',
    },
    unfolded: new Map(isRecord(unfolded) ? Object.entries(unfolded).filter(isFlag) : []),
  };
}

function oneOf<T extends string>(choices: readonly T[], value: unknown, otherwise: T): T {
  return choices.find((choice) => choice === value) ?? otherwise;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFlag(entry: [string, unknown]): entry is [string, boolean] {
  return typeof entry[1] === 'boolean';
}
