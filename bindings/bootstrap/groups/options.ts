/** The options of a comparison of groups and their check. */
import type { RunOptions } from '../../jobs/run-options.js';
import type { GroupMethod } from '../../results/groups.js';
import { badOption, checkOptions } from '../options.js';

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

const known: readonly GroupMethod[] = ['wald', 'permutation', 'bootstrap'];

const names: readonly (keyof GroupOptions)[] = [
  ...(['by', 'of', 'levels', 'methods', 'cluster', 'common', 'reps', 'seed', 'level'] as const),
  ...(['engine', 'signal'] as const),
];

const subject = 'groups';

/** @throws InputError `bad-value` with the option, what was expected and what was found */
export function readOptions(options: GroupOptions): ReadOptions {
  const { methods = known, reps = 9999, seed = 1, common = false } = options;
  checkOptions({ ...options, reps }, names, subject);
  checkNames(options);
  checkLists(methods, options.levels);
  if (typeof common !== 'boolean') throw badOption('common', 'true or false', common, subject);
  return { ...options, methods: [...new Set(methods)], reps, seed, common };
}

function checkNames({ by, of }: GroupOptions): void {
  const isName = (value: unknown) => typeof value === 'string' && value !== '';
  if (!isName(by)) throw badOption('by', 'the name of a column', by, subject);
  if (!isName(of)) throw badOption('of', 'the name of a coefficient', of, subject);
}

function checkLists(methods: unknown, levels: GroupOptions['levels']): void {
  const all: readonly unknown[] = Array.isArray(methods) ? methods : [methods];
  if (all.length === 0 || all.some((method) => !known.includes(method as GroupMethod))) {
    const given = all.length === 0 ? 'none' : all.join(', ');
    throw badOption('methods', 'wald, permutation, bootstrap or several of them', given, subject);
  }
  if (levels === undefined) return;
  const different = new Set(Array.isArray(levels) ? levels.map(String) : []).size;
  if (different === levels.length) return;
  throw badOption('levels', 'a list of different values', levels, subject);
}
