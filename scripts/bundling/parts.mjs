/**
 * The parts of the library. A program loads at once what its functions import, and later what they load on use. Sources
 * that the same programs need are one part. Each file costs a process half a millisecond and compresses alone, so parts
 * are joined while the files that programs save cost more than the bytes that they load in vain.
 */

import { basename, resolve } from 'node:path';
import { joined } from './joined-parts.mjs';

/** How much the bytes count that a program loads. */
const weights = { page: 120, often: 30, seldom: 1 };

/**
 * A function that names the part of a source, for the groups of a build with these entry points.
 *
 * @param page - further files that a page starts with
 * @param others - files that other programs load, a list for each
 * @param often - entry points that programs import most often: these and the programs
 *   above divide their sources into parts
 * @param together - files that are one part with all that they import, by the name of the part
 * @param apart - names the part of a source that joins no others
 * @param sizes - bytes of files that are not built here, by what imports call them
 * @param file - bytes of sources that a file costs: an entry point, a page
 */
export function partsOf(
  entries,
  {
    page = [],
    others = [],
    often = [],
    together = {},
    apart = () => undefined,
    sizes = {},
    file: { ofEntry, ofPage },
  },
) {
  const [starts, first, most, ...rest] = [entries, page, often, ...others].map((paths) =>
    paths.map((path) => resolve(path)),
  );
  let names;
  return (path, graph) => {
    const infoOf = (source) => graph.getModuleInfo(source);
    if (names === undefined) {
      const given = closures(together, infoOf);
      const later = loadedOnUse(starts, infoOf).filter(
        (one) => ![...starts, ...first].includes(one),
      );
      const nameOf = (one) => given.get(one) ?? apart(one);
      const usualUses = usesOf(most, [first, ...rest], infoOf);
      const parts = partsByRoots([...starts, ...first, ...later], usualUses, nameOf, infoOf);
      const usual = new Set(loadedOnUse(first, infoOf));
      const programs = [
        ...starts.map((start) => ({
          loads: [start],
          file: ofEntry,
          weight: most.includes(start) ? weights.often : weights.seldom,
        })),
        { loads: first, file: ofPage, weight: weights.page },
        ...later.map((one) => ({
          loads: [one],
          after: first,
          file: ofPage,
          weight: usual.has(one) ? weights.page : weights.seldom,
        })),
      ];
      const bytesOf = (source) => sizes[source] ?? infoOf(source).code?.length ?? 0;
      names = new Map([...given, ...namesOf(joined(parts, programs, infoOf, bytesOf))]);
    }
    return starts.includes(path) ? undefined : names.get(path);
  };
}

/** The names of the parts by their sources. */
function namesOf(parts) {
  return parts.flatMap(({ name, paths }, i) => {
    const numbered = `${basename(paths[0]).replace(/\.\w+$/, '')}-${i}`;
    return paths.map((path) => [path, name ?? numbered]);
  });
}

/** The names of parts that files make with all that they import. */
function closures(together, infoOf) {
  const given = new Map();
  for (const [name, files] of Object.entries(together)) {
    for (const file of files) {
      visit([resolve(file)], (path) => {
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
    visit([entry], (path) => {
      const { importedIds, dynamicallyImportedIds } = infoOf(path);
      dynamicallyImportedIds.forEach((id) => found.add(id));
      return [...importedIds, ...dynamicallyImportedIds];
    });
  }
  return [...found];
}

/** For each source of some entry points, which of these and of other programs load it. */
function usesOf(entries, programs, infoOf) {
  const uses = new Map();
  const add = (i) => (path) => {
    uses.set(path, `${uses.get(path) ?? ''} ${i}`);
    return infoOf(path).importedIds;
  };
  entries.forEach((entry, i) => visit([entry], add(i)));
  const known = new Set(uses.keys());
  programs.forEach((files, i) => visit(files, add(entries.length + i)));
  return new Map([...uses].filter(([path]) => known.has(path)));
}

/**
 * Parts with the sources of the same usual uses, of other sources those that the same roots need without another root in
 * between, and parts with given names.
 */
function partsByRoots(roots, usualUses, nameOf, infoOf) {
  const isRoot = new Set(roots);
  const needed = new Map();
  for (const root of isRoot) {
    visit([root], (path) => {
      needed.set(path, [...(needed.get(path) ?? []), root]);
      return infoOf(path).importedIds.filter((next) => !isRoot.has(next));
    });
  }
  const parts = new Map();
  for (const [path, by] of needed) {
    const name = nameOf(path);
    const key = name ?? usualUses.get(path) ?? by.join();
    if (!parts.has(key)) parts.set(key, { name, paths: [] });
    parts.get(key).paths.push(path);
  }
  return [...parts.values()];
}

function visit(starts, nextOf) {
  const seen = new Set(starts);
  for (const path of seen) nextOf(path).forEach((next) => seen.add(next));
}
