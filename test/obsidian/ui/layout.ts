import type { ViewState } from 'obsidian';
import { WorkspaceLeaf } from './leaf.ts';
import type { Workspace } from './workspace.ts';
import { WorkspaceTabs, type WorkspaceSidedock, type WorkspaceSplit } from './workspace-items.ts';

interface SavedTabs {
  readonly leaves: readonly ViewState[];
  readonly current: number;
}

interface SavedSide {
  readonly tabs: readonly SavedTabs[];
  readonly collapsed: boolean;
}

interface SavedLayout {
  readonly main: readonly SavedTabs[];
  readonly left: SavedSide;
  readonly right: SavedSide;
}

/** What is open where, as plain data. */
export function layoutOf({ rootSplit, leftSplit, rightSplit }: Workspace): Record<string, unknown> {
  const layout: SavedLayout = { main: saveSplit(rootSplit), left: saveSide(leftSplit), right: saveSide(rightSplit) };
  return { ...layout };
}

function saveSide(dock: WorkspaceSidedock): SavedSide {
  return { tabs: saveSplit(dock), collapsed: dock.collapsed };
}

function saveSplit(split: WorkspaceSplit): SavedTabs[] {
  return split.children
    .filter((child) => child instanceof WorkspaceTabs)
    .map((tabs) => ({
      leaves: tabs.leaves().map((leaf) => leaf.getViewState()),
      current: tabs.leaves().findIndex((leaf) => leaf === tabs.currentLeaf),
    }));
}

/** Opens what a layout holds. What lies behind other tabs is not made before it comes to the front. */
export async function restoreLayout(workspace: Workspace, saved: unknown): Promise<void> {
  if (!isLayout(saved)) return;
  await restoreSplit(workspace, workspace.leftSplit, saved.left.tabs);
  await restoreSplit(workspace, workspace.rightSplit, saved.right.tabs);
  await restoreSplit(workspace, workspace.rootSplit, saved.main);
  if (!saved.left.collapsed) workspace.leftSplit.expand();
  if (!saved.right.collapsed) workspace.rightSplit.expand();
  const [main] = workspace.rootSplit.children;
  if (main instanceof WorkspaceTabs && main.currentLeaf) workspace.setActiveLeaf(main.currentLeaf);
}

async function restoreSplit(workspace: Workspace, split: WorkspaceSplit, groups: readonly SavedTabs[]): Promise<void> {
  for (const { leaves, current } of groups) {
    const tabs = split.children.length === 0 ? split.tabs() : split.addTabs();
    const restored = leaves.map((state) => {
      const leaf = new WorkspaceLeaf(workspace);
      leaf.defer(state);
      tabs.insertBehind(leaf);
      return leaf;
    });
    const front = restored[current] ?? restored[0];
    if (!front) continue;
    tabs.select(front);
    await front.loadIfDeferred();
  }
}

function isLayout(saved: unknown): saved is SavedLayout {
  return typeof saved === 'object' && saved !== null && 'main' in saved && 'left' in saved && 'right' in saved;
}
