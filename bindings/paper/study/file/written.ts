/**
 * The schema of a study file as its author writes it, for types and the JSON Schema. A study is read part by part, by
 * the schemas of which this one is made: sets and defaults must be in their places before models are checked.
 */
import * as v from 'valibot';
import { type Input, together } from '../../../core/arguments/inferred.js';
import { omit } from '../../../core/values/omit.js';
import type { ModelInput } from '../../../models/model.js';
import type { Choices, MultiverseInput } from '../../../models/multiverse-keys.js';
import { readerOf } from '../../../models/readers.js';
import { estimatorNames } from '../../../models/registry.js';
import { dataKeys } from '../../../models/schema/data-schema.js';
import { written } from '../../../models/schema/schema.js';
import { type TableSpec, tableSchemas } from '../../tables/paper/spec.js';
import { figureKinds } from './figure-kinds.js';
import { studyKeys } from './study-keys.js';
import { onceKeys, shown, tableKinds } from './table-kinds.js';

type Entries = Readonly<Record<string, v.GenericSchema>>;

interface Wrapper {
  readonly wrapped?: Wrapper;
  readonly entries?: Entries;
}

/** The keys of a schema of keys, also of one around it that lets it be left out. */
function entriesOf({ wrapped, entries }: Wrapper): Entries {
  return entries ?? entriesOf(wrapped!);
}

const estimators = estimatorNames().map((estimator) =>
  entriesOf(readerOf(estimator).schema as Wrapper),
);

/** The keys of models of an estimator, each of which may come from the defaults. */
function defaultedKeys(entries: Entries): Entries {
  const { estimator, bootstrap } = entries;
  const others = omit(entries, 'estimator', 'bootstrap', ...onceKeys);
  const nullable = Object.entries(others).map(([key, one]) => [key, v.optional(v.nullable(one))]);
  const replicates = v.partial(v.strictObject(entriesOf(bootstrap as Wrapper)));
  return {
    $schema: v.optional(v.nullable(v.string())),
    estimator: v.optional(
      written(v.picklist([(estimator as v.LiteralSchema<string, string>).literal])),
    ),
    ...Object.fromEntries(nullable),
    bootstrap: v.optional(v.union([replicates, v.literal(false), v.null()])),
  };
}

type Once = (typeof onceKeys)[number];

type Defaulted<Model> = Model extends unknown
  ? {
      readonly [Key in keyof Omit<Model, Once>]?: Key extends 'bootstrap'
        ? Partial<NonNullable<Model[Key & keyof Model]>> | false | null | undefined
        : Model[Key & keyof Model] | null | undefined;
    }
  : never;

/** A model of a study. What stands once at the top is not repeated; a null takes away a default. */
export type StudyModelInput = Defaulted<ModelInput> & Input<typeof shown>;

const models = estimators.map(defaultedKeys);
const studyModel = v.union(
  models.map((keys) => v.strictObject({ ...keys, ...shown.entries })),
) as unknown as v.GenericSchema<StudyModelInput>;

const modelsTable = v.strictObject(
  together(omit(tableKinds.models.entries, 'models'), {
    /** A column each. */
    models: v.pipe(v.array(studyModel), v.minLength(1)),
  }),
);
const splitTable = v.strictObject(
  together(omit(tableKinds.model.entries, 'model'), {
    /** The model that is estimated in each group. */
    model: studyModel,
  }),
);

/** Choices of the multiverse of any estimator. */
const over = v.union(
  estimators.map(({ multiverse }) =>
    v.strictObject(entriesOf(entriesOf(multiverse as Wrapper)['over'] as Wrapper)),
  ),
) as unknown as v.GenericSchema<Choices>;

/** The bootstrap of the specifications of any estimator. */
const bootstrap = v.union(
  estimators.map(({ multiverse }) => entriesOf(multiverse as Wrapper)['bootstrap']!),
) as unknown as v.GenericSchema<MultiverseInput['bootstrap']>;

/** The keys of a kind, with the choices of every estimator. */
function withChoices<Keys extends v.ObjectEntries>({ entries }: { readonly entries: Keys }) {
  return v.strictObject(
    together(omit(entries, 'over', 'bootstrap'), {
      /** A bootstrap of each specification, whose errors and intervals are shown: `{reps: 999, seed: 1}`. */
      bootstrap: v.optional(bootstrap),
      /** The choices, by what they vary. */
      over: v.optional(over),
    }),
  );
}

/** The tables by their kinds. */
export const writtenTables = {
  describe: tableKinds.describe,
  correlate: tableKinds.correlate,
  balance: tableKinds.balance,
  margins: tableKinds.margins,
  tests: tableKinds.tests,
  multiverse: withChoices(tableKinds.multiverse),
  index: tableKinds.index,
  models: modelsTable,
  model: splitTable,
};

/** The figures by their kinds. */
const writtenFigures = {
  ...omit(figureKinds, 'curve'),
  curve: withChoices(figureKinds.curve),
};

type Any<Kinds extends Readonly<Record<string, v.GenericSchema>>> = v.GenericSchema<
  Input<Kinds[keyof Kinds]>
>;

const anyOf = <const Kinds extends Readonly<Record<string, v.GenericSchema>>>(kinds: Kinds) =>
  v.union(Object.values(kinds)) as unknown as Any<Kinds>;

/** Keys of any model, and those of tables. */
const defaults = v.strictObject({
  ...defaultsOf(models),
  table: v.optional(v.strictObject(v.partial(v.object(tableSchemas)).entries)),
}) as unknown as v.GenericSchema<
  StudyModelInput & {
    /** Keys of every table that does not have them. */
    readonly table?: TableSpec | undefined;
  }
>;

function defaultsOf(all: readonly Entries[]): Entries {
  const names = [...new Set(all.flatMap((keys) => Object.keys(keys)))];
  return Object.fromEntries(
    names.map((name) => [name, v.optional(v.union(all.flatMap((keys) => keys[name] ?? [])))]),
  );
}

export const studySchema = v.strictObject(
  together(studyKeys, {
    /** New columns by name, in order: expressions, splits and indices. */
    build: dataKeys.build,
    /** Keys of every model, and under `table` of every table, that do not have them. */
    defaults: v.optional(defaults),
    /** The tables by name, such as `T4`. */
    tables: v.record(v.string(), anyOf(writtenTables)),
    /** The figures by name. */
    figures: v.optional(v.record(v.string(), anyOf(writtenFigures))),
  }),
);
