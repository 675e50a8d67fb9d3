/** Reads a study as its author wrote it. */
import * as v from 'valibot';
import { isKeyed, keyed } from '../../../core/arguments/arguments.js';
import { together } from '../../../core/arguments/inferred.js';
import { dataKeys } from '../../../models/schema/data-schema.js';
import { record } from '../../../models/schema/schema.js';
import { parseClaim } from '../claims/index.js';
import { checkSpec, type TableSpec } from '../../tables/paper/spec.js';
import { badStudyValue, readPart, within } from './errors.js';
import { readFigure } from './figures.js';
import type { StudyInput } from './input.js';
import { suggestionOf } from '../../../data/nearest.js';
import { noModels, unknownIndex, unknownTable } from '../../../words/errors/paper/studies.js';
import { InputError } from '../../../core/errors/errors.js';
import { readReference } from '../columns/reference.js';
import type { Study, StudyTable } from './study.js';
import { readSets, stepsWithSets } from './sets.js';
import { studyKeys } from './study-keys.js';
import { checkOnce, readTable } from './tables.js';
import { expects } from '../../../words/expects.js';
import * as wanted from '../../../words/expectations/paper/studies.js';
import { keysAndValues } from '../../../words/expectations/values.js';

const anything = keyed(v.record(v.string(), v.unknown(), expects(keysAndValues())));

const schema = record(
  together(studyKeys, {
    build: v.optional(v.unknown()),
    defaults: v.optional(anything, {}),
    tables: anything,
    figures: v.optional(anything, {}),
  }),
  expects(wanted.partsOfStudy()),
);

const steps = record({ build: dataKeys.build });

/** Studies that `readStudy` returned. */
const readStudies = new WeakSet<object>();

/**
 * Checks a study and applies its sets and defaults. A study that was already read is returned unchanged.
 *
 * @throws InputError `unknown-key`, `bad-value`, `unknown-set`, `unknown-model`, and those of models, with the path of
 *   the place, such as `tables.T5.models[1].vcov`
 */
export function readStudy(written: StudyInput | Study): Study {
  if (isRead(written)) return written;
  const study = studyOf(written);
  readStudies.add(study);
  return study;
}

function isRead(value: unknown): value is Study {
  return typeof value === 'object' && value !== null && readStudies.has(value);
}

function studyOf(written: unknown): Study {
  if (!isKeyed(written)) throw badStudyValue('', keysAndValues(), written);
  const top = readPart('', schema, written);
  checkNames(top);
  const sets = readSets(top.sets);
  const build = readBuild(stepsWithSets(top.build, sets, 'build'));
  const { table: writtenTable = {}, ...modelDefaults } = top.defaults;
  checkOnce(modelDefaults, 'defaults');
  const checkDefaults = () => checkSpec(writtenTable as TableSpec);
  const tableDefaults = within('defaults.table', checkDefaults, 'table');
  const { labels, language } = top;
  const around = {
    sets,
    tableDefaults: { ...(language && { language }), ...tableDefaults },
    defaults: {
      ...modelDefaults,
      ...(top.panel && { panel: top.panel }),
      ...(Object.keys(labels).length > 0 && { labels }),
    },
  };
  const tables = Object.entries(top.tables).map(([id, table]) => readTable(id, table, around));
  const figures = Object.entries(top.figures).map(([id, figure]) =>
    readFigure(id, figure, { sets, language }),
  );
  const claims = Object.entries(top.claims).map(([id, claim]) =>
    within(`claims.${id}`, () => parseClaim(claim, id), id),
  );
  checkReferences({ tables, figures });
  checkIndices(tables, build);
  return {
    title: top.title,
    language,
    data: top.data,
    steps: { append: top.append, reshape: top.reshape, merge: top.merge, build, panel: top.panel },
    labels,
    tables,
    figures,
    claims,
    text: top.text ?? [],
    out: top.out,
  };
}

/** Reads the steps; errors name the column, not its position. */
function readBuild(written: unknown): Study['steps']['build'] {
  try {
    return readPart('', steps, { build: written }).build;
  } catch (error) {
    if (!(error instanceof InputError) || !isKeyed(written)) throw error;
    const names = Object.keys(written);
    const named = (path: string) =>
      path.replace(/\bbuild\[(\d+)\]/, (_, place: string) => `build.${names[Number(place)]!}`);
    const { detail, telling } = error;
    throw error.retold({
      ...(telling.key !== undefined && { key: named(telling.key) }),
      detail: { ...detail, path: named(String(detail['path'])) },
    });
  }
}

/** Checks that no name is used twice, because names of tables, figures and claims are parts of paths and templates. */
function checkNames({
  tables,
  figures,
  claims,
}: Readonly<Record<'tables' | 'figures' | 'claims', object>>): void {
  const seen = new Map<string, string>();
  for (const [key, part] of Object.entries({ tables, figures, claims })) {
    for (const id of Object.keys(part)) {
      if (!/^\p{L}[\p{L}\p{N}_-]*$/u.test(id))
        throw badStudyValue(`${key}.${id}`, wanted.nameOfPart(), id);
      const other = seen.get(id);
      if (other !== undefined) {
        throw badStudyValue(`${key}.${id}`, wanted.unusedName({ other }), id);
      }
      seen.set(id, key);
    }
  }
  if (Object.keys(tables).length === 0) throw badStudyValue('tables', wanted.oneTable(), tables);
}

/**
 * Checks the tables that figures and tables of tests name. Their columns are checked later, when the models are known,
 * and so are claims.
 *
 * @throws InputError `unknown-table`, `unknown-model`
 */
function checkReferences({ tables, figures }: Pick<Study, 'tables' | 'figures'>): void {
  for (const { path, written } of figures) {
    const { of, residuals, leverage, instruments } = written as unknown as Readonly<
      Record<string, unknown>
    >;
    const named = { of, residuals, leverage, instruments };
    for (const [key, value] of Object.entries(named)) {
      const list = (Array.isArray(value) ? value : [value ?? []].flat()) as readonly string[];
      for (const one of list) checkReference(one, `${path}.${key}`, tables);
    }
  }
  for (const table of tables) {
    if (!('keys' in table)) continue;
    const { path, kind, columns, keys } = table;
    const place = `${path}.${kind === 'tests' ? kind : 'of'}`;
    for (const one of columns) checkReference(one, place, tables);
    if ('hausman' in keys && keys.hausman !== undefined)
      checkReference(keys.hausman, `${path}.hausman`, tables);
  }
}

/** @throws InputError `unknown-index` for a table of an index that no step makes */
function checkIndices(tables: readonly StudyTable[], build: Study['steps']['build']): void {
  const known = (build ?? []).flatMap((step) => ('index' in step ? [step.name] : []));
  for (const table of tables) {
    if (table.kind !== 'index' || known.includes(table.of)) continue;
    const meant = known.length === 0 ? undefined : suggestionOf(table.of, known);
    const path = `${table.path}.index`;
    throw new InputError(unknownIndex({ path, found: table.of, meant }), inStudy(path));
  }
}

/** @throws InputError `unknown-table`, `unknown-model` */
function checkReference(reference: string, path: string, tables: readonly StudyTable[]): void {
  const { table: id } = readReference(reference);
  const table = tables.find((studyTable) => studyTable.id === id);
  if (table === undefined) {
    const known = tables.map((studyTable) => studyTable.id);
    const detail = { path, found: reference, table: id, meant: suggestionOf(id, known) };
    throw new InputError(unknownTable(detail), inStudy(path));
  }
  if (table.kind === 'models' || table.kind === 'split') return;
  throw new InputError(noModels({ path, found: reference, table: id }), inStudy(path));
}

const inStudy = (key: string) => ({ of: 'study', key });
