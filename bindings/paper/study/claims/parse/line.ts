/** Parts of a claim's text, with their positions. */
import type { InputError } from '../../../../core/errors/errors.js';
import { inputError } from '../../../../data/place.js';
import type { Told } from '../../../../words/told.js';

/** The characters of `text` from `start` to before `end`. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export const textOf = ({ text, start, end }: Line) => text.slice(start, end);

/** A part of a line; positions count from its start. */
export function part({ text, start }: Line, from: number, to: number): Line {
  return { text, start: start + from, end: start + to };
}

export function trimmed(line: Line): Line {
  const source = textOf(line);
  const before = source.length - source.trimStart().length;
  return part(line, before, Math.max(before, source.trimEnd().length));
}

/** The text without its quotes; `` `a b` ``, `"a b"` and `'a b'` are one name. */
export function unquoted(line: Line): string {
  const source = textOf(line);
  const [, , inside] = /^([`"'])(.*)\1$/s.exec(source) ?? [];
  return inside ?? source;
}

/**
 * Matches a pattern in a line whose quoted parts are masked, so that words and signs inside names do not match. Groups
 * have the original text.
 */
export function matchIn(line: Line, pattern: RegExp): RegExpExecArray | undefined {
  const source = textOf(line);
  const masked = source.replace(/`[^`]*`|"[^"]*"|'[^']*'/g, (name) => 'x'.repeat(name.length));
  const match = new RegExp(pattern.source, `${pattern.flags.replace('d', '')}d`).exec(masked);
  if (match === null) return undefined;
  const { indices } = match as RegExpExecArray & { indices: ([number, number] | undefined)[] };
  indices.forEach((place, i) => {
    if (place !== undefined) match[i] = source.slice(...place);
  });
  return match;
}

/** An error with a caret under a position of the text. */
export function claimError(id: string, { text }: Line, offset: number, told: Told): InputError {
  return inputError({ text, offset }, told, id);
}
