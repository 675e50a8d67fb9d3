/** The key `multiverse`: choices of a dynamic panel model that could have been different. */
import * as v from 'valibot';
import { choice, flag, listOf, record } from '../../schema/schema.js';
import { specificationBootstrap } from '../../schema/bootstrap-schema.js';
import type { BootstrapSpec, Optional } from '../../schema/common.js';
import type { IntervalMethod, Recentring } from '../../../results/scheme.js';
import type { Role, Steps } from './words.js';

/** Last lag of a window; `null` means the deepest possible lag. */
export type LastLag = number | null;

/** Values of each choice. A choice without values stays as in the model. */
export interface Choices {
  /** One list for all GMM-style groups together, or a list for each group, in every combination. */
  readonly lastLag?: readonly LastLag[] | readonly (readonly LastLag[])[] | undefined;
  /** Applies to all GMM-style groups. */
  readonly collapse?: readonly boolean[] | undefined;
  readonly transform?: readonly ('fd' | 'fod')[] | undefined;
  readonly system?: readonly boolean[] | undefined;
  readonly steps?: readonly Steps[] | undefined;
  readonly h?: readonly (1 | 2 | 3)[] | undefined;
  /** Roles by variable, in every combination. The role sets the first lag of the variable's group. */
  readonly roles?: Readonly<Record<string, readonly Role[]>> | undefined;
}

/** Decides which specifications count. Unavailable tests are ignored. */
export interface AdmissibilityRule {
  /** The p-value of AR(2) must be above it. */
  readonly ar2: number;
  /** The p-value of Hansen's test must be between them. */
  readonly hansen: readonly [number, number];
  /** The rank of the instruments is at most this many times the units. */
  readonly instrumentsPerUnit: number;
}

/** A bootstrap of every specification, with one kind of interval. */
export interface SpecificationBootstrap extends Pick<BootstrapSpec, 'reps' | 'seed' | 'pValue'> {
  readonly ci: Exclude<IntervalMethod, 'inverted'>;
  readonly recenter: Recentring;
}

export interface MultiverseSpec {
  /** Name of the coefficient of interest; the first regressor when left out. */
  readonly coefficient?: string | undefined;
  readonly over?: Choices | undefined;
  readonly admissible: AdmissibilityRule;
  /** Without it specifications are not bootstrapped, whatever the model's key `bootstrap` says. */
  readonly bootstrap?: SpecificationBootstrap | undefined;
  /** Largest number of specifications that run without confirmation; with a bootstrap, 500 times as many replicates. */
  readonly cap: number;
}

export interface MultiverseInput extends Optional<
  Pick<MultiverseSpec, 'coefficient' | 'over' | 'cap'>
> {
  readonly admissible?: Optional<AdmissibilityRule> | undefined;
  readonly bootstrap?:
    (Optional<SpecificationBootstrap> & Pick<SpecificationBootstrap, 'reps'>) | undefined;
}

const lagExpected = 'whole numbers, null for the deepest lag, or a list of them for each group';
const lastLag = v.nullable(v.pipe(v.number(lagExpected), v.safeInteger(lagExpected)));
const some = 'at least one value';

function values<const Schema extends v.GenericSchema>(item: Schema, expected: string) {
  const list = v.pipe(v.array(item, `a list of ${expected}`), v.nonEmpty(some));
  return v.pipe(
    list,
    v.check((all) => new Set(all).size === all.length, 'values that differ'),
  );
}

const roleNames = ['endogenous', 'predetermined', 'exogenous'] as const;
const roleList = listOf(choice(roleNames, 'endogenous, predetermined or exogenous'), (text) =>
  text.split(/\s+/),
);

const lastLags = values(lastLag, lagExpected);

const choicesSchema = record({
  lastLag: v.optional(
    v.union([lastLags, v.pipe(v.array(lastLags), v.nonEmpty(some))], lagExpected),
  ),
  collapse: v.optional(values(flag, 'true and false')),
  transform: v.optional(values(choice(['fd', 'fod'], 'fd or fod'), 'fd and fod')),
  system: v.optional(values(flag, 'true and false')),
  steps: v.optional(values(choice([1, 2, 'iterated', 'cue'], '1, 2, iterated or cue'), '1 and 2')),
  h: v.optional(values(choice([1, 2, 3], '1, 2 or 3'), '1, 2 and 3')),
  roles: v.optional(
    v.record(
      v.pipe(v.string(), v.nonEmpty('a variable')),
      v.pipe(roleList, v.nonEmpty(some)),
      'roles by variable',
    ),
  ),
});

const shareExpected = 'a number from 0 to 1';
const share = v.pipe(
  v.number(shareExpected),
  v.minValue(0, shareExpected),
  v.maxValue(1, shareExpected),
);
const pairExpected = 'a pair [low, high] of numbers from 0 to 1';
const ratioExpected = 'a number above 0';
const capExpected = 'a whole number of at least 1';

export const multiverseSchema = record({
  coefficient: v.optional(v.pipe(v.string('a coefficient'), v.nonEmpty('a coefficient'))),
  over: v.optional(choicesSchema),
  admissible: v.optional(
    record({
      ar2: v.optional(share, 0.05),
      hansen: v.optional(
        v.pipe(
          v.strictTuple([share, share], pairExpected),
          v.check(([low, high]) => low <= high, pairExpected),
        ),
        [0.05, 0.99],
      ),
      instrumentsPerUnit: v.optional(
        v.pipe(v.number(ratioExpected), v.gtValue(0, ratioExpected)),
        1,
      ),
    }),
    {},
  ),
  bootstrap: v.optional(specificationBootstrap),
  cap: v.optional(
    v.pipe(v.number(capExpected), v.safeInteger(capExpected), v.minValue(1, capExpected)),
    2000,
  ),
});
