/** A script as a study: its data and columns once, its models in the tables that it prints. */
import { distinct } from '../imported.js';
import { lineNumber, note, otherData } from '../../words/errors/interchange/notes.js';
import { type Told, toldOf } from '../../words/told.js';
import { omit } from '../../core/values/omit.js';
import type { ModelInput } from '../../models/model.js';
import { fileAfter } from '../made.js';
import { buildOf, namedSteps } from '../static/steps.js';
import type { Collected, ReadCommand } from '../script.js';
import { outOf } from './outputs.js';
import { afterTables } from './tests.js';
import { type DataTable, isOfModels, type ModelsTable, type ScriptTable } from './table.js';

/** The keys of a study that a script has. */
export interface ScriptStudy {
  readonly study: 1;
  readonly data?: ModelInput['data'];
  readonly panel?: ModelInput['panel'];
  /** Files whose rows come below those of the data. */
  readonly append?: ModelInput['append'];
  readonly reshape?: ModelInput['reshape'];
  readonly merge?: ModelInput['merge'];
  readonly build?: ModelInput['build'];
  readonly labels?: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, object>>;
  readonly out?: Readonly<Record<string, string>>;
}

export interface AssembledStudy {
  readonly study: ScriptStudy;
  /** Sentences on the models, by line. */
  readonly notes: readonly Told[];
  /** Sentences on models of other data. */
  readonly refused: readonly { readonly line: number; readonly reason: Told }[];
}

/** `models` are those of the script that can be estimated; undefined where one was refused. */
export function studyOfScript(
  { tables, after }: Pick<Collected, 'tables' | 'after'>,
  models: readonly (ReadCommand | undefined)[],
  columns: readonly string[] | undefined,
): AssembledStudy {
  const { rows, others } = oneFile(models);
  const merge = allMerges(models, others);
  const kept = withWeightNames(
    models.map((one, i) => (one === undefined || others.has(i) ? undefined : one)),
  );
  const printed = tables.map((table) => withModels(table, kept));
  const shown = [...printed, ...restOf(printed, kept)].filter(
    (table) => !isOfModels(table) || table.models.length > 0,
  );
  const panel = onePanel(kept);
  const tests = afterTables(after, shown, (model) => isSplit(kept[model]));
  const written = [...shown.map((table) => tableOf(table, kept, panel)), ...tests.written];
  const steps = kept.flatMap((one) => one?.steps ?? []);
  const tabled = shown.flatMap((table) => ('steps' in table ? (table as DataTable).steps : []));
  const present = panel === undefined ? [] : [panel.unit, panel.time];
  const given = { present, ...(columns === undefined ? {} : { columns }) };
  const weights = Object.assign({}, ...kept.map((one) => plainBuild(one?.model))) as Record<
    string,
    string
  >;
  // A title may have the name of a column.
  const users = [written.map((table) => ({ ...table, title: undefined })), weights];
  const { build, renamed, named } = namedSteps([...steps, ...(tabled ?? [])], users, given);
  const built = buildOf([
    ...build,
    ...Object.entries(named(weights)).map(([name, value]) => ({ name, value })),
  ]);
  const out = outOf(shown);
  const study: ScriptStudy = {
    study: 1,
    ...rows,
    ...(merge === undefined ? {} : { merge }),
    ...(panel === undefined ? {} : { panel: named(panel) }),
    ...(Object.keys(built as object).length === 0 ? {} : { build: built }),
    ...optional('labels', renamed),
    tables: named(Object.fromEntries(written.map((table, i) => [`T${i + 1}`, table]))),
    ...optional('out', out),
  };
  const notes = kept.flatMap((one) =>
    one === undefined ? [] : one.notes.map((note) => toldOf(note, lineNumber({ line: one.line }))),
  );
  return {
    study,
    notes: distinct(named(notes)),
    refused: [
      ...[...others].map(([i, reason]) => ({ line: models[i]!.line, reason })),
      ...tests.lost.map(({ line }) => ({ line, reason: note('lost-model') })),
    ],
  };
}

function optional<Key extends string, Value extends object>(key: Key, value: Value) {
  return (Object.keys(value).length === 0 ? {} : { [key]: value }) as Partial<Record<Key, Value>>;
}

/** The data of most models, rather a file than one that the user is to make, and the models of other data. */
function oneFile(models: readonly (ReadCommand | undefined)[]) {
  const keyOf = ({ model: { data, append, reshape } }: ReadCommand) =>
    JSON.stringify({ data, append, reshape });
  const counts = new Map<string, number>();
  for (const one of models) {
    if (one !== undefined) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  }
  const isFile = (key: string) => Number(!key.includes(fileAfter('')));
  const [most] = [...counts].sort(
    ([one, a], [other, b]) => b - a || isFile(other) - isFile(one),
  )[0] ?? ['{}'];
  const rows = JSON.parse(most) as Pick<ScriptStudy, 'data' | 'append' | 'reshape'>;
  const others = new Map<number, Told>();
  models.forEach((one, i) => {
    if (one === undefined || keyOf(one) === most) return;
    const file = one.model.data;
    if (JSON.stringify(file) === JSON.stringify(rows.data))
      return void others.set(i, note('other-rows'));
    const name = typeof file === 'string' ? file : JSON.stringify(file ?? 'no file');
    others.set(i, otherData({ file: name }));
  });
  return { rows, others };
}

/**
 * The joined files of the model with most of them, because joining keeps the rows; models with others are added to
 * those of other data.
 */
function allMerges(
  models: readonly (ReadCommand | undefined)[],
  others: Map<number, Told>,
): ModelInput['merge'] {
  const listed = models.map((one, i) =>
    one === undefined || others.has(i) ? [] : [one.model.merge ?? []].flat(),
  );
  const most = listed.reduce((longest, one) => (one.length > longest.length ? one : longest), []);
  listed.forEach((list, i) => {
    if (JSON.stringify(list) === JSON.stringify(most.slice(0, list.length))) return;
    others.set(i, note('other-merges'));
  });
  return most.length > 1 ? most : most[0];
}

/** True for a model that is estimated in groups, which a table shows alone. */
function isSplit(one: ReadCommand | undefined): boolean {
  return one?.model.split !== undefined;
}

/** The table with its models that are there, and their headings. */
function withModels(table: ScriptTable, models: readonly (ReadCommand | undefined)[]): ScriptTable {
  if (!isOfModels(table)) return table;
  const isThere = table.models.map((i) => models[i] !== undefined && !isSplit(models[i]));
  if (!isThere.includes(false)) return table;
  const keep = <Entry>(list: readonly Entry[]) => list.filter((_, i) => isThere[i]);
  const { columns, rows, ...keys } = omit(table.keys, 'spans');
  const kept = Object.entries(rows ?? {}).map(([label, cells]) => [
    label,
    Array.isArray(cells) ? keep(cells as readonly string[]) : cells,
  ]);
  return {
    ...table,
    models: keep(table.models),
    keys: {
      ...keys,
      ...(columns === undefined ? {} : { columns: keep(columns) }),
      ...(rows === undefined ? {} : { rows: Object.fromEntries(kept) as typeof rows }),
    },
  };
}

/** Models that the script puts into no table, in one of their own; those of groups each in one. */
function restOf(
  tables: readonly ScriptTable[],
  models: readonly (ReadCommand | undefined)[],
): ModelsTable[] {
  const tabled = new Set(tables.flatMap((table) => (isOfModels(table) ? table.models : [])));
  const rest = models.flatMap((one, i) =>
    one === undefined || isSplit(one) || tabled.has(i) ? [] : [i],
  );
  const split = models.flatMap((one, i) =>
    one !== undefined && isSplit(one) ? [{ line: one.line, models: [i], keys: {} }] : [],
  );
  if (rest.length === 0) return split;
  const columns = rest.map((i) => `line ${models[i]!.line}`);
  const title = tabled.size === 0 ? {} : { title: 'Models that are in no table of the script' };
  return [{ line: models[rest[0]!]!.line, models: rest, keys: { ...title, columns } }, ...split];
}

type Panel = NonNullable<ModelInput['panel']>;

/** The panel of all models that have one, if it is one. */
function onePanel(models: readonly (ReadCommand | undefined)[]): Panel | undefined {
  const panels = models.flatMap((one) => (one?.model.panel === undefined ? [] : [one.model.panel]));
  const [first] = panels;
  return panels.every((panel) => JSON.stringify(panel) === JSON.stringify(first))
    ? first
    : undefined;
}

function tableOf(
  table: ScriptTable,
  models: readonly (ReadCommand | undefined)[],
  panel: Panel | undefined,
): object {
  if (!isOfModels(table)) return table.keys;
  const { title, below, drop, ...keys } = table.keys;
  const shown = table.models.map((i) => models[i]!.model);
  const isBootstrapped = shown.every(({ bootstrap }) => bootstrap !== undefined);
  const lines = below?.map((one) =>
    isBootstrapped && one === 'stdError' ? 'bootstrapError' : one,
  );
  return {
    ...(title === undefined ? {} : { title }),
    ...modelsOf(shown, panel),
    ...keys,
    ...(lines === undefined ? {} : { below: lines }),
    ...dropped(drop, shown),
  };
}

/** The models side by side, or the model of groups with its groups. */
function modelsOf(shown: readonly ModelInput[], panel: Panel | undefined): object {
  const [first] = shown;
  if (first?.split === undefined) return { models: shown.map((model) => inTable(model, panel)) };
  return { model: inTable({ ...first, split: undefined }, panel), split: { by: first.split } };
}

/** True if the pattern is in the term; also for a pattern that only the other program reads. */
function matches(pattern: string, term: string): boolean {
  try {
    return new RegExp(pattern).test(term);
  } catch {
    return true;
  }
}

/** Terms to leave out, apart from those that no model has, about which a study would stop. */
function dropped(drop: readonly string[] = [], models: readonly ModelInput[]) {
  const terms = models.flatMap(({ formula }) =>
    formula.split(/[~+|]/).map((term) => term.trim().replace(/^i\((\w+).*\)$/, '$1=')),
  );
  const hasConstant = models.some((model) => {
    const isDifference = model.estimator === 'dpd' && model.system === false;
    return !isDifference && !/~\s*0\b/.test(model.formula);
  });
  const kept = drop.filter((name) => {
    if (name === '_cons') return hasConstant;
    const pattern = /^\/(.*)\/$/.exec(name)?.[1]?.replace(/=\.?\*?\$?$/, '=');
    return terms.some((term) => (pattern === undefined ? term === name : matches(pattern, term)));
  });
  return kept.length === 0 ? {} : { drop: kept };
}

/** The model without what stands once at the top. */
function inTable(model: ModelInput, panel: Panel | undefined): object {
  const once = [
    'data',
    'append',
    'reshape',
    'merge',
    'build',
    ...(panel === undefined ? [] : ['panel']),
  ];
  const { estimator, formula, ...others } = Object.fromEntries(
    Object.entries(model).filter(([key, value]) => value !== undefined && !once.includes(key)),
  );
  return { estimator: estimator as string, formula: formula as string, ...others };
}

/** The columns of weights that a model builds. */
function plainBuild(model: ModelInput | undefined): object {
  return model !== undefined && 'build' in model ? (model.build ?? {}) : {};
}

/** The models, whose computed weights have one name for each expression. */
function withWeightNames(
  models: readonly (ReadCommand | undefined)[],
): readonly (ReadCommand | undefined)[] {
  const names = new Map<string, string>();
  return models.map((one) => {
    const [built] = Object.entries(plainBuild(one?.model));
    if (one === undefined || built === undefined) return one;
    const [column, value] = built;
    const expression = String(value);
    const free = names.size === 0 ? column : `${column}_${names.size + 1}`;
    const name = names.get(expression) ?? free;
    names.set(expression, name);
    const { model } = one;
    const weights = 'weights' in model ? { ...(model.weights as object), column: name } : undefined;
    return { ...one, model: { ...model, build: { [name]: expression }, weights } as ModelInput };
  });
}
