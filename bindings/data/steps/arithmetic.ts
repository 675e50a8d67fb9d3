/** `+ - * / ^` of two columns. */
import type { VectorMath } from '../../core/numerics/elementary.js';
import { wholePower } from '../../core/numerics/whole-power.js';
import { product } from '../doubled.js';
import type { Arithmetic } from '../formula/expressions/expression.js';
import { Cause, numbersOf, type NumberValues } from './values.js';

export function arithmetic(
  operator: Arithmetic,
  a: NumberValues,
  b: NumberValues,
  math: VectorMath,
): NumberValues {
  switch (operator) {
    case '+':
      return combined(a, b, (x, y) => x + y, Cause.range);
    case '-':
      return combined(a, b, (x, y) => x - y, Cause.range);
    case '*':
      return combined(a, b, (x, y) => x * y, Cause.range);
    case '/':
      return combined(a, b, (x, y) => (y === 0 ? NaN : x / y), Cause.division);
    case '^':
      return power(a, b, math);
  }
}

function combined(
  a: NumberValues,
  b: NumberValues,
  combine: (x: number, y: number) => number,
  cause: number,
): NumberValues {
  const values = new Float64Array(a.values.length);
  for (let row = 0; row < values.length; row++) {
    values[row] = combine(a.values[row]!, b.values[row]!);
  }
  return numbersOf('number', values, [a, b], cause);
}

/** Above this exponent a whole power has more roundings than exp and log. */
const mostSquared = 1024;

/**
 * Whole powers multiply and 0.5 is the square root. Other powers are exp(y log x) in doubled precision. A missing value
 * to the power 0 is missing.
 */
function power(a: NumberValues, b: NumberValues, math: VectorMath): NumberValues {
  const x = a.values;
  const y = b.values;
  const isSimple = y.every(
    (exponent) => isWhole(exponent) || exponent === 0.5 || exponent !== exponent,
  );
  const general = isSimple ? x : generalPowers(x, y, math);
  const values = x.map((base, row) => {
    const exponent = y[row]!;
    if (base !== base || exponent !== exponent) return NaN;
    if (isWhole(exponent)) {
      const raised = wholePower(base, Math.abs(exponent));
      if (exponent >= 0) return raised;
      return base === 0 ? NaN : 1 / raised;
    }
    if (base === 0) return exponent > 0 ? 0 : NaN;
    return exponent === 0.5 ? Math.sqrt(base) : general[row]!;
  });
  const cause = (row: number) => (x[row] === 0 ? Cause.division : Cause.power);
  return numbersOf('number', values, [a, b], cause);
}

function isWhole(exponent: number): boolean {
  return Number.isInteger(exponent) && Math.abs(exponent) <= mostSquared;
}

function generalPowers(x: Float64Array, y: Float64Array, math: VectorMath): Float64Array {
  const bases = x.map((base) => (base > 0 ? base : NaN));
  const logs = math.log(bases);
  const low = math.logLow(bases, new Float64Array(x.length), logs);
  const exponents = product({ values: y }, { values: logs, low });
  const powers = math.exp(exponents.values);
  const rest = math.expLow(exponents.values, exponents.low ?? low, powers);
  return powers.map((value, row) => {
    const correction = rest[row]!;
    return Number.isFinite(correction) ? value + correction : value;
  });
}
