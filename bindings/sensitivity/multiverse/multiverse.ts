import { type Engine, loadEngine } from '../../core/engine.js';
import { InputError } from '../../core/errors.js';
import { type DataInput, parseTerms, termName, toTable } from '../../data/index.js';
import { badValue } from '../../models/schema/check.js';
import { buildDesign } from '../../models/dpd/design/design.js';
import { openingKey } from '../../models/dpd/estimate/estimate.js';
import type { DpdModel, DpdModelInput } from '../../models/dpd/model/model.js';
import type {
  Choices,
  MultiverseInput,
  MultiverseSpec,
} from '../../models/dpd/model/multiverse.js';
import { parseModel } from '../../models/model-file.js';
import { elementaryMath } from '../../numerics/elementary.js';
import { type Failure, isFailure } from '../../jobs/failures.js';
import { type Grid, gridOf, type Plan } from './grid.js';
import { runJobs } from '../../jobs/run-jobs.js';
import type { RunOptions } from '../../jobs/run-options.js';
import type { MultiverseResult, Specification } from './result.js';
import {
  type Estimate,
  specificationBootstrapStudy,
  specificationStudy,
  type SpecificationTask,
} from './specification.js';
import { bootstrapsOf, refusalsOf, summarise } from './summary.js';

/** Keys of `multiverse` in the model stand where these are left out. */
export interface MultiverseOptions extends MultiverseInput, RunOptions {}

const DEFAULT_CAP = 2000;

/**
 * Estimates a dynamic panel model under every combination of the choices in `over` (Steegen, Tuerlinckx, Gelman and
 * Vanpaemel 2016; Simonsohn, Simmons and Nelson 2020): lag windows, collapsing, transformation, equations, steps,
 * one-step weights and roles. A combination that cannot be estimated is a specification with a reason. With `bootstrap`
 * each is also bootstrapped, from the same draws of units, and its interval is that of the bootstrap.
 *
 * @throws InputError `not-dynamic` for another estimator, `too-many-specifications` above the cap, `unknown-coefficient`,
 *   and what the model's own design throws; the reason of `signal` when nothing was done
 */
export async function multiverse(
  data: DataInput,
  model: DpdModelInput,
  options: MultiverseOptions = {},
): Promise<MultiverseResult> {
  const { own, spec, grid } = planned(model, options);
  checkCap(grid.count, spec);
  const table = toTable(data);
  const engine = options.engine ?? (await loadEngine());
  const { depvar, coefficient } = whatFor(engine, own, table, spec.coefficient);
  const plans = grid.plans();
  const models = inWorkingOrder(plans);
  const outcomes = await estimateAll({ models, table, coefficient }, spec, options);
  const found = new Map(models.map((one, i) => [one, outcomes[i]]));
  const specifications = judged(plans, found, spec);
  const choices = grid.dimensions.map(({ name, options: ways }) => ({
    name,
    values: ways.map(({ value }) => value),
  }));
  return {
    kind: 'multiverse',
    depvar,
    coefficient,
    level: own.level,
    rule: spec.admissible,
    choices,
    combinations: grid.count,
    partial: specifications.length < plans.length,
    ...(spec.bootstrap && { bootstrap: bootstrapsOf(specifications, spec.bootstrap) }),
    ...summarise(specifications, choices, own.level),
    specifications,
    engine: engine.info,
  };
}

/** Replicates that one specification more in the cap allows. */
const REPS_OF_CAP = 500;

/** @throws InputError `too-many-specifications` */
function checkCap(count: number, { cap, bootstrap }: MultiverseSpec): void {
  const allow = 'allow them with cap, on the command line with --yes';
  const fail = (expected: string, found: string, detail: object) => {
    const message = `multiverse: expected at most ${expected}, found ${found}; ${allow}`;
    throw new InputError('too-many-specifications', message, { cap, found: count, ...detail });
  };
  if (count > cap) fail(`${cap} specifications`, String(count), {});
  if (bootstrap === undefined || count * bootstrap.reps <= cap * REPS_OF_CAP) return;
  const { reps } = bootstrap;
  const limit = `${cap * REPS_OF_CAP} replicates in all`;
  fail(limit, `${reps} of each of ${count} specifications`, { reps });
}

function estimateAll(
  task: Omit<SpecificationTask, 'kind'>,
  { bootstrap }: MultiverseSpec,
  options: RunOptions,
): Promise<(Estimate | Failure | undefined)[]> {
  const of = { subject: 'multiverse', count: task.models.length };
  if (bootstrap === undefined) {
    const plain = { kind: 'specifications', ...task } as const;
    return runJobs({ ...of, study: specificationStudy, task: plain }, options);
  }
  const bootstraps = { kind: 'bootstraps', ...task, bootstrap } as const;
  return runJobs({ ...of, study: specificationBootstrapStudy, task: bootstraps }, options);
}

/** Combinations that `multiverse` would estimate. Throws as it does, but for the data and the cap. */
export function countSpecifications(model: DpdModelInput, options: MultiverseInput = {}): number {
  return planned(model, options).grid.count;
}

interface Planned {
  readonly own: DpdModel;
  readonly spec: MultiverseSpec;
  readonly grid: Grid;
}

function planned(
  model: DpdModelInput,
  { coefficient, over, admissible, bootstrap, cap }: MultiverseInput,
): Planned {
  const key = model.multiverse ?? {};
  const merged = {
    coefficient: coefficient ?? key.coefficient,
    over: over ?? key.over,
    admissible: admissible ?? key.admissible ?? {},
    bootstrap: bootstrap ?? key.bootstrap,
    // A cap of Infinity has no place in a model file, where every number is finite.
    cap: cap === Infinity ? Number.MAX_SAFE_INTEGER : (cap ?? key.cap ?? DEFAULT_CAP),
  };
  const own = parseModel({ ...model, multiverse: merged });
  if (own.estimator !== 'dpd') {
    throw badValue('estimator', 'dpd, whose choices multiverse varies', own.estimator);
  }
  const spec = own.multiverse!;
  return { own, spec, grid: gridOf(own, spec.over ?? usual(own)) };
}

/** Without a list: windows of one to three lags and of all, collapsed or not, and the four estimators in both steps. */
function usual({ gmm }: DpdModel): Choices {
  const first = Math.max(...gmm.map(({ lags }) => lags[0]));
  return {
    ...(gmm.length > 0 && {
      lastLag: [first, first + 1, first + 2, null],
      collapse: [false, true],
    }),
    transform: ['fd', 'fod'],
    system: [false, true],
    steps: [1, 2],
  };
}

/** The outcome and the coefficient of interest; errors of the data come to light here, once. */
function whatFor(
  engine: Engine,
  model: DpdModel,
  data: DataInput,
  asked: string | undefined,
): { depvar: string; coefficient: string } {
  const { design, depvar } = buildDesign(model, data, elementaryMath(engine));
  const { params } = design;
  if (asked === undefined) return { depvar, coefficient: params[0]! };
  const named = params.includes(asked) ? asked : parseTerms(asked).map(termName).join(' ');
  if (params.includes(named)) return { depvar, coefficient: named };
  const message = `multiverse: expected one of the coefficients ${params.join(', ')}, found ${asked}`;
  throw new InputError('unknown-coefficient', message, { coefficient: asked, available: params });
}

/**
 * The models of the plans, those that share their moment blocks next to each other. 1,008 specifications of the
 * example, in one step and in two, take 1.00 s of processor time, and 1.30 s where each has its own design and blocks.
 */
function inWorkingOrder(plans: readonly Plan[]): DpdModel[] {
  const groups = new Map<string, DpdModel[]>();
  for (const { model } of plans) {
    if (isFailure(model)) continue;
    const key = openingKey(model);
    groups.set(key, [...(groups.get(key) ?? []), model]);
  }
  return [...groups.values()].flat();
}

/** A plan whose model has no outcome was not reached. */
function judged(
  plans: readonly Plan[],
  outcomes: ReadonlyMap<DpdModel, Estimate | Failure | undefined>,
  { admissible: rule }: MultiverseSpec,
): Specification[] {
  return plans.flatMap(({ choices, own, model }): Specification[] => {
    const outcome = isFailure(model) ? model : outcomes.get(model);
    if (outcome === undefined) return [];
    if (isFailure(outcome)) {
      return [{ choices, own, estimate: null, failure: outcome, admissible: false, refusals: [] }];
    }
    const refusals = refusalsOf(outcome, rule);
    return [{ choices, own, estimate: outcome, admissible: refusals.length === 0, refusals }];
  });
}
