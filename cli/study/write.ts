/** Writes the files named by `out` and `text` of a study. */
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { InputError } from '../../bindings/index.js';
import {
  type FigureFormat,
  type PaperTable,
  renderFigure,
  renderTable,
  renderTables,
  type TableFormat,
  tableFormats,
  tableFormatWarnings,
} from '../../bindings/entries/report.js';
import {
  fillTemplate,
  numbersOf,
  type ProseFormat,
  studyHtml,
  type StudyInput,
  type StudyNumbers,
  type StudyOutputs,
  type StudyResult,
  writeJsonNumbers,
  writeLatexNumbers,
  writeTypstNumbers,
} from '../../bindings/entries/study.js';
import { failuresTable } from '../../bindings/paper/study/failures-table.js';
import { makeOutputFolder, writeWhole } from '../files/files.js';
import { type Host, printError } from '../host.js';
import { pathFrom, readText } from '../io.js';
import { figureFolders, filledName, outputError, outputPaths } from './outputs.js';
import { studyJson, titledTable } from './print.js';

/** A finished study and its place. */
export interface Written {
  readonly host: Host;
  readonly study: StudyInput;
  readonly result: StudyResult;
  /** The study file's folder, and the folder of its outputs. */
  readonly base: string;
  readonly folder: string;
  /** The name of the study file. */
  readonly name: string;
}

type Write = (written: Written, path: string) => Promise<void>;

/** Writes tables below each other, or all into one file. */
function tables(format: TableFormat): Write {
  return async ({ host, result }, path) => {
    const titled = Object.fromEntries(
      Object.entries(result.tables).map(([id, table]) => [id, titledIn(format, id, table)]),
    );
    const failures = failuresTable(result);
    if (failures !== undefined) titled[freeName(titled)] = failures;
    if (format === 'png') {
      await makeOutputFolder(host, path);
      for (const [id, table] of Object.entries(titled)) {
        await writeWhole(host, join(path, `${id}.png`), [await renderTable(table, format)]);
      }
      return;
    }
    const written = await renderTables(titled, format);
    return writeWhole(host, path, typeof written === 'string' ? [written, '\n'] : [written]);
  };
}

/** A name for the table of failures that no table of the study has. */
function freeName(tables: object, name = 'failed'): string {
  return Object.hasOwn(tables, name) ? freeName(tables, `${name}_`) : name;
}

/** Leaves out the table's number in LaTeX, Typst and Quarto, which number tables themselves. */
function titledIn(format: TableFormat, id: string, table: PaperTable): PaperTable {
  return ['latex', 'typst', 'quarto'].includes(format) ? table : titledTable(id, table);
}

async function drawingsOf({ figures }: StudyResult): Promise<[id: string, svg: string][]> {
  const drawings: [string, string][] = [];
  for (const [id, figure] of Object.entries(figures)) {
    drawings.push([id, await renderFigure(figure, 'svg')]);
  }
  return drawings;
}

/** Writes a file for each figure. */
function figures(format: 'svg' | 'png' | 'pdf'): Write {
  return async ({ host, result }, path) => {
    await makeOutputFolder(host, path);
    for (const [id, figure] of Object.entries(result.figures)) {
      const drawn = await renderFigure(figure, format as FigureFormat);
      const parts = typeof drawn === 'string' ? [drawn, '\n'] : [drawn];
      await writeWhole(host, join(path, `${id}.${format}`), parts);
    }
  };
}

const html: Write = async ({ host, result, study, name }, path) => {
  const models = result.places.map(({ id, model }) => [
    id,
    stringify(model, { aliasDuplicateObjects: false }),
  ]);
  const { data } = study;
  const page = studyHtml(result, {
    drawings: Object.fromEntries(await drawingsOf(result)),
    modelFiles: Object.fromEntries(models) as Record<string, string>,
    file: name,
    ...(typeof data === 'string' && { data }),
  });
  await writeWhole(host, path, [page]);
};

const json: Write = async ({ host, result }, path) =>
  writeWhole(host, path, [studyJson(result), '\n']);

type WriteNumbers = (numbers: StudyNumbers) => string;
/** Writers of numbers by extension. */
export const numberWriters: Readonly<Record<string, WriteNumbers>> = {
  tex: writeLatexNumbers,
  typ: writeTypstNumbers,
  json: writeJsonNumbers,
};

const numbers: Write = async ({ host, result }, path) => {
  const ending = path.split('.').at(-1)!.toLowerCase();
  const writer = numberWriters[ending];
  if (writer === undefined) {
    throw outputError('numbers', { expected: 'numbers', found: path });
  }
  await writeWhole(host, path, [writer(numbersOf(result))]);
};

/** A writer for each key of `out`; a key without a writer is refused before the run. */
export type Writers = Readonly<Partial<Record<keyof StudyOutputs, Write>>>;

/** The writers that need only the result; a bundle needs the study. */
export const resultWriters: Writers = {
  ...Object.fromEntries(tableFormats.map((format) => [format, tables(format)])),
  html,
  json,
  ...Object.fromEntries(
    Object.entries(figureFolders).map(([key, format]) => [key, figures(format)]),
  ),
  numbers,
};

/** Writes all files. Returns their paths. */
export async function writeOutputs(written: Written, writers: Writers): Promise<readonly string[]> {
  const { host, study, folder } = written;
  const paths = outputPaths(study, folder).filter(([key]) => key !== 'text');
  const formats = tableFormats.filter((format) => paths.some(([key]) => key === format));
  for (const [id, table] of Object.entries(written.result.tables)) {
    for (const text of tableFormatWarnings(table, formats, id)) printError(host, text);
  }
  for (const [key, path] of paths) {
    const write = writers[key as keyof StudyOutputs];
    if (write === undefined) {
      throw outputError(key, { expected: 'writable', found: key });
    }
    await makeOutputFolder(host, dirname(path));
    await write(written, path);
  }
  return paths.map(([, path]) => path);
}

const proseFormats: Readonly<Record<string, ProseFormat>> = {
  md: 'markdown',
  qmd: 'markdown',
  tex: 'latex',
  html: 'html',
  htm: 'html',
  typ: 'typst',
};

/** Fills the templates. Returns the paths of the texts. `kept` gives the path below the folder of outputs. */
export async function writeTexts(
  { host, study: { text = [] }, result, base, folder }: Written,
  kept: (path: string) => string = (path) => path,
): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const template of [text].flat()) {
    const source = pathFrom(base, template);
    const path = pathFrom(folder, kept(filledName(template)));
    const format = proseFormats[path.split('.').at(-1)!.toLowerCase()] ?? 'text';
    const filled = await filledText(host, source, result, format);
    await makeOutputFolder(host, dirname(path));
    await writeWhole(host, path, [filled]);
    paths.push(path);
  }
  return paths;
}

/** Fills a template; errors name its file before the line. */
async function filledText(
  host: Host,
  source: string,
  result: StudyResult,
  format: ProseFormat,
): Promise<string> {
  const template = await readText(host, source);
  try {
    return fillTemplate(template, numbersOf(result), { format });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw error.retold({ of: source, detail: { ...error.detail, file: source } });
  }
}
