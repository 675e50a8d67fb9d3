/** The key `multiverse` of a dynamic panel. */
import * as wanted from '../../../words/expectations/models/models.js';
import { allOf, numberAbove, numberFrom } from '../../../words/expectations/values.js';
import { expects } from '../../../words/expects.js';
import * as v from 'valibot';
import { keyed } from '../../../core/arguments/arguments.js';
import { together } from '../../../core/arguments/inferred.js';
import { choice, flag, listOf, name, record, words } from '../../schema/schema.js';
import { specificationBootstrap } from '../../schema/bootstrap-schema.js';
import { covariances, multiverseKeys, sampleChoices, values } from '../../multiverse/schema.js';
import { vcovText, vcovType } from '../../schema/dynamic-covariance.js';

const lagExpected = expects(wanted.lastLags());
const lastLag = v.nullable(v.pipe(v.number(lagExpected), v.safeInteger(lagExpected)));
const some = expects(wanted.oneOrMore({ of: 'value' }));

const roleNames = ['endogenous', 'predetermined', 'exogenous'] as const;
const roleList = listOf(choice(roleNames), (text) => text.split(/\s+/));

const lastLags = values(lastLag, wanted.lastLags());

/** Keys of a covariance without their defaults. */
const covariance = record({
  /** The covariance of the estimates by its name. */
  type: v.optional(vcovType),
  /** Columns of clusters; default the units. */
  cluster: v.optional(
    v.pipe(listOf(name, words), v.nonEmpty(expects(wanted.oneOrMore({ of: 'column' })))),
  ),
  /** By default as in the model. */
  small: v.optional(flag),
});

export const dynamicChoices = together(sampleChoices, covariances(covariance, vcovText), {
  /** One list for all GMM-style groups together, or a list for each group, in every combination. */
  lastLag: v.optional(
    v.union([lastLags, v.pipe(v.array(lastLags), v.nonEmpty(some))], lagExpected),
  ),
  /** Applies to all GMM-style groups. */
  collapse: v.optional(values(flag, allOf({ words: ['true', 'false'] }))),
  /** How unit effects are removed. */
  transform: v.optional(values(choice(['fd', 'fod']), allOf({ words: ['fd', 'fod'] }))),
  /** Whether the level equation is estimated as well. */
  system: v.optional(values(flag, allOf({ words: ['true', 'false'] }))),
  /** Weighting matrices in turn. */
  steps: v.optional(values(choice([1, 2, 'iterated', 'cue']), allOf({ words: ['1', '2'] }))),
  /** The one-step weighting matrix H. */
  h: v.optional(values(choice([1, 2, 3]), allOf({ words: ['1', '2', '3'] }))),
  /** Roles by variable, in every combination. The role sets the first lag of the variable's group. */
  roles: v.optional(
    keyed(
      v.record(
        v.pipe(v.string(), v.nonEmpty(expects(wanted.aVariable()))),
        v.pipe(roleList, v.nonEmpty(some)),
        expects(wanted.rolesByVariable()),
      ),
    ),
  ),
});

const shareExpected = expects(numberFrom({ low: 0, high: 1 }));
const share = v.pipe(
  v.number(shareExpected),
  v.minValue(0, shareExpected),
  v.maxValue(1, shareExpected),
);
const pairExpected = expects(wanted.pairOfShares());
const ratioExpected = expects(numberAbove({ low: 0 }));

export const multiverseSchema = record(
  together(multiverseKeys(dynamicChoices), {
    /** The rule by which a specification counts as admissible. */
    admissible: v.optional(
      record({
        /** The p-value of AR(2) must be above it. */
        ar2: v.optional(share, 0.05),
        /** The p-value of Hansen's test must be between them. */
        hansen: v.optional(
          v.pipe(
            v.strictTuple([share, share], pairExpected),
            v.check(([low, high]) => low <= high, pairExpected),
          ),
          [0.05, 0.99],
        ),
        /** The rank of the instruments is at most this many times the units. */
        instrumentsPerUnit: v.optional(
          v.pipe(v.number(ratioExpected), v.gtValue(0, ratioExpected)),
          1,
        ),
      }),
      {},
    ),
    /** Bootstraps each specification. */
    bootstrap: v.optional(specificationBootstrap),
  }),
);
