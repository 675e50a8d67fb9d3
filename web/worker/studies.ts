/** Studies: a run recomputes what a changed choice touches, and keeps the rest. */
import type { Table } from 'wasmetrics';
import { readTable } from 'wasmetrics/data';
import { keptResults, runStudy, type StudyInput } from 'wasmetrics/study';
import { parseDocument } from 'yaml';
import type { ReadStudy, StudyFiles, StudyRun, WrittenStudy } from '../engine/questions/studies.js';
import type { Source } from '../engine/questions/tables.js';
import type { Running } from './answers.js';

const kept = keptResults();
const tables = new Map<string, Promise<Table>>();

export function openStudy({ text, files }: StudyFiles): WrittenStudy {
  tables.clear();
  for (const source of files) tables.set(source.name, tableOf(source));
  return parseDocument(text).toJS() as WrittenStudy;
}

const tableOf = ({ name, file, options }: Source) => readTable(file, { ...options, name });

export async function study({ study, only }: StudyRun, { signal }: Running): Promise<ReadStudy> {
  const start = performance.now();
  const read = ({ file }: { readonly file?: string }) => fileOf(file ?? '');
  const input = study as unknown as StudyInput;
  const result = await runStudy(input, undefined, { only, kept, signal, read: read as never });
  const { title, labels, tables: made, claims, failed, warnings, columns } = result;
  const duration = performance.now() - start;
  return { title, labels, tables: made, claims, failed, warnings, columns, duration } as ReadStudy;
}

/** The data that the study names, by the last part of the path. */
function fileOf(path: string): Promise<Table> {
  const name = path.split('/').at(-1)!;
  const table = tables.get(name);
  return table ?? Promise.reject(new Error(`${name} is not among the files of the study`));
}
