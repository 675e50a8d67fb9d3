/** Infers what numbers in parentheses or brackets are, from stars and signs. */
import { readLegend } from '../../legend.js';
import { type Printed, readPrinted } from '../../printed.js';

/** A number in parentheses or brackets, with its coefficient and stars. */
export interface Enclosed {
  readonly coef: string;
  readonly stars: string;
  readonly number: string;
}

/** The usual levels of one, two and three stars, in their most lenient versions. */
const usual: Readonly<Record<string, number>> = { '*': 0.1, '**': 0.05, '***': 0.01 };

/** The minimum |t| for a level under the normal distribution. */
const leastT: Readonly<Record<string, number>> = { '*': 1.6, '**': 1.9, '***': 2.5 };

/** A coefficient without stars is unusual above this |t|; with few degrees of freedom more is possible. */
const mostT = 3;

interface Read extends Enclosed {
  readonly b: Printed;
  readonly x: Printed;
}

type Field = 'se' | 't' | 'p';

/**
 * The only meaning that no stars and signs contradict. If every meaning is contradicted, the table has mistakes. The
 * numbers then count as standard errors if none is negative and either at most a quarter of the pairs contradicts
 * standard errors and at least three times that share contradicts every other meaning, or some pair contradicts each
 * meaning. Otherwise undefined.
 */
export function fieldByEvidence(pairs: readonly Enclosed[], notes: string): Field | undefined {
  const all = readPairs(pairs);
  const hasStars = all.some(({ stars }) => stars !== '');
  const isSigned = all.some(({ x }) => x.value < 0);
  if (all.length === 0 || !(hasStars || isSigned)) return undefined;
  const shares = contradictions(all, notes);
  const open = (['se', 't', 'p'] as const).filter((field) => shares[field] === 0);
  if (open.length === 1) return open[0];
  if (isSigned) return undefined;
  const others = Math.min(shares.t, shares.p);
  if (shares.se <= 0.25 && others > 0 && others >= 3 * shares.se) return 'se';
  const strict = Object.values(contradictions(all, notes, false));
  return strict.every((share) => share > 0) ? 'se' : undefined;
}

function readPairs(pairs: readonly Enclosed[]): Read[] {
  return pairs.flatMap((pair): Read[] => {
    const [b, x] = [readPrinted(pair.coef), readPrinted(pair.number)];
    return b === undefined || x === undefined ? [] : [{ ...pair, b, x }];
  });
}

/** Whether any pair contradicts a meaning. */
export function isContradicted(pairs: readonly Enclosed[], field: Field, notes: string): boolean {
  return contradictions(readPairs(pairs), notes)[field] > 0;
}

/** Shares of pairs that contradict each meaning; missing stars count if other coefficients have stars. */
function contradictions(
  all: readonly Read[],
  notes: string,
  hasStars = all.some(({ stars }) => stars !== ''),
): Readonly<Record<Field, number>> {
  const legend = readLegend(notes);
  const share = (contradicts: (pair: Read, hasStars: boolean) => boolean) =>
    all.filter((pair) => contradicts(pair, hasStars)).length / Math.max(1, all.length);
  const stricter = strictnessOf(all, legend);
  return {
    se: share(contradictsSe),
    t: share((pair, some) => contradictsT(pair, some) || isBelow(pair, stricter, (x) => -x)),
    p: share((pair, some) => contradictsP(pair, some, legend) || isBelow(pair, stricter, (x) => x)),
  };
}

/** Pairs of each mark, from the strictest level. */
function strictnessOf(all: readonly Read[], legend: ReadonlyMap<string, number>) {
  const level = (stars: string) => (stars === '' ? 1 : (legend.get(stars) ?? usual[stars] ?? 1));
  const levels = [...new Set(all.map(({ stars }) => level(stars)))].sort((a, b) => a - b);
  return levels.map((one) => ({
    level: one,
    marks: all.filter(({ stars }) => level(stars) === one),
  }));
}

/** True if a pair with fewer stars has a smaller value than one with more, beyond rounding. */
function isBelow(
  { x, stars }: Read,
  strictness: ReturnType<typeof strictnessOf>,
  of: (size: number) => number,
): boolean {
  const place = strictness.findIndex(({ marks }) => marks.some((read) => read.stars === stars));
  const value = (printed: Printed) => of(Math.abs(printed.value));
  return strictness
    .slice(0, place)
    .some(({ marks }) => marks.some((read) => value(x) + x.unit < value(read.x) - read.x.unit));
}

function isStarred(size: number, stars: string): boolean {
  return size >= (leastT[stars] ?? leastT['*']!);
}

function contradictsSe({ b, x, stars }: Read, hasStars: boolean): boolean {
  if (x.value < 0) return true;
  const size = Math.abs(b.value);
  const [least, most] = [x.value + x.unit / 2, x.value - x.unit / 2];
  if (stars === '') return hasStars && (size - b.unit / 2) / least > mostT;
  return most > 0 && !isStarred((size + b.unit / 2) / most, stars);
}

function contradictsT({ b, x, stars }: Read, hasStars: boolean): boolean {
  if (b.value !== 0 && x.value !== 0 && x.value < 0 !== b.value < 0) return true;
  const size = Math.abs(x.value) + x.unit / 2;
  return stars === '' ? hasStars && size - x.unit > mostT : !isStarred(size, stars);
}

function contradictsP(
  { x, stars }: Read,
  hasStars: boolean,
  legend: ReadonlyMap<string, number>,
): boolean {
  if (x.value < 0 || x.value > 1) return true;
  const level = legend.get(stars) ?? usual[stars];
  if (level === undefined) return hasStars && x.value + x.unit < 0.01;
  return x.value - x.unit > level;
}
