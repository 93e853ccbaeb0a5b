import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { App } from 'obsidian';
import type { ParsedNote } from '../../core/parse/note.ts';
import type { NoteChange } from '../../core/write/note-writer.ts';
import type { NoteFile } from '../obsidian-vault.ts';
import { DEVICE_VALUES } from './device-values.ts';

/** What was parsed of a note, of which text and of which file. */
export interface CachedNote extends NoteFile, ParsedNote {}

interface Schema extends DBSchema {
  /** What was parsed of each note, by path. */
  notes: { key: string; value: CachedNote };
  /** What the last rebuild of each page made of it, by path. */
  changes: { key: string; value: NoteChange };
  /** By what rules the notes were parsed; see `rulesOf`. */
  about: { key: string; value: string };
}

export type Database = IDBPDatabase<Schema>;

/**
 * This vault's database on this device. It lies outside the vault, so that no sync carries it to a device whose notes
 * differ. null where the system lets none be opened, as in a private window: then every start reads all notes.
 */
export async function openDatabase(app: App): Promise<Database | null> {
  if (!('indexedDB' in window)) return null;
  try {
    return await openDB<Schema>(`account-pages-${vaultId(app)}`, 1, {
      upgrade(database) {
        database.createObjectStore('notes', { keyPath: 'path' });
        database.createObjectStore('changes', { keyPath: 'path' });
        database.createObjectStore('about');
      },
    });
  } catch (error) {
    console.warn('Account Pages keeps nothing between starts, because its database could not be opened:', error);
    return null;
  }
}

/** Deletes a database with all that it holds. */
export async function deleteDatabase(database: Database): Promise<void> {
  // Emptied first: while another window has it open, it goes only once that closes it.
  for (const store of database.objectStoreNames) await database.clear(store);
  const { name } = database;
  database.close();
  await new Promise<void>((resolve, reject) => {
    const blocked = () => {
      resolve();
    };
    deleteDB(name, { blocked }).then(resolve, reject);
  });
}

/** Two vaults may have the same name; what is saved per vault and device tells them apart. */
function vaultId(app: App): string {
  const known: unknown = app.loadLocalStorage(DEVICE_VALUES.database);
  if (typeof known === 'string' && known !== '') return known;
  const id = Array.from(window.crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('');
  app.saveLocalStorage(DEVICE_VALUES.database, id);
  return id;
}
