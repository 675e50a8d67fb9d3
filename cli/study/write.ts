/** Writes the files that `out` of a study names. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  InputError,
  type PaperTable,
  render,
  renderFigure,
  type StudyOutputs,
  type StudyResult,
  type TextFormat,
} from '../../bindings/index.js';
import { writeWhole } from '../files.js';
import { type Host, locate } from '../host.js';
import { pathFrom } from '../io.js';
import { studyJson, titledTable } from './print.js';

/** Where a study writes, relative to the folder of its file or of `--out`. */
export interface Target {
  readonly host: Host;
  readonly folder: string;
}

type Write = (result: StudyResult, path: string, target: Target) => Promise<void>;

/** Tables below each other in a format of texts. */
function texts(format: TextFormat): Write {
  return async ({ tables }, path, { host }) => {
    const parts = Object.entries(tables).map(([id, table]) =>
      render(titled(format, id, table), format, { label: `tab:${id}` }),
    );
    await writeWhole(host, path, [parts.join('\n\n'), '\n']);
  };
}

/** LaTeX and Typst number tables themselves. */
function titled(format: TextFormat, id: string, table: PaperTable): PaperTable {
  return ['latex', 'typst', 'quarto'].includes(format) ? table : titledTable(id, table);
}

const figures: Write = async (result, path, { host }) => {
  await mkdir(locate(host, path), { recursive: true });
  for (const [id, figure] of Object.entries(result.figures)) {
    await writeWhole(host, join(path, `${id}.svg`), [await renderFigure(figure, 'svg'), '\n']);
  }
};

const json: Write = async (result, path, { host }) =>
  writeWhole(host, path, [studyJson(result), '\n']);

/** What writes each key of `out`. */
const writers: Readonly<Partial<Record<keyof StudyOutputs, Write>>> = {
  markdown: texts('markdown'),
  latex: texts('latex'),
  typst: texts('typst'),
  quarto: texts('quarto'),
  csv: texts('csv'),
  html: texts('html'),
  json,
  figures,
};

/** The files of `out` from the present folder, by their keys. */
export function outputPaths(
  out: StudyOutputs,
  folder: string,
): readonly (readonly [key: keyof StudyOutputs, path: string])[] {
  return Object.entries(out).flatMap(([key, value]) =>
    [value as string | readonly string[]]
      .flat()
      .map((path) => [key as keyof StudyOutputs, pathFrom(folder, path)] as const),
  );
}

/** @throws InputError `not-written` for a key that nothing writes; as `writeWhole` */
export async function writeOutputs(
  result: StudyResult,
  out: StudyOutputs,
  target: Target,
): Promise<readonly string[]> {
  const paths = outputPaths(out, target.folder);
  for (const [key, path] of paths) {
    const write = writers[key];
    if (write === undefined) {
      const message = `study: out.${key}: expected an output that this version writes, found ${key}; leave it out`;
      throw new InputError('bad-value', message, { path: `out.${key}` });
    }
    await mkdir(locate(target.host, dirname(path)), { recursive: true });
    await write(result, path, target);
  }
  return paths.map(([, path]) => path);
}
