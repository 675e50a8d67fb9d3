/** Reads what a study file names, relative to its folder. */
import { dirname } from 'node:path';
import type { DataPlace, Table } from '../../bindings/index.js';
import { readPlace } from '../data/data.js';
import type { Host } from '../host.js';
import type { ProgressOptions } from '../progress/progress.js';

export function studyReader(
  host: Host,
  path: string,
  shown: ProgressOptions,
): (place: DataPlace) => Promise<Table> {
  const base = path === '-' ? '.' : dirname(path);
  return (place) => readPlace(host, place, base, { shown });
}
