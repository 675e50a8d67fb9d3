/**
 * Keeps the measurements of a study's first run, so that a second bundle of the same study, data and engine has the
 * same bytes.
 */
import { notices } from '../../bindings/words/errors/program/notices.js';
import { InputError } from '../../bindings/index.js';
import {
  type BundleEngine,
  type BundleFiles,
  hashedFile,
  type RunRecord,
} from '../../bindings/entries/bundle.js';
import { bundleRecord } from '../../bindings/words/errors/program/bundles.js';
import { type Host, notice } from '../host.js';
import { readInput } from '../io.js';
import { keptStorage } from '../study/cache.js';

export interface RecordFlags {
  /** A file with the measurements of a run, such as `log/run.json` of another bundle. */
  readonly record?: string | undefined;
  /** The folder that keeps measurements, or false for none. */
  readonly cache?: string | boolean | undefined;
}

interface Measured {
  readonly named: BundleFiles;
  readonly engine: BundleEngine['files'];
  readonly flags: RecordFlags;
  readonly measured: RunRecord;
}

/**
 * The measurements in the file of `--record`; else the cached ones for this study, data and engine; else the new ones.
 */
export async function keptRecord(host: Host, run: Measured): Promise<RunRecord> {
  const { flags, measured } = run;
  if (flags.record !== undefined) {
    return readRecord(await readInput(host, flags.record), flags.record);
  }
  const storage = await keptStorage(host, flags.cache);
  if (storage === undefined) return measured;
  const key = `${keyOf(run)}.json`;
  const kept = await storage.read(key);
  const known = parseRecord(kept);
  if (known !== undefined) return known;
  try {
    await storage.write(key, new TextEncoder().encode(JSON.stringify(measured)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    notice(host, notices.record({ reason }), 'wasmetrics: ');
  }
  return measured;
}

function keyOf({ named, engine }: Measured): string {
  const files = [...named].map(([path, bytes]) => hashedFile(path, bytes));
  const text = JSON.stringify([files, engine]);
  return hashedFile('', new TextEncoder().encode(text)).sha256;
}

const keys = {
  started: 'string',
  ended: 'string',
  seconds: 'number',
  peakBytes: 'number',
  cpu: 'string',
  cores: 'number',
  memoryBytes: 'number',
  system: 'string',
  node: 'string',
} as const;

/** Maximum bytes of a record. */
const LONGEST = 2 ** 20;

/** Reads the measurements of a run; undefined for bytes without them, such as those of a damaged cache file. */
export function parseRecord(bytes: Uint8Array = new Uint8Array()): RunRecord | undefined {
  if (bytes.length > LONGEST) return undefined;
  try {
    const record = JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, unknown>>;
    const isRecord = Object.entries(keys).every(([key, type]) => typeof record[key] === type);
    return isRecord ? (record as unknown as RunRecord) : undefined;
  } catch {
    return undefined;
  }
}

/** @throws InputError `bundle-record` */
export function readRecord(bytes: Uint8Array, name: string): RunRecord {
  const record = parseRecord(bytes);
  if (record !== undefined) return record;
  throw new InputError(bundleRecord({ file: name, keys: Object.keys(keys) }), name);
}
