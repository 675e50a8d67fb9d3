import type { RecordValues } from '../../../core/engine/arena.js';
import type { EconError } from '../../../core/errors/errors.js';
import { errorFromStatus } from '../../../core/engine/status-errors.js';
import { Status } from '../../../core/engine/status.js';
import { statusTold } from '../../../core/engine/status-sentences.js';
import type { dpdFit } from '../../../generated/records.js';
import type { Omitted } from '../../../results/common.js';
import { collinearColumns } from '../../linear/estimate/explain-collinear.js';
import { zeroColumnsOf } from '../design/instrument-names.js';
import { periodName } from '../../../data/panel/panel.js';
import type { DynamicSample } from '../design/design.js';
import type { DynamicModel } from '../model/model.js';
import { groupNames } from '../design/instrument-specs.js';

import * as say from '../../../words/errors/models/dynamic.js';
import { dynamicCollinear, dynamicUnseparated } from '../../../words/errors/models/regressors.js';
import type { Told } from '../../../words/told.js';

type FitRecord = Pick<
  RecordValues<typeof dpdFit>,
  'detail' | 'nparams' | 'rank' | 'rankTwoStep' | 'ninstruments' | 'ndiff' | 'nlevel'
> & {
  /** What explains the omitted regressors (`collinearColumns`). */
  readonly explanations?: Float64Array;
};

/** Turns a status of the core into an error that uses the names of the model. */
export function dynamicError(
  status: number,
  fit: FitRecord,
  model: DynamicModel,
  sample: DynamicSample,
  instruments: Int32Array,
): EconError {
  return errorFromStatus(status, toldOf(status, fit, model, sample, instruments), model.estimator);
}

/** Without a level equation, the transformation removes whatever does not vary within units. */
function collinearIn({ explanations }: FitRecord, { design, panel }: DynamicSample): Omitted[] {
  if (explanations === undefined) return [];
  const differencedBy = design.system ? undefined : panel.unit;
  const rows = { names: design.params, x: [], nrows: 0, absorbed: [], differencedBy };
  return collinearColumns(rows, explanations);
}

function toldOf(
  status: number,
  fit: FitRecord,
  model: DynamicModel,
  sample: DynamicSample,
  instruments: Int32Array,
): Told {
  const { clusters, params } = sample.design;
  switch (status) {
    case Status.EmptySample:
      return emptySample(model, sample);
    case Status.TooFewClusters:
      return say.oneUnit({ unit: sample.panel.unit });
    case Status.UnderIdentified:
      return say.dynamicUnderIdentified({
        instruments: fit.ninstruments,
        rank: Math.max(0, fit.rank),
        coefficients: fit.nparams,
        empty: emptyGroups(model, sample, instruments),
      });
    case Status.RankDeficient:
      return rankDeficient(fit, model, sample);
    case Status.SingularWeighting:
      return singularWeight(fit, sample);
    case Status.NoDegreesOfFreedom:
      return noDegreesOfFreedom(fit, model);
    case Status.BadOption: // because of the data, which the model alone cannot show
      return clusters.length === 0
        ? statusTold(status)
        : say.dividedUnits({ column: clusters[0]!.column });
    case Status.NotPositiveDefinite:
      return clusters.length > 1
        ? say.indefiniteClusterings({ columns: clusters.map(({ column }) => column) })
        : say.noComponents();
    case Status.NotConverged:
      return model.nonlinear ? say.nonlinearNotConverged() : say.notReturned();
    case Status.ExtremeColumn:
      return say.extremeMoments({ column: [sample.depvar, ...params][fit.detail]! });
    case Status.Overflow:
      return say.infiniteEstimate();
    default:
      return statusTold(status);
  }
}

function singularWeight(
  { rankTwoStep: rank, ninstruments: instruments, nparams }: FitRecord,
  { depvar }: DynamicSample,
): Told {
  if (rank === 0) return say.zeroResiduals({ depvar });
  if (rank < nparams) return say.twoStepOfLowRank({ rank, parameters: nparams });
  return rank < instruments
    ? say.noInverse({ rank, instruments })
    : say.constantObjective({ instruments });
}

/** After an unadjusted one-step fit the small-sample factor counts the rows of sigma2, otherwise all reported rows. */
function noDegreesOfFreedom({ nparams, ndiff, nlevel }: FitRecord, model: DynamicModel): Told {
  const classical = model.steps === 1 && model.vcov.type === 'unadjusted';
  const level = model.system && (!classical || model.h === 1);
  return say.tooFewDynamicRows({ rows: level ? nlevel : ndiff, level, coefficients: nparams });
}

/** The groups whose columns are all zero, with the reasons. */
function emptyGroups(model: DynamicModel, sample: DynamicSample, instruments: Int32Array) {
  const names = groupNames(model);
  const columns = zeroColumnsOf(instruments, sample);
  return names.flatMap((group, g) => {
    const members = columns.filter((column) => column.group === g);
    const why = members.flatMap(({ zero }) => zero ?? []);
    if (members.length === 0 || why.length < members.length) return [];
    const distinct = new Map(why.map((one) => [one.kind, one]));
    return [{ group, why: [...distinct.values()] }];
  });
}

/** A detail below the number of parameters is a collinear regressor; above it, a regressor that is not identified. */
function rankDeficient(fit: FitRecord, model: DynamicModel, sample: DynamicSample): Told {
  const { params, constant } = sample.design;
  const k = params.length;
  const column = params[fit.detail % k]!;
  const collinear = collinearIn(fit, sample);
  if (fit.detail >= k) return dynamicUnseparated({ column, collinear });
  const before = [...(constant ? ['_cons'] : []), ...params.slice(0, fit.detail)];
  const earlier = before.filter((one) => one !== column);
  return dynamicCollinear({ column, collinear, earlier, transformed: !model.system });
}

function emptySample(model: DynamicModel, sample: DynamicSample): Told {
  const { lost, rowsUsed } = sample.ledger;
  const short = tooShort(model, sample);
  return say.noDynamicRow({
    lost,
    read: sample.nrowsRead,
    level: model.system,
    alone: Math.max(0, rowsUsed),
    ...(short !== undefined && { short }),
  });
}

/**
 * Why a panel has too few periods for its formula: which term looks back how far, and in which period it first exists.
 * Undefined where the panel has enough periods.
 */
function tooShort(model: DynamicModel, { panel, terms }: DynamicSample): say.TooShort | undefined {
  const { depvar, regressors } = terms;
  const [deepest] = [depvar, ...regressors].sort((a, b) => b.depth - a.depth);
  const needed = deepest!.depth + (model.system ? 1 : 2);
  const { nperiods } = panel;
  if (needed <= nperiods) return undefined;
  return {
    term: deepest!.name,
    reach: needed - 1,
    from: periodName(panel, needed - 1),
    periods: nperiods,
    first: periodName(panel, 0),
    last: periodName(panel, nperiods - 1),
  };
}
