import { dirname } from 'node:path';
import type { Command } from 'commander';
import { EconError, runStudy, type StudyInput, type StudyResult } from '../../bindings/index.js';
import { interruptible } from '../bootstrap/interruptible.js';
import { memoryLimit } from '../bootstrap/bootstrap.js';
import { exitCodes, usage } from '../exit.js';
import { type Host, printError } from '../host.js';
import { inputName, readText } from '../io.js';
import { listed } from '../lists.js';
import { outputHeading, plainHeading, runHeading } from '../report-options.js';
import { workerCount } from '../run.js';
import { studyReader } from '../study/data.js';
import { placedError, type StudySource } from '../study/place.js';
import { printStudy, printStudyJson } from '../study/print.js';
import { studyReporter } from '../study/progress.js';
import { writeOutputs } from '../study/write.js';
import { readYaml } from '../yaml.js';

interface StudyFlags {
  readonly out?: string;
  readonly only?: readonly string[];
  readonly json?: boolean;
  readonly require?: readonly string[];
  readonly workers?: number;
  readonly progress?: boolean;
}

const example = `
Examples, from a checkout:
  npx wasmetrics study examples/provinces/paper.yaml
  npx wasmetrics study examples/provinces/paper.yaml --only T6,F1 --out results --require H1`;

/** `wasmetrics study paper.yaml`: every table, figure and claim of a paper from one file. */
export function addStudy(program: Command, host: Host): void {
  program
    .command('study')
    .description('run a whole paper: its tables, figures and claims, from one file')
    .argument('<file>', 'study file, YAML or JSON, or - for standard input')
    .optionsGroup(outputHeading)
    .option(
      '--out <folder>',
      'folder of the files that the study writes (default: that of the study)',
    )
    .option('--json', 'print the result and errors as JSON')
    .option('--only <names>', 'tables and figures to run, as T5,F1 (default: all)', listed)
    .option('--require <claims>', 'exit with code 8 unless these claims are supported', listed)
    .optionsGroup(runHeading)
    .option(
      '--workers <n>',
      'number of workers; 0 uses the main thread only (default: number of cores)',
      workerCount,
    )
    .option('--progress', 'always report progress; with --json, one JSON object per line')
    .option('--no-progress', 'never report progress')
    .optionsGroup(plainHeading)
    .addHelpText('after', example)
    .action(async (path: string, flags: StudyFlags) => {
      host.exitCode = await run(host, path, flags);
    });
}

async function run(host: Host, path: string, flags: StudyFlags): Promise<number> {
  const source = { name: inputName(path), text: await readText(host, path) };
  const written = readYaml(source.name, source.text) as StudyInput;
  checkRequired(written, flags.require ?? []);
  const result = await inFile(source, () => computed(host, path, written, flags));
  const folder = flags.out ?? (path === '-' ? '.' : dirname(path));
  try {
    const files = await inFile(source, () =>
      writeOutputs(result, written.out ?? {}, { host, folder }),
    );
    if (files.length > 0 && flags.json !== true) printError(host, `wrote ${files.join(', ')}`);
  } finally {
    if (flags.json === true) printStudyJson(host, result);
    else printStudy(host, result, source); // a failed write must not lose it
  }
  return exitCodeOf(result, flags.require ?? []);
}

/** Errors name the line of the file. */
async function inFile<Result>(source: StudySource, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof EconError ? placedError(error, source) : error;
  }
}

async function computed(
  host: Host,
  path: string,
  written: StudyInput,
  { only, workers, json, progress }: StudyFlags,
): Promise<StudyResult> {
  const reporter = studyReporter({ json, progress }, host.stderr);
  try {
    return await interruptible(host, 'stopped before the first table was complete', (signal) =>
      runStudy(written, undefined, {
        ...{ only, workers, signal, memory: memoryLimit() },
        read: studyReader(host, path, { json, progress }),
        onProgress: reporter.update,
      }),
    );
  } finally {
    reporter.done();
  }
}

function checkRequired({ claims }: StudyInput, required: readonly string[]): void {
  const known = Object.keys(claims ?? {});
  const unknown = required.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  throw usage(`--require: expected claims of the study (${known.join(', ')}), found ${unknown}`);
}

function exitCodeOf({ failed, claims }: StudyResult, required: readonly string[]): number {
  if (failed.some(({ error }) => error.code === 'interrupted')) return exitCodes.interrupted;
  if (failed.length > 0) return exitCodes.failedPart;
  const isSupported = (id: string) =>
    claims.some((claim) => claim.id === id && claim.verdict === 'supported');
  return required.every(isSupported) ? exitCodes.ok : exitCodes.notSupported;
}
