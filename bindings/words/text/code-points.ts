import { listed } from './messages.js';

/** The code points that a text has and another that looks like it has not. */
export function codePoints(points: readonly string[]): string {
  return points.length === 0 ? 'nothing' : listed(points, ' ');
}
