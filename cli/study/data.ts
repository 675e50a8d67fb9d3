/** Reads the files that a study names, relative to its folder; an unchanged file is read once. */
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Table } from '../../bindings/index.js';
import type { DataPlace } from '../../bindings/entries/data.js';
import { readPlace } from '../data/data.js';
import { type Host, locate } from '../host.js';
import { pathFrom, readDocument } from '../io.js';
import type { ProgressOptions } from '../progress/progress.js';

export interface StudyReader {
  readonly read: (place: DataPlace) => Promise<Table>;
  readonly readDocument: (file: string) => Promise<unknown>;
  /** The files that were read, relative to the current folder. */
  readonly files: Set<string>;
}

export function studyReader(host: Host, path: string, shown: ProgressOptions): StudyReader {
  const base = path === '-' ? '.' : dirname(path);
  const files = new Set<string>();
  const tables = new Map<string, Table>();
  return {
    files,
    readDocument(file) {
      const place = pathFrom(base, file);
      files.add(place);
      return readDocument(host, place);
    },
    async read(place) {
      const version = await versionOf(host, place, base, files);
      const key = version === undefined ? undefined : JSON.stringify([place, version]);
      const known = key === undefined ? undefined : tables.get(key);
      if (known !== undefined) return known;
      const table = await readPlace(host, place, base, { shown });
      if (key !== undefined) tables.set(key, table);
      return table;
    },
  };
}

/**
 * Changes whenever the content of a file changes; undefined for a query and standard input, which are always read
 * again.
 */
async function versionOf(
  host: Host,
  place: DataPlace,
  base: string,
  files: Set<string>,
): Promise<string | undefined> {
  if ('sql' in place || place.file === '-') return undefined;
  const path = pathFrom(base, place.file);
  files.add(path);
  const facts = await stat(locate(host, path)).catch(() => undefined);
  return facts && `${facts.size} ${facts.mtimeMs} ${facts.ino}`;
}
