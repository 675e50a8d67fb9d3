import type { RecordValues } from '../../../core/engine/arena.js';
import type { EconError } from '../../../core/errors/errors.js';
import { counted, listed } from '../../../words/text/messages.js';
import { errorFromStatus } from '../../../core/engine/status-errors.js';
import { Status } from '../../../core/engine/status.js';
import { statusTold } from '../../../core/engine/status-sentences.js';
import type { dpdFit } from '../../../generated/records.js';
import type { Omitted } from '../../../results/common.js';
import { collinearColumns } from '../../linear/estimate/explain-collinear.js';
import { describeInstruments } from '../design/instrument-names.js';
import { periodName } from '../../../data/panel/panel.js';
import type { DpdSample } from '../design/design.js';
import type { DpdModel } from '../model/model.js';
import { groupNames } from '../design/instrument-specs.js';

type FitRecord = Pick<
  RecordValues<typeof dpdFit>,
  'detail' | 'nparams' | 'rank' | 'rankTwoStep' | 'ninstruments' | 'ndiff' | 'nlevel'
> & {
  /** What explains the omitted regressors (`collinearColumns`). */
  readonly explanations?: Float64Array;
};

/** Turns a status of the core into an error that uses the names of the model. */
export function dpdError(
  status: number,
  fit: FitRecord,
  model: DpdModel,
  sample: DpdSample,
  instruments: Int32Array,
): EconError {
  const { params } = sample.design;
  const text = message(status, fit, model, sample, instruments);
  const column = params[fit.detail % params.length];
  const detail = {
    ...(status === Status.RankDeficient && { column, collinear: collinearIn(fit, sample) }),
    ...(status === Status.EmptySample && { lost: sample.ledger.lost }),
  };
  return errorFromStatus(status, text, detail, 'dpd');
}

/** Without a level equation, the transformation removes whatever does not vary within units. */
function collinearIn({ explanations }: FitRecord, { design, panel }: DpdSample): Omitted[] {
  if (explanations === undefined) return [];
  const differencedBy = design.system ? undefined : panel.unit;
  const rows = { names: design.params, x: [], nrows: 0, absorbed: [], differencedBy };
  return collinearColumns(rows, explanations);
}

function message(
  status: number,
  fit: FitRecord,
  model: DpdModel,
  sample: DpdSample,
  instruments: Int32Array,
): string {
  switch (status) {
    case Status.EmptySample:
      return emptySample(model, sample);
    case Status.TooFewClusters:
      return `the sample has one unit of ${sample.panel.unit}; expected at least two`;
    case Status.UnderIdentified:
      return underIdentified(fit) + zeroGroups(model, sample, instruments);
    case Status.RankDeficient:
      return rankDeficient(fit, model, sample);
    case Status.SingularWeighting:
      return singularWeight(fit, sample);
    case Status.NoDegreesOfFreedom:
      return noDegreesOfFreedom(fit, model);
    case Status.BadOption:
      return sample.design.clusters.length === 0 ? statusTold(status).text : dividedUnits(sample);
    case Status.NotPositiveDefinite:
      if (sample.design.clusters.length > 1) return indefiniteWeight(sample);
      return 'the principal components of the instruments cannot be computed; expected columns whose squares neither overflow nor vanish';
    case Status.NotConverged:
      return model.nonlinear
        ? 'the estimate with nonlinear moment conditions did not converge; add instruments that identify it, or set nonlinear to false'
        : 'the iterations do not return to the estimate, so it has no doubly corrected covariance; expected vcov robust, or steps 2';
    case Status.ExtremeColumn: {
      const name = [sample.depvar, ...sample.design.params][fit.detail];
      return `the moments of "${name}" leave the range of a double; expected sizes between 1e-60 and 1e60: change its units`;
    }
    case Status.Overflow:
      return 'an estimate or its criterion is not finite; expected instruments that identify the coefficients, and variables of moderate size';
    default:
      return statusTold(status).text;
  }
}

function singularWeight(
  { rankTwoStep, ninstruments, nparams }: FitRecord,
  { depvar }: DpdSample,
): string {
  if (rankTwoStep === 0) {
    return `the residuals of "${depvar}" are zero, so the two-step weighting matrix is zero; expected an outcome that varies over time and that the regressors do not explain exactly`;
  }
  if (rankTwoStep < nparams) {
    return `the two-step weighting matrix has rank ${rankTwoStep}; expected at least ${nparams}, the number of parameters; use steps 1 or more clusters`;
  }
  const advice = 'collapse or shorten the lag windows';
  return rankTwoStep < ninstruments
    ? `the two-step weighting matrix has rank ${rankTwoStep} for ${counted(ninstruments, 'instrument')}; expected full rank, as a continuously updated estimate needs its inverse: ${advice}`
    : `with as many clusters as instruments (${ninstruments}) the objective of a continuously updated estimate is constant; expected fewer instruments: ${advice}`;
}

/** The core refuses this option because of the data; the model alone cannot show it. */
function dividedUnits({ design }: DpdSample): string {
  const { column } = design.clusters[0]!;
  return `the doubly corrected covariance needs clusters of whole units, but column "${column}" has a unit in several clusters; choose another vcov.cluster or type robust`;
}

function indefiniteWeight({ design }: DpdSample): string {
  const columns = listed(design.clusters.map(({ column }) => column));
  return `the covariance of the moments, a sum over the clusterings ${columns}, is indefinite and cannot weight a second step; expected one clustering, fewer instruments (collapse) or steps 1`;
}

/** After an unadjusted one-step fit the small-sample factor counts the rows of sigma2, otherwise all reported rows. */
function noDegreesOfFreedom({ nparams, ndiff, nlevel }: FitRecord, model: DpdModel): string {
  const classical = model.steps === 1 && model.vcov.type === 'unadjusted';
  const levels = model.system && (!classical || model.h === 1);
  const rows = levels ? `${nlevel} level` : `${ndiff} transformed`;
  return `the small-sample factor has no degrees of freedom: ${counted(rows, 'row')} for ${counted(nparams, 'coefficient')}; expected more rows than coefficients`;
}

function underIdentified(fit: FitRecord): string {
  const count =
    fit.rank > 0
      ? `${fit.rank} independent instruments among ${fit.ninstruments}`
      : `${fit.ninstruments} ${fit.ninstruments === 1 ? 'instrument' : 'instruments'} with nonzero values`;
  return `${count} for ${counted(fit.nparams, 'coefficient')}; expected at least as many instruments as coefficients`;
}

/** Names the groups whose columns are all zero, with the reasons. */
function zeroGroups(model: DpdModel, sample: DpdSample, instruments: Int32Array): string {
  const columns = describeInstruments(instruments, sample, groupNames(model));
  const gone = groupNames(model).flatMap((group) => {
    const groupColumns = columns.filter((column) => column.group === group);
    const none = groupColumns.every(({ nonzero }) => nonzero === 0);
    const reasons = new Set(groupColumns.map(({ dropped }) => dropped));
    return none && groupColumns.length > 0 ? [`${group} (${[...reasons].join('; ')})`] : [];
  });
  return gone.length === 0 ? '' : `; no column remains of ${listed(gone)}`;
}

/** A detail below the number of parameters is a collinear regressor; above it, a regressor that is not identified. */
function rankDeficient(fit: FitRecord, model: DpdModel, sample: DpdSample): string {
  const { params, constant } = sample.design;
  const k = params.length;
  const name = params[fit.detail % k]!;
  if (fit.detail >= k) {
    return `the coefficient of "${name}" is not identified: the instruments do not separate it from the others`;
  }
  const before = [...(constant ? ['_cons'] : []), ...params.slice(0, fit.detail)];
  const earlier = before.filter((one) => one !== name);
  const where = model.system ? '' : ', after the transformation,';
  if (earlier.length === 0) return `regressor "${name}" is${where} zero in every row`;
  return `regressor "${name}" is${where} constant or a linear combination of earlier columns (${listed(earlier)})`;
}

function emptySample(model: DpdModel, sample: DpdSample): string {
  const { lost, rowsUsed } = sample.ledger;
  const lines = lost.map(({ reason, rows }) => `${rows} ${reason}`);
  const kind = model.system ? 'level' : 'transformed';
  const rest = rowsUsed > 0 ? [`${rowsUsed} without a complete row in an adjacent period`] : [];
  const short = tooShort(model, sample);
  const cause = short === undefined ? '' : `${short}; `;
  return `no usable ${kind} row among ${counted(sample.nrowsRead, 'row')} read; ${cause}rows lost: ${[...lines, ...rest].join('; ')}`;
}

/**
 * Says why a panel has too few periods for its formula: which term looks back how far, and in which period it first
 * exists. Undefined where the panel has enough periods.
 */
function tooShort(model: DpdModel, { panel, terms }: DpdSample): string | undefined {
  const { depvar, regressors } = terms;
  const [deepest] = [depvar, ...regressors].sort((a, b) => b.depth - a.depth);
  const needed = deepest!.depth + (model.system ? 1 : 2);
  if (needed <= panel.nperiods) return undefined;
  const { nperiods } = panel;
  const [first, last] = [periodName(panel, 0), periodName(panel, nperiods - 1)];
  const reach = `${deepest!.name}${model.system ? '' : ', transformed,'} reaches ${needed - 1} ${needed === 2 ? 'period' : 'periods'} back`;
  return `${reach} and exists from ${periodName(panel, needed - 1)} on; the panel has ${nperiods} ${nperiods === 1 ? 'period' : 'periods'}, ${first} to ${last}`;
}
