/** A multiverse's bootstraps in words. */
import { isFailure } from '../../../core/jobs/failures.js';
import type { MultiverseBootstrap } from '../../../analysis/sensitivity/multiverse/result.js';
import type { Estimate } from '../../../analysis/sensitivity/multiverse/specification.js';
import { plural } from '../../../words/text/counts.js';
import { errorFormat, percent, pValue } from '../../../words/text/format.js';

/** How all specifications are bootstrapped, and which bootstraps are missing. */
export function bootstrapsWords({
  ci,
  reps,
  seed,
  failedReplicates,
  withFailed,
  failures,
}: MultiverseBootstrap): string {
  const without = failures.reduce((sum, failure) => sum + failure.count, 0);
  const failed =
    failedReplicates === 0
      ? 'no replicate failed'
      : `${plural(failedReplicates, 'replicate')} failed, in ${plural(withFailed, 'specification')}`;
  const missing = without === 0 ? '' : `; ${plural(without, 'specification')} without a bootstrap`;
  return `${ci} intervals from ${plural(reps, 'replicate')} each, seed ${seed}; ${failed}${missing}`;
}

/** The bootstrap result of one estimate. */
export function estimateBootstrapWords(
  { bootstrap }: Estimate,
  ci: MultiverseBootstrap['ci'],
  level: number,
): string {
  if (bootstrap === undefined) return '';
  if (isFailure(bootstrap)) return 'no bootstrap; ';
  const { stdError, confInt, pValue: p } = bootstrap;
  const format = errorFormat([stdError, stdError]);
  const interval =
    confInt === null
      ? `no ${ci} interval`
      : `${ci} ${percent(level)} from ${format(confInt[0])} to ${format(confInt[1])}`;
  return `bootstrap (${format(stdError)}), ${interval}, p ${pValue(p)}; `;
}

/** Reasons for missing bootstraps, and warnings of the others. */
export function bootstrapWarnings({ failures, warnings }: MultiverseBootstrap): string[] {
  return [
    ...failures.map(
      (countedFailure) =>
        `${plural(countedFailure.count, 'specification')} without a bootstrap: ${countedFailure.message}`,
    ),
    ...warnings.map(
      (countedFailure) =>
        `${plural(countedFailure.count, 'bootstrap')} gave a warning, the first: ${countedFailure.message}`,
    ),
  ];
}
