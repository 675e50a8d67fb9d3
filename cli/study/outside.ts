/** Outputs of a study outside its folder: named before the run, and refused in a bundle, which may come from somebody else. */
import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { InputError } from '../../bindings/index.js';
import { type Host, locate, printError } from '../host.js';
import { pathWithoutLinks } from '../outputs.js';

interface StudyPlace {
  /** The folder of the outputs, and the path of the study. */
  readonly folder: string;
  readonly path: string;
}

/**
 * Says which files are outside the folder of the outputs, by their paths or through links.
 *
 * @throws InputError `bundle-outside` if the study is in a bundle
 */
export async function checkOutside(
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
    const message = `study: ${place}: expected a file below ${folder}, as the study is in a bundle, found ${file}; change the path, or use wasmetrics verify, which writes nothing there`;
    throw new InputError('bundle-outside', message, { path: place, found: file });
  }
  if (host.distributed !== undefined) return; // a job folder says itself where outputs go
  const named = outside.map(([place, file]) => `${place} (${file})`).join(', ');
  printError(host, `wasmetrics: the study writes outside ${folder}: ${named}`);
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** True below the folders `study` and `synthetic` of a bundle. */
async function isInBundle(path: string): Promise<boolean> {
  for (let inner = dirname(path); dirname(inner) !== inner; inner = dirname(inner)) {
    const isStudies = /[\\/](study|synthetic)$/.test(inner);
    const facts =
      isStudies && (await stat(join(inner, '..', 'bundle.json')).catch(() => undefined));
    if (facts) return true;
  }
  return false;
}
