/** What a study names: the files that a bundle must hold, and the tables, figures, texts and claims that it makes. */
import { InputError } from '../../core/errors/errors.js';
import { badArgument } from '../../core/arguments/arguments.js';
import type { DataFile, DataPlace } from '../../models/schema/data-keys.js';
import { readStudy } from '../study/file/read.js';
import type { StudyInput } from '../study/file/input.js';
import type { Study } from '../study/file/study.js';
import { type BundleItem, folders } from './facts.js';
import { pathOfStudy } from '../../words/expectations/paper/reports.js';
import * as said from '../../words/errors/paper/bundles.js';

/** A file that the study names. */
export interface NamedFile {
  /** The key, such as `merge[0].file`. */
  readonly key: string;
  /** As the study names it, relative to its folder. */
  readonly written: string;
  /** The path in the bundle. */
  readonly path: string;
}

/** A data file, and how the study reads it. */
export interface NamedData extends NamedFile {
  readonly place: DataFile;
}

export interface BundlePlan {
  readonly title?: string;
  /** The path of the study in the bundle. */
  readonly study: string;
  readonly data: readonly NamedData[];
  /** Templates of prose, and coefficients of other programs. */
  readonly templates: readonly NamedFile[];
  readonly items: readonly Omit<BundleItem, 'files'>[];
}

/**
 * The files and items of a study. `path` is the path of the study file with `/` between folders: where the study names
 * files in a folder above it, the bundle keeps the names of the folders between. In a bundle, `path` starts with `study/`
 * or `synthetic/`, and a file outside that folder is refused.
 *
 * @throws InputError `bundle-outside` for absolute paths and files outside a bundle, `bundle-path` for backslashes, `bundle-query` for data of a query,
 *   `no-data`; as `defineStudy`
 */
export function planBundle(study: StudyInput, path: string): BundlePlan {
  if (typeof path !== 'string' || path === '') {
    throw badArgument('planBundle', 'path', pathOfStudy(), path);
  }
  const read = readStudy(study);
  const data = dataPlaces(read).map(([key, place]) => [key, fileOf(key, place)] as const);
  const files = data.map(([key, { file }]) => [key, file] as const);
  const texts = read.text.map(
    (file, i) => [read.text.length === 1 ? 'text' : `text[${i}]`, file] as const,
  );
  const templates = [...texts, ...externalFiles(read)];
  const place = placeOf(path, [...files, ...templates]);
  const named = ([key, written]: readonly [string, string]): NamedFile => ({
    key,
    written,
    path: bundlePath(place, key, written),
  });
  return {
    ...(read.title !== undefined && { title: read.title }),
    study: place,
    data: unique(data.map(([key, file]) => ({ ...named([key, file.file]), place: file }))),
    templates: unique(templates.map(named)),
    items: itemsOf(read),
  };
}

function unique<File extends NamedFile>(files: readonly File[]): readonly File[] {
  return files.filter((file, i) => files.findIndex(({ path }) => path === file.path) === i);
}

function dataPlaces({ data, steps }: Study): (readonly [key: string, place: DataPlace])[] {
  if (data === undefined) {
    throw new InputError(said.noData({ path: 'data' }), { of: 'study', key: 'data' });
  }
  const others = (['append', 'merge'] as const).flatMap((key) =>
    (steps[key] ?? []).map(({ file }, i) => [`${key}[${i}].file`, file] as const),
  );
  return [['data', data], ...others];
}

/** Files with coefficients of other programs, which a bundle keeps as they are. */
function externalFiles({ tables }: Study): (readonly [key: string, file: string])[] {
  return tables.flatMap((table) =>
    table.kind !== 'models'
      ? []
      : table.external.map((place, i) => {
          const key = `${table.path}.external[${i}]`;
          return [key, fileOf(key, place).file] as const;
        }),
  );
}

function fileOf(key: string, place: DataPlace): DataFile {
  if ('file' in place) return place;
  throw new InputError(said.dataOfQuery({ path: key }), { of: 'study', key });
}

/** The path of the study in the bundle. */
function placeOf(path: string, files: readonly (readonly [key: string, file: string])[]): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (`${parts[0]}/` === folders.study || `${parts[0]}/` === folders.synthetic) {
    return parts.join('/');
  }
  const above = Math.max(0, ...files.map(([key, file]) => levelsAbove(key, file)));
  if (above >= parts.length) {
    const [key, file] = files.find(([, name]) => levelsAbove('', name) === above)!;
    throw outside(key, file);
  }
  return folders.study + parts.slice(parts.length - 1 - above).join('/');
}

/** Folders that a path climbs. */
function levelsAbove(key: string, file: string): number {
  return cleanParts(key, file).filter((part) => part === '..').length;
}

/** The parts of a relative path without `.`, and with `..` only at the start. */
function cleanParts(key: string, file: string): readonly string[] {
  if (/^([a-z][a-z0-9+.-]*:|[\\/~])/i.test(file) || file === '-') throw outside(key, file);
  if (file.includes('\\')) {
    throw new InputError(said.backslashes({ path: key, found: file }), { of: 'study', key });
  }
  const parts: string[] = [];
  for (const part of file.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts;
}

/** The path in the bundle of a file that the study at `study` names. */
function bundlePath(study: string, key: string, file: string): string {
  const base = study.split('/').slice(0, -1);
  for (const part of cleanParts(key, file)) {
    if (part !== '..') base.push(part);
    else if (base.length > 1) base.pop();
    else throw outside(key, file);
  }
  return base.join('/');
}

function outside(key: string, file: string): InputError {
  return new InputError(said.outsideBundle({ path: key, found: file }), { of: 'study', key });
}

function itemsOf({ tables, figures, claims, text }: Study): BundlePlan['items'] {
  return [
    ...tables.map(({ id, spec }) => ({
      id,
      kind: 'table' as const,
      entry: `tables.${id}`,
      title: spec.title ?? id,
    })),
    ...figures.map(({ id, written }) => ({
      id,
      kind: 'figure' as const,
      entry: `figures.${id}`,
      title: written.title ?? id,
    })),
    ...text.map((file) => ({
      id: file,
      kind: 'text' as const,
      entry: 'text',
      title: `numbers in ${file}`,
    })),
    ...claims.map(({ id, text: claim }) => ({
      id,
      kind: 'claim' as const,
      entry: `claims.${id}`,
      title: claim,
    })),
  ];
}
