/** Draws a figure of a study from the results of its models. */
import { namesOf } from '../../figures/names.js';
import { labelledText } from '../report-text.js';
import { bootstrap } from '../../../analysis/bootstrap/bootstrap.js';
import { bootstrapOptions } from '../../../analysis/bootstrap/options.js';
import { columnForm } from '../columns/reference.js';
import { badStudyValue } from '../file/errors.js';
import { correlate } from '../../../analysis/describe/index.js';
import {
  bootstrapFigure,
  coefficientFigure,
  confidenceFigure,
  correlationFigure,
  curveFigure,
  eventFigure,
  type Figure,
  heatmapFigure,
  influenceFigure,
  instrumentFigure,
  leverageFigure,
  marginsFigure,
  powerFigure,
  residualFigure,
} from '../../figures/index.js';
import type { Model } from '../../../models/model.js';
import type { PanelKeys, Table } from '../../../data/index.js';
import type { ByName } from '../../../results/common.js';
import { influence } from '../../../analysis/sensitivity/influence/influence.js';
import { instruments } from '../../../analysis/sensitivity/instruments/instrument-report.js';
import type { MultiverseResult } from '../../../analysis/sensitivity/multiverse/result.js';
import { multiverse } from '../../../analysis/sensitivity/multiverse/multiverse.js';
import { type PlaceDetail, placeText } from '../../../words/places.js';
import type { StudyFigure } from '../file/study.js';
import type { Estimated, Run } from '../estimates/estimate.js';
import * as wanted from '../../../words/expectations/paper/studies.js';

/** A printed column of the study with its result. */
export interface DrawnColumn extends Estimated {
  /** Such as `T5.2`. */
  readonly id: string;
  /** The key of its model. */
  readonly key: string;
  /** Such as column (2) of T5, 2SLS. */
  readonly place: PlaceDetail;
  readonly model: Model;
  /** The data of its table, which has the columns of its groups. */
  readonly table: Table;
  /** The column of the estimate itself, for one of a first stage or a reduced form. */
  readonly estimate?: DrawnColumn | undefined;
  /** True for a first stage or a reduced form. */
  readonly isPart: boolean;
  /** True if the reference is also the model's key, so that it may mean the estimates' column. */
  readonly isAmbiguous: boolean;
}

/** What a figure may use. */
export interface Drawing {
  readonly run: Run;
  readonly labels: ByName<string>;
  readonly panel: PanelKeys | undefined;
  /** The column that a reference names, or the models of a table. */
  readonly columnsOf: (reference: string) => Promise<readonly DrawnColumn[]>;
  /** Stores the estimates behind a specification curve under the key of its model. */
  readonly keepCurve: (model: string, result: MultiverseResult) => void;
}

const list = (value: string | readonly string[]): readonly string[] => [value].flat();

/** @throws InputError of the figure */
export async function drawFigure(figure: StudyFigure, drawing: Drawing): Promise<Figure> {
  const { written, path } = figure;
  const { title, labels, language } = written;
  const common = { title, labels: { ...drawing.labels, ...labels }, language };
  if ('coefficients' in written) {
    const columns: DrawnColumn[] = [];
    for (const one of list(written.of)) columns.push(...(await drawing.columnsOf(one)));
    const of = list(written.coefficients);
    for (const column of columns) checkMeaning(column, of, path);
    return coefficientFigure(
      columns.map(({ fit }) => fit),
      {
        ...common,
        of,
        models: columns.map(({ id }) => id),
        levels: written.levels,
      },
    );
  }
  if ('heatmap' in written || 'correlation' in written)
    return ofData(written, common, drawing, path);
  const of = 'of' in written ? written.of : Object.values(pick(written))[0]!;
  const [column, ...others] = await drawing.columnsOf(of);
  if (others.length > 0)
    throw badStudyValue(`${path}.of`, wanted.oneColumn({ column: column!.id }), of);
  if (column!.isPart && !('event' in written)) throw ofPart(column!, path);
  return ofModel(written, common, column!, drawing);
}

/** Refuses a figure of a model for a first stage or a reduced form. */
function ofPart({ place, estimate }: DrawnColumn, path: string): Error {
  return badStudyValue(
    `${path}.of`,
    wanted.columnOfEstimates({ column: estimate?.id }),
    placeText(place),
  );
}

/**
 * A reference that may mean either a first stage or its model's column is ambiguous if both have the coefficient.
 *
 * @throws InputError `bad-value` that names both columns
 */
function checkMeaning(
  { id, place, fit, estimate, isAmbiguous }: DrawnColumn,
  of: readonly string[],
  path: string,
): void {
  if (!isAmbiguous || estimate === undefined) return;
  const both = of.find((term) => [fit, estimate.fit].every(({ params }) => term in params));
  if (both === undefined) return;
  const expected = wanted.oneOfTwoColumns({
    written: columnForm(id),
    column: place,
    estimate: estimate.place,
    estimateColumn: estimate.id,
    term: both,
  });
  throw badStudyValue(`${path}.of`, expected, id);
}

const pick = (written: object) =>
  Object.fromEntries(
    Object.entries(written).filter(([key]) =>
      ['residuals', 'leverage', 'instruments'].includes(key),
    ),
  ) as Readonly<Record<string, string>>;

type Common = Pick<StudyFigure['written'], 'title' | 'labels' | 'language'>;
type Written = StudyFigure['written'];

async function ofData(
  written: Written,
  common: Common,
  { run, panel }: Drawing,
  path: string,
): Promise<Figure> {
  const { table, engine } = run;
  if ('correlation' in written) {
    const { correlation: columns, method } = written;
    return correlationFigure(await correlate(table, { columns, method, engine }), common);
  }
  if (panel === undefined)
    throw badStudyValue(`${path}.heatmap`, wanted.studyWithPanel(), undefined);
  const { heatmap } = written as Extract<Written, { readonly heatmap: unknown }>;
  return heatmapFigure(table, {
    ...common,
    unit: panel.unit,
    time: panel.time,
    of: heatmap === true ? undefined : heatmap,
  });
}

function ofModel(
  written: Written,
  common: Common,
  drawn: DrawnColumn,
  drawing: Drawing,
): Figure | Promise<Figure> {
  const { fit } = drawn;
  if ('event' in written) {
    const { event, reference, level } = written;
    return eventFigure(fit, { ...common, of: list(event), reference, level });
  }
  if ('confidence' in written) {
    return confidenceFigure(fit, { ...common, of: written.confidence, levels: written.levels });
  }
  if ('power' in written) {
    return powerFigure(fit, { ...common, of: written.power, level: written.level });
  }
  if ('margins' in written) {
    const { margins: of, over, means, points, level } = written;
    return marginsFigure(fit, { ...common, of, over, means, points, level });
  }
  if ('residuals' in written) return residualFigure(fit, common);
  if ('leverage' in written) return leverageFigure(fit, common);
  return repeated(written, common, drawn, drawing);
}

/** Figures of models that are estimated many times. */
async function repeated(
  written: Written,
  common: Common,
  drawn: DrawnColumn,
  { run, keepCurve }: Drawing,
): Promise<Figure> {
  const { fit, model, key, table } = drawn;
  const { workers, workerUrl, runner, signal, memory } = run.options;
  const { engine } = run;
  if ('curve' in written) {
    const { curve: coefficient, over, conditions, bootstrap: resampled } = written;
    const choices = { coefficient, over, conditions, bootstrap: resampled };
    const options = { ...choices, engine, workers, workerUrl, runner, signal };
    const result = await multiverse(table, model, options);
    keepCurve(key, result);
    return curveFigure(result, common);
  }
  if ('bootstrap' in written) {
    const { bootstrap: of, reps, seed } = written;
    if (drawn.replicates !== undefined && reps === undefined && seed === undefined) {
      return bootstrapFigure(fit, drawn.replicates, { ...common, of });
    }
    const spec = {
      ...bootstrapOptions(model.bootstrap),
      reps: reps ?? model.bootstrap?.reps ?? 999,
    };
    const running = bootstrap(fit, {
      ...spec,
      ...(seed !== undefined && { seed }),
      level: model.level,
      engine,
      workers,
      workerUrl,
      runner,
      signal,
      memory,
    });
    const [result, replicates] = await Promise.all([running.result, running.replicates]);
    return bootstrapFigure({ ...fit, bootstrap: result }, replicates, { ...common, of });
  }
  if ('influence' in written) {
    const { influence: of, cluster } = written;
    const result = await influence(fit, { cluster, engine, workers, workerUrl, runner, signal });
    return influenceFigure(result, { ...common, of });
  }
  const report = await instruments(fit);
  const { words, told = words } = report.verdict;
  const { term } = namesOf(common, [fit.labels]);
  const verdict = labelledText(told, common.language ?? 'en', term);
  return instrumentFigure({ ...report, verdict: { ...report.verdict, words: verdict } }, common);
}
