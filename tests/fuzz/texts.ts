/** Random texts: pieces of a language in random order, and damaged texts. */
import type { Draw } from './damage.js';

export function pick<T>(draw: Draw, list: readonly T[]): T {
  return list[draw(list.length)]!;
}

/** A sequence of `pieces`, mostly short. */
export function joined(draw: Draw, pieces: readonly string[], longest = 12): string {
  return Array.from({ length: 1 + draw(longest) }, () => pick(draw, pieces)).join('');
}

// prettier-ignore
const oddCharacters = [
  '\0', '\n', '\r', '\t', '\ufeff', '\u2028', '\u00a0', '\ud800', '😀', 'é', '"', "'", '`',
  '\\', '(', ')', '{', '}', '[', ']', ',', ';', ':', '.', '*', '/', '~', '|', '&', '!', '-',
];

/** Changes a text in one to three places. */
export function damagedText(draw: Draw, text: string, pieces: readonly string[] = []): string {
  let damaged = text;
  for (let i = draw(3); i >= 0; i--) damaged = edited(draw, damaged, pieces);
  return damaged;
}

function edited(draw: Draw, text: string, pieces: readonly string[]): string {
  const from = draw(text.length + 1);
  const to = Math.min(text.length, from + draw(draw(2) === 0 ? 4 : text.length + 1));
  const rest = text.slice(to);
  switch (draw(6)) {
    case 0:
      return text.slice(0, from) + rest;
    case 1:
      return text.slice(0, from) + pick(draw, oddCharacters) + text.slice(from);
    case 2:
      return text.slice(0, from) + (pieces.length > 0 ? pick(draw, pieces) : '0') + rest;
    case 3:
      return text.slice(0, to) + text.slice(from);
    case 4:
      return text.slice(0, from);
    default:
      return text.replace(/\d+/, () => pick(draw, oddNumbers));
  }
}

// prettier-ignore
export const oddNumbers = [
  '0', '-1', '1e400', '1e308', '5e-324', '1e9', '0.5', '99999999999999999999', '4294967296',
];

/** A part repeated so often that a reader which recurses, or a message which lists all, fails. */
export function repeatedPart(
  draw: Draw,
  parts: readonly (readonly [string, string, string])[],
): string {
  const [before, middle, after] = pick(draw, parts);
  const times = pick(draw, [2, 199, 201, 1001, 10_000, 100_000]);
  return before.repeat(times) + middle + after.repeat(times);
}
