/**
 * The parts of the library. A program loads at once what its functions import, and later what they load on use. So
 * sources share a part if the same entry points and the same loads on use need them.
 */

import { basename, resolve } from 'node:path';

/** Programs of one estimator do not load the others. */
const estimators = /[\\/]models[\\/](dpd|gmm|iv|ols|panel)[\\/]/;

/**
 * A function that names the part of a source, for the groups of a build with these entry points.
 *
 * @param first - further files that programs start with
 * @param together - files that are one part with all that they import, by the name of the part
 * @param small - bytes of sources below which a part joins another
 */
export function partsOf(entries, { first = [], together = {}, small }) {
  const paths = entries.map((path) => resolve(path));
  let names;
  return (path, graph) => {
    const infoOf = (source) => graph.getModuleInfo(source);
    if (names === undefined) {
      const given = closures(together, infoOf);
      const roots = [
        ...paths,
        ...first.map((file) => resolve(file)),
        ...loadedOnUse(paths, infoOf),
      ];
      names = new Map([
        ...given,
        ...namesOf(joined(partsByRoots(roots, given, infoOf), small, infoOf)),
      ]);
    }
    return paths.includes(path) ? undefined : names.get(path);
  };
}

/** The names of the parts by their sources. */
function namesOf(parts) {
  return parts.flatMap(({ paths }, i) => {
    const name = `${basename(paths[0]).replace(/\.\w+$/, '')}-${i}`;
    return paths.map((path) => [path, name]);
  });
}

/** The names of parts that files make with all that they import. */
function closures(together, infoOf) {
  const given = new Map();
  for (const [name, files] of Object.entries(together)) {
    for (const file of files) {
      visit(resolve(file), (path) => {
        if (!given.has(path)) given.set(path, name);
        return infoOf(path).importedIds.filter((next) => !given.has(next));
      });
    }
  }
  return given;
}

/** The sources that others load on use. */
function loadedOnUse(entries, infoOf) {
  const found = new Set();
  for (const entry of entries) {
    visit(entry, (path) => {
      const { importedIds, dynamicallyImportedIds } = infoOf(path);
      dynamicallyImportedIds.forEach((id) => found.add(id));
      return [...importedIds, ...dynamicallyImportedIds];
    });
  }
  return found;
}

/** The sources that the same roots need without another root in between. */
function partsByRoots(roots, given, infoOf) {
  const isRoot = new Set(roots);
  const needed = new Map();
  for (const root of isRoot) {
    visit(root, (path) => {
      needed.set(path, [...(needed.get(path) ?? []), root]);
      return infoOf(path).importedIds.filter((next) => !isRoot.has(next));
    });
  }
  const parts = new Map();
  for (const [path, by] of needed) {
    if (given.has(path)) continue;
    const key = by.join();
    if (!parts.has(key)) parts.set(key, { roots: new Set(by), paths: [] });
    parts.get(key).paths.push(path);
  }
  return parts;
}

/**
 * Adds each small part to one that more roots need, if the others of these roots need all that it imports: they load some
 * bytes more, and parts still import only parts that at least their roots need.
 */
function joined(parts, small, infoOf) {
  const partOf = new Map();
  for (const part of parts.values()) part.paths.forEach((path) => partOf.set(path, part));
  const sizeOf = ({ paths }) =>
    paths.reduce((sum, path) => sum + (infoOf(path).code?.length ?? 0), 0);
  const joins = ({ roots, paths }) =>
    roots.size > 1 && !paths.some((path) => estimators.test(path));
  const bySize = [...parts].filter(([, part]) => joins(part) && sizeOf(part) < small);
  for (const [key, one] of bySize.sort(([, a], [, b]) => sizeOf(a) - sizeOf(b))) {
    const imported = one.paths.flatMap((path) =>
      infoOf(path).importedIds.map((id) => partOf.get(id)),
    );
    const others = new Set(imported.filter((part) => part !== undefined && part !== one));
    const [larger] = [...parts.values()]
      .filter(
        (part) =>
          part !== one &&
          includes(part, one) &&
          [...others].every((other) => includes(other, part)),
      )
      .sort((a, b) => a.roots.size - b.roots.size);
    if (larger === undefined) continue;
    parts.delete(key);
    larger.paths.push(...one.paths);
    one.paths.forEach((path) => partOf.set(path, larger));
  }
  return [...parts.values()];
}

/** True if all roots of another part need a part. */
function includes(part, { roots }) {
  return [...roots].every((root) => part.roots.has(root));
}

function visit(start, nextOf) {
  const seen = new Set([start]);
  for (const path of seen) nextOf(path).forEach((next) => seen.add(next));
}
