/** The keys of a dynamic panel model that say how it is estimated. */
import * as v from 'valibot';
import { weights } from '../../linear/model/schema.js';
import { choice, common, flag, listOf, name, record, words, written } from '../../schema/schema.js';
import { covarianceOf } from '../../covariances/text.js';
import { vcovType } from './covariance-type.js';

const term = v.pipe(
  v.string('a variable such as n or L1.n'),
  v.nonEmpty('a variable such as n or L1.n'),
);
const vars = v.pipe(listOf(term, words), v.nonEmpty('at least one variable'));
const equation = v.optional(choice(['both', 'diff', 'level'], 'both, diff or level'), 'both');

const lagsExpected = 'a pair [a, b] of whole numbers with a <= b, or [a, null] for all from a on';
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
  type: v.optional(vcovType),
  cluster: v.optional(v.pipe(listOf(name, words), v.nonEmpty('at least one column'))),
  small: v.optional(flag, false),
});

const groupTransform = v.optional(choice(['fd', 'fod'], 'fd or fod'));

const roleNames = ['endogenous', 'predetermined', 'exogenous'] as const;
const role = v.optional(choice(roleNames, 'endogenous, predetermined or exogenous'));
const gmm = v.array(
  record({
    vars,
    lags: v.optional(lags),
    collapse: v.optional(flag, false),
    equation,
    role,
    transform: groupTransform,
    passthru: v.optional(flag, false),
  }),
  'a list of {vars, lags}',
);
const roles = record({
  endogenous: v.optional(vars),
  predetermined: v.optional(vars),
  exogenous: v.optional(vars),
  collapse: v.optional(flag, false),
});

const iv = v.array(
  record({
    vars,
    equation,
    transform: groupTransform,
    passthru: v.optional(flag, false),
    mz: v.optional(flag, false),
  }),
  'a list of {vars}',
);

const pcaExpected = 'true, false or a whole number of at least 1';
const pca = v.union(
  [flag, v.pipe(v.number(pcaExpected), v.safeInteger(pcaExpected), v.minValue(1, pcaExpected))],
  pcaExpected,
);

const groupName = v.pipe(v.string('the name of a group'), v.nonEmpty('the name of a group'));
const testedSets = v.array(
  record({
    name: v.pipe(v.string('a name'), v.nonEmpty('a name')),
    groups: v.optional(listOf(groupName, (text) => [text])),
    vars: v.optional(vars),
    equation,
  }),
  'a list of {name, groups, vars, equation}',
);

const programs = ['xtabond2', 'gretl', 'plm', 'xtdpdgmm'] as const;

/** Each order takes a pass over the data. Orders reach to 1000, like lags in a formula. */
const ordersExpected = 'a whole number from 0 to 1000';

export const dpdKeys = {
  transform: v.optional(choice(['fd', 'fod', 'level'], 'fd, fod or level'), 'fd'),
  system: v.optional(flag, true),
  gmm: v.optional(gmm),
  roles: v.optional(roles),
  iv: v.optional(iv, []),
  timeEffects: v.optional(flag, false),
  steps: v.optional(choice([1, 2, 'iterated', 'cue'], '1, 2, iterated or cue'), 2),
  h: v.optional(choice([1, 2, 3], '1, 2 or 3'), 3),
  nonlinear: v.optional(
    v.union([v.boolean(), v.literal('collapse')], 'true, false or collapse'),
    false,
  ),
  arLevels: v.optional(flag, false),
  arOrders: v.optional(
    v.pipe(
      v.number(ordersExpected),
      v.safeInteger(ordersExpected),
      v.minValue(0, ordersExpected),
      v.maxValue(1000, ordersExpected),
    ),
    2,
  ),
  diffHansen: v.optional(testedSets, []),
  baselines: v.optional(flag, true),
  gaps: v.optional(choice(['strict', 'bridge'], 'strict or bridge')),
  weights: v.optional(weights),
  pca: v.optional(pca, false),
  compat: v.optional(choice(programs, 'xtabond2, gretl, plm or xtdpdgmm'), 'xtabond2'),
  vcov: v.optional(covarianceOf(vcov), {}),
  collinear: common.collinear,
  level: common.level,
};
