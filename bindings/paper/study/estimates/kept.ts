/** Results that later runs of a study use again, by a hash of all that they depend on. */
import type { EngineInfo } from '../../../core/engine/engine.js';
import { type Column, tableWarnings, type Table } from '../../../data/index.js';
import { canonicalJson, sha256Hex } from '../../tables/paper/parts/provenance.js';
import type { CheckpointStorage } from '../../../analysis/bootstrap/storage/saver.js';
import { decodeCheckpoint } from '../../../analysis/bootstrap/storage/checkpoint.js';
import { EconError } from '../../../core/errors/errors.js';

/** Where results are kept between processes: a folder, a database of the browser. Failures are ignored. */
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

/** The hash of a column's cells and labels. Columns of a study are never written to. */
function columnHash(column: Column): string {
  const known = hashes.get(column);
  if (known !== undefined) return known;
  const { kind, label, unit, valueLabels } = column;
  const facts = JSON.stringify([kind, label, unit, valueLabels && [...valueLabels]]);
  const cells = column.kind === 'number' ? bytesOf(column.values) : JSON.stringify(column.values);
  const hash = sha256Hex(facts + sha256Hex(cells));
  hashes.set(column, hash);
  return hash;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float64Array) =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** The form of kept results. It is raised when results of an earlier form lack what is printed of them. */
const FORM = 2;

/** The hash of work: what is asked, the columns that it reads and what the data warn about, and the build. */
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

/** What `compute` returns, once for each hash. A failure is not kept. */
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

/**
 * The replicates of a bootstrap as a part of the storage. Without `resumes` only a complete bootstrap is used again.
 */
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
    if (error instanceof EconError) return undefined; // damaged: it is computed again
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
      // damaged: it is computed again
    }
  }
  const result = await compute();
  const text = new TextEncoder().encode(JSON.stringify(result));
  await storage.write(key, text).catch(() => undefined);
  return result;
}
