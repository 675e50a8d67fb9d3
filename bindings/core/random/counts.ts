/** How many numbers a call draws, and where they go. */
import { checkWhole } from '../arguments/choices.js';

type Floats = Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer>;

/** How many numbers to draw, the array to fill, or nothing for one number. */
export type Count = number | Floats | undefined;

/** The array that was filled or made, or one number. */
export type Drawn<C extends Count> = C extends Floats
  ? C
  : C extends number
    ? Float64Array<ArrayBuffer>
    : number;

export const MOST = 2 ** 28;

/** What `fill` writes, as the caller wants it; a `Float32Array` gets the numbers rounded. */
export function filled<C extends Count>(
  subject: string,
  count: C,
  fill: (out: Float64Array<ArrayBuffer>) => void,
): Drawn<C> {
  const out = placeOf(subject, count);
  fill(out);
  if (count === undefined) return out[0] as Drawn<C>;
  if (!(count instanceof Float32Array)) return out as Drawn<C>;
  count.set(out);
  return count as Drawn<C>;
}

function placeOf(subject: string, count: unknown): Float64Array<ArrayBuffer> {
  if (count instanceof Float64Array) return count as Float64Array<ArrayBuffer>;
  if (count instanceof Float32Array) return new Float64Array(count.length);
  if (count === undefined) return new Float64Array(1);
  checkWhole(subject, 'count', [0, MOST], count);
  return new Float64Array(count as number);
}
