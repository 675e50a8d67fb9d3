/** The options of a comparison of groups and their check. */
import * as wanted from '../../../words/expectations/bootstrap.js';
import { nameOfCoefficient } from '../../../words/expectations/values.js';
import { expects } from '../../../words/expects.js';
import * as v from 'valibot';
import {
  badArgument,
  checkKeys,
  columnName,
  flag,
  listOf,
  oneOf,
  text,
} from '../../../core/arguments/arguments.js';
import { type RunOptions, runSchemas } from '../../../core/jobs/run-options.js';
import { effectsOf } from '../../../models/linear/model/effects.js';
import type { Model } from '../../../models/model.js';
import { has } from '../../../models/registry.js';
import type { GroupCompat, GroupMethod } from '../../../results/groups.js';
import { bootstrapSchemas } from '../options.js';

export interface GroupOptions extends RunOptions {
  /** Column whose values are the groups. */
  readonly by: string;
  /** The coefficient that is compared. */
  readonly of: string;
  /** The groups and their order. Default all values, numbers ascending and text by code point. */
  readonly levels?: readonly (string | number)[] | undefined;
  /** Default all. */
  readonly methods?: readonly GroupMethod[] | undefined;
  /**
   * Adds the p-value that another program prints. Its test is one-sided and exchanges rows, so a warning is added too.
   */
  readonly compat?: GroupCompat | undefined;
  /** Column of clusters for the errors; these clusters are also exchanged and drawn. Default the units of the model. */
  readonly cluster?: string | undefined;
  /** Keep the other coefficients equal across groups. Default false. */
  readonly common?: boolean | undefined;
  /** Treat `by` as a number that multiplies the regressors, instead of comparing groups. Default false. */
  readonly continuous?: boolean | undefined;
  /** Numbers of permutations and of replicates. Default 9999. */
  readonly reps?: number | undefined;
  /** An integer from 0 to 2^53 - 1; default 1. */
  readonly seed?: number | undefined;
  /** Default that of the model. */
  readonly level?: number | undefined;
}

/** Options with their defaults; the default of `methods` depends on the model. */
export interface ReadOptions extends GroupOptions {
  readonly reps: number;
  readonly seed: number;
  readonly common: boolean;
  readonly continuous: boolean;
}

/** The methods of a comparison. */
export const groupMethods = ['wald', 'suest', 'permutation', 'bootstrap', 'wild', 'cr2'] as const;
const methodsExpected = wanted.severalMethods({ words: groupMethods });

const schemas = {
  by: columnName,
  of: text(nameOfCoefficient()),
  levels: v.pipe(
    listOf(v.union([v.string(), v.number()]), wanted.differentValues()),
    v.check(
      (levels) => new Set(levels.map(String)).size === levels.length,
      expects(wanted.differentValues()),
    ),
  ),
  methods: v.pipe(
    listOf(oneOf(groupMethods), methodsExpected),
    v.check((methods) => methods.length > 0, expects(methodsExpected)),
  ),
  common: flag,
  continuous: flag,
  compat: oneOf(['bdiff']),
  reps: bootstrapSchemas.reps,
  seed: bootstrapSchemas.seed,
  level: bootstrapSchemas.level,
  cluster: bootstrapSchemas.cluster,
  ...runSchemas,
};

/** Options of a comparison, with the methods chosen for the model. */
export interface ChosenOptions extends ReadOptions {
  readonly methods: readonly GroupMethod[];
}

/** The default methods of a comparison: all that the estimator supports. */
export function usualMethods(model: Model): readonly GroupMethod[] {
  return groupMethods.filter((method) => method !== 'cr2' || hasCr2(model));
}

/** Whether a model is least squares of rows, so that the rows have leverages. */
export function hasCr2(model: Model): boolean {
  const { partial, ofMeans } = effectsOf(model);
  return has(model).leastSquares && !partial && !ofMeans;
}

/** @throws InputError `bad-value` with the option, what was expected and what was found */
export function readOptions(given: GroupOptions): ReadOptions {
  const options = checkKeys('groups', schemas, given, ['by', 'of']);
  if (options.continuous === true) checkContinuous(options);
  const methods = options.continuous === true ? forModerators : undefined;
  return {
    ...options,
    methods: options.methods === undefined ? methods : [...new Set(options.methods)],
    reps: options.reps ?? 9999,
    seed: options.seed ?? 1,
    common: options.common ?? false,
    continuous: options.continuous ?? false,
  };
}

/** Methods that can test the product of a regressor and a moderator. */
const forModerators = ['wald', 'wild'] as const;

function checkContinuous({ methods = [], levels, compat }: GroupOptions): void {
  const other = methods.find((method) => method !== 'wald' && method !== 'wild');
  if (other !== undefined) {
    throw badArgument('groups', 'methods', wanted.methodsWithContinuous(), other);
  }
  if (levels !== undefined)
    throw badArgument('groups', 'levels', wanted.nothingWithContinuous(), levels);
  if (compat !== undefined)
    throw badArgument('groups', 'compat', wanted.nothingWithContinuous(), compat);
}
