/** Runs a study and writes its outputs for a bundle: one file for each table, figure, number and text. */
import { cpus, release, totalmem, type } from 'node:os';
import { dirname, join } from 'node:path';
import { EconError, InputError } from '../../bindings/index.js';
import type { RunRecord } from '../../bindings/entries/bundle.js';
import { renderTable, renderFigure } from '../../bindings/entries/report.js';
import {
  defineStudy,
  numbersOf,
  runStudy,
  type StudyInput,
  type StudyOutputs,
  type StudyResult,
  writeJsonNumbers,
} from '../../bindings/entries/study.js';
import { outputNoName, outputTwice } from '../../bindings/words/errors/program/bundles.js';
import { memoryLimit } from '../bootstrap/bootstrap.js';
import { interruptible } from '../bootstrap/interruptible.js';
import { exitCodes } from '../exit.js';
import { makeFolder, writeWhole } from '../files/files.js';
import { type Host, locate, inLanguage } from '../host.js';
import { readText } from '../io.js';
import { studyReader } from '../study/data.js';
import { placedError, type StudySource } from '../study/place.js';
import { printStudy, studyJson, titledTable } from '../study/print.js';
import { studyReporter } from '../study/progress.js';
import { resultWriters, writeOutputs, writeTexts } from '../study/write.js';
import { readYaml } from '../yaml.js';
import { filledName, studyInputs } from '../study/outputs.js';
import { checkOtherFiles, type Paths } from '../files/outputs.js';
import { checkFolder } from './files.js';

export interface OutputFlags {
  readonly workers?: number | undefined;
  readonly json?: boolean | undefined;
  readonly progress?: boolean | undefined;
  /** File to write the measurements of the run to. */
  readonly measure?: string | undefined;
}

/** Runs the study at `path` and writes its outputs to `folder`. Returns the exit code. */
export async function writeStudyOutputs(
  host: Host,
  path: string,
  folder: string,
  flags: OutputFlags,
): Promise<number> {
  const started = new Date();
  const source = { name: path, text: await readText(host, path) };
  const study = readYaml(path, source.text) as StudyInput;
  const out = outputsOf(study, source);
  await checkFolder(host, folder);
  const inputs = studyInputs(study, path);
  // Each by itself: links of an earlier run to one file are replaced, not written through.
  for (const file of namesOf(study, out, folder)) await checkOtherFiles(host, [file], inputs);
  await checkOtherFiles(host, [['--measure', flags.measure]], inputs);
  let result = await runStudyAt(host, source, study, flags);
  const files = new Map<string, string>(await standardFiles(result));
  for (const [name, text] of files) await writeText(host, join(folder, name), text);
  result = await writeNamed(host, { path, folder, study, out, result });
  await writeText(host, join(folder, 'results.json'), `${studyJson(result)}\n`);
  await writeText(host, join(folder, 'report.txt'), reportOf(result, source));
  if (flags.measure !== undefined) {
    await writeText(host, flags.measure, `${JSON.stringify(recordOf(started), null, 2)}\n`);
  }
  return result.failed.length > 0 ? exitCodes.failedPart : exitCodes.ok;
}

/** The files of `out`, by their paths inside the bundle; errors name the line of the study. */
function outputsOf(study: StudyInput, source: StudySource): StudyOutputs {
  try {
    defineStudy(study);
    return outputsInside(study);
  } catch (error) {
    throw error instanceof EconError ? placedError(error, source) : error;
  }
}

async function runStudyAt(
  host: Host,
  source: StudySource,
  study: StudyInput,
  flags: OutputFlags,
): Promise<StudyResult> {
  const { read } = studyReader(host, source.name, flags);
  const reporter = studyReporter(flags, host.stderr, inLanguage(host));
  const options = { read, workers: flags.workers, memory: memoryLimit() };
  try {
    return await interruptible(host, 'table', (signal) =>
      runStudy(study, undefined, { ...options, signal, onProgress: reporter.update }),
    );
  } catch (error) {
    throw error instanceof EconError ? placedError(error, source) : error;
  } finally {
    reporter.done();
  }
}

/** One file per table and figure, and a file of the named numbers. */
async function standardFiles(result: StudyResult): Promise<[name: string, text: string][]> {
  const files: [string, string][] = [];
  for (const [id, table] of Object.entries(result.tables)) {
    const titled = titledTable(id, table);
    files.push([`tables/${id}.md`, `${renderTable(titled, 'markdown')}\n`]);
    files.push([`tables/${id}.csv`, `${renderTable(titled, 'csv')}\n`]);
  }
  for (const [id, figure] of Object.entries(result.figures)) {
    files.push([`figures/${id}.svg`, `${await renderFigure(figure, 'svg')}\n`]);
    files.push([`figures/${id}.json`, `${JSON.stringify(figure.spec, null, 2)}\n`]);
  }
  files.push(['numbers.json', writeJsonNumbers(numbersOf(result))]);
  return files;
}

/** The files that a study writes to the folder, with the option that names it. */
function namesOf(
  { tables = {}, figures = {} }: StudyInput,
  out: StudyOutputs,
  folder: string,
): Paths {
  const endings = (kind: string, ids: object, both: readonly string[]) =>
    Object.keys(ids).flatMap((id) => both.map((ending) => join(kind, `${id}.${ending}`)));
  const named = Object.values(out as Readonly<Record<string, string | readonly string[]>>).flat();
  const files = [
    ...endings('tables', tables, ['md', 'csv']),
    ...endings('figures', figures, ['svg', 'json']),
    'numbers.json',
    'results.json',
    'report.txt',
    ...named.map((name) => join('paper', name)),
  ];
  return files.map((name) => ['--out', join(folder, name)] as const);
}

interface Named {
  readonly path: string;
  readonly folder: string;
  readonly study: StudyInput;
  /** The files of `out`, by their paths inside the bundle. */
  readonly out: StudyOutputs;
  readonly result: StudyResult;
}

/**
 * The files of `out` and `text`, in the folder `paper/` of the outputs. A text that cannot be filled counts as a
 * failure.
 */
async function writeNamed(
  host: Host,
  { path, folder, study, out, result }: Named,
): Promise<StudyResult> {
  const target = { host, result, base: dirname(path), folder: join(folder, 'paper'), name: path };
  await writeOutputs({ ...target, study: { ...study, out } }, resultWriters);
  try {
    await writeTexts({ ...target, study }, insidePath);
    return result;
  } catch (error) {
    if (!(error instanceof EconError)) throw error;
    const { code, message } = error;
    const failed = { id: 'text', error: { code, message, path: 'text' } };
    return { ...result, failed: [...result.failed, failed] };
  }
}

async function writeText(host: Host, path: string, text: string): Promise<void> {
  await makeFolder(dirname(locate(host, path)));
  await writeWhole(host, path, [text]);
}

/** What `wasmetrics study` prints. */
function reportOf(result: StudyResult, source: StudySource): string {
  let text = '';
  const stdout = { write: (part: string) => (text += part) };
  printStudy({ stdout } as unknown as Host, result, source);
  return text;
}

function recordOf(started: Date): RunRecord {
  const ended = new Date();
  const cores = cpus();
  const time = (date: Date) => date.toISOString().replace(/\.\d+Z$/, 'Z');
  const kilobytes = process.resourceUsage().maxRSS;
  return {
    started: time(started),
    ended: time(ended),
    seconds: process.uptime(),
    peakBytes: kilobytes * 1024,
    cpu: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memoryBytes: totalmem(),
    system: `${type()} ${release()}`,
    node: process.versions.node,
  };
}

/** The path without drives, roots and `..`, which could lead out of a folder on this or another system. */
export function insidePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.replace(/^[a-z]:/i, '').split(/[\\/]/)) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/**
 * The outputs of a study by their paths in a bundle.
 *
 * @throws InputError `bad-value` for a path without a file name, `file-in-use` for two outputs with the same path
 */
function outputsInside({ out = {}, text = [] }: StudyInput): StudyOutputs {
  const used = new Map<string, string>();
  const inside = (key: string, path: string) => {
    const kept = insidePath(path);
    const other = used.get(kept);
    if (kept === '' || other !== undefined) throw refused(key, path, other);
    used.set(kept, `${key} (${path})`);
    return kept;
  };
  const written = Object.entries(out as Readonly<Record<string, string | readonly string[]>>);
  const entries = written.flatMap(([key, value]) => {
    if (key === 'bundle') return [];
    const paths = [value].flat().map((path) => inside(`out.${key}`, path));
    return [[key, typeof value === 'string' ? paths[0] : paths] as const];
  });
  for (const template of [text].flat()) inside('text', filledName(template));
  return Object.fromEntries(entries) as StudyOutputs;
}

function refused(key: string, path: string, other: string | undefined): InputError {
  const inside = { path: key, found: path };
  const told = other === undefined ? outputNoName(inside) : outputTwice({ ...inside, other });
  return new InputError(told, { of: 'study', key });
}
