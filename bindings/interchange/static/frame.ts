/** What a script has defined about its data before it estimates. */
import type { ModelInput } from '../../models/model.js';
import { covarianceKeys } from '../../models/covariances/text.js';
import { parseFormula, type Term } from '../../data/index.js';
import { withCondition, withSentences } from '../bounds.js';
import {
  type Derived,
  inColumns,
  isRead,
  type Made,
  resolvedFilter,
  withMade,
} from '../derived.js';
import type { Step } from '../made.js';
import { defined, type ImportedModel, type ImportOptions } from '../imported.js';
import type { Filter } from '../filters/filter.js';
import { keptWithout, whereOf } from '../filters/write.js';
import { dynamicInColumns } from './dynamic.js';
import { buildOf, namedSteps, usedSteps } from './steps.js';

export interface ScriptFrame extends Pick<ImportOptions, 'data' | 'unit' | 'time' | 'step'> {
  /** Non-default options of the file. */
  readonly reading?: Readonly<Record<string, unknown>>;
  /** False if the reader of the file takes empty cells of text columns as missing. */
  readonly keepsEmptyTexts?: boolean;
  /** The rows that the script keeps, in columns of the data. */
  readonly filters?: readonly Filter[];
  /** The column by which its rows are ordered. */
  readonly order?: string;
  /** Columns that have a value in each of its rows. */
  readonly present?: readonly string[];
  /** Sentences about untranslated changes. */
  readonly changes?: readonly string[];
  /** Columns that the script has made. */
  readonly derived?: Derived;
}

/** Returns the data of a call, given the text of its argument. */
export type FrameOf = (text: string | undefined) => ScriptFrame;

/** A model as a command writes it, with the data that it estimates on. */
export interface Estimated {
  readonly model: ModelInput;
  readonly notes: readonly string[];
  readonly frame: ScriptFrame;
}

/** The keys that define the data, with the panel if the frame has one. */
export function dataKeys({ data, reading, unit, time, step }: ScriptFrame, formula: string) {
  const panel =
    unit === undefined || time === undefined
      ? undefined
      : { ...defined({ unit, time, step }), unit, time };
  const file = data === undefined || reading === undefined ? data : { file: data, ...reading };
  return defined({ data: file, panel, formula });
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
export function withChange(frame: ScriptFrame, change: string): ScriptFrame {
  return { ...frame, changes: withSentences(frame.changes ?? [], [change]) };
}

/** A frame with columns that a script has made. */
export interface MadeColumns {
  readonly frame: ScriptFrame;
  /** Whether all of them are translated. */
  readonly isRead: boolean;
}

/** The frame with columns, each by its name and expression, of which `madeBy` says what it makes. */
export function withMadeColumns(
  frame: ScriptFrame,
  columns: readonly (readonly [name: string, expression: string])[],
  madeBy: (expression: string, derived: Derived | undefined) => Made,
): MadeColumns {
  let { derived } = frame;
  let allRead = true;
  for (const [column, expression] of columns) {
    const made = madeBy(expression, derived);
    allRead &&= isRead(made);
    derived = withMade(derived, column, made);
  }
  return { frame: { ...frame, ...defined({ derived }) }, isRead: allRead };
}

/** A model, and the columns that it needs by the keys that stand for them in it. */
export interface StudyModel extends ImportedModel {
  readonly steps: readonly Step[];
}

/** The model in terms of data columns, with its frame's rows and the notes on both. */
export function finished(estimated: Estimated): ImportedModel {
  const { model, notes, steps } = inData(estimated, false);
  if (steps.length === 0) return { model, notes };
  const { unit, time } = model.panel ?? {};
  const present = [unit, time].filter((name) => name !== undefined);
  const { build, named } = namedSteps(steps, model, { present });
  const before = 'build' in model ? model.build : undefined;
  return {
    model: { ...named(model), build: { ...buildOf(build), ...before } } as ModelInput,
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
    notes: [...new Set([...notes, ...named.notes, ...largestNotes(filters, required), ...changes])],
    steps: usedSteps(whole, derived),
  };
}

/** Notes on rows that Stata keeps and other programs drop. */
function largestNotes(filters: readonly Filter[], required: readonly string[]): string[] {
  const columns = keptWithout(filters, required);
  if (columns.length === 0) return [];
  const words = columns.join(', ');
  return [
    `a missing value is the largest number in Stata, so the filter also keeps rows without ${words}`,
  ];
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
