import { InvalidArgumentError } from 'commander';
import {
  type FitResult,
  type ReplicateColumn,
  replicateColumns,
  type Replicates,
  collectStored,
  replicatesCsv,
  type StoredReplicates,
  storedReplicatesCsv,
} from '../../bindings/index.js';
import { writeWhole } from '../files.js';
import type { Host } from '../host.js';

/** The path of `--replicates`; its extension determines the format. */
export function replicatesPath(text: string): string {
  if (/\.(csv|arrow)$/i.test(text)) return text;
  throw new InvalidArgumentError('Expected a file that ends in .csv or .arrow.');
}

/** Writes the replicates as a table. Throws InputError or EngineError if the file cannot be written. */
export async function writeReplicates(
  host: Host,
  path: string,
  result: FitResult,
  replicates: Replicates | StoredReplicates,
): Promise<void> {
  const csv = path.toLowerCase().endsWith('.csv');
  if (csv && 'read' in replicates) {
    return writeWhole(host, path, storedReplicatesCsv(result, replicates));
  }
  const inMemory = 'read' in replicates ? await collectStored(replicates) : replicates;
  const columns = replicateColumns(result, inMemory);
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
