/** Compares the coefficients of a program with ours. */

/** A coefficient of ours and its standard error. */
export interface Coefficient {
  readonly name: string;
  readonly value: number;
  readonly stdError: number;
}

export interface Comparison {
  readonly agrees: boolean;
  readonly maxDifference: number | null;
  readonly missing: readonly string[];
}

type Named = readonly [name: string, value: number];

/** Largest difference of coefficients that agree: programs stop iterations and invert matrices in their own ways. */
const TOLERANCE = 1e-6;

const CONSTANT = '_cons';

/**
 * Compares coefficients by name, as far as names are those of ours in the notation of other programs, and the rest in
 * the order of the program. Where no name is known, its constant comes last or first.
 */
export function compareCoefficients(
  ours: readonly Coefficient[],
  theirs: readonly Named[],
): Comparison {
  const pairs = bestPairs(ours, theirs);
  const missing = ours.map(({ name }) => name).filter((name) => !pairs.has(name));
  const maxDifference = differenceOf(ours, pairs);
  const isWhole = missing.every((name) => name === CONSTANT) && pairs.size === theirs.length;
  const agrees = isWhole && maxDifference !== null && maxDifference <= TOLERANCE;
  return { agrees, maxDifference, missing };
}

type Pairs = ReadonlyMap<string, number>;

function bestPairs(ours: readonly Coefficient[], theirs: readonly Named[]): Pairs {
  const names = ours.map(({ name }) => name);
  const known = new Map(theirs.map(([name, value]) => [ourName(name), value]));
  const pairs = new Map(
    names.flatMap((name) => (known.has(name) ? [[name, known.get(name)!]] : [])),
  );
  const rest = names.filter((name) => !pairs.has(name));
  const values = theirs.filter(([name]) => !pairs.has(ourName(name))).map(([, value]) => value);
  const constantFirst = [...rest].sort((a, b) => Number(b === CONSTANT) - Number(a === CONSTANT));
  const withoutConstant = rest.filter((name) => name !== CONSTANT);
  const orders = [rest, constantFirst, withoutConstant].filter(
    (order) => order.length === values.length,
  );
  const candidates = orders.map(
    (order) => new Map([...pairs, ...order.map((name, i) => [name, values[i]!] as const)]),
  );
  const distance = (one: Pairs) => differenceOf(ours, one) ?? Infinity;
  return candidates.sort((a, b) => distance(a) - distance(b))[0] ?? pairs;
}

function differenceOf(ours: readonly Coefficient[], pairs: Pairs): number | null {
  const differences = ours.flatMap(({ name, value, stdError }) => {
    const other = pairs.get(name);
    if (other === undefined) return [];
    const scale = Math.max(Math.abs(value), Number.isFinite(stdError) ? stdError : 0);
    return [value === other ? 0 : Math.abs(value - other) / scale];
  });
  return differences.length === 0 ? null : Math.max(...differences);
}

/** Our name of a coefficient in another program: `lag(n, 1:2)1`, `L.n` and `n(-1)` are `L1.n`. */
function ourName(theirs: string): string {
  const name = theirs.replace(/[\s`]/g, '');
  if (/^(?:\(?Intercept\)?|const|_?cons)$/i.test(name)) return CONSTANT;
  const [, lagged, order] =
    /^lag\((.+?),(?:c\()?[\d:,]+\)+(\d+)$/.exec(name) ??
    /^lag\((.+?),(\d+)\)$/.exec(name) ??
    /^(\w+)\(-(\d+)\)$/.exec(name) ??
    [];
  if (lagged !== undefined) return `L${order}.${lagged}`;
  return name.replace(/^L\./, 'L1.');
}
