/**
 * Numbers that carry their exact derivatives with respect to every coefficient (forward-mode differentiation). With
 * them the delta method needs no step sizes.
 */
import { wholePower } from './whole-power.js';

export interface Dual {
  readonly value: number;
  /** Derivatives, one per coefficient. */
  readonly gradient: readonly number[];
}

/** Natural logarithm and exponential of one number, from the core. */
export interface ScalarMath {
  log(x: number): number;
  exp(x: number): number;
}

export function constant(value: number, ncoefficients: number): Dual {
  return { value, gradient: new Array<number>(ncoefficients).fill(0) };
}

/** Coefficient `index` of `values`. */
export function coefficient(values: readonly number[], index: number): Dual {
  return { value: values[index]!, gradient: values.map((_, i) => Number(i === index)) };
}

export function add(a: Dual, b: Dual): Dual {
  return { value: a.value + b.value, gradient: a.gradient.map((d, i) => d + b.gradient[i]!) };
}

export function negate(a: Dual): Dual {
  return scaled(a, -a.value, -1);
}

export function subtract(a: Dual, b: Dual): Dual {
  return add(a, negate(b));
}

export function multiply(a: Dual, b: Dual): Dual {
  return combined(a, b, a.value * b.value, [b.value, a.value]);
}

export function divide(a: Dual, b: Dual): Dual {
  const value = a.value / b.value;
  return combined(a, b, value, [1 / b.value, -value / b.value]);
}

/** a^b: by multiplication if b is a whole constant, otherwise by exp and log. */
export function power(a: Dual, b: Dual, math: ScalarMath): Dual {
  if (Number.isInteger(b.value) && b.gradient.every((d) => d === 0))
    return integerPower(a, b.value);
  const logarithm = math.log(a.value);
  const value = math.exp(b.value * logarithm);
  return combined(a, b, value, [(b.value * value) / a.value, value * logarithm]);
}

export function log(a: Dual, math: ScalarMath): Dual {
  return scaled(a, math.log(a.value), 1 / a.value);
}

export function exp(a: Dual, math: ScalarMath): Dual {
  const value = math.exp(a.value);
  return scaled(a, value, value);
}

export function sqrt(a: Dual): Dual {
  const value = Math.sqrt(a.value);
  return scaled(a, value, 0.5 / value);
}

/** |a|, whose derivative at 0 is NaN. */
export function abs(a: Dual): Dual {
  return scaled(a, Math.abs(a.value), a.value / Math.abs(a.value));
}

function integerPower(a: Dual, exponent: number): Dual {
  if (exponent >= 1) {
    const below = wholePower(a.value, exponent - 1);
    return scaled(a, below * a.value, exponent * below);
  }
  const value = 1 / wholePower(a.value, -exponent);
  return scaled(a, value, exponent === 0 ? 0 : (exponent * value) / a.value);
}

/** A derivative that is 0 stays 0, even if the slope is infinite or NaN. */
function scaled(a: Dual, value: number, slope: number): Dual {
  return { value, gradient: a.gradient.map((d) => (d === 0 ? 0 : slope * d)) };
}

/** The chain rule: slopes[0] da + slopes[1] db. */
function combined(a: Dual, b: Dual, value: number, slopes: readonly [number, number]): Dual {
  return add(scaled(a, value, slopes[0]), scaled(b, 0, slopes[1]));
}
