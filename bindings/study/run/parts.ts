/** Runs the tables and figures of a study in their order. */
import { InputError } from '../../core/errors.js';
import type { Figure } from '../../figures/index.js';
import type { Steps } from '../../models/preparation/preparation.js';
import type { Warning } from '../../results/common.js';
import type { FitResult } from '../../results/fit.js';
import type { GroupComparison } from '../../results/groups.js';
import type { PaperTable } from '../../tables/paper/index.js';
import { judgeClaims } from '../claims/index.js';
import { drawFigure, type DrawnModel } from '../figures/make.js';
import { splitReference } from '../file/references.js';
import type { Study } from '../file/study.js';
import type { MultiverseResult } from '../../sensitivity/multiverse/result.js';
import type { FailedEntry, SplitFacts, StudyCurve, StudyModel, StudyResult } from '../result.js';
import { fitAhead, type NamedModel } from './ahead.js';
import type { Chosen } from './chosen.js';
import { estimate, type Run } from './estimate.js';
import { failedEntry, namedError, naming } from './failures.js';
import { type PreparedTable, prepareTable, runTable, tableCost } from './table.js';

/** What has been made so far. */
interface Made {
  readonly tables: Record<string, PaperTable>;
  readonly models: Record<string, FitResult>;
  readonly places: StudyModel[];
  readonly comparisons: Record<string, readonly GroupComparison[]>;
  readonly splits: SplitFacts[];
  readonly figures: Record<string, Figure>;
  readonly curves: StudyCurve[];
  readonly failed: FailedEntry[];
}

/** The prepared tables by name; a table that cannot be prepared has its error. */
type Prepared = ReadonlyMap<string, PreparedTable | { readonly error: unknown }>;

export async function runParts(
  study: Study,
  { indices, splits }: Steps,
  run: Run,
  chosen: Chosen,
): Promise<StudyResult> {
  const made: Made = {
    ...{ tables: {}, models: {}, places: [], comparisons: {}, figures: {}, curves: [], failed: [] },
    splits: [...splits],
  };
  const prepared = prepareAll(study, run);
  for (const id of chosen.tables) {
    const table = prepared.get(id)!;
    if (!('error' in table)) run.meter.plan(tableCost(table));
  }
  await fitTables(chosen.tables.map((id) => prepared.get(id)!));
  for (const id of chosen.tables) await makeTable(study, prepared, id, made);
  for (const id of chosen.figures) await makeFigure(study, prepared, run, id, made);
  const { title, language } = study;
  const result: StudyResult = {
    kind: 'study',
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...made,
    claims: [],
    indices,
    warnings: warningsOf(study, run),
  };
  return withClaims(result, run, chosen);
}

/** Estimates the models of the tables in workers, those of the same data together. */
async function fitTables(tables: readonly (PreparedTable | { readonly error: unknown })[]) {
  const byData = new Map<Run['table'], { readonly run: Run; readonly models: NamedModel[] }>();
  for (const table of tables) {
    if ('error' in table) continue;
    const { run } = table;
    const before = byData.get(run.table) ?? { run, models: [] };
    before.models.push(...table.models);
    byData.set(run.table, before);
  }
  for (const { run, models } of byData.values()) await fitAhead(run, models);
}

/** The result with its claims judged: those whose tables ran. */
async function withClaims(
  result: StudyResult,
  { engine, options: { signal } }: Run,
  chosen: Chosen,
): Promise<StudyResult> {
  const { claims, failed } = await judgeClaims(chosen.claims, result, {
    ...{ engine, signal, language: result.language },
  });
  const placed = failed.map(({ id, error }) => ({ id, error: { ...error, path: `claims.${id}` } }));
  return { ...result, claims, failed: [...result.failed, ...placed] };
}

function prepareAll({ tables }: Study, run: Run): Prepared {
  const prepared = new Map<string, PreparedTable | { readonly error: unknown }>();
  for (const table of tables) {
    try {
      prepared.set(table.id, prepareTable(run, table));
    } catch (error) {
      prepared.set(table.id, { error: namedError(table.id, table.path, error) });
    }
  }
  return prepared;
}

async function makeTable(study: Study, prepared: Prepared, id: string, made: Made): Promise<void> {
  const { path } = study.tables.find((one) => one.id === id)!;
  try {
    const table = prepared.get(id)!;
    if ('error' in table) throw table.error;
    const fitOf = async (reference: string) => {
      const [model] = await modelsOf(prepared, reference);
      return model!.fit;
    };
    const parts = await runTable(table, study, fitOf);
    made.tables[id] = parts.table;
    for (const [name, { fit }] of Object.entries(parts.models)) made.models[name] = fit;
    made.places.push(...parts.places);
    made.splits.push(...parts.splits);
    if (parts.comparisons.length > 0) made.comparisons[id] = parts.comparisons;
  } catch (error) {
    made.failed.push(failureOf(id, path, error));
  }
}

async function makeFigure(
  study: Study,
  prepared: Prepared,
  run: Run,
  id: string,
  made: Made,
): Promise<void> {
  const figure = study.figures.find((one) => one.id === id)!;
  const { labels, steps } = study;
  const drawing = {
    ...{ run, labels, panel: steps.panel },
    modelsOf: (reference: string) => modelsOf(prepared, reference),
    keepCurve: (model: string, result: MultiverseResult) =>
      void made.curves.push({ figure: id, model, result }),
  };
  try {
    made.figures[id] = await naming(id, figure.path, () => drawFigure(figure, drawing));
  } catch (error) {
    made.failed.push(failureOf(id, figure.path, error));
  }
}

/** What the user stopped did not fail by itself, but it is not there. */
function failureOf(id: string, path: string, error: unknown): FailedEntry {
  if (error instanceof DOMException && error.name === 'AbortError') {
    const message = `${id}: stopped before it was complete`;
    return { id, error: { code: 'interrupted', message, path } };
  }
  return failedEntry(id, path, error);
}

/** The results of a table's models, or of one. */
async function modelsOf(prepared: Prepared, reference: string): Promise<readonly DrawnModel[]> {
  const { table: id, model: number } = splitReference(reference);
  const table = prepared.get(id)!;
  if ('error' in table) throw table.error;
  const chosen = table.models.filter((_, i) => number === undefined || i === number - 1);
  if (chosen.length === 0) {
    const { length } = table.models;
    const message = `expected a model from ${id}.1 to ${id}.${length}, found ${reference}`;
    throw new InputError('unknown-model', message, { found: reference });
  }
  const drawn: DrawnModel[] = [];
  for (const { id: name, path, model } of chosen) {
    const estimated = await naming(name, path, () => estimate(table.run, name, model));
    drawn.push({ ...estimated, id: name, model, table: table.run.table });
  }
  return drawn;
}

/** The warnings of the study itself; those of models and tables stand with them. */
function warningsOf(study: Study, { table, notices }: Run): Warning[] {
  const built = new Set(table.prepared?.built.columns?.map(({ name }) => name) ?? []);
  const ofSteps = (table.warnings ?? []).filter(
    ({ column }) => column === undefined || built.has(column),
  );
  const steps = ofSteps.map(({ code, message }) => ({ code, message }));
  return [...study.warnings, ...steps, ...notices.values()];
}
