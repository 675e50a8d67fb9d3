/** What sources import of a linked part. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path/posix';
import { statementsOf } from '../syntax.mjs';

/** The source that a relative import leads to. */
export const sourceOf = (importer, id) => join(dirname(importer), id).replace(/\.js$/, '.ts');

/**
 * The names of values that other sources import of each source of a part.
 *
 * @returns {Map<string, Set<string>>}
 */
export function namesFrom(isOwn) {
  const names = new Map();
  for (const path of ['bindings', 'cli', 'bullmq'].flatMap(sourcesIn)) {
    if (isOwn(path)) continue;
    for (const { source, specifiers = [], ...node } of statementsOf(readFileSync(path, 'utf8'))) {
      const file = source?.value.startsWith('.') ? sourceOf(path, source.value) : undefined;
      if (file === undefined || !isOwn(file) || isType(node)) continue;
      const found = specifiers.filter((one) => !isType(one));
      if (found.length === 0) continue;
      if (!names.has(file)) names.set(file, new Set());
      found.forEach(({ imported, local }) => names.get(file).add((imported ?? local).name));
    }
  }
  return names;
}

const isType = ({ importKind, exportKind }) => (importKind ?? exportKind) === 'type';

const sourcesIn = (path) =>
  readdirSync(path, { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => resolve(path, name.replaceAll('\\', '/')));
