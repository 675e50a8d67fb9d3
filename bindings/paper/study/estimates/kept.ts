/** Caches results for later runs of a study, by a hash of everything on which they depend. */
import type { EngineInfo } from '../../../core/engine/engine.js';
import { type Column, tableWarnings, type Table } from '../../../data/index.js';
import { canonicalJson, sha256Hex } from '../../tables/paper/parts/provenance.js';
import type { CheckpointStorage } from '../../../analysis/bootstrap/storage/saver.js';
import { decodeCheckpoint } from '../../../analysis/bootstrap/storage/checkpoint.js';
import { EconError } from '../../../core/errors/errors.js';

/** Storage of results between processes, such as a folder or a browser database. Failures are ignored. */
export interface StudyStorage {
  readonly read: (key: string) => Promise<Uint8Array | undefined>;
  readonly write: (key: string, bytes: Uint8Array) => Promise<void>;
}

/** Results of this process, for another run of the same or an edited study; `keptResults` makes one. */
export interface KeptResults {
  /** What was computed, by its hash. */
  readonly results: Map<string, Promise<unknown>>;
}

export function keptResults(): KeptResults {
  return { results: new Map() };
}

const hashes = new WeakMap<Column, string>();

/** The hash of a column's cells and labels. A study never writes to its columns. */
function columnHash(column: Column): string {
  const known = hashes.get(column);
  if (known !== undefined) return known;
  const { kind, label, unit, valueLabels } = column;
  const order = column.kind === 'text' && column.order ? [column.order] : [];
  const facts = JSON.stringify([kind, label, unit, valueLabels && [...valueLabels], ...order]);
  const cells = column.kind === 'number' ? bytesOf(column.values) : JSON.stringify(column.values);
  const hash = sha256Hex(facts + sha256Hex(cells));
  hashes.set(column, hash);
  return hash;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float64Array) =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** The format of stored results. It is raised when results of an earlier format lack something that is printed. */
const FORM = 2;

/** The hash of work: the request, the columns it reads, warnings about the data, and the build. */
export function workHash(
  work: readonly unknown[],
  table: Table,
  columns: readonly string[],
  engine: EngineInfo,
): string {
  const named = [...new Set(columns)].sort().map((name) => {
    const column = table.columns.get(name);
    return [name, column === undefined ? null : columnHash(column)];
  });
  const warnings = tableWarnings(table, [work, columns]);
  const built = table.prepared?.built ?? null;
  return sha256Hex(canonicalJson([FORM, work, table.nrows, named, warnings, built, engine]));
}

/** Returns the result of `compute`, once per hash. Failures are not cached. */
export function keeping<Result>(
  { results }: KeptResults,
  hash: string,
  compute: () => Promise<Result>,
): Promise<Result> {
  const known = results.get(hash);
  if (known !== undefined) return known as Promise<Result>;
  const computed = compute();
  results.set(hash, computed);
  computed.catch(() => results.delete(hash)); // reported to each caller
  return computed;
}

/** Storage for the replicates of a bootstrap. Without `resumes` only a complete bootstrap is reused. */
export async function checkpointIn(
  storage: StudyStorage,
  hash: string,
  { reps, resumes }: { readonly reps: number; readonly resumes: boolean },
): Promise<CheckpointStorage> {
  const key = `${hash}.wasmreps`;
  const stored = await usable(storage, key, reps, resumes);
  let first = stored;
  return {
    name: key,
    read: () => {
      const bytes = first;
      first = undefined;
      return Promise.resolve(bytes);
    },
    write: (bytes) => storage.write(key, bytes).catch(() => undefined),
  };
}

async function usable(
  storage: StudyStorage,
  key: string,
  reps: number,
  resumes: boolean,
): Promise<Uint8Array | undefined> {
  try {
    const bytes = await storage.read(key);
    if (bytes === undefined) return undefined;
    const { chunks } = await decodeCheckpoint(key, bytes);
    const done = chunks.reduce((sum, { statuses }) => sum + statuses.length, 0);
    return resumes || done === reps ? bytes : undefined;
  } catch (error) {
    if (error instanceof EconError) return undefined; // damaged results are computed again
    throw error;
  }
}

/** A plain result in the storage. */
export async function stored<Result>(
  storage: StudyStorage | undefined,
  hash: string,
  compute: () => Promise<Result>,
): Promise<Result> {
  if (storage === undefined) return compute();
  const key = `${hash}.json`;
  const bytes = await storage.read(key).catch(() => undefined);
  if (bytes !== undefined) {
    try {
      return JSON.parse(new TextDecoder().decode(bytes)) as Result;
    } catch {
      // Damaged results are computed again.
    }
  }
  const result = await compute();
  const text = new TextEncoder().encode(JSON.stringify(result));
  await storage.write(key, text).catch(() => undefined);
  return result;
}
