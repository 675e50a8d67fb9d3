/**
 * Poisson regression by iterated least squares: an estimator that no analysis knows. It has one small file and answers
 * the questions of the protocol; registered for a test, it passes every analysis.
 */
import * as v from 'valibot';
import { IdentificationError } from '../../../../bindings/core/errors/errors.js';
import type { Engine } from '../../../../bindings/core/engine/engine.js';
import { elementaryMath } from '../../../../bindings/core/numerics/elementary.js';
import { type DataInput, parseFormula } from '../../../../bindings/data/index.js';
import type { Estimator } from '../../../../bindings/models/describe.js';
import type { Fitted } from '../../../../bindings/models/fitted.js';
import { inference } from '../../../../bindings/models/inference.js';
import { codedRegressors } from '../../../../bindings/models/linear/answers.js';
import {
  buildSample,
  keptPositions,
  type LinearSample,
} from '../../../../bindings/models/linear/design/sample.js';
import { resolveCovariance } from '../../../../bindings/models/linear/model/covariance.js';
import { linearFormula } from '../../../../bindings/models/linear/model/formula.js';
import { vcov } from '../../../../bindings/models/linear/model/schema.js';
import {
  describeCovariance,
  describeSample,
} from '../../../../bindings/models/linear/result/result.js';
import { linearChoices, multiverseOf } from '../../../../bindings/models/multiverse/schema.js';
import type { OlsModel } from '../../../../bindings/models/ols/model.js';
import { registerEstimator } from '../../../../bindings/models/reading/load-estimator.js';
import { checked } from '../../../../bindings/models/schema/check.js';
import { dataKeys } from '../../../../bindings/models/schema/data-schema.js';
import {
  formulaKeys,
  nameKeys,
  reportKeys,
  rowKeys,
} from '../../../../bindings/models/schema/common-keys.js';
import { panel, record } from '../../../../bindings/models/schema/schema.js';
import {
  type EstimatorTraits,
  noTraits,
  shortestPanel,
} from '../../../../bindings/models/traits.js';
import type { FitResult } from '../../../../bindings/results/fit.js';
import { inverse, times } from './matrices.js';

interface PoissonModel extends Omit<OlsModel, 'estimator' | 'weights' | 'absorb'> {
  readonly estimator: 'poisson';
}

interface PoissonFitted extends Fitted {
  readonly model: PoissonModel;
  readonly sample: LinearSample;
  readonly params: Float64Array;
  /** Influence functions by row. */
  readonly influence: readonly Float64Array[];
}

const schema = record({
  ...dataKeys,
  panel: v.optional(panel),
  ...rowKeys,
  ...formulaKeys,
  estimator: v.literal('poisson', 'poisson'),
  vcov: v.optional(vcov, {}),
  bootstrap: v.optional(v.any()),
  multiverse: multiverseOf(linearChoices),
  ...reportKeys,
  ...nameKeys,
});

function read(value: unknown): PoissonModel {
  const { vcov: written, ...rest } = checked(schema, value, 'poisson');
  const robust = {
    ...written,
    type: written.type ?? (written.cluster ? 'cluster' : 'robust'),
  } as const;
  return { ...rest, vcov: resolveCovariance(robust, { panel: rest.panel }) } as PoissonModel;
}

const sampleOf = (engine: Engine, model: PoissonModel, data: DataInput) =>
  buildSample(
    { ...model, formula: linearFormula('poisson', model.formula) },
    data,
    elementaryMath(engine),
  );

const at = (column: Float64Array | number, i: number) =>
  typeof column === 'number' ? column : column[i]!;
const etaOf = ({ x }: LinearSample, b: ArrayLike<number>, i: number) =>
  x.reduce((sum: number, column, j) => sum + b[j]! * at(column, i), 0);

/** X'WX inverse and the coefficients, by Newton's method from the mean of the outcome. */
function maximise(sample: LinearSample, weights: Float64Array) {
  const { x, y, nrows } = sample;
  const mean =
    y.reduce((sum, value, i) => sum + weights[i]! * value, 0) / weights.reduce((a, b) => a + b, 0);
  let b = x.map((column) => (typeof column === 'number' ? Math.log(mean) : 0));
  for (let step = 0; step < 100; step++) {
    const hessian = x.map(() => x.map(() => 0));
    const score = x.map(() => 0);
    for (let i = 0; i < nrows; i++) {
      const mu = Math.exp(etaOf(sample, b, i));
      x.forEach((left, j) => {
        score[j]! += weights[i]! * at(left, i) * (y[i]! - mu);
        x.forEach((right, k) => (hessian[j]![k]! += weights[i]! * mu * at(left, i) * at(right, i)));
      });
    }
    const bread = inverse(hessian);
    const move = bread && times(bread, score);
    if (move === undefined || !move.every(Number.isFinite)) {
      throw new IdentificationError(
        { id: 'rank-deficient', detail: {}, text: 'poisson: the regressors are collinear' },
        { status: 20 },
      );
    }
    b = b.map((value, j) => value + move[j]!);
    if (move.every((change) => Math.abs(change) < 1e-12))
      return { params: Float64Array.from(b), bread: bread! };
  }
  throw new IdentificationError(
    { id: 'rank-deficient', detail: {}, text: 'poisson: the estimates do not converge' },
    { status: 20 },
  );
}

function fit(
  engine: Engine,
  model: PoissonModel,
  data: DataInput,
  known?: FitResult,
): PoissonFitted {
  const sample = sampleOf(engine, model, data);
  const { params, bread } = maximise(sample, new Float64Array(sample.nrows).fill(1));
  const { x, y, names, nrows, clusters } = sample;
  const residuals = y.map((value, i) => value - Math.exp(etaOf(sample, params, i)));
  const influence = names.map(() => new Float64Array(nrows));
  for (let i = 0; i < nrows; i++) {
    const psi = times(
      bread,
      x.map((column) => at(column, i) * residuals[i]!),
    );
    psi.forEach((value, j) => (influence[j]![i] = value));
  }
  const sums = influence.map((psi) => {
    if (clusters.length === 0) return psi;
    const totals = new Float64Array(clusters[0]!.count);
    psi.forEach((value, i) => (totals[clusters[0]!.codes[i]!]! += value));
    return totals;
  });
  const values = Float64Array.from(
    sums.flatMap((a) => sums.map((b) => a.reduce((s, z, i) => s + z * b[i]!, 0))),
  );
  const rss = residuals.reduce((sum, e) => sum + e * e, 0);
  const dfResid = nrows - names.length;
  const result: FitResult = known ?? {
    kind: 'fit',
    estimator: 'poisson',
    title: 'Poisson regression',
    depvar: sample.depvar,
    nobs: nrows,
    dfModel: names.length - 1,
    dfResid,
    level: model.level,
    ...inference(
      engine,
      { names, params, vcov: values },
      { statistic: 'z', df: dfResid },
      model.level,
    ),
    vcov: describeCovariance(model.vcov, sample, { names, vcov: values, factor: 1, bandwidth: 0 }),
    omitted: [],
    sigma2: rss / dfResid,
    rss,
    tests: {},
    sample: describeSample(sample),
    warnings: [],
    engine: engine.info,
  };
  return { estimator: 'poisson', model: model as never, result, sample, params, influence };
}

const poisson: Estimator<PoissonModel, PoissonFitted> = {
  name: 'poisson',
  schema,
  read,
  fit,
  table: ({ sample }) => sample.table,
  rows: ({ sample }) => sample.rows,
  counted: ({ sample: { table, panel: index, ledger, rows } }) => ({
    table,
    panel: index,
    positions: keptPositions(ledger),
    rows,
    weights: undefined,
  }),
  regressors: ({ model }) => codedRegressors(parseFormula(model.formula), model),
  design: sampleOf,
  refit:
    (_, { sample }) =>
    (weights) =>
      maximise(sample, weights).params,
  influence: (_, { sample, influence }, of) => ({
    rows: sample.rows,
    values: influence[sample.names.indexOf(of)]!,
    counts: undefined,
  }),
  mean: { mean: Math.exp, slope: Math.exp },
  columns({ sample, params }) {
    const fitted = sample.y.map((_, i) => Math.exp(etaOf(sample, params, i)));
    const residual = sample.y.map((y, i) => y - fitted[i]!);
    return { columns: { observed: sample.y, fitted, residual }, warnings: [] };
  },
};

export const poissonTraits: EstimatorTraits = {
  name: 'poisson',
  has: { ...noTraits, rowResiduals: true },
  words: {
    summary: 'Poisson regression',
    fit: 'a Poisson regression',
    model: 'a Poisson regression',
    covarianceInStata: {},
  },
  shortest: { estimator: 'poisson', formula: 'y ~ x', panel: shortestPanel },
};

/** Registers it; the returned function removes it. */
export const registerPoisson = () => registerEstimator(poissonTraits, poisson as never);
