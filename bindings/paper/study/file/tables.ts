/** The tables of a study: what each shows, with sets and defaults in their places. */
import * as v from 'valibot';
import { omit } from '../../../core/values/omit.js';
import { groupMethods, usualMethods } from '../../../analysis/bootstrap/groups/options.js';
import { isKeyed } from '../../../core/arguments/arguments.js';
import { parseFormula, parseWhere } from '../../../data/index.js';
import { inAnyReading } from '../../../models/reading/written-names.js';
import { splitKeys } from '../../../models/schema/build-schema.js';
import { choice, flag, listOf, name, record, words } from '../../../models/schema/schema.js';
import { descriptiveStatistics } from '../../tables/paper/kinds/descriptive-table.js';
import { tableSchemas } from '../../tables/paper/spec.js';
import { columnParts, type ColumnPart } from '../../tables/paper/table.js';
import type { TableSpec } from '../../tables/paper/index.js';
import { withDefaults } from './defaults.js';
import { badStudyValue, joinedPath, readPart, within } from './errors.js';
import { type Sets, withSets } from './sets.js';
import type { ModelColumnsTable, PlannedModel, StudyTable } from './study.js';

/** What every table and model of a study takes from it. */
export interface Surroundings {
  readonly sets: Sets;
  /** Of models. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Of tables. */
  readonly tableDefaults: TableSpec;
}

const names = v.pipe(listOf(name, words), v.minLength(1, 'a list of columns'));
const where = v.optional(v.string('a row filter such as year >= 1978'));

/** The keys of tables that are not of models. */
const { title, keep, drop, labels, digits, notes, stars, style, language, decimal } = v.partial(
  v.object(tableSchemas),
).entries;
const plain = { title, labels, digits, notes, style, language, decimal };

const { stats, ...modelsSpec } = v.partial(v.object(tableSchemas)).entries;

const methodsExpected = `${groupMethods.join(', ')} or several of them`;
const wholeExpected = 'a whole number of at least 1';
const seedExpected = 'a whole number of at least 0';
const compare = record(
  {
    of: v.pipe(v.string('the name of a coefficient'), v.nonEmpty('the name of a coefficient')),
    by: v.optional(
      v.pipe(listOf(choice(groupMethods, methodsExpected), words), v.minLength(1, methodsExpected)),
    ),
    cluster: v.optional(name),
    common: v.optional(flag),
    reps: v.optional(
      v.pipe(v.number(wholeExpected), v.safeInteger(wholeExpected), v.minValue(1, wholeExpected)),
    ),
    seed: v.optional(
      v.pipe(v.number(seedExpected), v.safeInteger(seedExpected), v.minValue(0, seedExpected)),
    ),
  },
  'of, the coefficient to compare, and by, the methods',
);

const levelsExpected = 'a list of two or more different values';
const split = v.pipe(
  record(
    {
      by: name,
      at: v.optional(splitKeys.at),
      level: splitKeys.level,
      levels: v.optional(
        v.pipe(
          v.array(v.union([v.string(), v.number()], levelsExpected), levelsExpected),
          v.check(
            (levels) => levels.length > 1 && new Set(levels.map(String)).size === levels.length,
            levelsExpected,
          ),
        ),
      ),
    },
    'by, the column of the groups',
  ),
  v.check(
    (value) => value.at === undefined || value.levels === undefined,
    'at, which cuts the column, or levels, its values, not both',
  ),
  v.check((value) => value.level === undefined || value.at !== undefined, 'at with level'),
);

const schemas = {
  describe: record({
    describe: names,
    by: v.optional(name),
    where,
    keep,
    drop,
    ...plain,
    stats: v.optional(descriptiveStatistics),
  }),
  correlate: record({
    correlate: names,
    where,
    stars,
    ...plain,
    method: v.optional(choice(['pearson', 'spearman'], 'pearson or spearman')),
    listwise: v.optional(flag),
  }),
  balance: record({ balance: names, by: name, where, keep, drop, stars, ...plain }),
  tests: record({ tests: name, stars, ...plain }),
  index: record({ index: name, ...plain }),
  models: record({
    ...modelsSpec,
    stats,
    models: v.pipe(
      v.array(v.unknown(), 'a list of models'),
      v.minLength(1, 'a list of at least one model'),
    ),
  }),
  model: record({
    ...modelsSpec,
    stats,
    model: v.unknown(),
    split: v.optional(
      v.pipe(
        v.unknown(),
        v.transform((value) => (Array.isArray(value) ? value : [value])),
        v.array(split),
        v.minLength(1, 'by, the column of the groups'),
      ),
    ),
    compare: v.optional(compare),
  }),
} as const;

type Kind = keyof typeof schemas;
const kinds = Object.keys(schemas) as Kind[];

/**
 * Reads a table.
 *
 * @throws InputError `bad-value`, `unknown-key`, `unknown-set`, and those of models
 */
export function readTable(id: string, written: unknown, around: Surroundings): StudyTable {
  const path = `tables.${id}`;
  if (!isKeyed(written)) throw badStudyValue(path, 'keys and values', written);
  const named = kinds.filter((kind) => Object.hasOwn(written, kind));
  const [kind, other] = named;
  if (kind === undefined || other !== undefined) {
    const keys = named.length > 1 ? named : Object.keys(written);
    throw badStudyValue(path, `one of the keys ${kinds.join(', ')}`, keys.join(', '));
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
    const { tests: of, ...spec } = readPart(path, schemas.tests, table);
    return { ...place, kind, of, spec };
  }
  if (kind === 'index') {
    const { index: of, ...spec } = readPart(path, schemas.index, table);
    return { ...place, kind, of, spec };
  }
  if (kind === 'describe') {
    const { describe, by, where, stats: chosen, ...spec } = readPart(path, schemas.describe, table);
    checkWhere(where, path);
    return { ...place, kind, columns: describe, by, where, descriptive: chosen, spec };
  }
  if (kind === 'correlate') {
    const { correlate, where, method, listwise, ...spec } = readPart(
      path,
      schemas.correlate,
      table,
    );
    checkWhere(where, path);
    return { ...place, kind, columns: correlate, where, method, listwise, spec };
  }
  const { balance, by, where, ...spec } = readPart(path, schemas.balance, table);
  checkWhere(where, path);
  return { ...place, kind, columns: balance, by, where, spec };
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
    const { models, ...spec } = readPart(path, schemas.models, table);
    const read = models.map((model, i) =>
      readModel({ id: `${id}.${i + 1}`, path: `${path}.models[${i}]` }, model, around),
    );
    return modelsTable(place, read, spec);
  }
  const { model, split: splits, compare: compared, ...spec } = readPart(path, schemas.model, table);
  const read = readModel({ id: `${id}.1`, path: `${path}.model` }, model, around);
  if (splits === undefined) {
    if (compared !== undefined) throw badStudyValue(`${path}.split`, 'groups to compare', splits);
    return modelsTable(place, [read], spec);
  }
  const { planned, stats: more } = read;
  const methods = compared?.by ?? usualMethods(planned.model);
  const comparison = compared && { ...compared, methods: [...new Set(methods)] };
  return { ...place, kind: 'split', model: planned, more, splits, compare: comparison, spec };
}

function modelsTable(place: Place, read: readonly ReadModel[], spec: TableSpec): ModelColumnsTable {
  const more = [...new Set(read.flatMap((one) => one.stats))];
  return { ...place, kind: 'models', models: read.map(({ planned }) => planned), more, spec };
}

interface ReadModel {
  readonly planned: PlannedModel;
  readonly stats: readonly string[];
}

const partsExpected = `${columnParts.join(', ')} or several of them`;
const shown = v.object({
  part: v.optional(listOf(choice(columnParts, partsExpected), words), []),
  stats: v.optional(listOf(v.string('a list of names'), words), []),
});

/** A model with its panel, sets and defaults. */
function readModel(
  { id, path }: Pick<PlannedModel, 'id' | 'path'>,
  written: unknown,
  { defaults }: Surroundings,
): ReadModel {
  if (!isKeyed(written))
    throw badStudyValue(path, 'a model: estimator, formula and others', written);
  for (const key of ['data', 'reshape', 'merge', 'build']) {
    if (!Object.hasOwn(written, key)) continue;
    throw badStudyValue(`${path}.${key}`, `${key} once, at the top of the study`, written[key]);
  }
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
