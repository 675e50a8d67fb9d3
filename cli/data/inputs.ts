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

type Written = string | { readonly file?: DataPlace | string };

/** The files of the keys `append` and `merge`. */
export function otherFiles(
  { append, merge }: Pick<StepFlags | DataStepsInput, 'append' | 'merge'>,
  base: string,
): Paths {
  const files = (role: string, places: unknown) =>
    ([places ?? []].flat() as readonly Written[]).flatMap((one) => {
      const file = typeof one === 'string' ? one : one.file;
      return file === undefined ? [] : filesOfPlace(role, file, base);
    });
  return [...files('an appended file', append), ...files('a merged file', merge)];
}

/** The input files of a command without a model: its data, or the files of its query, and appended and merged files. */
export function dataInputs(
  path: string | undefined,
  { sql, sqlFolder: folder, append, merge }: StepFlags,
): Paths {
  const data = path === undefined ? [] : filesOfPlace('the data', path, '.');
  const queried = sql === undefined ? [] : filesOfPlace('the query', { sql, folder }, '.');
  return [...data, ...queried, ...otherFiles({ append, merge }, '.')];
}
