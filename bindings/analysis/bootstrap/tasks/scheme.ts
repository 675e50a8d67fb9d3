/** The scheme of a linear bootstrap with its defaults, and the check whether it fits the estimate. */
import * as said from '../../../words/errors/bootstrap/unavailable.js';
import * as wanted from '../../../words/expectations/bootstrap.js';
import {
  isByRow,
  isRobust,
  traitsOfWord,
  typeOfWord,
} from '../../../models/covariances/registry.js';
import type { Instrumented, LinearFit } from '../../../models/linear/fitted.js';
import { has } from '../../../models/registry.js';
import type { SchemeResult } from '../../../results/fit.js';
import type { BootstrapOptions } from '../options.js';
import { badOption, noBootstrap } from '../../../models/replicates/refusal.js';
import { type LinearCase, replicateErrors } from './problem.js';
import { clusterUnits, orderedUnits, rowUnits, type Units } from './units.js';
import type { BootstrapScheme } from '../../../results/scheme.js';

/** What is drawn, in the words of the result, and its units. */
export interface ResolvedScheme {
  readonly scheme: SchemeResult;
  readonly units: Units;
}

/** Keys that each scheme has in addition to those of all schemes. */
const keysOf: Readonly<Record<BootstrapScheme, readonly (keyof BootstrapOptions)[]>> = {
  pairs: [],
  cluster: ['cluster'],
  wild: ['weights', 'imposeNull', 'variant'],
  'wild-cluster': ['cluster', 'weights', 'imposeNull', 'variant'],
  residual: [],
  block: ['blockLength', 'order'],
  stationary: ['blockLength', 'order'],
};

/**
 * Resolves the scheme of the options, or the default one, and its units among the rows of the estimate.
 *
 * @throws InputError `no-bootstrap` if the rows do not have such units, `bad-value` for keys of other schemes
 */
export function resolveScheme(context: LinearFit, options: BootstrapOptions): ResolvedScheme {
  const scheme = options.scheme ?? defaultScheme(context, options);
  checkKeys(context, scheme, options);
  const { rows } = context;
  switch (scheme) {
    case 'cluster': {
      const cluster = clusterColumn(context, options);
      const units = clusterUnits(rows, cluster);
      return { units, scheme: { scheme, cluster, units: units.count } };
    }
    case 'wild':
    case 'wild-cluster': {
      const cluster = scheme === 'wild' ? undefined : clusterColumn(context, options);
      const units = cluster === undefined ? rowUnits(rows) : clusterUnits(rows, cluster);
      return { units, scheme: describeWild({ scheme, cluster, units: units.count }, options) };
    }
    case 'pairs':
    case 'residual': {
      const units = rowUnits(rows);
      return { units, scheme: { scheme, units: units.count } };
    }
    default: {
      const order = orderColumn(context, options);
      const units = orderedUnits(rows, order);
      const blockLength = options.blockLength ?? defaultLength(units.count);
      if (blockLength >= units.count) {
        throw badOption('blockLength', wanted.fewerThanRows({ rows: units.count }), blockLength);
      }
      return { units, scheme: { scheme, order, blockLength, units: units.count } };
    }
  }
}

/**
 * Throws InputError `no-bootstrap` or `bad-value` if, with this scheme, sums over units do not give replicates of the
 * estimate.
 */
export function checkSums(
  context: LinearFit,
  { scheme, cluster }: SchemeResult,
  { rows, problem }: LinearCase,
  options: BootstrapOptions,
): void {
  const { instruments, moments } = context;
  if (moments !== undefined) checkMoments(moments, scheme, problem);
  const wild = scheme === 'wild' || scheme === 'wild-cluster';
  if (instruments !== undefined && moments === undefined && wild) {
    checkRestricted(instruments, options);
  }
  if (scheme === 'cluster') checkWeight(context, cluster!);
  if (scheme !== 'residual') return;
  if (!has(context).leastSquares || has(context).units) throw noBootstrap(said.residualScheme());
  if (rows.weights !== undefined) throw noBootstrap(said.weightedResiduals());
}

/** Replicates only have sums over what is drawn, so the weighting matrix must come from such sums. */
function checkMoments(
  { method, weight }: NonNullable<LinearFit['moments']>,
  scheme: BootstrapScheme,
  { transformation }: LinearCase['problem'],
): void {
  if (method !== 'one-step' && method !== 'two-step') {
    throw noBootstrap(said.methodOfScheme({ method, scheme }));
  }
  if (transformation.absorbed.length > 0) {
    throw noBootstrap(said.splitEffects());
  }
  if (weight.center) throw noBootstrap(said.centredWeight({ scheme }));
  const drawn = { pairs: 'rows', cluster: 'clusters' } as const;
  const fits =
    (scheme === 'pairs' || scheme === 'cluster') &&
    traitsOfWord(weight.type)?.replicates?.draws.includes(drawn[scheme]) === true;
  if (!fits) throw noBootstrap(said.weightOfScheme({ weight: weight.type, scheme }));
}

function checkWeight({ moments }: LinearFit, cluster: string): void {
  if (moments?.weight.cluster === undefined) return;
  const weighted = moments.weight.cluster.join(', ');
  if (weighted !== cluster)
    throw noBootstrap(
      said.weightOfScheme({ weight: `cluster:${weighted}`, scheme: `cluster of ${cluster}` }),
    );
}

/** Throws InputError if the restricted efficient wild bootstrap does not fit the estimate. */
function checkRestricted({ problem }: Instrumented, { variant = '11' }: BootstrapOptions): void {
  if (problem.method.kind === 'kclass' && problem.method.kappa !== 1)
    throw noBootstrap(said.restrictedMethod());
  if (variant !== '11') throw badOption('variant', wanted.variantOfInstruments(), variant);
}

function describeWild(
  { scheme, cluster, units }: SchemeResult & { readonly units: number },
  { weights = 'rademacher', imposeNull = true, variant = '11', reps }: BootstrapOptions,
): SchemeResult {
  const enumerated = weights === 'rademacher' && units < 31 && 2 ** units <= reps;
  const common = {
    scheme,
    ...(cluster !== undefined && { cluster }),
    weights,
    imposeNull,
    variant,
  };
  return { ...common, units, enumerated };
}

/** The default is `cluster` if the options or the model name clusters, or if the model has units. */
function defaultScheme(context: LinearFit, options: BootstrapOptions): BootstrapScheme {
  const { vcov, panel } = context.model;
  const { type = 'unadjusted' } = context.moments?.weight ?? {};
  if (isRobust({ type }) && isByRow(typeOfWord(type, false)!)) return 'pairs';
  const clustered = options.cluster ?? vcov.cluster ?? panel;
  return clustered === undefined ? 'pairs' : 'cluster';
}

function checkKeys(
  { moments }: LinearFit,
  scheme: BootstrapScheme,
  options: BootstrapOptions,
): void {
  const all = new Set(Object.values(keysOf).flat());
  for (const key of all) {
    const value = options[key];
    if (value === undefined || keysOf[scheme].includes(key)) continue;
    throw badOption(key, wanted.nothingWithScheme({ scheme }), value);
  }
  if (options.recenter !== undefined && moments === undefined) {
    throw badOption('recenter', wanted.nothingOfGmm(), options.recenter);
  }
}

function clusterColumn(context: LinearFit, { cluster }: BootstrapOptions): string {
  const { vcov, panel } = context.model;
  if (cluster !== undefined) return cluster;
  const weighted = context.moments?.weight.cluster;
  if (weighted?.length === 1) return weighted[0]!;
  if (vcov.cluster?.length === 1) return vcov.cluster[0]!;
  if (vcov.cluster !== undefined) {
    const clusters = vcov.cluster.join(', ');
    throw badOption('cluster', wanted.oneColumnOfClusters(), clusters);
  }
  if (panel !== undefined) return panel.unit;
  throw badOption('cluster', wanted.drawnColumn(), 'nothing');
}

function orderColumn({ model }: LinearFit, { order }: BootstrapOptions): string {
  const column = order ?? model.vcov.order ?? model.panel?.time;
  if (column !== undefined) return column;
  throw badOption('order', wanted.orderingColumn(), 'nothing');
}

/** Smallest whole number not below n^(1/3). This rate minimises the error of variances. */
function defaultLength(n: number): number {
  let length = 1;
  while (length * length * length < n) length += 1;
  return length;
}

/**
 * Throws InputError `no-bootstrap` unless replicates have the standard errors of the fit: unadjusted ones, HC0 and HC1
 * if rows are drawn, CV1 if its clusters are drawn.
 */
export function checkStudentized({ model }: LinearFit, drawn: SchemeResult): void {
  if (replicateErrors(model.vcov, drawn) !== undefined) return;
  const { type } = model.vcov;
  throw noBootstrap(said.studentizedErrors({ type, scheme: drawn.scheme }));
}
