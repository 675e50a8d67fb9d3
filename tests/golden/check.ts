/** One number of a golden case beside the one found. */
import type { Test } from '../../bindings/results/fit.js';

/** Largest allowed relative difference, by kind of number. */
export interface Tolerance {
  readonly params: number;
  readonly stdErrors: number;
  readonly stat: number;
  readonly pValue: number;
}

/** A test as a case gives it; `absolute` where the source printed few decimals. */
export interface ExpectedTest {
  readonly stat?: number | null;
  /** One number for a chi-squared, two for an F. */
  readonly df?: number | readonly [number, number];
  readonly pValue?: number | null;
  readonly absolute?: { readonly stat: number; readonly pValue: number };
}

export type Kind = 'params' | 'stdErrors' | 'stats' | 'pValues' | 'counts';

/** One compared number; `difference` is relative unless the case allows an absolute one. */
export interface Check {
  readonly name: string;
  readonly kind: Kind;
  readonly expected: number | string;
  readonly found: unknown;
  readonly difference: number;
  readonly allowed: number;
  readonly absolute: boolean;
}

export function relative(
  name: string,
  kind: Kind,
  pair: { expected: number; found: unknown; scale?: number },
  allowed: number,
): Check {
  const { expected, found, scale = Math.abs(expected) } = pair;
  const gap = typeof found === 'number' ? Math.abs(found - expected) : Infinity;
  const difference = gap === 0 ? 0 : gap / (scale === 0 ? 1 : scale);
  return { name, kind, expected, found, difference, allowed, absolute: false };
}

/** `scale` is the size that rounding in the statistic is relative to, its own by default. */
export function compareTest(
  name: string,
  expected: ExpectedTest | undefined,
  found: FoundTest | undefined,
  tolerance: Tolerance,
  scale?: number,
): Check[] {
  if (expected === undefined) return [];
  if (expected.df === 0) return [compareMissing(name, found as Test | undefined)];
  const checks: Check[] = [];
  const { absolute } = expected;
  const add = (part: 'stat' | 'pValue', kind: Kind, size?: number) => {
    const value = expected[part];
    if (value === undefined || value === null) return;
    const pair = { expected: value, found: found?.[part] };
    const sized = size === undefined ? pair : { ...pair, scale: Math.max(size, Math.abs(value)) };
    checks.push(
      absolute === undefined
        ? relative(`${name} ${part}`, kind, sized, tolerance[part])
        : within(`${name} ${part}`, kind, pair, absolute[part]),
    );
  };
  add('stat', 'stats', scale);
  add('pValue', 'pValues');
  if (expected.df !== undefined) {
    const df = [found !== undefined && 'df' in found ? found.df : undefined].flat();
    [expected.df].flat().forEach((value, i) => {
      checks.push(relative(`${name} df`, 'counts', { expected: value, found: df[i] }, exact));
    });
  }
  return checks;
}

export const exact = 0;

export function within(
  name: string,
  kind: Kind,
  pair: { expected: number; found: unknown },
  allowed: number,
): Check {
  const { expected, found } = pair;
  const difference = typeof found === 'number' ? Math.abs(found - expected) : Infinity;
  return { name, kind, expected, found, difference, allowed, absolute: true };
}

/** A test that cannot exist must say so: no number, and a reason. */
function compareMissing(name: string, found: Test | undefined): Check {
  const said = found?.stat === null && 'reason' in found && found.reason !== '';
  const difference = said ? 0 : Infinity;
  const expected = 'no number and a reason';
  return { name, kind: 'counts', expected, found, difference, allowed: exact, absolute: false };
}

type FoundTest = Test | { readonly stat: number | null; readonly pValue: number | null };
