import { InputError } from '../../core/errors/errors.js';
import * as said from '../../words/errors/analysis/inference.js';

/** A hypothesis linearised at the estimates: row' b + offset = 0; exact if the hypothesis is linear. */
export interface Restriction {
  readonly text: string;
  readonly linear: boolean;
  readonly row: readonly number[];
  readonly offset: number;
  /** Sum of the absolute terms of `offset`. */
  readonly scale: number;
}

export interface Independent<R> {
  readonly kept: readonly R[];
  /** Hypotheses that follow from earlier, kept ones. */
  readonly redundant: readonly R[];
}

/** A remainder below this share of its row's length is rounding error. */
const tolerance = 1e-10;

/** A kept row, scaled to length 1 and orthogonal to the rows before it, with its offset. */
interface Basis {
  readonly row: readonly number[];
  readonly offset: number;
}

/**
 * Separates hypotheses that follow from earlier ones, by Gram-Schmidt on their rows.
 *
 * @throws InputError `inconsistent-hypotheses` if one contradicts the earlier ones, `dependent-hypotheses` if
 *   nonlinear ones restrict the same direction at the estimates
 */
export function independent<R extends Restriction>(restrictions: readonly R[]): Independent<R> {
  const bases: Basis[] = [];
  const kept: R[] = [];
  const redundant: R[] = [];
  for (const restriction of restrictions) {
    const rest = remainder(restriction, bases);
    if (rest.length > tolerance * norm(restriction.row)) {
      bases.push({
        row: rest.row.map((x) => x / rest.length),
        offset: rest.offset / rest.length,
      });
      kept.push(restriction);
    } else if (Math.abs(rest.offset) <= tolerance * rest.scale) {
      redundant.push(restriction);
    } else {
      throw contradiction(restriction, kept);
    }
  }
  return { kept, redundant };
}

function remainder({ row, offset, scale }: Restriction, bases: readonly Basis[]) {
  let rest = [...row];
  let restOffset = offset;
  let size = scale;
  for (let pass = 0; pass < 2; ++pass) {
    for (const basis of bases) {
      const along = rest.reduce((sum, x, i) => sum + x * basis.row[i]!, 0);
      rest = rest.map((x, i) => x - along * basis.row[i]!);
      restOffset -= along * basis.offset;
      size += Math.abs(along * basis.offset);
    }
  }
  return { row: rest, length: norm(rest), offset: restOffset, scale: size };
}

function norm(row: readonly number[]): number {
  return Math.sqrt(row.reduce((sum, x) => sum + x * x, 0));
}

function contradiction(restriction: Restriction, kept: readonly Restriction[]): InputError {
  const earlier = kept.map(({ text }) => text);
  const detail = { hypothesis: restriction.text, earlier };
  const linear = restriction.linear && kept.every((one) => one.linear);
  const told = linear ? said.inconsistentHypotheses(detail) : said.dependentHypotheses(detail);
  return new InputError(told, 'hypothesis');
}
