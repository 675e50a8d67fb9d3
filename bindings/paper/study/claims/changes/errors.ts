/** Whether other standard errors, or a bootstrap, would change a verdict. */
import { isRobust } from '../../../../models/covariances/registry.js';
import type { Engine } from '../../../../core/engine/engine.js';
import { EconError, EngineError } from '../../../../core/errors/errors.js';
import { bootstrap } from '../../../../analysis/bootstrap/bootstrap.js';
import { type CovarianceSpec, withCovariance } from '../../../../models/companions/covariance.js';
import { FEW_CLUSTERS } from '../../../../models/covariances/few-clusters.js';
import { contextOf } from '../../../../models/context.js';
import { has } from '../../../../models/registry.js';
import type { BootstrapResult, FitResult } from '../../../../results/fit.js';
import type { PValueMethod } from '../../../../results/bootstrap/scheme.js';
import type { By, Change } from '../../../../words/vocabulary/claims.js';
import { drawnBy, judgeByBootstrap, sided } from '../bootstrapped.js';
import { type CoefficientTest, judgeCoefficient, sidesOf } from '../coefficient.js';
import { type Decision, verdictOf } from '../decision.js';
import { measure, type Measured } from '../measured.js';

/** Fewer clusters than this have too few sign vectors for Rademacher multipliers. */
const FEW_SIGNS = 12;

export interface ErrorChoice {
  readonly engine: Engine;
  readonly reps: number;
  readonly seed: number;
  readonly signal?: AbortSignal | undefined;
  /** Models with errors clustered by unit, by their names. */
  readonly clustered: Map<string, FitResult | undefined>;
  /** Wild bootstraps that were run, as each has the p-values of all coefficients. */
  readonly wild: Map<string, Promise<BootstrapResult | undefined>>;
}

/** A decision with what it rests on. */
export interface Judged {
  /** The printed column. */
  readonly id: string;
  /** The key of its model. */
  readonly model: string;
  readonly fit: FitResult;
  readonly measured: Measured;
  readonly test: CoefficientTest;
  readonly decision: Decision;
  /** True if the claim, or the study, lets the bootstrap decide. */
  readonly isByBootstrap: boolean;
}

export async function otherErrors(choice: ErrorChoice, judged: Judged): Promise<Change[]> {
  const changes = [
    modelBootstrap(choice, judged),
    clustered(choice, judged),
    await wildCluster(choice, judged),
  ];
  return changes.filter((change) => change !== undefined);
}

/** The errors that do not decide, of a model that has analytic and bootstrapped ones. */
function modelBootstrap(
  { engine }: ErrorChoice,
  { fit, measured, test, decision, isByBootstrap }: Judged,
): Change | undefined {
  if (fit.bootstrap === undefined) return undefined;
  const other = isByBootstrap
    ? judgeCoefficient(engine, measured, test)
    : judgeByBootstrap(engine, measured, fit.bootstrap, test);
  const by: By = isByBootstrap
    ? { code: 'analytic' }
    : { code: 'bootstrap', ...drawnBy(fit.bootstrap) };
  return other && changed(decision, other, by, test);
}

/** Errors clustered by unit, of a panel whose errors are of another kind. */
function clustered(choice: ErrorChoice, { id, fit, test, decision }: Judged): Change | undefined {
  const refitted = byUnit(choice, id, fit);
  if (refitted === undefined) return undefined;
  const measured = attempted(() => measure(choice.engine, refitted, test.statement.term));
  if (measured === undefined) return undefined;
  const other = judgeCoefficient(choice.engine, measured, test);
  const [first] = refitted.vcov.clusters ?? [];
  const by: By =
    first === undefined
      ? { code: 'type', type: refitted.vcov.type, unit: unitOf(fit)! }
      : { code: 'clusters', column: first.column, count: first.count };
  return changed(decision, other, by, test);
}

/** The model with errors clustered by unit; undefined if it has them, has no units or cannot have them. */
function byUnit({ engine, clustered: known }: ErrorChoice, id: string, fit: FitResult) {
  if (known.has(id)) return known.get(id);
  const unit = unitOf(fit);
  const spec = unit === undefined ? undefined : clusterSpec(fit, unit);
  const refitted =
    spec === undefined ? undefined : attempted(() => withCovariance(engine, fit, spec));
  known.set(id, refitted);
  return refitted;
}

/** The covariance by unit, of a fit that has another one. */
function clusterSpec(fit: FitResult, unit: string): CovarianceSpec | undefined {
  const { vcov } = fit;
  if (has(fit).unitErrors) return isRobust(vcov) ? undefined : 'robust';
  const isClustered = vcov.clusters?.some(({ column }) => column === unit) === true;
  return isClustered ? undefined : { type: 'cluster', cluster: [unit] };
}

function unitOf(fit: FitResult): string | undefined {
  const model = contextOf(fit)?.model as { readonly panel?: { readonly unit: string } } | undefined;
  return model?.panel?.unit;
}

/** The restricted wild cluster bootstrap (Cameron, Gelbach and Miller, 2008), with few clusters. */
async function wildCluster(choice: ErrorChoice, judged: Judged): Promise<Change | undefined> {
  const { id, fit, measured, test, decision } = judged;
  const { relation } = test.statement;
  const few = fewClusters(choice, judged);
  if (measured.name === undefined || few === undefined) return undefined;
  const method = methodOf(relation);
  const key = JSON.stringify([id, few.cluster, method]);
  const running = choice.wild.get(key) ?? wildBootstrap(choice, fit, { ...few, method });
  choice.wild.set(key, running);
  const result = await running;
  const reported = result?.pValues[measured.name] ?? NaN;
  if (result === undefined || Number.isNaN(reported)) return undefined;
  const pValue = sided(reported, relation, method, measured.estimate);
  const other: Decision = { ...decision, pValue, verdict: verdictOf(pValue < test.level) };
  return changed(decision, other, { code: 'bootstrap', ...drawnBy(result) }, test);
}

interface Clusters {
  readonly cluster: string;
  readonly number: number;
}

/** The clusters of the errors, or the units, if they are few and the claim compares a coefficient with 0. */
function fewClusters(choice: ErrorChoice, judged: Judged): Clusters | undefined {
  const { id, fit, test, isByBootstrap } = judged;
  const { relation, value } = test.statement;
  if (value !== 0 || relation === '=') return undefined;
  if (isByBootstrap && fit.bootstrap?.scheme === 'wild-cluster') return undefined;
  const { clusters = byUnit(choice, id, fit)?.vcov.clusters ?? [] } = fit.vcov;
  const [first, ...others] = clusters;
  if (first === undefined || others.length > 0 || first.count >= FEW_CLUSTERS) return undefined;
  return { cluster: first.column, number: first.count };
}

const methodOf = (relation: string): PValueMethod =>
  relation === '>' ? 'greater' : relation === '<' ? 'less' : 'symmetric';

async function wildBootstrap(
  { engine, reps, seed, signal }: ErrorChoice,
  fit: FitResult,
  { cluster, method, number }: Clusters & { readonly method: PValueMethod },
): Promise<BootstrapResult | undefined> {
  if (signal?.aborted === true) return undefined; // a run that was stopped ends at once
  if (contextOf(fit) === undefined || !has(fit).rowResiduals) return undefined;
  try {
    const run = bootstrap(fit, {
      scheme: 'wild-cluster',
      cluster,
      reps,
      seed,
      pValue: method,
      ci: ['percentile'],
      engine,
      workers: 0,
      ...(number < FEW_SIGNS && { weights: 'webb' }),
    });
    return await run.result;
  } catch (error) {
    return notPossible(error);
  }
}

function attempted<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    return notPossible(error);
  }
}

/** A model that does not have these errors has no such sentence; a failure of the engine is an error. */
function notPossible(error: unknown): undefined {
  if (!(error instanceof EconError) || error instanceof EngineError) throw error;
  return undefined;
}

/** What changes the verdict, if it changes. */
function changed(
  before: Decision,
  after: Decision,
  by: By,
  { level, statement: { relation } }: CoefficientTest,
): Change | undefined {
  if (after.verdict === before.verdict) return undefined;
  const { verdict, pValue, clauses } = after;
  if (verdict === 'not testable') return { code: 'no-test', by, reasons: clauses };
  if (relation === '=' || pValue === null) {
    return { code: 'band', by, isInside: verdict === 'supported', verdict };
  }
  return { code: 'p', by, sides: sidesOf(relation), pValue, level, verdict };
}
