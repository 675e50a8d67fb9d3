/** A study as its author writes it: the types of the keys of a study file. */
import type { Input } from '../../../core/arguments/inferred.js';
import type { claimKeys, outputs } from './study-keys.js';
import type { compare, split } from './table-kinds.js';
import type { studySchema, writtenTables } from './written.js';

export type { StudyModelInput } from './written.js';

type Tables = typeof writtenTables;

export interface DescribeTable extends Input<Tables['describe']> {}
export interface CorrelateTable extends Input<Tables['correlate']> {}
export interface BalanceTable extends Input<Tables['balance']> {}
export interface ModelsTable extends Input<Tables['models']> {}

/** Marginal effects of a model, a row each. */
export interface MarginsTable extends Input<Tables['margins']> {}

/** The specifications of a multiverse, a row each. */
export interface MultiverseTable extends Input<Tables['multiverse']> {}

/** The tests of a model, a row each. */
export interface TestsTable extends Input<Tables['tests']> {}

/** The weights of an index that `build` makes, a row for each of its columns. */
export interface IndexTable extends Input<Tables['index']> {}

/** A model in groups of rows. */
export interface SplitTable extends Input<Tables['model']> {}

/** The groups of a table: the parts of a column that is cut, or values of a column. */
export interface SplitInput extends Input<typeof split> {}

export interface CompareInput extends Input<typeof compare> {}

export interface StudyInput extends Input<typeof studySchema> {}

export type StudyTableInput = StudyInput['tables'][string];

export type StudyFigureInput = NonNullable<StudyInput['figures']>[string];

export interface StudyClaimInput extends Input<typeof claimKeys> {}

/** Files to write, by kind. */
export interface StudyOutputs extends Input<typeof outputs> {}
