import type { StrictObjectSchema } from 'valibot';
import type { Input, Output } from '../../core/arguments/inferred.js';
import type { LinearCovariance } from '../linear/model/model.js';
import type { BootstrapInput, BootstrapSpec, ModelFile } from '../schema/common.js';
import type { instrumentKeys } from './schema.js';

type Keys = StrictObjectSchema<typeof instrumentKeys, undefined>;

/** What models with instruments have in common. */
export interface InstrumentsModel extends Omit<Output<Keys>, 'vcov'> {
  readonly vcov: LinearCovariance;
  readonly bootstrap?: BootstrapSpec | undefined;
}

export interface InstrumentsInput extends ModelFile, Input<Keys> {
  /** Replicates for standard errors, intervals and tests. */
  readonly bootstrap?: BootstrapInput | undefined;
}

/** How a model with instruments removes unit effects: within units or by first differences. */
export type IvEffects = NonNullable<InstrumentsModel['effects']>;

/** Instruments whose validity a C test doubts: terms of the formula, excluded or exogenous regressors. */
export type CTestSpec = InstrumentsModel['cTests'][number];
