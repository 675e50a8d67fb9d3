/**
 * Keys that models of all estimators share. A model is plain data in two forms: the input is what a user writes; the
 * model has every default filled in. A model is a valid input. Both come from the schemas.
 */
import type { StrictObjectSchema } from 'valibot';
import type { Input, Output } from '../../core/arguments/inferred.js';
import type { gmmBootstrap, linearBootstrap } from './bootstrap-schema.js';
import type { formulaKeys, nameKeys, reportKeys, rowKeys } from './common-keys.js';
import type { dataKeys } from './data-schema.js';
import type { panel } from './schema.js';

/** One name, several in one string separated by spaces, or a list. */
export type Vars = string | readonly string[];

/** The panel of the data. */
export interface PanelInput extends Input<typeof panel> {}
export interface PanelSpec extends Output<typeof panel> {}

/** The bootstrap of any estimator. */
export interface BootstrapInput
  extends Input<typeof linearBootstrap>, Pick<Input<typeof gmmBootstrap>, 'recenter'> {}
export interface BootstrapSpec
  extends Output<typeof linearBootstrap>, Pick<Output<typeof gmmBootstrap>, 'recenter'> {}

type Common = StrictObjectSchema<
  typeof dataKeys & typeof rowKeys & typeof formulaKeys & typeof reportKeys & typeof nameKeys,
  undefined
>;

export interface CommonModel extends Output<Common> {
  readonly bootstrap?: BootstrapSpec | undefined;
}

/** What a model file has besides the keys of the model. */
export interface ModelFile {
  /** The JSON Schema by which an editor checks the file. */
  readonly $schema?: string | undefined;
}

export interface CommonInput extends ModelFile, Input<Common> {
  /** Replicates for standard errors, intervals and tests. */
  readonly bootstrap?: BootstrapInput | undefined;
}

/** What is done with a regressor that others explain: it is left out with a warning, or the fit is refused. */
export type Collinear = CommonModel['collinear'];

/** Makes all keys optional; they may also be `undefined` under `exactOptionalPropertyTypes`. */
export type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined };
