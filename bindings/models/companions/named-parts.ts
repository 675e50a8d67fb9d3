/** Names of parts that several models have. Declarations refer to them, where they would repeat all keys. */
import type { Input, Output } from '../../core/arguments/inferred.js';
import type { dpdSchema } from '../dpd/schema.js';
import type { gmmSchema } from '../gmm/schema.js';
import type { olsSchema } from '../ols/schema.js';
import type { panelSchema } from '../panel/schema.js';

/** The choices that could have been different, by estimator; those of `iv` are those of `gmm`. */
export type DpdMultiverseInput = NonNullable<Input<typeof dpdSchema>['multiverse']>;
export type InstrumentMultiverseInput = NonNullable<Input<typeof gmmSchema>['multiverse']>;
export type OlsMultiverseInput = NonNullable<Input<typeof olsSchema>['multiverse']>;
export type PanelMultiverseInput = NonNullable<Input<typeof panelSchema>['multiverse']>;
export type DpdMultiverse = NonNullable<Output<typeof dpdSchema>['multiverse']>;
export type InstrumentMultiverse = NonNullable<Output<typeof gmmSchema>['multiverse']>;
export type OlsMultiverse = NonNullable<Output<typeof olsSchema>['multiverse']>;

/** The replicates of a regression, and those of a study, which takes what is left out from its defaults. */
export type LinearBootstrap = NonNullable<Output<typeof olsSchema>['bootstrap']>;
export type LinearBootstrapInput = NonNullable<Input<typeof olsSchema>['bootstrap']>;
export type LinearBootstrapDefaults = Partial<NonNullable<Input<typeof olsSchema>['bootstrap']>>;
