/** What a study simulates: the process of a fit, with coefficients changed by options. */
import type { Engine } from '../../core/engine/engine.js';
import { toTable } from '../../data/index.js';
import type { DynamicFit } from '../../models/dynamic/fit.js';
import type { DynamicModel } from '../../models/dynamic/model/model.js';
import { persistenceOf, withPersistence } from './process/lag-process.js';
import type { Process, Source } from './process/process.js';
import { elementaryMath } from '../../core/numerics/elementary.js';
import type { SimulationSettings } from './simulation-options.js';
import type { ByName } from '../../results/common.js';

/** The main numbers of the process. */
export interface SimulatedProcess {
  readonly units: number;
  /** Periods of the calendar. */
  readonly periods: number;
  /** Sum of the coefficients of the lagged outcome. */
  readonly persistence: number;
  /** Standard deviation of the unit effects, and root mean square of those of the errors over units. */
  readonly effectSd: number;
  readonly errorSd: number;
  /** The smallest and the largest standard deviation of the errors of a unit. */
  readonly errorSdRange: readonly [number, number];
}

/**
 * @throws InputError `cannot-simulate` if persistence is set and there is no lagged outcome
 */
export function sourceOf(
  engine: Engine,
  { model, data, sample }: Pick<DynamicFit, 'model' | 'data' | 'sample'>,
  estimates: ByName,
  { persistence, variances }: SimulationSettings,
): Source {
  const params =
    persistence === undefined ? estimates : withPersistence(model, sample, estimates, persistence);
  const math = elementaryMath(engine);
  return { model, table: toTable(data), sample, math, estimates, params, variances };
}

export function describeProcess({ panel, lags, effectSd, errorSds }: Process): SimulatedProcess {
  const squares = errorSds.reduce((sum, sd) => sum + sd * sd, 0);
  return {
    units: panel.nunits,
    periods: panel.nperiods,
    persistence: persistenceOf(lags),
    effectSd,
    errorSd: Math.sqrt(squares / errorSds.length),
    errorSdRange: [Math.min(...errorSds), Math.max(...errorSds)],
  };
}

/** The model for simulated panels: with the AR(2) test, without difference-in-Hansen tests and baselines. */
export function simulatedModel(model: DynamicModel): DynamicModel {
  return { ...model, arOrders: Math.max(2, model.arOrders), diffHansen: [], baselines: false };
}
