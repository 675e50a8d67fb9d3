/** The page as a folder that any file server can serve. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder, writeWhole } from '../files/files.js';
import { type Host, locate } from '../host.js';
import type { GivenFile } from './given.js';
import { openedAs, packagedPage, withOpened } from './page.js';

/** Writes the page, the parts of the library that it may load, and the given files. */
export async function writeSite(
  host: Host,
  folder: string,
  given: readonly GivenFile[],
): Promise<void> {
  const { files, pageFiles, contentOf } = await packagedPage();
  const opened = given.map((file, i) => openedAs(file, `opened/${i + 1}`));
  const write = async (file: string, content: string | Uint8Array) => {
    const place = join(folder, file);
    await makeFolder(locate(host, dirname(place)));
    await writeWhole(host, place, [content]);
  };
  for (const file of new Set([...files, ...pageFiles])) {
    const content = await contentOf(file);
    const isPage = file === 'web/index.html' && opened.length > 0;
    await write(file, isPage ? withOpened(String(content), opened) : content);
  }
  for (const [i, { place }] of given.entries()) {
    await write(`web/${opened[i]!.address}`, await readFile(place));
  }
}
