/** The outputs that an engine makes from a study, in a folder with the study and its data. */
import { EngineError, InputError } from '../../bindings/index.js';
import type { BundleFiles, RunRecord } from '../../bindings/entries/bundle.js';
import { quoted } from '../../bindings/core/errors/quoted.js';
import { noOutput } from '../../bindings/words/errors/program/engines.js';
import type { Host } from '../host.js';
import { readFolder } from './files.js';
import { parseRecord } from './record.js';
import { type Confinement, installedConfinement } from './run/confinement.js';
import { runEngine } from './run/engine-run.js';
import type { RunLimits } from './run/limits.js';
import { writable } from './run/permissions.js';

export interface EngineRun {
  /** The file that Node runs. */
  readonly main: string;
  /** Where the files are, by their paths in a bundle. */
  readonly folder: string;
  readonly workers?: number | undefined;
  /** Confines the program; by default like the installed engine. */
  readonly confinement?: Confinement | undefined;
  readonly limits?: RunLimits;
}

export interface FreshRun extends EngineRun {
  readonly study: string;
}

export interface FreshOutputs {
  /** The outputs, by their paths in a bundle. */
  readonly outputs: BundleFiles;
  readonly measured: RunRecord;
}

/**
 * Runs a study and reads what the engine wrote.
 *
 * @throws as `runEngine`; EngineError `engine-output` if the engine did not write outputs and measurements
 */
export async function freshOutputs(host: Host, run: FreshRun): Promise<FreshOutputs> {
  // prettier-ignore
  const written = await writtenBy(host, run, [
    'bundle', run.study, '--outputs-only', '-o', 'run/outputs',
    '--measure', 'run/record.json',
  ]);
  const outputs = new Map([...written].filter(([path]) => path.startsWith('outputs/')));
  if (outputs.size === 0) {
    const told = noOutput({ expected: 'a file per table and figure', what: 'outputs' });
    throw new EngineError(told, 'bundle');
  }
  checkJson(outputs, 'outputs/');
  return { outputs, measured: recordIn(written) };
}

/**
 * Runs a command of an engine. Returns the files that the command wrote below the folder `run`.
 *
 * @throws as `runEngine`; EngineError `engine-output` for anything that is not a file
 */
export async function writtenBy(
  host: Host,
  run: EngineRun,
  command: readonly string[],
): Promise<BundleFiles> {
  const { main, folder, confinement = installedConfinement, limits = {} } = run;
  const workers = confinement.isUntrusted ? 0 : run.workers;
  // prettier-ignore
  const args = [
    ...command, '--json', '--no-progress',
    ...(workers === undefined ? [] : ['--workers', String(workers)]),
  ];
  const program = { main, folder, args };
  await runEngine(host, { ...program, confinement, limits });
  return readWritten(writable(program));
}

/**
 * The results must be JSON objects, because everything else is read from them.
 *
 * @throws EngineError `engine-output`
 */
export function checkJson(outputs: BundleFiles, folder: string): void {
  for (const path of [`${folder}results.json`, `${folder}numbers.json`]) {
    if (isJson(outputs.get(path))) continue;
    const told = noOutput({ expected: `JSON to ${path}`, what: 'json', file: path });
    throw new EngineError(told, 'bundle');
  }
}

function isJson(bytes: Uint8Array | undefined): boolean {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Reads what an engine wrote without trusting it: links and anything else that is not a file are errors. */
async function readWritten(folder: string): Promise<BundleFiles> {
  try {
    return await readFolder(folder, 'outputs');
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const told = noOutput({ expected: 'files', what: 'files', cause: quoted(error) });
    throw new EngineError(told, 'bundle');
  }
}

function recordIn(written: BundleFiles): RunRecord {
  const record = parseRecord(written.get('record.json'));
  if (record === undefined) {
    const told = noOutput({ expected: 'the measurements of its run', what: 'record' });
    throw new EngineError(told, 'bundle');
  }
  return record;
}
