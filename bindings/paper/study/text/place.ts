/** Lines and columns of a text, and names in them. */
import { textPlace } from '../../../words/errors/paper/texts.js';
import { type Told, toldOf } from '../../../words/told.js';
import { suggestionOf } from '../../../data/nearest.js';
import { unknownNumber } from '../../../words/errors/paper/studies.js';
import type { StudyNumber, StudyNumbers } from './number.js';

export interface TextPlace {
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
}

/** The lines of a text, to find places in it. */
export function linesOf(text: string): (offset: number) => TextPlace {
  const starts = [0];
  for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1);
  /** The last place; a later one in the same line is counted from it, because a line may be the whole text. */
  let last = { start: 0, offset: 0, count: 0 };
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (low < high - 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    const start = starts[low]!;
    const before =
      last.start === start && last.offset <= offset ? last : { offset: start, count: 0 };
    const count = before.count + charactersIn(text, before.offset, offset);
    last = { start, offset, count };
    return { line: low + 1, column: count + 1 };
  };
}

/** Number of characters between two places; some characters have two code units. */
function charactersIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i += text.codePointAt(i)! > 0xffff ? 2 : 1) count++;
  return count;
}

/** The number of a name, which may have another spelling: `L.x` for `L1.x`, `pValue` for `p`, `stdError` for `se`. */
export function numberNamed(numbers: StudyNumbers, name: string): StudyNumber | undefined {
  if (Object.hasOwn(numbers, name)) return numbers[name];
  const usual = name
    .replace(/(^|[.:[])([LFD])\.(?=\D)/g, '$1$21.')
    .replace(/\.pValue$/, '.p')
    .replace(/\.(?:stdError|error)$/, '.se')
    .replace(/`/g, '');
  return Object.hasOwn(numbers, usual) ? numbers[usual] : undefined;
}

/** What is said of a place in a text, with the place before it. */
export const placed = ({ line, column }: TextPlace, told: Told): Told =>
  toldOf(told, textPlace({ line, column }));

/** What is said of a name that is no number of the study. */
export const unknownAt = (place: TextPlace, numbers: StudyNumbers, name: string): Told =>
  unknownNumber({ ...place, found: name, meant: suggestionOf(name, Object.keys(numbers)) });
