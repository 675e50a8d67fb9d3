/** Draws a figure of a study from the results of its models. */
import { bootstrap } from '../../bootstrap/bootstrap.js';
import { bootstrapOptions } from '../../bootstrap/options.js';
import { badStudyValue } from '../file/errors.js';
import { correlate } from '../../describe/index.js';
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
import type { Model } from '../../models/model.js';
import type { PanelKeys, Table } from '../../data/index.js';
import type { ByName } from '../../results/common.js';
import { influence } from '../../sensitivity/influence/influence.js';
import { instrumentReport } from '../../sensitivity/instruments/instrument-report.js';
import type { MultiverseResult } from '../../sensitivity/multiverse/result.js';
import { multiverse } from '../../sensitivity/multiverse/multiverse.js';
import type { StudyFigure } from '../file/study.js';
import type { Estimated, Run } from '../run/estimate.js';

/** A model of the study with its result. */
export interface DrawnModel extends Estimated {
  readonly id: string;
  readonly model: Model;
  /** The data of its table, which has the columns of its groups. */
  readonly table: Table;
}

/** What a figure may use. */
export interface Drawing {
  readonly run: Run;
  readonly labels: ByName<string>;
  readonly panel: PanelKeys | undefined;
  /** The models of a table or the model that a reference names. */
  readonly modelsOf: (reference: string) => Promise<readonly DrawnModel[]>;
  /** Takes the estimates behind a specification curve. */
  readonly keepCurve: (model: string, result: MultiverseResult) => void;
}

const list = (value: string | readonly string[]): readonly string[] => [value].flat();

/** @throws InputError of the figure */
export async function drawFigure(figure: StudyFigure, drawing: Drawing): Promise<Figure> {
  const { written, path } = figure;
  const { title, labels, language } = written;
  const common = { title, labels: { ...drawing.labels, ...labels }, language };
  if ('coefficients' in written) {
    const models: DrawnModel[] = [];
    for (const one of list(written.of)) models.push(...(await drawing.modelsOf(one)));
    return coefficientFigure(
      models.map(({ fit }) => fit),
      {
        ...common,
        of: list(written.coefficients),
        models: models.map(({ id }) => id),
        levels: written.levels,
      },
    );
  }
  if ('heatmap' in written || 'correlation' in written)
    return ofData(written, common, drawing, path);
  const of = 'of' in written ? written.of : Object.values(pick(written))[0]!;
  const [model, ...others] = await drawing.modelsOf(of);
  if (others.length > 0) throw badStudyValue(`${path}.of`, `one model, such as ${model!.id}`, of);
  return ofModel(written, common, model!, drawing);
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
  if (panel === undefined) throw badStudyValue(`${path}.heatmap`, 'a study with panel', undefined);
  const { heatmap } = written as Extract<Written, { readonly heatmap: unknown }>;
  return heatmapFigure(table, {
    ...common,
    ...panel,
    of: heatmap === true ? undefined : heatmap,
  });
}

function ofModel(
  written: Written,
  common: Common,
  drawn: DrawnModel,
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
  drawn: DrawnModel,
  { run, keepCurve }: Drawing,
): Promise<Figure> {
  const { fit, model, id, table } = drawn;
  const { workers, workerUrl, runner, signal, memory } = run.options;
  const { engine } = run;
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
      ...{ level: model.level, engine, workers, workerUrl, runner, signal, memory },
    });
    const [result, replicates] = await Promise.all([running.result, running.replicates]);
    return bootstrapFigure({ ...fit, bootstrap: result }, replicates, { ...common, of });
  }
  if ('curve' in written) {
    const { curve: coefficient, over } = written;
    const options = { coefficient, over, engine, workers, workerUrl, runner, signal };
    const result = await multiverse(table, model, options);
    keepCurve(id, result);
    return curveFigure(result, common);
  }
  if ('influence' in written) {
    const { influence: of, cluster } = written;
    const result = await influence(fit, { cluster, engine, workers, workerUrl, runner, signal });
    return influenceFigure(result, { ...common, of });
  }
  return instrumentFigure(await instrumentReport(fit), common);
}
