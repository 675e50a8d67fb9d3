/** Stars that stand on a line of their own above their numbers, as `pdftotext -layout` prints some. */
import { isNumber, piecesOf } from './pieces.js';

const onlyStars = /^\s*[*\u2020\u2021]{1,4}(?:\s+[*\u2020\u2021]{1,4})*\s*$/;
/** Most characters between the end of a number and its stars. */
const nearest = 8;

/** The lines with the stars behind the numbers below them, at the places of these. */
export function withStars(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let stars = '';
  for (const line of lines) {
    if (onlyStars.test(line)) stars = line;
    else {
      // A legend whose first mark is above it.
      const isLegend = /^\s*p\s*[<\u2264]/i.test(line);
      const marked = isLegend ? `${stars.trim()} ${line.trim()}` : starred(line, stars);
      kept.push(stars === '' ? line : marked);
      if (line.trim() !== '') stars = '';
    }
  }
  return kept;
}

function starred(line: string, stars: string): string {
  const numbers = piecesOf(line).filter(({ text }) => isNumber(text));
  return [...stars.matchAll(/\S+/g)].reduceRight((text, { 0: marks, index }) => {
    const number = numbers.filter(({ end }) => end <= index && index - end <= nearest).at(-1);
    if (number === undefined) return text;
    const after = text.slice(number.end);
    const room = after.search(/\S|$/);
    return text.slice(0, number.end) + marks + after.slice(Math.min(room, marks.length));
  }, line);
}
