/** Types of the keys of a model that say what its data are: `data`, `append`, `reshape`, `merge` and `build`. */
import type { StrictObjectSchema } from 'valibot';
import type { Input, Output } from '../../core/arguments/inferred.js';
import type {
  buildSteps,
  expressionOfColumn,
  expressionStep,
  indexOfColumn,
  indexStep,
  splitOfColumn,
  splitStep,
} from './build-schema.js';
import type {
  appendedFile,
  dataFile,
  dataQuery,
  mergedFile,
  shapes,
  stepKeys,
  writtenAppend,
  writtenMerge,
} from './data-schema.js';

/** A data file, and how to read it. */
export interface DataFile extends Output<typeof dataFile> {}

/** A query that DuckDB runs. */
export interface DataQuery extends Output<typeof dataQuery> {}

export type DataPlace = DataFile | DataQuery;

type Steps = StrictObjectSchema<typeof stepKeys, undefined>;

/** What is done to the data before the model, in this order. */
export interface DataSteps extends Output<Steps> {}
export interface DataStepsInput extends Input<Steps> {}

/** A file whose rows are appended, with new names of some of its columns. */
export interface Append extends Output<typeof appendedFile> {}
export interface AppendInput extends Input<typeof writtenAppend> {}

/** A file whose columns are joined, with new names of some of its columns. */
export interface Merge extends Output<typeof mergedFile> {}
export interface MergeInput extends Input<typeof writtenMerge> {}

/** One of `long` and `wide`. */
export interface Reshape extends Output<typeof shapes> {}
export interface ReshapeKeys extends Input<typeof shapes> {}
export type ReshapeInput = NonNullable<DataStepsInput['reshape']>;

/** A step that computes a column. */
export interface ExpressionStep extends Output<typeof expressionStep> {}
export interface ExpressionStepInput extends Input<typeof expressionStep> {}

/** A step that cuts a column. */
export interface SplitStep extends Output<typeof splitStep> {}
export interface SplitStepInput extends Input<typeof splitStep> {}

/** A step that makes a composite index. */
export interface IndexStep extends Output<typeof indexStep> {}
export interface IndexStepInput extends Input<typeof indexStep> {}

/** A step as it is written below the name of its column. */
export interface ExpressionOfColumn extends Input<typeof expressionOfColumn> {}
export interface SplitOfColumn extends Input<typeof splitOfColumn> {}
export interface IndexOfColumn extends Input<typeof indexOfColumn> {}

/** Steps by the names of the new columns, in order. */
export type BuildByName = Exclude<Input<typeof buildSteps>, readonly unknown[]>;
