import { suggested, type Suggestion } from '../words/text/suggestion.js';
import { differingPoints, skeletonOf } from './warnings/look-alikes.js';

/** Longer names have no near candidate, because the time grows with the square of the length. */
const LONGEST = 100;

/**
 * The candidate that `name` most likely misspells, or undefined if none is near. At most 40 % of the longer name may
 * differ, but always one character. Case is ignored; ties go to the first candidate. Names of more than 100 characters
 * are not compared.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const longer = Math.max(name.length, candidate.length);
    const most = Math.max(1, Math.floor(0.4 * longer));
    // The distance is at least the difference in length, which is cheap; computing it takes the product of the lengths.
    if (candidate.length > LONGEST || Math.abs(name.length - candidate.length) > most) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance <= most && distance < longer && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** What a wrong name may have meant: the nearest candidate, or all of them if none is near. */
export function suggestionOf(name: string, candidates: Iterable<string>): Suggestion {
  const all = [...candidates];
  const skeleton = skeletonOf(name);
  const twin = all.find((one) => one !== name && skeletonOf(one) === skeleton);
  if (twin !== undefined) {
    const [here, there] = differingPoints(name, twin);
    return { twin, there, here };
  }
  const near = nearest(name, all);
  return near === undefined ? { among: all } : { near };
}

/** The same as the end of an error message: ` (did you mean "wage"?)`. */
export function suggestion(name: string, candidates: Iterable<string>): string {
  return suggested(suggestionOf(name, candidates));
}

/** Fewest insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(substitution, last[j]! + 1, row[j - 1]! + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
