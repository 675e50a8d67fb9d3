/** The keys and values of a dynamic panel model. */
import { eitherOf } from '../../../words/expectations/values.js';
import { expects } from '../../../words/expects.js';
import * as v from 'valibot';
import { together } from '../../../core/arguments/inferred.js';
import { dpdBootstrap } from '../../schema/bootstrap-schema.js';
import { formulaKeys, nameKeys, reportKeys, rowKeys } from '../../schema/common-keys.js';
import { dataKeys } from '../../schema/data-schema.js';
import { panel, record } from '../../schema/schema.js';
import { dpdKeys } from './keys.js';
import { multiverseSchema } from './multiverse.js';

export const dpdSchema = record(
  together(
    dataKeys,
    {
      /** The columns of units and periods. */
      panel,
    },
    rowKeys,
    {
      /** The estimator by its name. */
      estimator: v.literal('dpd', expects(eitherOf({ words: ['dpd'] }))),
    },
    formulaKeys,
    dpdKeys,
    reportKeys,
    {
      /** Replicates of the estimate, for standard errors, intervals and tests. */
      bootstrap: v.optional(dpdBootstrap),
      /** Choices that could have been different. */
      multiverse: v.optional(multiverseSchema),
    },
    nameKeys,
  ),
);
