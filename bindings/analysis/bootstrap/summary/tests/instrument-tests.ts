/**
 * Bootstrapped tests of instruments: percentile intervals of the fit's statistics, and Anderson and Rubin's p-value, (1
 * + #{AR* >= AR}) / (1 + R). AR tests that the instruments' coefficients in the regression of the outcome are 0. AR*
 * tests in a replicate that they equal those of the sample, which is true in the resampled population.
 */
import type { Engine } from '../../../../core/engine/engine.js';
import { ReplicateStatus } from '../../../../generated/codes.js';
import type { BootstrapTests, FitResult, StatisticInterval } from '../../../../results/fit.js';
import { beyondIn, compare, type Compared } from './dpd-tests.js';
import { derive, placed } from '../quantities.js';
import type { Replicates } from '../../replicates.js';
import { summarize } from '../summarize.js';
import { ANDERSON_RUBIN, ANDERSON_RUBIN_RECENTRED, firstStageName } from '../statistics.js';
import type { SummaryOptions } from '../options.js';

export function bootstrapInstrumentTests(
  engine: Engine,
  fit: FitResult,
  replicates: Replicates,
  options: SummaryOptions,
): Pick<BootstrapTests, 'firstStageF' | 'andersonRubin'> {
  const { tests: wanted = [], scheme, seed, level } = options;
  const { firstStage = [], andersonRubin } = fit.tests;
  const intervalOf = (name: string, { stat }: Compared): StatisticInterval => {
    const values = column(fit, replicates, name);
    const { confInt } = summarize(engine, { ...fit, params: { [name]: stat ?? NaN } }, values, {
      scheme,
      seed,
      ci: ['percentile'],
      level,
      pValue: 'symmetric',
    });
    return { stat, confInt: confInt.percentile![name]!, replicates: numbersOf(values).length };
  };
  const recentred = () => numbersOf(column(fit, replicates, ANDERSON_RUBIN_RECENTRED));
  return {
    ...(wanted.includes('firstStageF') && {
      firstStageF: firstStage.map(({ endogenous, partialF }) => ({
        endogenous,
        ...intervalOf(firstStageName(endogenous), partialF),
      })),
    }),
    ...(wanted.includes('andersonRubin') &&
      andersonRubin && {
        andersonRubin: {
          ...compare(andersonRubin, true, (stat) => beyondIn(recentred(), { stat, tail: 'above' })),
          confInt: intervalOf(ANDERSON_RUBIN, andersonRubin).confInt,
        },
      }),
  };
}

/** The values of one statistic in all replicates. */
function column({ params }: FitResult, replicates: Replicates, name: string): Replicates {
  const place = Object.keys(params).length + replicates.statistics.indexOf(name);
  return derive([placed(name, place)], replicates);
}

/** Numbers of the replicates that have the statistic. */
function numbersOf({ values, statuses }: Replicates): number[] {
  return [...values].filter(
    (x, r) => (statuses[r]! & ReplicateStatus.bits) === 0 && !Number.isNaN(x),
  );
}
