import { wholeRowsWords } from '../../../../bindings/words/errors/models/streamed.js';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newEngine } from '../../../../bindings/core/engine/engine.js';
import {
  namedBy,
  openByteFile,
  openStream,
  readTable,
  type ReaderOptions,
} from '../../../../bindings/data/index.js';
import { fitModel } from '../../../../bindings/models/fit.js';
import { parseModel } from '../../../../bindings/models/reading/model-file.js';
import type { ModelInput } from '../../../../bindings/models/model.js';
import { fitStreamed } from '../../../../bindings/models/functions/fit-file.js';
import { laterEstimator } from '../../../../bindings/models/reading/load-estimator.js';

const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-tests-'));

/** Removes the files; each file of tests calls it at its end. */
export function removeFiles(): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Writes a file and returns its path. */
export function fileOf(name: string, content: string | Uint8Array): string {
  // Files of tests share this module, and an earlier one has removed the folder.
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Bytes of a chunk, rows of a block and doubles of a part, all so small that files of a few rows have several. */
export interface Sizes {
  readonly chunkBytes: number;
  readonly blockRows: number;
  readonly partDoubles: number;
}

export const small: Sizes = { chunkBytes: 700, blockRows: 1, partDoubles: 256 };

const engine = await newEngine();

/** The result of streaming a file as JSON; a text says why it is not streamed. */
export async function streamed(
  path: string,
  input: ModelInput,
  sizes: Sizes = small,
  read: ReaderOptions = {},
): Promise<string> {
  const model = parseModel(input);
  const file = openByteFile(path, 'data.csv')!;
  try {
    const settings = { isNamed: namedBy(model), ...sizes };
    const table = await openStream(file, { ...read, name: 'data.csv' }, settings);
    if ('why' in table) return wholeRowsWords(table);
    const { partDoubles } = sizes;
    const { streamed } = await laterEstimator(model.estimator).load();
    const estimator = await streamed!();
    return JSON.stringify(fitStreamed(estimator, model, table, { engine, partDoubles }));
  } finally {
    file.close();
  }
}

/** The result of reading the file as a whole. */
export async function whole(
  path: string,
  input: ModelInput,
  read: ReaderOptions = {},
): Promise<string> {
  const table = await readTable(path, { ...read, name: 'data.csv' });
  return JSON.stringify(await fitModel(table, parseModel(input)));
}

/** The message of the error of a promise. */
export async function messageOf(result: Promise<unknown>): Promise<string> {
  return result.then(
    (value) => `no error: ${String(value)}`,
    (error: unknown) => (error as Error).message,
  );
}
