/** Other programs: which can run the model, and their coefficients, before anything is timed. */
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { InputError, type Model } from '../../bindings/index.js';
import type { Told } from '../../bindings/words/told.js';
import { exportModel, type ExportProgram } from '../../bindings/entries/interchange.js';
import { type Coefficient, compareCoefficients } from './compare.js';
import { type Command, type Finished, onPath, runCommand, type Running } from './processes.js';
import { runtimeOf } from './programs/index.js';
import {
  type Fits,
  type Heard,
  heardIn,
  MARK,
  type Needs,
  type Runtime,
} from './programs/runtime.js';
import type { ProgramResult } from './result.js';

/** A program that has estimated the model. */
export interface Peer {
  readonly result: ProgramResult;
  /** A process with the exported script. */
  cold(): Promise<Finished>;
  /** Seconds of estimates in one process. */
  warm(): Promise<readonly number[] | Finished>;
}

/** What a program did, or why it did nothing. */
export type Candidate = Peer | { readonly result: ProgramResult };

const once: Fits = { least: 1, most: 1, seconds: 0 };
const several: Fits = { least: 3, most: 100, seconds: 0.3 };

const nothing = {
  version: null,
  agrees: null,
  maxDifference: null,
  missing: [],
  cold: null,
  warm: null,
  memory: null,
} as const;

/** The code of a model in a program, or why it cannot express the model. */
export type Exported = Needs | { readonly name: ExportProgram; readonly reason: string };

/** @throws InputError `unknown-program`, with what may be meant */
export function exported(name: ExportProgram, model: Model, say: Say): Exported {
  try {
    return { name, script: exportModel(model, name) };
  } catch (error) {
    if (!(error instanceof InputError) || error.code !== 'not-expressed') throw error;
    return { name, reason: say(error.told) };
  }
}

type Say = (told: Told) => string;

/** Runs the model in a program and compares the coefficients. */
export async function findPeer(
  needs: Exported,
  ours: readonly Coefficient[],
  running: Running,
): Promise<Candidate> {
  const { name } = needs;
  const none = (outcome: ProgramResult['outcome'], more: object) => ({
    result: { name, ...nothing, outcome, ...more },
  });
  if (!('script' in needs)) return none('not-expressed', { reason: needs.reason });
  const runtime = runtimeOf(name as ExportProgram);
  const { executable, version } = await installed(runtime, needs, running);
  if (version === undefined) {
    return none('absent', { install: runtime.install(needs, executable !== undefined) });
  }
  const runs = scriptsOf(runtime, executable!, needs, running);
  const first = await runs.timed(once);
  const { heard } = first;
  if (heard.coefficients.length === 0) return none(...failureOf(first.finished));
  const compared = compareCoefficients(ours, heard.coefficients);
  const result = {
    ...none('ran', {}).result,
    version: heard.version ?? version,
    ...compared,
    ...(!compared.agrees && { notes: commentsOf(needs.script) }),
  };
  return {
    result,
    cold: () => runs.cold(),
    async warm() {
      const { heard: again, finished } = await runs.timed(several);
      return again.seconds.length > 0 ? again.seconds : finished;
    },
  };
}

/** The comments at the head of a script: where the program differs. */
function commentsOf(script: string): string[] {
  const lines = script.split('\n').map((line) => /^(?:#|\*|\/\/) (.+)/.exec(line)?.[1]);
  const end = lines.indexOf(undefined);
  return lines.slice(0, end).filter((line) => line !== undefined);
}

/** How a process without coefficients ended, and its last words. */
export function failureOf(
  finished: Finished,
): readonly [ProgramResult['outcome'], { reason: string }] {
  const { isLate, code, killedBy, stdout, stderr } = finished;
  const lines = `${stdout}\n${stderr}`
    .split(/\r?\n/)
    .map((line) =>
      stripVTControlCharacters(line)
        .replace(/\p{Cc}+/gu, ' ')
        .trim(),
    )
    .filter((line) => line !== '' && line !== 'Execution halted' && !line.startsWith(MARK));
  const reason =
    lines.filter((line) => /error|no package|not /i.test(line)).at(-1) ?? lines.at(-1) ?? '';
  if (isLate) return ['late', { reason: '' }];
  return [code === 0 ? 'silent' : 'failed', { reason: reason.slice(0, 200) || (killedBy ?? '') }];
}

interface Installed {
  readonly executable?: string;
  /** Undefined if something that the script needs is absent; empty if the timed script says it. */
  readonly version?: string;
}

/** The first executable on PATH that has what the script needs. */
async function installed(runtime: Runtime, needs: Needs, running: Running): Promise<Installed> {
  const all = runtime.commands.flatMap(onPath);
  const { probe } = runtime;
  for (const executable of all) {
    if (probe === undefined) return { executable, version: '' };
    const { code, stdout } = await runCommand(probe(executable, needs), running);
    if (code === 0) return { executable, version: stdout.trimEnd().split(/\s/).at(-1)! };
  }
  return all.length === 0 ? {} : { executable: all[0]! };
}

interface Timed {
  readonly heard: Heard;
  readonly finished: Finished;
}

interface Scripts {
  cold(): Promise<Finished>;
  timed(fits: Fits): Promise<Timed>;
}

function scriptsOf(runtime: Runtime, executable: string, needs: Needs, running: Running): Scripts {
  const { ending, run, timed, log } = runtime;
  const { folder } = running;
  const pathOf = (kind: string) => join(folder, `${needs.name}-${kind}${ending}`);
  writeFileSync(pathOf('cold'), needs.script);
  const start = (path: string): Promise<Finished> => {
    const command: Command = run(executable, path);
    return runCommand(command, running);
  };
  return {
    cold: () => start(pathOf('cold')),
    async timed(fits) {
      const path = pathOf('warm');
      writeFileSync(path, timed(needs, pathOf('cold'), fits));
      const finished = await start(path);
      const place = log === undefined ? undefined : join(folder, basename(path, ending) + log);
      const text =
        place === undefined ? finished.stdout : await readFile(place, 'utf8').catch(() => '');
      return { heard: heardIn(text), finished: { ...finished, stdout: text } };
    },
  };
}
