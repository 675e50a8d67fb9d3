/** The keys of a dynamic panel model that say how it is estimated. */
import * as v from 'valibot';
import { text, whole } from '../../../core/arguments/arguments.js';
import { together } from '../../../core/arguments/inferred.js';
import * as wanted from '../../../words/expectations/models/models.js';
import { aName, eitherOf } from '../../../words/expectations/values.js';
import { expects } from '../../../words/expects.js';
import { weights } from '../../linear/model/schema.js';
import { choice, flag, listOf, name, record, words, written } from '../../schema/schema.js';
import { covarianceOf } from '../../covariances/text.js';
import { vcovText, vcovType } from '../../schema/dynamic-covariance.js';

const vars = v.pipe(
  listOf(text(wanted.aTerm()), words),
  v.nonEmpty(expects(wanted.oneOrMore({ of: 'variable' }))),
);

const lagsExpected = expects(wanted.pairOfLags());
const lag = v.pipe(v.number(lagsExpected), v.safeInteger(lagsExpected));
const pair = v.strictTuple([lag, v.nullable(lag)], lagsExpected);
const lags = v.pipe(
  written(pair),
  v.custom<[number, number | null]>(
    (value) => Array.isArray(value) && value.length === 2,
    lagsExpected,
  ),
  pair,
  v.check(([first, last]) => last === null || first <= last, lagsExpected),
);

const vcov = record({
  /** The covariance; default `windmeijer` after two steps or iterated, else `robust`. */
  type: v.optional(vcovType),
  /** Columns of clusters; default the units. */
  cluster: v.optional(
    v.pipe(listOf(name, words), v.nonEmpty(expects(wanted.oneOrMore({ of: 'column' })))),
  ),
  /** Use Stata's small-sample factor, with t and F instead of z and chi-squared. */
  small: v.optional(flag, false),
});

const place = {
  /** The equations that the instruments enter. */
  equation: v.optional(choice(['both', 'diff', 'level']), 'both'),
};

const groupTransform = {
  /** The transformation of its transformed equation, where it differs from the model's. */
  transform: v.optional(choice(['fd', 'fod'])),
};

const roleNames = ['endogenous', 'predetermined', 'exogenous'] as const;
const role = v.optional(choice(roleNames));
const gmm = v.array(
  record(
    together(
      {
        /** Variables whose lags are the instruments, each lag in each period one instrument. */
        vars,
        /** May be left out where `role` gives them. */
        lags: v.optional(lags),
        /** One column per lag instead of one per lag and period. */
        collapse: v.optional(flag, false),
      },
      place,
      {
        /** The role that sets the lags, or against which they are checked. */
        role,
      },
      groupTransform,
      {
        /** Use the values untransformed, also in the level equation: levels instead of differences. */
        passthru: v.optional(flag, false),
      },
    ),
  ),
  expects(wanted.keyedLists({ keys: ['vars', 'lags'] })),
);
const roles = record({
  /** Variables that shocks of the same period move. */
  endogenous: v.optional(vars),
  /** Variables that only past shocks move. */
  predetermined: v.optional(vars),
  /** Variables that no shock moves. */
  exogenous: v.optional(vars),
  /** One instrument per lag instead of one per lag and period. */
  collapse: v.optional(flag, false),
});

const iv = v.array(
  record(
    together(
      {
        /** Variables that are instruments as they are, one column each. */
        vars,
      },
      place,
      groupTransform,
      {
        /** Use the values untransformed. */
        passthru: v.optional(flag, false),
        /** Replace a missing value by 0 and keep the row. */
        mz: v.optional(flag, false),
      },
    ),
  ),
  expects(wanted.keyedLists({ keys: ['vars'] })),
);

const pcaExpected = expects(wanted.numberOfComponents());
const pca = v.union(
  [flag, v.pipe(v.number(pcaExpected), v.safeInteger(pcaExpected), v.minValue(1, pcaExpected))],
  pcaExpected,
);

const groupName = text(wanted.nameOfGroup());
const testedSets = v.array(
  record({
    /** What results call the set. */
    name: text(aName()),
    /** Names of groups as printed, or `gmm[0]`, `iv[1]`, `timeEffects`; all groups when left out. */
    groups: v.optional(listOf(groupName, (one) => [one])),
    /** Variables whose instruments are tested; all when left out. */
    vars: v.optional(vars),
    /** The equation whose instruments are tested. */
    equation: place.equation,
  }),
  expects(wanted.keyedLists({ keys: ['name', 'groups', 'vars', 'equation'] })),
);

const programs = ['xtabond2', 'gretl', 'plm', 'xtdpdgmm'] as const;

/** Each order takes a pass over the data. Orders reach to 1000, like lags in a formula. */
const orders = whole(0, 1000);

export const dynamicKeys = {
  /** How unit effects are removed: first differences, forward orthogonal deviations, or levels without a transformation. */
  transform: v.optional(choice(['fd', 'fod', 'level']), 'fd'),
  /** Estimate the level equation too: system GMM (Blundell and Bond 1998). */
  system: v.optional(flag, true),
  /** Instruments from lags of variables. Required unless `roles` are given. */
  gmm: v.optional(gmm),
  /** Variables by what they are correlated with, which sets their lags. */
  roles: v.optional(roles),
  /** Instruments that enter as they are. */
  iv: v.optional(iv, []),
  /** Dummies of the periods. */
  timeEffects: v.optional(flag, false),
  /** Weighting matrices in turn: 1, 2, `iterated`, or `cue`. */
  steps: v.optional(choice([1, 2, 'iterated', 'cue']), 2),
  /** The one-step weighting matrix H: xtabond2's h(1), h(2) or h(3). */
  h: v.optional(choice([1, 2, 3]), 3),
  /** Add the conditions of Ahn and Schmidt (1995) on serially uncorrelated errors: one per period, or their sum. */
  nonlinear: v.optional(
    v.union(
      [v.boolean(), choice(['collapse'])],
      expects(eitherOf({ words: ['true', 'false', 'collapse'] })),
    ),
    false,
  ),
  /** Test the level residuals of a system, not their differences. */
  arLevels: v.optional(flag, false),
  /** Largest order of the Arellano-Bond tests; default 2. */
  arOrders: v.optional(orders, 2),
  /** Sets of instruments to test by the difference of Hansen statistics. */
  diffHansen: v.optional(testedSets, []),
  /** Estimate the lagged outcome's coefficients also by pooled least squares, within, and by Anderson and Hsiao. */
  baselines: v.optional(flag, true),
  /** How lags and differences treat absent periods: `bridge` takes differences across gaps. */
  gaps: v.optional(choice(['strict', 'bridge'])),
  /** Weights of rows. */
  weights: v.optional(weights),
  /** Replace the GMM-style instruments by principal components: `true` chooses by eigenvalue, a number says how many. */
  pca: v.optional(pca, false),
  /** The program whose conventions apply where programs differ. */
  compat: v.optional(choice(programs), 'xtabond2'),
  /** The covariance of the estimates. */
  vcov: v.optional(covarianceOf(vcov, vcovText), {}),
};

export type GmmGroupSchema = (typeof gmm)['item'];
export type IvGroupSchema = (typeof iv)['item'];
export type TestedSetSchema = (typeof testedSets)['item'];
export type VcovSchema = typeof vcov;
