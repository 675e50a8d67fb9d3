/** Runs the tables and figures of a study in their order. */
import { omit } from '../../../core/values/omit.js';
import type { Figure } from '../../figures/index.js';
import type { Steps } from '../../../models/preparation/preparation.js';
import type { Warning } from '../../../results/common.js';
import type { FitResult } from '../../../results/fit.js';
import type { GroupComparison } from '../../../results/groups.js';
import type { PaperTable } from '../../tables/paper/index.js';
import { judgeClaims } from '../claims/index.js';
import { labelledWarning } from '../../tables/labelled-details.js';
import { labelOf } from '../columns/labels.js';
import { drawFigure } from '../figures/make.js';
import type { Study } from '../file/study.js';
import type { MultiverseResult } from '../../../analysis/sensitivity/multiverse/result.js';
import type {
  FailedEntry,
  SplitFacts,
  StudyColumn,
  StudyCurve,
  StudyModel,
  StudyResult,
} from '../result.js';
import { fitAhead, type NamedModel } from '../estimates/ahead.js';
import type { Chosen } from './chosen.js';
import { modelName } from './columns.js';
import { drawnColumns } from './drawn.js';
import type { Run } from '../estimates/estimate.js';
import { failedEntry, namedError, naming } from './failures.js';
import type { Prepared, PreparedTable } from './prepared.js';
import { prepareTable, runTable, tableCost } from './tables.js';
import { stopped } from '../../../words/errors/paper/studies.js';
import { paperWarnings } from '../../../words/en/warnings/papers.js';
import { warning } from '../../../words/warning.js';
import { plainWarning } from '../../../data/warnings/column-warnings.js';

/** The parts made so far. */
interface Made {
  readonly tables: Record<string, PaperTable>;
  /** Tables that come after all others, with their names. */
  readonly appendix: (readonly [id: string, table: PaperTable])[];
  readonly models: Record<string, FitResult>;
  readonly places: StudyModel[];
  readonly columns: StudyColumn[];
  readonly comparisons: Record<string, readonly GroupComparison[]>;
  readonly splits: SplitFacts[];
  readonly figures: Record<string, Figure>;
  readonly curves: StudyCurve[];
  readonly failed: FailedEntry[];
}

export async function runParts(
  study: Study,
  { indices, splits }: Steps,
  run: Run,
  chosen: Chosen,
): Promise<StudyResult> {
  const made: Made = {
    tables: {},
    appendix: [],
    models: {},
    places: [],
    columns: [],
    comparisons: {},
    figures: {},
    curves: [],
    failed: [],
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
  const { title, language, labels } = study;
  const label = labelOf({ ...made, language, labels });
  const result: StudyResult = {
    kind: 'study',
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...(Object.keys(labels).length > 0 && { labels }),
    ...omit(made, 'appendix'),
    tables: withAppendix(made),
    claims: [],
    indices,
    warnings: [
      ...leftOutWarnings(prepared),
      ...(await overlapWarnings(prepared)),
      ...warningsOf(run, made.models),
    ].map((one) => labelledWarning(one, label)),
  };
  return withClaims(result, run, chosen);
}

/** The tables, then those of the appendix; a table of the study keeps its name. */
function withAppendix({ tables, appendix }: Made): StudyResult['tables'] {
  const others = appendix.filter(([id]) => !Object.hasOwn(tables, id));
  return { ...tables, ...Object.fromEntries(others) };
}

/** Estimates the models of tables in workers, grouped by their data. */
async function fitTables(tables: readonly (PreparedTable | { readonly error: unknown })[]) {
  const byData = new Map<Run['table'], { readonly run: Run; readonly models: NamedModel[] }>();
  for (const table of tables) {
    if ('error' in table) continue;
    const { run } = table;
    const before = byData.get(run.table) ?? { run, models: [] };
    before.models.push(
      ...table.models.map((preparedModel) => ({
        id: modelName(table, preparedModel),
        model: preparedModel.model,
      })),
    );
    byData.set(run.table, before);
  }
  for (const { run, models } of byData.values()) await fitAhead(run, models);
}

/** The result with judged claims, for claims whose tables ran, also those of a study that was stopped. */
async function withClaims(
  result: StudyResult,
  { engine }: Run,
  chosen: Chosen,
): Promise<StudyResult> {
  const { claims, failed } = await judgeClaims(chosen.claims, result, {
    engine,
    language: result.language,
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
  const { path } = study.tables.find((studyTable) => studyTable.id === id)!;
  try {
    const table = prepared.get(id)!;
    if ('error' in table) throw table.error;
    const columnsOf = (reference: string) => drawnColumns(prepared, reference);
    const parts = await runTable(table, { study, columnsOf });
    made.tables[id] = parts.table;
    made.appendix.push(
      ...(parts.appendix ?? []).map(
        (table, i) => [`${id}-pairs${i === 0 ? '' : i + 1}`, table] as const,
      ),
    );
    for (const [name, { fit }] of Object.entries(parts.models)) made.models[name] = fit;
    made.places.push(...parts.places);
    made.columns.push(...parts.columns);
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
  const figure = study.figures.find((studyFigure) => studyFigure.id === id)!;
  const { labels, steps } = study;
  const drawing = {
    run,
    labels,
    panel: steps.panel,
    columnsOf: (reference: string) => drawnColumns(prepared, reference),
    keepCurve: (model: string, result: MultiverseResult) =>
      void made.curves.push({ figure: id, model, result }),
  };
  try {
    made.figures[id] = await naming(id, figure.path, () => drawFigure(figure, drawing));
  } catch (error) {
    made.failed.push(failureOf(id, figure.path, error));
  }
}

/** The entry for a part that is missing, which may have been stopped by the user. */
function failureOf(id: string, path: string, error: unknown): FailedEntry {
  if (error instanceof DOMException && error.name === 'AbortError') {
    const told = stopped();
    return { id, error: { code: told.id, message: `${id}: ${told.text}`, told, path } };
  }
  return failedEntry(id, path, error);
}

/** Warnings about the data and the workers that no model has. */
function warningsOf({ table, notices }: Run, models: Made['models']): Warning[] {
  const built = new Set(table.prepared?.built.columns?.map(({ name }) => name) ?? []);
  const ofSteps = (table.warnings ?? []).filter(
    ({ column }) => column === undefined || built.has(column),
  );
  const facts = ({ code, detail }: Warning) => JSON.stringify([code, detail]);
  const said = new Set(Object.values(models).flatMap(({ warnings }) => warnings.map(facts)));
  const steps = ofSteps.map(plainWarning).filter((step) => !said.has(facts(step)));
  return [...steps, ...notices.values()];
}

/** Warns of named samples of a table that share rows. */
async function overlapWarnings(prepared: Prepared): Promise<Warning[]> {
  const warnings: Warning[] = [];
  for (const table of prepared.values()) {
    if ('error' in table) continue;
    const named = table.models.filter(({ filtered }) => filtered === true);
    const samples = new Map(named.map(({ head = '', model }) => [head, model.where!]));
    if (samples.size < 2) continue;
    const { sharedRows } = await import('../../../models/reading/samples.js');
    for (const one of await sharedRows([...samples], undefined, table.run.table)) {
      warnings.push({ ...one, of: table.planned.id });
    }
  }
  return warnings;
}

/** Warns of defaults that models do not accept; the models of a split table count as one. */
function leftOutWarnings(prepared: Prepared): Warning[] {
  return [...prepared.values()].flatMap((table): Warning[] => {
    if ('error' in table) return [];
    const { planned, models, grouped } = table;
    const written = grouped === undefined ? models : models.slice(0, 1);
    return written.flatMap((preparedModel) => {
      const { leftOut: keys } = preparedModel;
      if (keys.length === 0) return [];
      const name = grouped === undefined ? modelName(table, preparedModel) : planned.id;
      const detail = { model: name, estimator: preparedModel.model.estimator, keys };
      return [warning(paperWarnings, 'default-left-out', detail)];
    });
  });
}
