/** The files of the page, which the package holds in `dist/`. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { InputError } from '../../bindings/index.js';
import { missingFile } from '../../bindings/words/errors/program/files.js';
import type { GivenFile } from './given.js';

const dist = fileURLToPath(new URL('../', import.meta.url));

/** How a file names another one: the characters from `start` to `end`. */
export type Link = readonly [start: number, end: number, kind: LinkKind, file: number];

/** The place of a kind of link in `import`, `later`, `address`, `worker`. */
export type LinkKind = 0 | 1 | 2 | 3;

/** All files of the page by their paths in `dist/`, and the links of each. */
export interface PageFiles {
  readonly version: string;
  readonly files: readonly string[];
  readonly links: readonly (readonly Link[])[];
}

/** A file that the page opens at its start. */
export interface Opened extends Omit<GivenFile, 'place'> {
  /** Where the page finds its content. */
  readonly address: string;
}

export function openedAs({ name, role, model }: GivenFile, address: string): Opened {
  return { name, role, model, address };
}

/** @throws InputError `file-not-found` if this program is not in the package with the page */
export async function pageFiles(): Promise<PageFiles> {
  const file = 'web/files.json';
  try {
    return JSON.parse(await readFile(dist + file, 'utf8')) as PageFiles;
  } catch {
    throw new InputError(missingFile({ file, near: undefined }), file);
  }
}

export const placeOf = (file: string) => dist + file;

/** The page with the list of the files that it opens, in which no text can end the element. */
export function withOpened(page: string, opened: readonly Opened[]): string {
  const list = JSON.stringify(opened).replaceAll('<', '\\u003c');
  const element = `<script type="application/json" id="opened">${list}</script>`;
  return page.replace('</head>', () => `${element}</head>`);
}
