/**
 * The parts of the library. A program loads at once what its functions import, and later what they load on use. Sources
 * that the same programs need are one part. Each file costs a process half a millisecond and compresses alone, so parts
 * are joined while the files that programs save cost more than the bytes that they load in vain.
 */

import { basename, resolve } from 'node:path';

/** Programs of one estimator do not load the others. */
const estimators = /[\\/]models[\\/](dpd|gmm|iv|ols|panel)[\\/]/;

/**
 * A function that names the part of a source, for the groups of a build with these entry points.
 *
 * @param page - further files that a page starts with
 * @param together - files that are one part with all that they import, by the name of the part
 * @param apart - names the part of a source that joins no others
 * @param file - bytes of sources that a file costs: an entry point, a page
 */
export function partsOf(
  entries,
  { page = [], together = {}, apart = () => undefined, file: { ofEntry, ofPage } },
) {
  const [starts, first] = [entries, page].map((paths) => paths.map((path) => resolve(path)));
  let names;
  return (path, graph) => {
    const infoOf = (source) => graph.getModuleInfo(source);
    if (names === undefined) {
      const given = closures(together, infoOf);
      const later = loadedOnUse(starts, infoOf).filter(
        (one) => ![...starts, ...first].includes(one),
      );
      const nameOf = (one) => given.get(one) ?? apart(one);
      const parts = partsByRoots([...starts, ...first, ...later], nameOf, infoOf);
      const programs = [
        ...starts.map((start) => ({ loads: [start], file: ofEntry, weight: 6 })),
        { loads: first, file: ofPage, weight: 60 },
        ...later.map((one) => ({ loads: [one], after: first, file: ofPage, weight: 60 })),
      ];
      names = new Map([...given, ...namesOf(joined(parts, programs, infoOf))]);
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
  return [...found];
}

/** Parts with the sources that the same roots need without another root in between, and parts with given names. */
function partsByRoots(roots, nameOf, infoOf) {
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
    const name = nameOf(path);
    const key = name ?? by.join();
    if (!parts.has(key)) parts.set(key, { name, paths: [] });
    parts.get(key).paths.push(path);
  }
  return [...parts.values()];
}

/**
 * Joins each part, the smallest first, with the one that saves most, until none saves anything. A part is a bit in sets.
 *
 * @param programs - what programs load, and what they have loaded before; the bytes that a file costs each of them, and
 *   the weight of these bytes
 */
function joined(parts, programs, infoOf) {
  const bits = new Map(
    parts.flatMap(({ paths }, i) => paths.map((path) => [path, 1n << BigInt(i)])),
  );
  const bitsOf = (paths) => paths.reduce((sum, path) => sum | (bits.get(path) ?? 0n), 0n);
  const importsOf = (paths) => paths.flatMap((path) => infoOf(path).importedIds);
  const withImports = (paths) => bitsOf([...paths, ...importsOf(paths)]);
  const waiting = parts.map(({ name, paths }, i) => ({
    name,
    paths,
    bits: 1n << BigInt(i),
    imports: bitsOf(importsOf(paths)),
    bytes: paths.reduce((sum, path) => sum + (infoOf(path).code?.length ?? 0), 0),
    kind: name ?? estimatorsOf(paths),
  }));
  for (const part of waiting) part.loads = needed(part.bits, waiting);
  const loaded = programs.map(({ loads, after = [], file, weight }) => {
    const before = needed(withImports(after), waiting);
    return { before, has: before | needed(withImports(loads), waiting), file, weight };
  });
  const done = [];
  while (waiting.length > 0) {
    const part = waiting.sort((a, b) => b.bytes - a.bytes).pop();
    const others = [...waiting, ...done];
    const partner = bestPartner(part, others, loaded);
    if (partner === undefined) {
      done.push(part);
      continue;
    }
    const both = union(partner, part);
    const list = waiting.includes(partner) ? waiting : done;
    list.splice(list.indexOf(partner), 1);
    waiting.push(both);
    for (const one of others) one.loads = withUnion(one.loads, both);
    for (const one of loaded) {
      one.before = withUnion(one.before, both);
      one.has = withUnion(one.has, both);
    }
  }
  return done;
}

/** A set that is loaded together, when two parts have been joined: with one of them it loads the other. */
const withUnion = (set, both) => (meets(set, both) ? set | both.loads : set);

/** The names of the estimators that sources belong to. */
function estimatorsOf(paths) {
  return [...new Set(paths.flatMap((path) => estimators.exec(path)?.[1] ?? []))].sort().join();
}

function union(one, other) {
  return {
    ...one,
    paths: [...one.paths, ...other.paths],
    bits: one.bits | other.bits,
    imports: one.imports | other.imports,
    loads: one.loads | other.loads,
    bytes: one.bytes + other.bytes,
  };
}

/** The part of the same kind that saves most if a part joins it; undefined if none saves anything. */
function bestPartner(part, others, loaded) {
  const parts = [part, ...others];
  /** True if a part imports another through a third one, so that joined they would import each other in a circle. */
  const passes = (from, to) =>
    parts.some(
      (one) => one !== from && one !== to && meets(from.imports, one) && meets(one.loads, to),
    );
  let [best, most] = [undefined, 0];
  for (const other of others) {
    if (other.kind !== part.kind) continue;
    const both = part.bits | other.bits;
    const loads = part.loads | other.loads;
    const concerned = loaded.filter(
      ({ before, has }) => (has & both) !== 0n && (before & both) !== both,
    );
    let saved = concerned.reduce((sum, { file, weight }) => sum + weight * file, 0);
    for (const { has, file, weight } of concerned) {
      if (saved <= most) break;
      const added = loads & ~has;
      const more = added === 0n ? [] : parts.filter((one) => meets(added, one));
      saved -= weight * more.reduce((sum, { bytes }) => sum + bytes + file, 0);
    }
    if (saved > most && !passes(part, other) && !passes(other, part)) [best, most] = [other, saved];
  }
  return best;
}

const meets = (set, { bits }) => (set & bits) !== 0n;

/** The bits of some parts and of all that they import. */
function needed(first, parts) {
  for (let bits = first; ;) {
    const more = parts.reduce(
      (sum, part) => ((part.bits & bits) === 0n ? sum : sum | part.bits | part.imports),
      bits,
    );
    if (more === bits) return bits;
    bits = more;
  }
}

function visit(start, nextOf) {
  const seen = new Set([start]);
  for (const path of seen) nextOf(path).forEach((next) => seen.add(next));
}
