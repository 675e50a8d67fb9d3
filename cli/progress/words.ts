/** Progress in words. */
import type { BootstrapProgress } from '../../bindings/index.js';

export function grouped(n: number): string {
  return Math.round(n).toLocaleString('en-US');
}

/** `4,096/10,000 replicates, 16,023/s, 1 s left, 0 failed`. */
export function sentence({ done, total, rate, secondsLeft, failed }: BootstrapProgress): string {
  const of = `${grouped(done)}/${grouped(total)} replicates`;
  return `${of}, ${grouped(rate)}/s, ${duration(secondsLeft)} left, ${grouped(failed)} failed`;
}

/** The largest Monte Carlo error of a standard error, as a percentage of the standard error. */
export function largestError({ stdErrors, monteCarloError }: BootstrapProgress): string {
  const ratios = Object.keys(stdErrors).map((name) => monteCarloError[name]! / stdErrors[name]!);
  return percent(Math.max(...ratios));
}

export function percent(ratio: number): string {
  return Number.isFinite(ratio) ? `${(100 * ratio).toFixed(1)}%` : '?';
}

export function duration(exact: number): string {
  const seconds = Math.ceil(exact);
  if (!Number.isFinite(seconds)) return 'unknown time';
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${twoDigits(seconds % 60)} s`;
  return `${Math.floor(seconds / 3600)} h ${twoDigits(Math.floor((seconds % 3600) / 60))} min`;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}
