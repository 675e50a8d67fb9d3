/**
 * Saves finished replicates at the start, every few seconds, and at the end. If the first write fails, the run does not
 * start. If a later write fails, the previous one remains, the run continues, and the saver tries again later.
 */
import { notRead, notWritten } from '../../../words/errors/bootstrap/checkpoints.js';
import { EconError, EngineError } from '../../../core/errors/errors.js';

/** Where a checkpoint is stored: a file, a database of the browser, a variable. */
export interface CheckpointStorage {
  /** Its name in error messages. */
  readonly name: string;
  /** Returns the last bytes written; undefined if nothing was written. A rejection becomes an EngineError. */
  read(): Promise<Uint8Array | undefined>;
  /** Replaces what was written before, completely or not at all. A rejection becomes an EngineError. */
  write(bytes: Uint8Array): Promise<void>;
}

export interface Saver {
  /** Saves if enough time has passed and no other write is running. */
  offer(): void;
  /** Saves for the last time and returns the error if the write failed. */
  finish(): Promise<EconError | undefined>;
}

const INTERVAL_MS = 3000;
/** Saving takes at most 1 / SHARE of the time. */
const SHARE = 50;

/** Throws EconError when the storage cannot be read. */
export async function readStorage(storage: CheckpointStorage): Promise<Uint8Array | undefined> {
  try {
    return await storage.read();
  } catch (error) {
    throw failed(storage, 'checkpoint-not-read', error);
  }
}

/** Throws EconError when the first write fails. */
export async function openSaver(
  storage: CheckpointStorage,
  content: () => Promise<Uint8Array>,
): Promise<Saver> {
  let failure: EconError | undefined;
  let busy: Promise<void> | undefined;
  let due = 0;
  const save = async () => {
    const start = performance.now();
    try {
      await storage.write(await content());
      failure = undefined;
    } catch (error) {
      failure = failed(storage, 'checkpoint-not-written', error);
    }
    const end = performance.now();
    due = end + Math.max(INTERVAL_MS, SHARE * (end - start));
  };
  await save();
  if (failure !== undefined) throw failure;
  return {
    offer() {
      if (busy !== undefined || performance.now() < due) return;
      busy = save().finally(() => (busy = undefined));
    },
    async finish() {
      await busy;
      await save();
      return failure;
    },
  };
}

const failures = { 'checkpoint-not-read': notRead, 'checkpoint-not-written': notWritten } as const;

function failed(
  { name }: CheckpointStorage,
  code: keyof typeof failures,
  error: unknown,
): EconError {
  if (error instanceof EconError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new EngineError(failures[code]({ checkpoint: name, reason }), { of: name, cause: error });
}
