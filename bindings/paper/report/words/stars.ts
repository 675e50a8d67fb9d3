/** Stars of significance, which are printed only if asked for. */
import { short } from '../../tables/format.js';
import type { DocumentOptions } from '../options.js';

type Stars = DocumentOptions['stars'];

/** From the largest level, which gives one star, to the smallest. */
function levelsOf(stars: Stars): readonly number[] {
  if (stars === undefined || typeof stars === 'boolean')
    return stars === true ? [0.1, 0.05, 0.01] : [];
  return [...stars].sort((a, b) => b - a);
}

/** A star for each level that p is below. */
export function starsOf(p: number, stars: Stars): string {
  return '*'.repeat(levelsOf(stars).filter((level) => p < level).length);
}

/** `* p < 0.1, ** p < 0.05, *** p < 0.01`, or nothing. */
export function starLegend(stars: Stars): string[] {
  const marks = levelsOf(stars).map((level, i) => `${'*'.repeat(i + 1)} p < ${short(level, 6)}`);
  return marks.length === 0 ? [] : [marks.join(', ')];
}
