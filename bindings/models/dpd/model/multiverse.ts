/** The key `multiverse` of a dynamic panel. */
import * as v from 'valibot';
import { choice, flag, listOf, name, record, words } from '../../schema/schema.js';
import { specificationBootstrap } from '../../schema/bootstrap-schema.js';
import { covariances, multiverseKeys, sampleChoices, values } from '../../multiverse/schema.js';
import { vcovType } from './covariance-type.js';

const lagExpected = 'whole numbers, null for the deepest lag, or a list of them for each group';
const lastLag = v.nullable(v.pipe(v.number(lagExpected), v.safeInteger(lagExpected)));
const some = 'at least one value';

const roleNames = ['endogenous', 'predetermined', 'exogenous'] as const;
const roleList = listOf(choice(roleNames, 'endogenous, predetermined or exogenous'), (text) =>
  text.split(/\s+/),
);

const lastLags = values(lastLag, lagExpected);

/** Keys of a covariance without their defaults. */
const covariance = record({
  type: v.optional(vcovType),
  cluster: v.optional(v.pipe(listOf(name, words), v.nonEmpty('at least one column'))),
  small: v.optional(flag),
});

const choices = {
  ...sampleChoices,
  vcov: covariances(covariance),
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
};

const shareExpected = 'a number from 0 to 1';
const share = v.pipe(
  v.number(shareExpected),
  v.minValue(0, shareExpected),
  v.maxValue(1, shareExpected),
);
const pairExpected = 'a pair [low, high] of numbers from 0 to 1';
const ratioExpected = 'a number above 0';

export const multiverseSchema = record({
  ...multiverseKeys(choices),
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
});
