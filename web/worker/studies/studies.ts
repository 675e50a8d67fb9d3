/** Studies: a run recomputes what a changed choice touches, and keeps the rest. */
import type { Table } from 'wasmetrics';
import {
  keptResults,
  runStudy,
  type StudyInput,
  type StudyOptions,
  type StudyResult,
} from 'wasmetrics/study';
import { parseDocument } from 'yaml';
import type {
  OpenedStudy,
  ReadStudy,
  StudyFiles,
  StudyRun,
  WrittenStudy,
} from '../../engine/questions/studies.js';
import type { Source } from '../../engine/questions/tables.js';
import type { Running } from '../running.js';
import { edit } from '../edited-yaml.js';
import { rangeOf } from '../period-range.js';
import { readSource } from '../data/read-source.js';

const kept = keptResults();
let tables = new Map<string, Promise<Table>>();
let opened: StudyFiles = { text: '', files: [] };

/** @throws YAMLParseError, InputError */
export async function openStudy({ text, files }: StudyFiles): Promise<OpenedStudy> {
  const document = parseDocument(text);
  const [fault] = document.errors;
  if (fault !== undefined) throw fault;
  const study = document.toJS() as WrittenStudy;
  opened = { text, files };
  tables = new Map(files.map((source) => [source.name, tableOf(source)]));
  const { time } = (study['panel'] ?? {}) as { readonly time?: string };
  const [first] = await Promise.all(tables.values());
  return { study, periods: time === undefined ? undefined : rangeOf(first, time) };
}

const tableOf = ({ name, file, options }: Source) => readSource(file, { ...options, name });

export async function study({ study, only }: StudyRun, { signal }: Running): Promise<ReadStudy> {
  const start = performance.now();
  const result = await run(study, { only, signal });
  const { title, labels, tables: made, claims, failed, warnings, columns } = result;
  const duration = performance.now() - start;
  return { title, labels, tables: made, claims, failed, warnings, columns, duration } as ReadStudy;
}

function run(study: WrittenStudy, options: StudyOptions): Promise<StudyResult> {
  return runStudy(study as unknown as StudyInput, undefined, { ...options, kept, read: fileOf });
}

/** A file that a study reads and nobody opened. */
class MissingFile extends Error {
  override readonly name = 'MissingFile';
}

/** The data that a study names, by the last part of their path. */
const fileOf: NonNullable<StudyOptions['read']> = (place) => {
  const name = 'file' in place ? place.file.split('/').at(-1)! : '';
  return tables.get(name) ?? Promise.reject(new MissingFile(name));
};

/** The report with its figures drawn. */
export async function studyReport(study: WrittenStudy, { signal }: Running): Promise<string> {
  const [result, report] = await Promise.all([run(study, { signal }), import('./report.js')]);
  return report.reportOf(result);
}

/** The study file with a reader's choices, its data and its report in one archive. */
export async function studyArchive(study: WrittenStudy, running: Running): Promise<Uint8Array> {
  const [report, { archiveOf }] = await Promise.all([
    studyReport(study, running),
    import('./archive.js'),
  ]);
  const document = parseDocument(opened.text);
  edit(document, study);
  return archiveOf(document.toString({ lineWidth: 0 }), opened.files, report);
}
