/** The keys of ordinary and weighted least squares. */
import { eitherOf } from '../../words/expectations/values.js';
import { expects } from '../../words/expects.js';
import * as v from 'valibot';
import { together } from '../../core/arguments/inferred.js';
import { linearKeys } from '../linear/model/keys.js';
import { linearChoices, multiverseOf } from '../multiverse/schema.js';
import { dataKeys } from '../schema/data-schema.js';
import { formulaKeys, nameKeys, reportKeys, rowKeys } from '../schema/common-keys.js';
import { panel, record } from '../schema/schema.js';

export const olsSchema = record(
  together(
    dataKeys,
    {
      /** The columns of units and periods. */
      panel: v.optional(panel),
    },
    rowKeys,
    {
      /** The estimator by its name. */
      estimator: v.literal('ols', expects(eitherOf({ words: ['ols'] }))),
    },
    formulaKeys,
    linearKeys,
    {
      /** Choices that could have been different. */
      multiverse: multiverseOf(linearChoices),
    },
    reportKeys,
    nameKeys,
  ),
);
