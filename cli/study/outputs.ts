/** The files named by `out` and `text` of a study, and their check before the run. */
import { notices } from '../../bindings/words/errors/program/notices.js';
import { existsSync } from 'node:fs';
import { EconError, InputError } from '../../bindings/index.js';
import type { DataPlace } from '../../bindings/entries/data.js';
import type { StudyInput } from '../../bindings/entries/study.js';
import * as said from '../../bindings/words/errors/program/study.js';
import { filesOfPlace, otherFiles } from '../data/inputs.js';
import { makeOutputFolder } from '../files/files.js';
import { pathFrom } from '../io.js';
import { checkOutputs, type Paths, pathWithoutLinks } from '../files/outputs.js';
import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { type Host, locate, notice } from '../host.js';

type WithoutPath<Output> = Output extends said.StudyOutput ? Omit<Output, 'path'> : never;

export function outputError(key: string, output: WithoutPath<said.StudyOutput>): InputError {
  const path = `out.${key}`;
  return new InputError(said.badOutput({ path, ...output }), { of: 'study', key: path });
}

/** The files of `out` by their keys, relative to the current folder. */
export function outputPaths(
  { out = {}, text = [] }: StudyInput,
  folder: string,
): readonly (readonly [key: string, path: string])[] {
  const files = Object.entries(out as Readonly<Record<string, string | readonly string[]>>);
  return [
    ...files.flatMap(([key, value]) =>
      [value].flat().map((path) => [key, pathFrom(folder, path)] as const),
    ),
    ...[text].flat().map((path) => ['text', pathFrom(folder, filledName(path))] as const),
  ];
}

/** `results.md` for the template `results.md.tmpl`. */
export function filledName(template: string): string {
  if (/.\.tmpl$/.test(template)) return template.replace(/\.tmpl$/, '');
  const told = said.badTemplate({ path: 'text', found: template });
  throw new InputError(told, { of: 'study', key: 'text' });
}

/** The input files of a study: the study itself, its data, appended and merged files and templates. */
export function studyInputs(study: StudyInput, path: string): Paths {
  const base = path === '-' ? '.' : dirname(path);
  const { data, text = [] } = study;
  return [
    ['the study', path],
    ...(data === undefined ? [] : filesOfPlace('the data', data as DataPlace | string, base)),
    ...otherFiles(study, base),
    ...[text].flat().map((one) => ['a template', pathFrom(base, one)] as const),
    ...externalFiles(study, base).map((file) => ['coefficients', file] as const),
  ];
}

/** The files with coefficients of other programs that tables name, from the current folder. */
export function externalFiles({ tables }: StudyInput, base: string): string[] {
  const places = Object.values(tables ?? {}).flatMap((table) =>
    'external' in table ? [table.external ?? []].flat() : [],
  );
  return places.flatMap((place) => {
    const file = typeof place === 'string' ? place : 'file' in place ? place.file : undefined;
    return file === undefined ? [] : [pathFrom(base, file)];
  });
}

export interface OutputKinds {
  /** Keys of `out` that can be written. */
  readonly keys: readonly string[];
  /** Extensions of files of numbers. */
  readonly numbers: readonly string[];
}

interface StudyFiles {
  readonly folder: string;
  readonly path: string;
  readonly kinds: OutputKinds;
  /** Texts whose numbers are checked. */
  readonly texts: readonly string[];
}

/**
 * Makes the folders of the outputs, and throws unless each output can be written. `path` is the path of the study.
 *
 * @throws InputError `bad-value`, `file-in-use`, `file-not-writable`, `bundle-outside`, each with the key of the study
 */
export async function checkStudyOutputs(
  host: Host,
  study: StudyInput,
  { folder, path, kinds, texts }: StudyFiles,
): Promise<void> {
  const outputs = outputPaths(study, folder);
  for (const [key, file] of outputs) {
    if (key === 'text') continue;
    if (!kinds.keys.includes(key)) {
      throw outputError(key, { expected: 'key', keys: kinds.keys, found: key });
    }
    if (key === 'bundle' && host.distributed !== undefined) {
      throw outputError('bundle', { expected: 'no-bundle', found: file });
    }
    const ending = file.split('.').at(-1)!.toLowerCase();
    if (key === 'numbers' && !kinds.numbers.includes(ending)) {
      const endings = kinds.numbers.map((one) => `.${one}`);
      throw outputError('numbers', { expected: 'ending', endings, found: file });
    }
  }
  const places = outputs.map(([key, file]) => [placeOf(key), file] as const);
  await checkOutside(host, places, { folder, path });
  const files = outputs.filter(isFile);
  try {
    for (const [key, file] of files) await makeFolderOf(host, key, file);
    const named = [...files, ...figureFiles(host, study, outputs)].map(
      ([key, file]) => [placeOf(key), file] as const,
    );
    const checked = texts.map((text) => ['a text that is checked', text] as const);
    await checkOutputs(host, named, [...studyInputs(study, path), ...checked]);
  } catch (error) {
    throw withKey(error, files);
  }
}

/** Folders of figures, with the format of the files in each. */
export const figureFolders: Readonly<Record<string, 'svg' | 'png' | 'pdf'>> = {
  figures: 'svg',
  figuresPng: 'png',
  figuresPdf: 'pdf',
};

/** The existing files in the folder of figures; only these could be an input. */
function figureFiles(
  host: Host,
  { figures = {} }: StudyInput,
  outputs: readonly (readonly [key: string, path: string])[],
): readonly (readonly [key: string, path: string])[] {
  return outputs.flatMap(([key, folder]) =>
    !Object.hasOwn(figureFolders, key)
      ? []
      : Object.keys(figures)
          .map((id) => join(folder, `${id}.${figureFolders[key]!}`))
          .filter((file) => existsSync(locate(host, file)))
          .map((file) => [key, file] as const),
  );
}

/** True for outputs that are files, not folders. */
function isFile([key, path]: readonly [key: string, path: string]): boolean {
  const isFolder = key === 'png' || Object.hasOwn(figureFolders, key);
  return !isFolder && (key !== 'bundle' || path.toLowerCase().endsWith('.zip'));
}

async function makeFolderOf(host: Host, key: string, file: string): Promise<void> {
  try {
    await makeOutputFolder(host, dirname(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isFile = code === 'EEXIST' || code === 'ENOTDIR';
    const reason = isFile ? undefined : (code ?? String(error));
    const told = said.folderNotMade({ path: placeOf(key), found: file, reason });
    throw new InputError(told, { of: 'study', key: placeOf(key) });
  }
}

const placeOf = (key: string) => (key === 'text' ? 'text' : `out.${key}`);

/** The error with the key of the file that it is about. */
function withKey(
  error: unknown,
  files: readonly (readonly [key: string, file: string])[],
): unknown {
  if (!(error instanceof EconError)) return error;
  const { option, file: name } = error.detail;
  const [key] = files.find(([one, file]) => placeOf(one) === option || file === name) ?? [];
  if (key === undefined) return error;
  const place = typeof option === 'string' ? option : placeOf(key);
  const { of } = error.telling;
  return error.retold({
    of: of === place || of === undefined ? 'study' : `study: ${place}: ${of}`,
    ...(of === place || of === undefined ? { key: place } : {}),
    detail: { ...error.detail, path: place },
  });
}

/**
 * Outputs of a study outside its folder. They are announced before the run, and refused in a bundle, which may come
 * from somebody else.
 */
interface StudyPlace {
  /** The folder of the outputs, and the path of the study. */
  readonly folder: string;
  readonly path: string;
}

/**
 * Reports files that are outside the folder of the outputs, by their path or through a link.
 *
 * @throws InputError `bundle-outside` if the study is in a bundle
 */
async function checkOutside(
  host: Host,
  files: readonly (readonly [place: string, file: string])[],
  { folder, path }: StudyPlace,
): Promise<void> {
  const root = await pathWithoutLinks(locate(host, folder));
  const outside: (typeof files)[number][] = [];
  for (const entry of files) {
    const place = await pathWithoutLinks(locate(host, entry[1]));
    if (!isInside(root, place)) outside.push(entry);
  }
  const [first] = outside;
  if (first === undefined) return;
  if (path !== '-' && (await isInBundle(await pathWithoutLinks(locate(host, path))))) {
    const [place, file] = first;
    const told = said.outsideBundle({ path: place, found: file, folder });
    throw new InputError(told, { of: 'study', key: place });
  }
  if (host.distributed !== undefined) return; // a job folder decides where outputs go
  const named = outside.map(([place, file]) => `${place} (${file})`).join(', ');
  notice(host, notices.outside({ folder, files: named }), 'wasmetrics: ');
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** True for a path below the folders `study` and `synthetic` of a bundle. */
async function isInBundle(path: string): Promise<boolean> {
  for (let inner = dirname(path); dirname(inner) !== inner; inner = dirname(inner)) {
    const isStudies = /[\\/](study|synthetic)$/.test(inner);
    const facts =
      isStudies && (await stat(join(inner, '..', 'bundle.json')).catch(() => undefined));
    if (facts) return true;
  }
  return false;
}
