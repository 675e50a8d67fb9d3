/** The groups of a split table: their rows of the data, and their models. */
import { InputError } from '../../../core/errors/errors.js';
import {
  type Column,
  findColumn,
  levelsOf,
  partNames,
  sharedTable,
  splitColumn,
  type SplitFacts,
  type SplitStep,
  type Table,
} from '../../../data/index.js';
import { manyGroups, noGroupOfValue, oneGroup } from '../../../words/errors/paper/studies.js';
import { type Language, vocabularyOf } from '../../../words/languages/index.js';
import { parseModel } from '../../../models/reading/model-file.js';
import type { Model } from '../../../models/model.js';
import type { GroupsTable, PlannedModel, PlannedSplit } from '../file/study.js';

/** The groups of one split, each with its filter. */
export interface Groups {
  readonly by: string;
  /** The column of the groups; it differs from `by` if that is cut. */
  readonly column: string;
  readonly values: readonly string[];
  /** What tables call the values. */
  readonly names: readonly string[];
  /** The value of the column in each group, as a filter writes it. */
  readonly written: readonly string[];
  readonly facts?: SplitFacts;
  /** The step that makes the column, for a model file. */
  readonly step?: SplitStep;
}

export interface GroupedTable {
  /** The data with the columns of the groups. */
  readonly table: Table;
  readonly groups: readonly Groups[];
}

/** Maximum groups made from the values of a column, unless they are listed. */
const MOST_GROUPS = 12;
/** Maximum values of a column in a message. */
const MOST_SHOWN = 10;

/**
 * Adds the columns of the groups to the data.
 *
 * @throws InputError `unknown-column`, `one-group`, `empty-group`, `no-panel`, `bad-value`
 */
export function grouped(table: Table, { path, splits, model, spec }: GroupsTable): GroupedTable {
  let data = table;
  const groups = splits.map((split, i) => {
    const place = splits.length === 1 ? `${path}.split` : `${path}.split[${i}]`;
    const made = groupsOf(data, split, {
      place,
      panel: model.model.panel,
      language: spec.language,
    });
    data = made.table;
    return made.groups;
  });
  return { table: data, groups };
}

interface Place {
  readonly place: string;
  readonly panel: Model['panel'];
  readonly language: Language | undefined;
}

function groupsOf(table: Table, split: PlannedSplit, { place, panel, language }: Place) {
  const { by, at: cuts, level, levels } = split;
  if (cuts !== undefined) {
    const column = unusedName(
      table,
      `${by} at ${typeof cuts === 'string' ? cuts : cuts.join(', ')}`,
    );
    const step = { name: column, split: by, at: cuts, level };
    const { result, facts } = splitColumn(step, table, panel);
    const parts = partNames(Object.keys(facts.counts).length);
    const written = parts.map(quoted);
    const names = parts.map(vocabularyOf(language ?? 'en').tables.compared.part);
    const cut = { ...facts, column: by };
    const groups = { by, column, values: parts, names, written, facts: cut, step };
    return { table: withColumn(table, column, result), groups };
  }
  const all = levelsOf(findColumn(table, by, 'split.by')).names;
  const values = levels?.map(String) ?? all;
  const unknown = values.find((value) => !all.includes(value));
  if (unknown !== undefined) throw unknownValue(place, by, unknown, all);
  const column = { path: `${place}.by`, found: by };
  if (values.length < 2) {
    throw new InputError(oneGroup({ ...column, count: values.length }), 'split');
  }
  if (levels === undefined && values.length > MOST_GROUPS) {
    throw new InputError(manyGroups({ ...column, count: all.length, most: MOST_GROUPS }), 'split');
  }
  return filtered(table, by, values);
}

/** The groups as values of the column, or of a numbered copy if a filter cannot write the values. */
function filtered(table: Table, by: string, values: readonly string[]) {
  const source = findColumn(table, by, 'split.by');
  const shown = values.map((value) => source.valueLabels?.get(value) ?? value);
  if (source.kind === 'number' && source.frequency === undefined) {
    return { table, groups: { by, column: by, values, names: shown, written: values } };
  }
  const isWritable = (value: string) => !(value.includes('"') && value.includes("'"));
  if (source.kind === 'text' && values.every(isWritable) && !by.includes('`')) {
    return { table, groups: { by, column: by, values, names: shown, written: values.map(quoted) } };
  }
  const { names, codes } = levelsOf(source);
  const column = unusedName(table, `group of ${by}`);
  const numbers = Float64Array.from(codes, (code) => (code < 0 ? NaN : code));
  const written = values.map((value) => String(names.indexOf(value)));
  const data = withColumn(table, column, { kind: 'number', values: numbers });
  return { table: data, groups: { by, column, values, names: shown, written } };
}

function unusedName(table: Table, wanted: string): string {
  let name = wanted.replace(/`/g, "'");
  while (table.columns.has(name)) name += '_';
  return name;
}

function withColumn(table: Table, name: string, column: Column): Table {
  return sharedTable({ ...table, columns: new Map([...table.columns, [name, column]]) });
}

/** The model restricted to a group's rows; lags are taken before the restriction. */
export function inGroup(
  { model }: PlannedModel,
  { column, written }: Groups,
  group: number,
): Model {
  const chosen = `\`${column}\` == ${written[group]!}`;
  const where = model.where === undefined ? chosen : `(${model.where}) && ${chosen}`;
  return parseModel({ ...model, where });
}

function quoted(value: string): string {
  return value.includes('"') ? `'${value}'` : `"${value}"`;
}

function unknownValue(
  place: string,
  by: string,
  value: string,
  all: readonly string[],
): InputError {
  const more = all.length > MOST_SHOWN;
  const levels = { path: `${place}.levels`, found: value };
  const detail = { ...levels, by, values: all.slice(0, MOST_SHOWN), more };
  return new InputError(noGroupOfValue(detail), 'levels');
}
