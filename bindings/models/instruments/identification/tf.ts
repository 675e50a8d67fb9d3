import type { TFTest } from '../../fit-result.js';

/**
 * Critical values of |t| at 5 % for one endogenous variable and one instrument, by the square root of the first-stage
 * F in steps of 0.1 from 2 (Lee, McCrary, Moreira and Porter 2022, American Economic Review 112, table 3). Below
 * 1.96^2 no t rejects; from 104.7 on the usual 1.96 holds.
 */
const values = (
  '18.66 9.74 7.37 6.18 5.43 4.92 4.54 4.25 4.01 3.82 3.65 3.51 3.39 3.29 3.19 3.11 3.03 2.97 2.91 2.85 ' +
  '2.80 2.75 2.71 2.67 2.63 2.60 2.57 2.54 2.51 2.48 2.46 2.43 2.41 2.39 2.37 2.35 2.33 2.32 2.30 2.29 ' +
  '2.27 2.26 2.24 2.23 2.22 2.21 2.20 2.19 2.17 2.16 2.16 2.15 2.14 2.13 2.12 2.11 2.10 2.10 2.09 2.08 ' +
  '2.08 2.07 2.06 2.06 2.05 2.04 2.04 2.03 2.03 2.02 2.02 2.01 2.01 2.00 2.00 1.99 1.99 1.99 1.98 1.98 ' +
  '1.97 1.97 1.97 1.96'
)
  .split(' ')
  .map(Number);
const start = 2;
const step = 0.1;
const usual = 1.96;

/**
 * The critical value of t at 5 % for a first-stage F (of the covariance of t), by linear interpolation in its square
 * root, and what a standard error is multiplied by to keep 1.96.
 */
export function tf(firstStageF: number): TFTest {
  const place = (Math.sqrt(firstStageF) - start) / step;
  if (!(place >= 0)) {
    const none = firstStageF < usual * usual;
    const reason = none
      ? 'no t statistic rejects with a first-stage F below 3.84'
      : 'not tabulated for a first-stage F below 4';
    return { criticalValue: null, adjustment: null, reason };
  }
  const below = Math.min(Math.floor(place), values.length - 1);
  const above = Math.min(below + 1, values.length - 1);
  const share = Math.min(place - below, 1);
  const criticalValue = values[below]! + share * (values[above]! - values[below]!);
  return { criticalValue, adjustment: criticalValue / usual };
}
