/** The tables of a study: what each shows, with sets and defaults in their places. */
import { omit } from '../../../core/values/omit.js';
import { usualMethods } from '../../../analysis/bootstrap/groups/options.js';
import { isKeyed } from '../../../core/arguments/arguments.js';
import { parseFormula, parseWhere } from '../../../data/index.js';
import { describesSeveral, listedModels } from '../../../models/reading/several-models.js';
import { inAnyReading } from '../../../models/reading/written-names.js';
import type { ColumnPart } from '../../tables/paper/table.js';
import { type CommonSpec, commonSchemas, type TableSpec } from '../../tables/paper/spec.js';
import { withDefaults } from './defaults.js';
import { badStudyValue, joinedPath, readPart, within } from './errors.js';
import { type Sets, withSets } from './sets.js';
import type { ModelColumnsTable, PlannedModel, StudyTable } from './study.js';
import { onceKeys, shown, tableKinds } from './table-kinds.js';
import * as wanted from '../../../words/expectations/paper/studies.js';
import { keysAndValues } from '../../../words/expectations/values.js';

/** What every table and model inherits from its study. */
export interface Surroundings {
  readonly sets: Sets;
  /** Defaults of models. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Defaults of tables. */
  readonly tableDefaults: TableSpec;
}

type Kind = keyof typeof tableKinds;
const kinds = Object.keys(tableKinds) as Kind[];

/**
 * Reads a table.
 *
 * @throws InputError `bad-value`, `unknown-key`, `unknown-set`, and those of models
 */
export function readTable(id: string, written: unknown, around: Surroundings): StudyTable {
  const path = `tables.${id}`;
  if (!isKeyed(written)) throw badStudyValue(path, keysAndValues(), written);
  const named = kinds.filter((kind) => Object.hasOwn(written, kind));
  const [kind, other] = named;
  if (kind === undefined || other !== undefined) {
    const keys = named.length > 1 ? named : Object.keys(written);
    throw badStudyValue(path, wanted.oneOfKeys({ words: kinds }), keys.join(', '));
  }
  const table = withSets(written, around.sets, path);
  if (kind === 'models' || kind === 'model') return readModels(kind, { id, path }, table, around);
  const { style, language, decimal, ...others } = around.tableDefaults;
  const usual = ['tests', 'describe', 'index'].includes(kind) ? {} : { stars: others.stars };
  const shared = { style, language, decimal, digits: others.digits, ...usual };
  return readColumns(kind, { id, path }, { ...defined(shared), ...table });
}

const defined = (keys: object) =>
  Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined));

type Place = Pick<StudyTable, 'id' | 'path'>;

function readColumns(
  kind: Exclude<Kind, 'models' | 'model'>,
  place: Place,
  table: object,
): StudyTable {
  const { path } = place;
  if (kind === 'tests') {
    const keys = readPart(path, tableKinds.tests, table);
    return { ...place, kind, columns: keys.tests, keys, spec: shownKeys(keys) };
  }
  if (kind === 'margins') {
    const keys = readPart(path, tableKinds.margins, table);
    return { ...place, kind, columns: [keys.of], keys, spec: shownKeys(keys) };
  }
  if (kind === 'multiverse') {
    const keys = readPart(path, tableKinds.multiverse, table);
    return { ...place, kind, columns: [keys.of], keys, spec: shownKeys(keys) };
  }
  if (kind === 'index') {
    const { index: of, ...spec } = readPart(path, tableKinds.index, table);
    return { ...place, kind, of, spec };
  }
  if (kind === 'describe') {
    const {
      describe,
      by,
      where,
      stats: chosen,
      ...spec
    } = readPart(path, tableKinds.describe, table);
    checkWhere(where, path);
    return { ...place, kind, columns: describe, by, where, descriptive: chosen, spec };
  }
  if (kind === 'correlate') {
    const { correlate, where, method, listwise, ...spec } = readPart(
      path,
      tableKinds.correlate,
      table,
    );
    checkWhere(where, path);
    return { ...place, kind, columns: correlate, where, method, listwise, spec };
  }
  const { balance, by, where, ...spec } = readPart(path, tableKinds.balance, table);
  checkWhere(where, path);
  return { ...place, kind, columns: balance, by, where, spec };
}

/** The keys that say how a table shows its results. */
function shownKeys(keys: CommonSpec & Pick<TableSpec, 'stars'>): TableSpec {
  const names = [...Object.keys(commonSchemas), 'stars'];
  return Object.fromEntries(Object.entries(keys).filter(([name]) => names.includes(name)));
}

function checkWhere(where: string | undefined, path: string): void {
  if (where === undefined) return;
  within(joinedPath(path, 'where'), () =>
    inAnyReading({ where }, (keys) => parseWhere(keys.where)),
  );
}

function readModels(
  kind: 'models' | 'model',
  place: Place,
  written: object,
  around: Surroundings,
): StudyTable {
  const { id, path } = place;
  const table = { ...around.tableDefaults, ...written };
  if (kind === 'models') {
    const { models, external, ...spec } = readPart(path, tableKinds.models, table);
    const listed = models.flatMap((model, i) => described(model, `${path}.models[${i}]`, around));
    return { ...modelsTable(place, readAll(id, listed, around), spec), external };
  }
  const {
    model,
    split: splits,
    compare: compared,
    ...spec
  } = readPart(path, tableKinds.model, table);
  if (splits === undefined) {
    if (compared !== undefined)
      throw badStudyValue(`${path}.split`, wanted.groupsToCompare(), splits);
    const listed = described(model, `${path}.model`, around);
    return modelsTable(place, readAll(id, listed, around), spec);
  }
  const read = readModel({ id: `${id}.1`, path: `${path}.model` }, model, around);
  const { planned, stats: more } = read;
  const methods = compared?.by ?? usualMethods(planned.model);
  const comparison = compared && { ...compared, methods: [...new Set(methods)] };
  return { ...place, kind: 'split', model: planned, more, splits, compare: comparison, spec };
}

/** A model as the study writes it, or one of those that it describes. */
interface Listed {
  readonly model: unknown;
  readonly path: string;
  /** What heads its column, and whether its sample is one of a filter. */
  readonly sample?: Pick<PlannedModel, 'head' | 'filtered'>;
}

/** The models that a model describes by its outcomes, steps and samples. */
function described(model: unknown, path: string, { defaults }: Surroundings): readonly Listed[] {
  if (!isKeyed(model) || !describesSeveral(model)) return [{ model, path }];
  const split = (['split', 'fsplit'] as const).find((key) => Object.hasOwn(model, key));
  if (split !== undefined) {
    throw badStudyValue(`${path}.${split}`, wanted.splitOfTable(), model[split]);
  }
  const { where } = defaults;
  const whole = where === undefined ? model : { where, ...model };
  const models = within(path, () => listedModels(whole));
  const { samples } = model;
  if (!isKeyed(samples)) return models.map((one) => ({ model: one, path }));
  const filters = Object.values(samples);
  return models.map((one, i) => {
    const filter = filters[Math.floor((i * filters.length) / models.length)];
    return { model: one, path, sample: { head: String(one['name']), filtered: filter !== null } };
  });
}

function readAll(id: string, listed: readonly Listed[], around: Surroundings): ReadModel[] {
  return listed.map(({ model, path, sample }, i) => {
    const read = readModel({ id: `${id}.${i + 1}`, path }, model, around);
    return { ...read, planned: { ...read.planned, ...sample } };
  });
}

function modelsTable(place: Place, read: readonly ReadModel[], spec: TableSpec): ModelColumnsTable {
  const more = [...new Set(read.flatMap((readModel) => readModel.stats))];
  const models = read.map(({ planned }) => planned);
  return { ...place, kind: 'models', models, more, external: [], spec };
}

interface ReadModel {
  readonly planned: PlannedModel;
  readonly stats: readonly string[];
}

/** A model with its panel, sets and defaults. */
function readModel(
  { id, path }: Pick<PlannedModel, 'id' | 'path'>,
  written: unknown,
  { defaults }: Surroundings,
): ReadModel {
  if (!isKeyed(written)) throw badStudyValue(path, wanted.modelKeys(), written);
  checkOnce(written, path);
  const { part, stats: more } = readPart(path, shown, written);
  const defaulted = withDefaults(omit(written, 'part', 'stats'), defaults, path);
  const { model } = defaulted;
  within(joinedPath(path, 'formula'), () =>
    inAnyReading(model, ({ formula }) => parseFormula(formula)),
  );
  checkWhere(model.where, path);
  const parts = part as readonly ColumnPart[];
  return { planned: { id, path, ...defaulted, parts }, stats: more };
}

/** Refuses, in a model or the defaults of models, what is the same for all models of a study. */
export function checkOnce(written: Readonly<Record<string, unknown>>, path: string): void {
  const key = onceKeys.find((one) => Object.hasOwn(written, one));
  if (key === undefined) return;
  throw badStudyValue(`${path}.${key}`, wanted.onceAtTop({ key }), written[key]);
}
