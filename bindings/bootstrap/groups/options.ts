/** The options of a comparison of groups and their check. */
import * as v from 'valibot';
import { checkKeys, columnName, flag, listOf, oneOf, text } from '../../core/arguments.js';
import type { RunOptions } from '../../jobs/run-options.js';
import type { GroupMethod } from '../../results/groups.js';
import { bootstrapSchemas } from '../options.js';

export interface GroupOptions extends Pick<RunOptions, 'engine' | 'signal'> {
  /** Column whose values are the groups. */
  readonly by: string;
  /** The coefficient that is compared. */
  readonly of: string;
  /** The groups and their order. Default all values, numbers ascending and text by code point. */
  readonly levels?: readonly (string | number)[] | undefined;
  /** Default all. */
  readonly methods?: readonly GroupMethod[] | undefined;
  /** Column of clusters: of the errors, and what is exchanged and drawn. Default the units of the model. */
  readonly cluster?: string | undefined;
  /** Keep the other coefficients equal across groups. Default false. */
  readonly common?: boolean | undefined;
  /** Permutations and replicates. Default 9999. */
  readonly reps?: number | undefined;
  readonly seed?: number | undefined;
  /** Default that of the model. */
  readonly level?: number | undefined;
}

/** Options with their defaults. */
export interface ReadOptions extends GroupOptions {
  readonly methods: readonly GroupMethod[];
  readonly reps: number;
  readonly seed: number;
  readonly common: boolean;
}

const known = ['wald', 'suest', 'permutation', 'bootstrap'] as const;
const methodsExpected = `${known.join(', ')} or several of them`;

const { reps, seed, level, cluster, engine, signal } = bootstrapSchemas;

const schemas = {
  by: columnName,
  of: text('the name of a coefficient'),
  levels: v.pipe(
    listOf(v.union([v.string(), v.number()]), 'a list of different values'),
    v.check(
      (levels) => new Set(levels.map(String)).size === levels.length,
      'a list of different values',
    ),
  ),
  methods: v.pipe(
    listOf(oneOf(known), methodsExpected),
    v.check((methods) => methods.length > 0, methodsExpected),
  ),
  common: flag,
  ...{ reps, seed, level, cluster, engine, signal },
};

/** @throws InputError `bad-value` with the option, what was expected and what was found */
export function readOptions(options: GroupOptions): ReadOptions {
  checkKeys('groups', schemas, options, ['by', 'of']);
  return {
    ...options,
    methods: [...new Set(options.methods ?? known)],
    reps: options.reps ?? 9999,
    seed: options.seed ?? 1,
    common: options.common ?? false,
  };
}
