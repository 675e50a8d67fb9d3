/** The keys and values of a dynamic panel model. */
import * as v from 'valibot';
import { dpdBootstrap } from '../../schema/bootstrap-schema.js';
import { dataKeys } from '../../schema/data-schema.js';
import { common, panel, record } from '../../schema/schema.js';
import { dpdKeys } from './keys.js';
import { multiverseSchema } from './multiverse.js';

export const dpdSchema = record({
  ...dataKeys,
  panel,
  where: common.where,
  estimator: v.literal('dpd', 'dpd'),
  formula: common.formula,
  ...dpdKeys,
  bootstrap: v.optional(dpdBootstrap),
  multiverse: v.optional(multiverseSchema),
  labels: common.labels,
  name: common.name,
});
