/** Types of the keys of a model that say what its data are: `data`, `reshape`, `merge` and `build`. */
import type { StrictObjectSchema } from 'valibot';
import type { Input, Output } from '../../core/arguments/inferred.js';
import type { dataFile, dataQuery, stepKeys, writtenMerge } from './data-schema.js';

/** A data file, and how to read it. */
export interface DataFile extends Output<typeof dataFile> {}

/** A query that DuckDB runs. */
export interface DataQuery extends Output<typeof dataQuery> {}

export type DataPlace = DataFile | DataQuery;

type Steps = StrictObjectSchema<typeof stepKeys, undefined>;

/** What is done to the data before the model, in this order. */
export interface DataSteps extends Output<Steps> {}
export interface DataStepsInput extends Input<Steps> {}

/** A file whose columns are joined, with new names of some of its columns. */
export type Merge = NonNullable<DataSteps['merge']>[number];
export interface MergeInput extends Input<typeof writtenMerge> {}

/** One of `long` and `wide`. */
export type Reshape = NonNullable<DataSteps['reshape']>;
export type ReshapeInput = NonNullable<DataStepsInput['reshape']>;
