/** Arithmetic in `I(...)`: products and powers of columns become interactions and powers. */
import { NoMeaning } from './no-meaning.js';
import { operandOf } from './orders.js';
import { insideOf, splitTop } from './split.js';
import { notProduct, type ProductFault } from '../../../words/errors/data/idioms.js';

/** Exponent of each term. */
type Powers = Map<string, number>;

/**
 * `x^2` for `I(x^2)` and `x:z^-1` for `I(x/z)`. `read` translates the terms inside.
 *
 * @throws NoMeaning for sums, comparisons and factors that are numbers
 */
export function productOf(inside: string, part: string, read: (text: string) => string): string {
  const powers = powersOf(inside, { part, read });
  const factors = [...powers].filter(([, exponent]) => exponent !== 0);
  if (factors.length === 0) throw refused(part, 'constant');
  return factors
    .map(([base, exponent]) => (exponent === 1 ? base : `${operandOf(base)}^${exponent}`))
    .join(':');
}

interface Context {
  readonly part: string;
  readonly read: (text: string) => string;
}

function powersOf(text: string, context: Context): Powers {
  const { part } = context;
  if (splitTop(text, /[<>=!&|]/y).separators.length > 0) throw refused(part, 'comparison');
  if (splitTop(text, /(?<![*/^(]\s*|^\s*|\d[eE])[+-]/y).separators.length > 0) {
    throw refused(part, 'sum');
  }
  const { parts, separators } = splitTop(text, /[*/]/y);
  const total: Powers = new Map();
  parts.forEach((factor, i) => {
    const divides = separators[i - 1] === '/';
    if (factor === '1' && parts.length > 1 && !divides) return;
    for (const [base, exponent] of factorPowers(factor, context)) {
      const sum = (total.get(base) ?? 0) + (divides ? -exponent : exponent);
      if (total.has(base) && !Number.isInteger(sum)) throw refused(part, 'roots');
      total.set(base, sum);
    }
  });
  return total;
}

function factorPowers(factor: string, context: Context): Powers {
  const { parts } = splitTop(factor, /\^/y);
  const [base, written] = parts;
  if (parts.length > 2 || base === undefined || base === '') throw refused(context.part, 'nothing');
  const inside = insideOf(base);
  if (inside === undefined && /^[-+.\d]/.test(base)) throw refused(context.part, { number: base });
  const powers: Powers =
    inside === undefined ? new Map([[context.read(base), 1]]) : powersOf(inside, context);
  const exponent = exponentOf(written, context.part);
  const whole = [...powers.values(), exponent].every(Number.isInteger);
  if (!whole && powers.size > 1) throw refused(context.part, 'root');
  if (!whole && [...powers.values()].some((power) => power !== 1)) {
    throw refused(context.part, 'root-power');
  }
  return new Map([...powers].map(([one, power]) => [one, power * exponent]));
}

function exponentOf(written: string | undefined, part: string): number {
  if (written === undefined) return 1;
  const exponent = Number((insideOf(written) ?? written).replace(/L$/, ''));
  if (Number.isFinite(exponent) && exponent !== 0) return exponent;
  throw refused(part, { power: written });
}

function refused(part: string, fault: ProductFault): NoMeaning {
  return new NoMeaning(part, notProduct({ part, found: fault }));
}
