import { notices } from '../../../bindings/words/errors/program/notices.js';
import { dirname } from 'node:path';
import { type Command, Option } from 'commander';
import { EconError } from '../../../bindings/index.js';
import {
  defineStudy,
  keptResults,
  runStudy,
  type StudyInput,
  type StudyOptions,
  type StudyResult,
} from '../../../bindings/entries/study.js';
import { misuse } from '../../../bindings/words/errors/program/commands.js';
import { memoryLimit } from '../../bootstrap/bootstrap.js';
import { interruptible } from '../../bootstrap/interruptible.js';
import { putBundle } from '../../bundle/put.js';
import { exitCodes, reportError, usage } from '../../exit.js';
import { type Host, inLanguage, notice, printError } from '../../host.js';
import { inputName, pathFrom, readText } from '../../io.js';
import { listed } from '../../options/lists.js';
import { outputHeading, plainHeading, runHeading } from '../../options/report-options.js';
import { workerCount } from '../../run.js';
import { changedParts, onlyParts } from '../../study/changed-parts.js';
import { keptStorage } from '../../study/cache.js';
import { checkTexts } from '../../study/check-text.js';
import { studyReader, type StudyReader } from '../../study/data.js';
import { afterStop, outcomeOf, wasStopped } from '../../study/outcome.js';
import { checkPackages } from '../../study/packages.js';
import { placedError, type StudySource } from '../../study/place.js';
import { printStudy, printStudyJson, studyWarnings } from '../../study/print.js';
import { studyReporter } from '../../study/progress.js';
import { watching } from '../../study/watch.js';
import { checkStudyOutputs, externalFiles } from '../../study/outputs.js';
import {
  numberWriters,
  resultWriters,
  writeOutputs,
  type Writers,
  writeTexts,
} from '../../study/write.js';
import { readYaml } from '../../yaml.js';

interface StudyFlags {
  readonly out?: string;
  readonly only?: readonly string[];
  readonly json?: boolean;
  readonly require?: readonly string[];
  readonly checkText?: readonly string[];
  readonly watch?: boolean;
  readonly workers?: number;
  readonly progress?: boolean;
  readonly resume?: boolean;
  /** The cache folder, or false for none. */
  readonly cache?: string | boolean;
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
    .option(
      '--check-text <files>',
      'find numbers in these texts that no longer match the study; the exit code is then 8',
      listed,
    )
    .optionsGroup(runHeading)
    .option('--watch', 'run again when the study, its data or its templates change, until Ctrl-C')
    .option('--resume', 'continue bootstraps that were stopped, too')
    .addOption(
      new Option(
        '--cache <folder>',
        "folder that keeps bootstraps and comparisons for the next run (default: the user's cache)",
      ),
    )
    .option('--no-cache', 'compute everything, and keep nothing')
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
      checkTogether(path, flags);
      const session = await openSession(host, path, flags);
      if (flags.watch === true) await watched(session);
      else host.exitCode = await runOnce(session);
    });
}

function checkTogether(path: string, { watch, json, cache, resume, checkText }: StudyFlags): void {
  if (watch === true && path === '-') throw usage(misuse['watch-input']());
  if (watch === true && json === true) {
    throw usage(misuse.together({ option: '--watch', other: '--json' }));
  }
  if (resume === true && cache === false) {
    throw usage(misuse.together({ option: '--resume', other: '--no-cache' }));
  }
  if (checkText !== undefined && json === true) {
    throw usage(misuse['check-text']());
  }
}

/** A study file, and the objects that its runs share. */
interface Session {
  readonly host: Host;
  readonly path: string;
  readonly flags: StudyFlags;
  readonly reader: StudyReader;
  readonly options: StudyOptions;
}

async function openSession(host: Host, path: string, flags: StudyFlags): Promise<Session> {
  const { only, workers, json, progress, cache, resume, require: required } = flags;
  const reader = studyReader(host, path, { json, progress });
  const isAlone = host.distributed === undefined; // a job folder stores its results itself
  const options: StudyOptions = {
    only,
    required,
    workers,
    resume,
    memory: memoryLimit(),
    read: reader.read,
    readDocument: reader.readDocument,
    kept: keptResults(),
    runner: host.distributed?.runner,
    ...(isAlone && { storage: await keptStorage(host, cache) }),
  };
  return { host, path, flags, reader, options };
}

/** A study that ran, with its file. */
interface Ran {
  readonly source: StudySource;
  readonly written: StudyInput;
  readonly result: StudyResult;
}

async function runOnce(session: Session): Promise<number> {
  const { host, path, flags } = session;
  const source = { name: inputName(path), text: await readText(host, path) };
  const made = await ran(session, source);
  let { result } = made;
  const isStopped = wasStopped(result);
  try {
    if (!isStopped && host.distributed?.endsEarly !== true) {
      result = await writeFiles(session, made);
    }
    if (host.distributed?.endsEarly === true) planTemplates(session, made);
  } finally {
    if (flags.json === true) printStudyJson(host, result);
    else printStudy(host, result, source); // printed even if writing fails
    if (host.stdout.isTTY !== true) {
      for (const text of studyWarnings(result)) printError(host, text); // nobody sees a file
    }
  }
  if (isStopped) notice(host, afterStop(path, flags.cache));
  const texts = isStopped ? [] : (flags.checkText ?? []);
  const findings = await checkTexts(host, result, texts, false);
  const code = outcomeOf(host, result, flags.require ?? []);
  return code === exitCodes.ok && findings > 0 ? exitCodes.notSupported : code;
}

async function ran(session: Session, source: StudySource): Promise<Ran> {
  const { host, path } = session;
  const written = readYaml(source.name, source.text) as StudyInput;
  return inFile(source, async () => {
    defineStudy(written);
    const folder = outputFolder(session);
    const texts = session.flags.checkText ?? [];
    await checkStudyOutputs(host, written, { folder, path, kinds: outputKinds, texts });
    await checkPackages(written, session.flags.only);
    return { source, written, result: await computed(session, written) };
  });
}

const writers: Writers = {
  ...resultWriters,
  /** The bundle runs the study again, on copies of its files and without cached results. */
  bundle: ({ host, name }, path) =>
    putBundle(host, name, { venue: 'plain', data: 'original', out: path, overwrite: true }),
};

const outputKinds = { keys: Object.keys(writers), numbers: Object.keys(numberWriters) };

function outputFolder({ flags, path }: Session): string {
  return flags.out ?? baseOf(path);
}

const baseOf = (path: string) => (path === '-' ? '.' : dirname(path));

/**
 * Reads the templates for a plan. Normally they are read after the run, which a sample does not finish, so the plan
 * would miss them.
 */
function planTemplates({ host, path }: Session, { written }: Ran): void {
  const { text = [] } = written;
  const base = baseOf(path);
  const templates = [text].flat().map((template) => pathFrom(base, template));
  for (const file of [...templates, ...externalFiles(written, base)]) host.distributed!.input(file);
}

/** Writes the outputs. A template that cannot be filled is added to `failed`, because its numbers may have failed. */
async function writeFiles(
  session: Session,
  { source, written, result }: Ran,
): Promise<StudyResult> {
  const { host, path, flags } = session;
  const target = {
    host,
    study: written,
    result,
    name: path,
    base: baseOf(path),
    folder: outputFolder(session),
  };
  const files = [...(await inFile(source, () => writeOutputs(target, writers)))];
  let whole = result;
  try {
    if (flags.only === undefined) files.push(...(await writeTexts(target)));
    else if (written.text !== undefined) notice(host, notices.text());
  } catch (error) {
    if (!(error instanceof EconError)) throw error;
    const { code, message } = error;
    const entry = { id: 'text', error: { code, message, path: 'text' } };
    whole = { ...result, failed: [...result.failed, entry] };
  }
  if (files.length > 0 && flags.json !== true) notice(host, notices.wrote({ files }));
  return whole;
}

/** Errors of `work` name the line of the file. */
async function inFile<Result>(source: StudySource, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof EconError ? placedError(error, source) : error;
  }
}

async function computed(session: Session, written: StudyInput): Promise<StudyResult> {
  const { host, flags, options } = session;
  const reporter = studyReporter(flags, host.stderr, inLanguage(host));
  try {
    return await interruptible(host, 'table', (signal) =>
      runStudy(written, undefined, { ...options, signal, onProgress: reporter.update }),
    );
  } finally {
    reporter.done();
  }
}

/** Runs the study after each change and prints what differs from the previous run. */
async function watched(session: Session): Promise<void> {
  const { host, path, reader } = session;
  const before = new Map<string, string>();
  let isFirst = true;
  await watching(host, async () => {
    const start = performance.now();
    const files = [path, ...reader.files];
    try {
      const source = { name: path, text: await readText(host, path) };
      const made = await ran(session, source);
      const { written } = made;
      const result = await writeFiles(session, made);
      const changed = changedParts(result, before);
      printStudy(host, isFirst ? result : onlyParts(result, changed), source);
      const seconds = ((performance.now() - start) / 1000).toFixed(2);
      notice(host, notices.watched({ seconds, changed: [...changed], path }));
      isFirst = false;
      const templates = [written.text ?? []].flat().map((file) => pathFrom(baseOf(path), file));
      return [...new Set([...files, ...reader.files, ...templates])];
    } catch (error) {
      reportError(error, false, host);
      return files;
    }
  });
}
