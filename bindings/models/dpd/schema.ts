/** The keys and values of a model of difference or system GMM. */
import * as v from 'valibot';
import { eitherOf } from '../../words/expectations/values.js';
import { expects } from '../../words/expects.js';
import { dynamicSchema } from '../dynamic/model/schema.js';

export const dpdSchema = dynamicSchema({
  /** The estimator by its name. */
  estimator: v.literal('dpd', expects(eitherOf({ words: ['dpd'] }))),
});
