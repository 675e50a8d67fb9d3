/** Progress in words. */
import type { BootstrapProgress } from '../../bindings/index.js';

export function grouped(n: number): string {
  return Math.round(n).toLocaleString('en-US');
}

/** The largest Monte Carlo error of a standard error, as a percentage of the standard error. */
export function largestError({ stdErrors, monteCarloError }: BootstrapProgress): string {
  const ratios = Object.keys(stdErrors).map((name) => monteCarloError[name]! / stdErrors[name]!);
  return percent(Math.max(...ratios));
}

export function percent(ratio: number): string {
  return Number.isFinite(ratio) ? `${(100 * ratio).toFixed(1)}%` : '?';
}
