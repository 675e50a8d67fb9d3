/** What a script has defined about its data before it estimates. */
import { distinct } from '../imported.js';
import { InputError } from '../../core/errors/errors.js';
import type { ModelInput } from '../../models/model.js';
import { covarianceKeys } from '../../models/covariances/text.js';
import { parseFormula, type Term } from '../../data/index.js';
import { withCondition, withSentences } from '../bounds.js';
import {
  computed,
  type Derived,
  inColumns,
  isRead,
  type Made,
  resolvedFilter,
  withMade,
} from '../derived.js';
import type { Step } from '../made.js';
import { defined, type ReadModel, type ImportOptions } from '../imported.js';
import type { Filter, Operand } from '../filters/filter.js';
import { keptWithout, whereOf } from '../filters/write.js';
import { dynamicInColumns } from './dynamic.js';
import { hasShift, overRows } from './over-rows.js';
import { buildOf, namedSteps, usedSteps } from './steps.js';
import { keptMissing } from '../../words/errors/interchange/notes.js';
import type { Told } from '../../words/told.js';

export interface ScriptFrame extends Pick<ImportOptions, 'data' | 'unit' | 'time' | 'step'> {
  /** Non-default options of the file. */
  readonly reading?: Readonly<Record<string, unknown>>;
  /** False if the reader of the file takes empty cells of text columns as missing. */
  readonly keepsEmptyTexts?: boolean;
  /** Files whose rows are appended, as the key `append` has them. */
  readonly appends?: readonly object[];
  /** How the rows are made of those of the file. */
  readonly reshape?: object | undefined;
  /** Files that are joined, as the key `merge` has them. */
  readonly merges?: readonly object[];
  /** The rows that the script keeps, in columns of the data. */
  readonly filters?: readonly Filter[];
  /** The column by which its rows are ordered. */
  readonly order?: string;
  /** Columns that have a value in each of its rows. */
  readonly present?: readonly string[];
  /** The columns of group_by(), within which columns are made. */
  readonly groups?: readonly string[] | undefined;
  /** The columns by which rows are sorted last, a unit and a period if there are lags. */
  readonly sortedBy?: readonly [string, string] | undefined;
  /** Sentences about untranslated changes. */
  readonly changes?: readonly Told[];
  /** Columns that the script has made. */
  readonly derived?: Derived;
}

/** Returns the data of a call, given the text of its argument. */
export type FrameOf = (text: string | undefined) => ScriptFrame;

/** A model as a command writes it, with the data that it estimates on. */
export interface Estimated {
  readonly model: ModelInput;
  readonly notes: readonly Told[];
  readonly frame: ScriptFrame;
}

/** The keys that define the data, with the panel if the frame has one. */
export function dataKeys(
  { data, reading, unit, time, step, merges, appends, reshape }: ScriptFrame,
  formula: string,
) {
  const panel =
    unit === undefined || time === undefined
      ? undefined
      : { ...defined({ unit, time, step }), unit, time };
  const file = data === undefined || reading === undefined ? data : { file: data, ...reading };
  const merge = merges?.length === 1 ? merges[0] : merges;
  const steps = { append: appends, reshape, merge } as Pick<
    ModelInput,
    'append' | 'reshape' | 'merge'
  >;
  return defined({ data: file, ...steps, panel, formula });
}

/** Adds a filter to a frame. */
export function withFilter(frame: ScriptFrame, filter: Filter): ScriptFrame {
  const { filter: resolved, lacking } = resolvedFilter(filter, frame.derived);
  return {
    ...frame,
    filters: withCondition(frame.filters ?? [], resolved),
    changes: withSentences(frame.changes ?? [], lacking),
  };
}

/** Adds a sentence to a frame. */
export function withChange(frame: ScriptFrame, change: Told): ScriptFrame {
  return { ...frame, changes: withSentences(frame.changes ?? [], [change]) };
}

/** A frame with columns that a script has made. */
export interface MadeColumns {
  readonly frame: ScriptFrame;
  /** Whether all of them are translated. */
  readonly isRead: boolean;
  /** Why the first is not. */
  readonly error?: InputError | undefined;
}

/** What an expression makes, and its value in the rows of a frame. */
export interface Maker {
  readonly line: number;
  readonly madeBy: (expression: string, derived: Derived | undefined) => Made;
  /** Throws InputError `command-syntax` for an expression that is not translated. */
  readonly valueOf: (expression: string, frame: ScriptFrame) => Operand;
}

/** The panel of a frame, by default the columns by which it is sorted. */
function sortedRows({ unit, time, sortedBy }: ScriptFrame): Pick<ScriptFrame, 'unit' | 'time'> {
  return defined({ unit: unit ?? sortedBy?.[0], time: time ?? sortedBy?.[1] });
}

/** The frame with columns, each by its name and expression. */
export function withMadeColumns(
  frame: ScriptFrame,
  columns: readonly (readonly [name: string, expression: string])[],
  { line, madeBy, valueOf }: Maker,
): MadeColumns {
  let whole = frame;
  let error: InputError | undefined;
  let isWhole = true;
  for (const [column, expression] of columns) {
    let made = madeBy(expression, whole.derived);
    try {
      const isValue = made.same === undefined && made.groups === undefined;
      const rows = sortedRows(whole);
      const value = isValue
        ? overRows(valueOf(expression, { ...whole, ...rows }), whole.filters ?? [])
        : undefined;
      if (value !== undefined && hasShift(value)) whole = { ...whole, ...rows };
      if (value !== undefined) made = { ...made, ...computed(column, value, whole.derived, line) };
    } catch (problem) {
      if (!(problem instanceof InputError)) throw problem;
      if (!isRead(made)) error ??= problem;
    }
    isWhole &&= isRead(made);
    whole = { ...whole, derived: withMade(whole.derived, column, made) };
  }
  return { frame: whole, isRead: isWhole, error };
}

/** A model, and the columns that it needs by the keys that stand for them in it. */
export interface StudyModel extends ReadModel {
  readonly steps: readonly Step[];
}

/** The model in terms of data columns, with its frame's rows and the notes on both. */
export function finished(estimated: Estimated): ReadModel {
  const { model, notes, steps } = inData(estimated, false);
  if (steps.length === 0) return { model, notes };
  const { unit, time } = model.panel ?? {};
  const present = [unit, time].filter((name) => name !== undefined);
  const { build, named } = namedSteps(steps, model, { present });
  const ofWeights = 'build' in model ? Object.entries(model.build ?? {}) : [];
  const weights = ofWeights.map(([name, value]) => ({ name, value: String(value) }));
  return {
    model: { ...named(model), build: buildOf([...build, ...weights]) } as ModelInput,
    notes,
  };
}

/** The same for a study, whose columns have the names of the script. */
export function inStudy(estimated: Estimated): StudyModel {
  return inData(estimated, true);
}

function inData({ model, notes, frame }: Estimated, namesSteps: boolean): StudyModel {
  const { filters = [], changes = [] } = frame;
  const isDynamic = model.estimator === 'dpd';
  const derived = frame.derived && { ...frame.derived, namesSteps: namesSteps || isDynamic };
  const named = isDynamic ? dynamicInColumns(model, derived) : inColumns(model, derived);
  // In a dynamic panel, a row without a value may still have lags and instruments.
  const required = isDynamic ? panelColumns(model) : requiredBy(named.model);
  const where = whereOf(filters, required);
  const whole = where === undefined ? named.model : { ...named.model, where };
  return {
    model: whole,
    notes: distinct([...notes, ...named.notes, ...largestNotes(filters, required), ...changes]),
    steps: usedSteps(whole, derived),
  };
}

/** Notes on rows that Stata keeps and other programs drop. */
function largestNotes(filters: readonly Filter[], required: readonly string[]): Told[] {
  const columns = keptWithout(filters, required);
  if (columns.length === 0) return [];
  return [keptMissing({ columns: columns.join(', ') })];
}

/** The columns without which a model drops a row: those that it reads from the same row. */
function requiredBy(model: ModelInput): string[] {
  const { formula, weights, vcov } = model;
  const { depvar, regressors, effects, endogenous, instruments } = parseFormula(formula);
  const terms = [depvar, ...regressors, ...effects, ...endogenous, ...instruments];
  const { cluster = [] } = vcov === undefined ? {} : covarianceKeys<Clustered>(vcov);
  return [
    ...panelColumns(model),
    ...terms.flatMap(unshifted),
    ...(weights === undefined ? [] : [weights.column]),
    ...(typeof cluster === 'string' ? [cluster] : cluster),
  ];
}

/** A panel has a unit and a period in every row. */
function panelColumns({ panel }: ModelInput): string[] {
  return panel === undefined ? [] : [panel.unit, panel.time];
}

interface Clustered {
  readonly cluster?: string | readonly string[] | undefined;
}

function unshifted(term: Term): string[] {
  switch (term.kind) {
    case 'column':
      return [term.name];
    case 'interaction':
      return term.factors.flatMap(unshifted);
    case 'lag':
    case 'difference':
      return [];
    default:
      return unshifted(term.of);
  }
}
