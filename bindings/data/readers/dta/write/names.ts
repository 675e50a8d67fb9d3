const longestName = 32;
const longestLabel = 80;

const reserved = new Set(
  '_all _b byte _coef _cons double float if in int long _n _N _pi _pred _rc _skip strL using with'.split(
    ' ',
  ),
);

/**
 * Names that Stata accepts: letters, digits and `_`, at most 32 characters, not starting with a digit, not reserved by
 * Stata, without duplicates. `note` receives each change.
 */
import { cutLabel, renamed } from '../../../../words/errors/readers/written.js';
import type { Told } from '../../../../words/told.js';
export function stataNames(names: readonly string[], note: (told: Told) => void): string[] {
  const inUse = new Set(names.filter(isValid));
  const used = new Set<string>();
  return names.map((name) => {
    if (isValid(name) && !used.has(name)) {
      used.add(name);
      return name;
    }
    const changed = freeName(validName(name), inUse);
    inUse.add(changed);
    note(renamed({ column: name, name: changed }));
    return changed;
  });
}

function isValid(name: string): boolean {
  return (
    /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) &&
    [...name].length <= longestName &&
    !reserved.has(name) &&
    !/^str\d+$/.test(name)
  );
}

function validName(name: string): string {
  const letters = name.replace(/[^\p{L}\p{N}_]/gu, '_');
  const prefixed = /^[\p{L}_]/u.test(letters) ? letters : `_${letters}`;
  const cut = [...prefixed].slice(0, longestName).join('');
  return isValid(cut) ? cut : `_${[...cut].slice(0, longestName - 1).join('')}`;
}

function freeName(name: string, inUse: ReadonlySet<string>): string {
  if (!inUse.has(name)) return name;
  for (let i = 2; ; i++) {
    const ending = `_${i}`;
    const candidate = [...name].slice(0, longestName - ending.length).join('') + ending;
    if (!inUse.has(candidate)) return candidate;
  }
}

/** A label of at most 80 characters. `note` is told if it was cut. */
export function stataLabel(label: string, of: string, note: (told: Told) => void): string {
  const characters = [...label];
  if (characters.length <= longestLabel) return label;
  note(cutLabel({ of, most: longestLabel }));
  return characters.slice(0, longestLabel).join('');
}
