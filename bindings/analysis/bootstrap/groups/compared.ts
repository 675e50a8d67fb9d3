/** The estimated groups, with everything that the methods of a comparison share. */
import { toldAgain } from '../../../words/told.js';
import * as said from '../../../words/errors/bootstrap/groups.js';
import type { Engine } from '../../../core/engine/engine.js';
import {
  EconError,
  EngineError,
  IdentificationError,
  InputError,
} from '../../../core/errors/errors.js';
import { contextOf } from '../../../models/context.js';
import { fitModel } from '../../../models/fit.js';
import type { Model } from '../../../models/model.js';
import type { FitResult } from '../../../results/fit.js';
import { linearOf } from '../../../models/fitted-model.js';
import { reasonOf } from './difference.js';
import type { ChosenOptions } from './options.js';
import type { Repeating } from './repeat.js';
import { labelled, type Split, within } from './split.js';
import type { Labelled } from '../../interacted/stack.js';
import { rowsUsed, switching, type UnitsOfTable, unitsOfTable } from './units.js';
import type { Omitted } from '../../../results/common.js';

/** A group that can be estimated. */
export interface Group {
  /** Number of the group in the split. */
  readonly label: number;
  readonly value: string;
  readonly fit: FitResult;
  /** Rows of the table that the estimate uses. */
  readonly rows: Int32Array;
}

/** A group that cannot be estimated. */
export interface Missing {
  readonly label: number;
  readonly value: string;
  readonly error: EconError;
}

export interface Compared {
  readonly engine: Engine;
  readonly model: Model;
  readonly options: Repeating;
  /** The split with the estimated groups only; the label of `groups[g]` is g. */
  readonly split: Split;
  readonly groups: readonly Group[];
  readonly missing: readonly Missing[];
  readonly units: UnitsOfTable;
  readonly switchingUnits: number;
}

/**
 * Estimates each group with the model in its rows.
 *
 * @throws InputError for models and options that no group can have, `one-group`; the error of the first group if none
 *   can be estimated
 */
export async function estimateGroups(
  engine: Engine,
  whole: Split,
  model: Model,
  options: Repeating,
): Promise<Compared> {
  const all = await Promise.all(
    whole.values.map((value, label) =>
      estimateGroup(engine, { model, whole, options, value, label }),
    ),
  );
  const groups = all.filter((group) => 'fit' in group);
  const missing = all.filter((group) => 'error' in group);
  if (groups.length === 0) throw missing[0]!.error;
  if (groups.length === 1) throw oneGroup(options.by, groups[0]!, missing[0]!);
  const units = unitsOfTable(whole.table, model, options.cluster);
  const numbers = new Map(groups.map(({ label }, g) => [label, g]));
  const codes = whole.codes.map((label) => numbers.get(label) ?? -1);
  return {
    engine,
    model,
    options,
    split: labelled(
      whole.table,
      groups.map(({ value }) => value),
      codes,
    ),
    groups,
    missing,
    units,
    switchingUnits: switching(
      units.codes,
      groups.map(({ rows }) => rows),
    ),
  };
}

interface Estimated {
  readonly model: Model;
  readonly whole: Split;
  readonly options: ChosenOptions;
  readonly value: string;
  readonly label: number;
}

async function estimateGroup(
  engine: Engine,
  { model, whole, options: { of, common }, value, label }: Estimated,
): Promise<Group | Missing> {
  try {
    const chosen = common ? { ...model, collinear: 'omit' as const } : model;
    const fit = await fitModel(whole.table, within(chosen, whole, [label]), { engine });
    const gone = fit.omitted?.find(({ name }) => name === of);
    if (gone !== undefined) throw unidentified(gone, value);
    if (fit.params[of] === undefined) throw unknownCoefficient(of, value, Object.keys(fit.params));
    return { label, value, fit, rows: rowsUsed(contextOf(fit)!) };
  } catch (error) {
    if (!isOfGroup(error)) throw error;
    return { label, value, error: inWords(error, value, of) };
  }
}

/** Whether an error concerns this group only, so that other groups may not have it. */
function isOfGroup(error: unknown): error is EconError {
  if (!(error instanceof EconError) || error instanceof EngineError) return false;
  return (
    !(error instanceof InputError) ||
    ['empty-sample', 'unknown-coefficient', 'omitted-coefficient'].includes(error.code)
  );
}

/** The error of a group in the terms of the comparison; any other error unchanged. */
function inWords(error: EconError, group: string, of: string): EconError {
  if (error.code === 'empty-sample') return new InputError(said.emptyGroup({ group }), 'groups');
  if (error.code === 'too-few-clusters') {
    const { column } = error.detail as { readonly column: string };
    return error.retold({ of: 'groups', told: said.groupOfOneUnit({ group, column }) });
  }
  return collinearInGroup(error, group, of);
}

function oneGroup(by: string, { value }: Group, { error }: Missing): InputError {
  const told = said.oneEstimated({ path: 'by', found: by, group: value, cause: reasonOf(error) });
  return new InputError(told, { of: 'groups', key: 'by' });
}

function unknownCoefficient(of: string, group: string, names: readonly string[]): InputError {
  const told = said.unknownInGroup({ path: 'of', found: of, group, names });
  return new InputError(told, { of: 'groups', key: 'of' });
}

/** The rows of some groups, as one sample of the model. */
export async function pooled(
  { engine, model, options, split }: Compared,
  chosen: readonly number[],
): Promise<Labelled> {
  const fit = await fitModel(split.table, within(model, split, chosen), { engine });
  const context = linearOf(contextOf(fit)!)!;
  const labels = Int32Array.from(context.rows.rows, (row) => chosen.indexOf(split.codes[row]!));
  const { of, common } = options;
  return { context, labels, ngroups: chosen.length, of, common };
}

/** The error of a compared coefficient that a group does not have. */
function unidentified(omitted: Omitted, group: string): IdentificationError {
  return new IdentificationError(said.omittedInGroup(dependence(omitted, group)), 'groups');
}

/** An error about a collinear regressor in the terms of the comparison; any other error unchanged. */
function collinearInGroup(error: EconError, group: string, of: string): EconError {
  const redundant = (error.detail['collinear'] ?? []) as readonly Omitted[];
  const compared = redundant.find(({ name }) => name === of);
  if (compared !== undefined) return unidentified(compared, group);
  const [first] = redundant;
  if (first === undefined) return error;
  const detail = dependence(first, group);
  const told = toldAgain(said.collinearInGroup(detail), { ...error.detail, ...detail });
  return error.retold({ of: 'groups', told });
}

const dependence = ({ name, explainedBy }: Omitted, group: string) => {
  return { coefficient: name, explainedBy, group };
};
