/** A multiverse's bootstraps in words. */
import { isFailure } from '../../../core/jobs/failures.js';
import type { MultiverseBootstrap } from '../../../analysis/sensitivity/multiverse/result.js';
import type { Estimate } from '../../../analysis/sensitivity/multiverse/specification.js';

import { errorFormat, percent, pValue } from '../../../words/text/format.js';
import { failure, type Phrase, plural, type Said, say } from '../../../words/phrase.js';

/** How all specifications are bootstrapped, and which bootstraps are missing. */
export function bootstrapsWords({
  ci,
  reps,
  seed,
  failedReplicates,
  withFailed,
  failures,
}: MultiverseBootstrap): Phrase {
  const without = failures.reduce((sum, one) => sum + one.count, 0);
  const failed =
    failedReplicates === 0
      ? say('no replicate failed')
      : say(
          '{} failed, in {}',
          plural(failedReplicates, 'replicate'),
          plural(withFailed, 'specification'),
        );
  const missing =
    without === 0 ? '' : say('; {} without a bootstrap', plural(without, 'specification'));
  return say(
    '{} intervals from {} each, seed {}; {}{}',
    String(ci),
    plural(reps, 'replicate'),
    seed,
    failed,
    missing,
  );
}

/** The bootstrap result of one estimate. */
export function estimateBootstrapWords(
  { bootstrap }: Estimate,
  ci: MultiverseBootstrap['ci'],
  level: number,
): Phrase {
  if (bootstrap === undefined) return '';
  if (isFailure(bootstrap)) return say('no bootstrap; ');
  const { stdError, confInt, pValue: p } = bootstrap;
  const format = errorFormat([stdError, stdError]);
  const interval =
    confInt === null
      ? say('no {} interval', String(ci))
      : say(
          '{} {} from {} to {}',
          String(ci),
          percent(level),
          format(confInt[0]),
          format(confInt[1]),
        );
  return say('bootstrap ({}), {}, p {}; ', format(stdError), interval, pValue(p));
}

/** Reasons for missing bootstraps, and warnings of the others. */
export function bootstrapWarnings({ failures, warnings }: MultiverseBootstrap): Said[] {
  return [
    ...failures.map((countedFailure) =>
      say(
        '{} without a bootstrap: {}',
        plural(countedFailure.count, 'specification'),
        failure(countedFailure),
      ),
    ),
    ...warnings.map((countedFailure) =>
      say(
        '{} gave a warning, the first: {}',
        plural(countedFailure.count, 'bootstrap'),
        failure(countedFailure),
      ),
    ),
  ];
}
