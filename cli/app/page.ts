/** The files of the page, which the package holds in `dist/`. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
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

/** The page of the package. */
export interface PackagedPage extends PageFiles {
  /** The content of a file by its path in `dist/`. */
  contentOf(file: string): Promise<Buffer>;
  /** The files of the folder `dist/web/`. */
  readonly pageFiles: readonly string[];
}

/**
 * Reads the page: its own files are packed in one, as `scripts/page/finish.mjs` writes it, and those of the library lie in
 * their folders.
 *
 * @throws InputError `file-not-found` if this program is not in the package with the page
 */
export async function packagedPage(): Promise<PackagedPage> {
  const pageFiles = unpacked(await readPacked('web.br'));
  const list = JSON.parse(String(pageFiles.get('web/files.json'))) as PageFiles;
  return {
    ...list,
    pageFiles: [...pageFiles.keys()],
    contentOf: async (file) => pageFiles.get(file) ?? readFile(dist + file),
  };
}

async function readPacked(file: string): Promise<Buffer> {
  try {
    return brotliDecompressSync(await readFile(dist + file));
  } catch {
    throw new InputError(missingFile({ file, near: undefined }), file);
  }
}

/** The contents by their names. */
function unpacked(all: Buffer): Map<string, Buffer> {
  let place = 4 + all.readUInt32LE(0);
  const { files, lengths } = JSON.parse(all.toString('utf8', 4, place)) as {
    readonly files: readonly string[];
    readonly lengths: readonly number[];
  };
  return new Map(
    files.map((name, i) => [name, all.subarray(place, (place += lengths[i]!))] as const),
  );
}

/** The page with the list of the files that it opens, in which no text can end the element. */
export function withOpened(page: string, opened: readonly Opened[]): string {
  const list = JSON.stringify(opened).replaceAll('<', '\\u003c');
  const element = `<script type="application/json" id="opened">${list}</script>`;
  return page.replace('</head>', () => `${element}</head>`);
}
