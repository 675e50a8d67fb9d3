import type * as Arrow from 'apache-arrow';
import { type FitResult, InputError, type Replicates } from '../../bindings/index.js';
import { collectStored, type StoredReplicates } from '../../bindings/entries/jobs.js';
import {
  type ReplicateColumn,
  replicateColumns,
  replicatesCsv,
  storedReplicatesCsv,
} from '../../bindings/entries/report.js';
import { noArrowPackage } from '../../bindings/words/errors/program/files.js';
import { writeWhole } from '../files/files.js';
import type { Host } from '../host.js';

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
  const { makeVector, Table, tableToIPC, vectorFromArray } = await arrowPackage();
  const vectors = columns.map(({ name, values }) => [
    name,
    ArrayBuffer.isView(values) ? makeVector(values) : vectorFromArray(values),
  ]);
  return tableToIPC(new Table(Object.fromEntries(vectors)), 'file');
}

async function arrowPackage(): Promise<typeof Arrow> {
  try {
    return await import('apache-arrow');
  } catch (error) {
    const code = (error as { code?: string }).code ?? String(error);
    throw new InputError(noArrowPackage({ package: 'apache-arrow', code }), 'replicates');
  }
}
