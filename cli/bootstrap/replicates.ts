import {
  type FitResult,
  type ReplicateColumn,
  replicateColumns,
  type Replicates,
  replicatesCsv,
} from '../../bindings/index.js';
import { writeWhole } from '../files.js';
import type { Host } from '../host.js';

/** Writes the replicates as a table. Throws InputError or EngineError if the file cannot be written. */
export async function writeReplicates(
  host: Host,
  path: string,
  result: FitResult,
  replicates: Replicates,
): Promise<void> {
  const columns = replicateColumns(result, replicates);
  const csv = path.toLowerCase().endsWith('.csv');
  await writeWhole(host, path, csv ? replicatesCsv(columns) : [await arrowFile(columns)]);
}

/** The columns as an Arrow file, also called Feather. The Arrow package is loaded only when needed. */
async function arrowFile(columns: readonly ReplicateColumn[]): Promise<Uint8Array> {
  const { makeVector, Table, tableToIPC, vectorFromArray } = await import('apache-arrow');
  const vectors = columns.map(({ name, values }) => [
    name,
    ArrayBuffer.isView(values) ? makeVector(values) : vectorFromArray(values),
  ]);
  return tableToIPC(new Table(Object.fromEntries(vectors)), 'file');
}
