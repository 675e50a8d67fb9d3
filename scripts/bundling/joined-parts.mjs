/**
 * Joins parts while the files that programs save cost more than the bytes that they load in vain. Sets of parts are bits:
 * bit i is the part i as it was before any joined.
 */

/** A program that needs sources of one of these does not load those of another: their models share little. */
const families = [
  /[\\/]models[\\/]ols[\\/](?!traits)/,
  /[\\/]models[\\/](iv|gmm)[\\/](?!traits)/,
  /[\\/]models[\\/]dynamic[\\/](model|result)[\\/]/,
];

/**
 * Joins each part, the smallest first, with the one that saves most, until none saves anything.
 *
 * @param programs - what programs load, and what they have loaded before; the bytes that a file costs each of them, and
 *   the weight of these bytes
 * @param bytesOf - the bytes of a source
 */
export function joined(parts, programs, infoOf, bytesOf) {
  const places = new Map(parts.flatMap(({ paths }, i) => paths.map((path) => [path, i])));
  const imported = (paths) => paths.flatMap((path) => infoOf(path).importedIds);
  const withAll = (paths) => {
    const bits = newBits(parts.length);
    const seen = new Set(paths);
    for (const path of seen) {
      const place = places.get(path);
      if (place === undefined) continue;
      if (!has(bits, place)) parts[place].paths.forEach((one) => seen.add(one));
      add(bits, place);
      infoOf(path).importedIds.forEach((next) => seen.add(next));
    }
    return bits;
  };
  const loads = programs.map(({ loads: now, after = [], file, weight }) => {
    const before = withAll([...after, ...imported(after)]);
    return { has: union(before, withAll([...now, ...imported(now)])), before, file, weight };
  });
  const waiting = parts.map(({ name, paths }, i) => {
    const imports = newBits(parts.length);
    for (const path of imported(paths)) if (places.has(path)) add(imports, places.get(path));
    const bytes = paths.reduce((sum, path) => sum + bytesOf(path), 0);
    const bits = newBits(parts.length);
    add(bits, i);
    const kind = name ?? familiesOf(paths);
    return { name, paths, first: i, bits, imports, reach: withAll(imported(paths)), bytes, kind };
  });
  return joinedWhileSaving(waiting, loads);
}

function joinedWhileSaving(waiting, loads) {
  const done = [];
  while (waiting.length > 0) {
    const part = waiting.sort((a, b) => b.bytes - a.bytes).pop();
    const others = [...waiting, ...done];
    const partner = bestPartner(part, others, loads);
    if (partner === undefined) {
      done.push(part);
      continue;
    }
    const list = waiting.includes(partner) ? waiting : done;
    list.splice(list.indexOf(partner), 1);
    const both = unionOf(partner, part);
    waiting.push(both);
    const all = union(both.bits, both.reach);
    for (const one of others) if (meets(one.reach, both.bits)) one.reach = union(one.reach, all);
    for (const load of loads) {
      if (meets(load.has, both.bits)) load.has = union(load.has, all);
      if (meets(load.before, both.bits)) load.before = union(load.before, all);
    }
  }
  return done;
}

/** The families of models that sources belong to. */
function familiesOf(paths) {
  return families.filter((family) => paths.some((path) => family.test(path))).join();
}

function unionOf(one, other) {
  return {
    ...one,
    paths: [...one.paths, ...other.paths],
    bits: union(one.bits, other.bits),
    imports: union(one.imports, other.imports),
    reach: union(one.reach, other.reach),
    bytes: one.bytes + other.bytes,
  };
}

/** The part of the same kind that saves most if a part joins it; undefined if none saves anything. */
function bestPartner(part, others, loads) {
  const parts = [part, ...others];
  /** Bytes of a part at its first bit, and whether a bit is the first one. */
  const [bytes, files] = [
    new Float64Array(32 * part.bits.length),
    new Uint8Array(32 * part.bits.length),
  ];
  for (const one of parts) [bytes[one.first], files[one.first]] = [one.bytes, 1];
  /** True if a part imports another through a third one, so that joined they would import each other in a circle. */
  const passes = (from, to) =>
    parts.some(
      (one) =>
        one !== from && one !== to && meets(from.imports, one.bits) && meets(one.reach, to.bits),
    );
  let [best, most] = [undefined, 0];
  for (const other of others) {
    if (other.kind !== part.kind) continue;
    const both = union(part.bits, other.bits);
    const added = union(both, union(part.reach, other.reach));
    let saved = 0;
    for (const { before, has: loaded, file, weight } of loads) {
      if (!meets(loaded, both) || contains(before, both)) continue;
      saved += weight * (file - costOf(added, loaded, bytes, files, file));
    }
    if (saved > most && !passes(part, other) && !passes(other, part)) [best, most] = [other, saved];
  }
  return best;
}

/** The bytes of the parts that are added to what is loaded, and of their files. */
function costOf(added, loaded, bytes, files, file) {
  let cost = 0;
  for (let word = 0; word < added.length; word++) {
    for (let rest = added[word] & ~loaded[word]; rest !== 0; rest &= rest - 1) {
      const bit = 32 * word + 31 - Math.clz32(rest & -rest);
      if (files[bit] === 1) cost += bytes[bit] + file;
    }
  }
  return cost;
}

const newBits = (count) => new Int32Array(Math.ceil(count / 32));
const add = (bits, i) => void (bits[i >> 5] |= 1 << (i & 31));
const has = (bits, i) => ((bits[i >> 5] >> (i & 31)) & 1) === 1;
const union = (one, other) => one.map((word, i) => word | other[i]);
const meets = (one, other) => one.some((word, i) => (word & other[i]) !== 0);
const contains = (all, some) => some.every((word, i) => (word & ~all[i]) === 0);
