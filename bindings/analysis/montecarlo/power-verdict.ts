/** What the rejection rates imply for the p-values of a fit, in sentences. */
import type { PValues } from '../../results/p-values.js';
import { series } from '../../core/text/counts.js';
import type { PowerCase, TestName } from './power-result.js';
import type { Rate } from './rates.js';

const tests: readonly (readonly [TestName, string])[] = [
  ['hansen', "Hansen's test"],
  ['ar2', 'The AR(2) test'],
  ['levelHansen', 'The difference-in-Hansen test of the level equation'],
];

/**
 * One paragraph per test of the fit. AR(2) is judged against serial correlation only. Sargan's test, which assumes
 * homoskedastic errors, is in the table only.
 */
export function powerVerdict(
  pValues: PValues,
  cases: readonly PowerCase[],
  level: number,
): string[] {
  const [valid, ...violated] = cases;
  return tests.flatMap(([name, words]) => {
    const p = pValues[name];
    const size = valid!.rejected[name];
    if (p === null || size === null) return [];
    const powers = violated.flatMap(({ violation, words: invalid, rejected }) => {
      const rate = rejected[name];
      const meant = name !== 'ar2' || violation?.kind === 'serial-correlation';
      return rate === null || !meant ? [] : [{ violation: invalid, rate }];
    });
    const pValueSentence = `${words} has p = ${p >= 0.001 ? p.toFixed(4) : p.toExponential(1)}.`;
    const sizes = `At ${percent(1 - level)} it rejects ${rateWords(size)} of valid panels`;
    const power = powers.map(({ violation, rate }) => `${rateWords(rate)} with ${violation}`);
    const listed = power.length === 0 ? sizes : `${sizes}, ${power.join(', ')}`;
    const rejects = p < 1 - level;
    return [
      [pValueSentence, `${listed}.`, ...distortion(size, level), ...weakness(rejects, powers)].join(
        ' ',
      ),
    ];
  });
}

/** Reports a size that differs from 1 - level by more than twice its Monte Carlo error. */
function distortion({ share, panels }: Rate, level: number): string[] {
  const alpha = 1 - level;
  const error = Math.sqrt((alpha * level) / panels);
  if (share > alpha + 2 * error) return ['It rejects too often: its p-values are too low.'];
  if (share < alpha - 2 * error) return ['It rejects too rarely: its p-values are too high.'];
  return [];
}

interface Power {
  readonly violation: string;
  readonly rate: Rate;
}

/** If a test rejects fewer than half of the invalid panels, its non-rejection is no evidence. */
function weakness(rejects: boolean, powers: readonly Power[]): string[] {
  const weak = powers.filter(({ rate }) => rate.share < 0.5).map(({ violation }) => violation);
  if (rejects || weak.length === 0) return [];
  return [
    `It often misses ${series(weak, 'or')}, so a large p-value is weak evidence of validity.`,
  ];
}

function rateWords({ share, monteCarloError }: Rate): string {
  return `${percent(share)} (+-${(100 * monteCarloError).toFixed(1)})`;
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))}%`;
}
