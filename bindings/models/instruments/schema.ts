/** Keys of the model file that models with instruments share. */
import { text } from '../../core/arguments/arguments.js';
import { anInstrument, oneOrMore, keyedLists } from '../../words/expectations/models/models.js';
import { expects } from '../../words/expects.js';
import * as v from 'valibot';
import { together } from '../../core/arguments/inferred.js';
import { absorb, largeSampleVcov, weights } from '../linear/model/schema.js';
import { instrumentChoices, multiverseOf } from '../multiverse/schema.js';
import { covarianceOf, covarianceText } from '../covariances/text.js';
import { dataKeys } from '../schema/data-schema.js';
import { formulaKeys, nameKeys, reportKeys, rowKeys } from '../schema/common-keys.js';
import { choice, flag, listOf, panel, record, words } from '../schema/schema.js';

const term = text(anInstrument());

const cTest = record({
  /** Instruments whose validity a C test doubts: terms of the formula, excluded or exogenous regressors. */
  vars: v.pipe(listOf(term, words), v.nonEmpty(expects(oneOrMore({ of: 'instrument' })))),
});

/** All keys except `estimator` and those of a method. */
export const instrumentKeys = together(
  dataKeys,
  {
    /** The columns of units and periods; lags, differences and `effects` need them. */
    panel: v.optional(panel),
    /** How unit effects are removed. */
    effects: v.optional(choice(['within', 'first-difference'])),
  },
  rowKeys,
  formulaKeys,
  {
    /** Weights of rows. */
    weights: v.optional(weights),
    /** The covariance of the estimates: a name such as `HC1`, or an object with `type`, `cluster` and others. */
    vcov: v.optional(covarianceOf(largeSampleVcov, covarianceText), {}),
    /** When the iterations that absorb fixed effects stop. */
    absorb,
    /** Compute first stages and tests of the instruments; default true. */
    diagnostics: v.optional(flag, true),
    /** Sets of instruments whose exogeneity is tested. */
    cTests: v.optional(v.array(cTest, expects(keyedLists({ keys: ['vars'] }))), []),
    /** Choices that could have been different. */
    multiverse: multiverseOf(instrumentChoices),
  },
  reportKeys,
  nameKeys,
);
