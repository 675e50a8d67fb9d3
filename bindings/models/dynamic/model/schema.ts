/** The keys and values of the model of a dynamic panel. */
import type { GenericSchema } from 'valibot';
import * as v from 'valibot';
import { together } from '../../../core/arguments/inferred.js';
import { dpdBootstrap } from '../../schema/bootstrap-schema.js';
import { formulaKeys, nameKeys, reportKeys, rowKeys } from '../../schema/common-keys.js';
import { dataKeys } from '../../schema/data-schema.js';
import { panel, record } from '../../schema/schema.js';
import { dynamicKeys } from './keys.js';
import { multiverseSchema } from './multiverse.js';

/** The schema of a model with the key `estimator`. */
export function dynamicSchema<Named extends { readonly estimator: GenericSchema<string> }>(
  named: Named,
) {
  return record(
    together(
      dataKeys,
      {
        /** The columns of units and periods. */
        panel,
      },
      rowKeys,
      named,
      formulaKeys,
      dynamicKeys,
      reportKeys,
      {
        /** Replicates for standard errors, intervals and tests. */
        bootstrap: v.optional(dpdBootstrap),
        /** Choices that could have been different. */
        multiverse: v.optional(multiverseSchema),
      },
      nameKeys,
    ),
  );
}
