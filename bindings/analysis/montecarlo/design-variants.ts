/** The estimators of a design study, and their performance on simulated panels. */
import type { DpdFitted } from '../../models/dpd/index.js';
import type { DesignVariant } from './design-result.js';
import type { Failure } from '../../core/jobs/failures.js';
import type { DpdModel } from '../../models/dpd/model/model.js';
import type { Plan as PlanOf } from '../sensitivity/multiverse/plans.js';
import { performanceOf } from './performance.js';
import { type Panels, rejections } from './rates.js';
import type { ByName } from '../../results/common.js';

type Plan = PlanOf<DpdModel>;

/** A variant that cannot be estimated from the data. */
export function withoutPanels(plan: Plan, failure: Failure): DesignVariant {
  const none = { panels: 0, failures: [], coefficients: {}, hansen: null, ar2: null };
  return { ...named(plan), instruments: 0, units: 0, failure, ...none };
}

/** The performance of a variant on simulated panels; `truth` has the coefficients of the process. */
export function variantOf(
  plan: Plan,
  { result, sample, model }: DpdFitted,
  { fits, failures }: Panels,
  truth: ByName,
): DesignVariant {
  const { params } = sample.design;
  const performances = params.flatMap((name, place) =>
    fits.length === 0 || sample.timeEffects.includes(name)
      ? []
      : [[name, performanceOf(fits, place, truth[name]!)] as const],
  );
  const rate = (name: 'hansen' | 'ar2') =>
    rejections(
      fits.map(({ pValues }) => pValues[name]),
      1 - model.level,
    );
  return {
    ...named(plan),
    instruments: result.rankInstruments!,
    units: result.ngroups!,
    panels: fits.length,
    failures,
    coefficients: Object.fromEntries(performances),
    hansen: rate('hansen'),
    ar2: rate('ar2'),
  };
}

/** `system, collapsed`. */
function named({ choices, original }: Plan): Pick<DesignVariant, 'name' | 'own'> {
  const { system, collapse } = choices;
  const equations = system === true ? 'system' : 'difference';
  const windows = { true: ', collapsed', false: '' }[String(collapse)] ?? ', as written';
  return { name: `${equations}${windows}`, own: original };
}
