/** Reads a file or a query that a study names, by the function of the caller if there is one. */
import { readSql, readTable, type Table, toTable } from '../../../data/index.js';
import type { DataPlace } from '../../../models/schema/data-keys.js';
import type { StudyOptions } from '../estimates/options.js';

export async function readPlace(place: DataPlace, read: StudyOptions['read']): Promise<Table> {
  if (read !== undefined) return toTable(await read(place));
  if ('sql' in place) return readSql(place.sql, { folder: place.folder });
  const { file, ...keys } = place;
  return readTable(file, { ...keys, name: file });
}
