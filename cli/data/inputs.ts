/** The input files, which no output may replace. */
import type { DataPlace, DataStepsInput } from '../../bindings/entries/data.js';
import { pathFrom } from '../io.js';
import type { Paths } from '../files/outputs.js';
import type { StepFlags } from './steps.js';

/** The files of a data place: the file, or the quoted file names of a query. */
export function filesOfPlace(role: string, place: DataPlace | string, base: string): Paths {
  if (typeof place === 'string') return [[role, pathFrom(base, place)]];
  if ('file' in place) return [[role, place.file === '-' ? '-' : pathFrom(base, place.file)]];
  const folder = pathFrom(base, place.folder ?? '.');
  const names = [...place.sql.matchAll(/'([^']+)'|"([^"]+)"/g)].map(
    ([, one, other]) => one ?? other!,
  );
  return names.map((name) => [`a file of the query`, pathFrom(folder, name)] as const);
}

/** The files merged into the data, from the key `merge`. */
export function mergedFiles(
  merge: DataStepsInput['merge'] | readonly unknown[],
  base: string,
): Paths {
  const places = [merge ?? []].flat() as readonly { readonly file?: DataPlace | string }[];
  return places.flatMap(({ file }) =>
    file === undefined ? [] : filesOfPlace('a merged file', file, base),
  );
}

/** The input files of a command without a model: its data, or the files of its query, and merged files. */
export function dataInputs(
  path: string | undefined,
  { sql, sqlFolder: folder, merge }: StepFlags,
): Paths {
  const data = path === undefined ? [] : filesOfPlace('the data', path, '.');
  const queried = sql === undefined ? [] : filesOfPlace('the query', { sql, folder }, '.');
  return [...data, ...queried, ...mergedFiles(merge, '.')];
}
