/** Reads `0.9,0.95`. */
import { type FitResult, fitModel, type Model, type ModelInput } from '../../bindings/index.js';
import {
  bootstrapFigure,
  coefficientFigure,
  confidenceFigure,
  eventFigure,
  leverageFigure,
  marginsFigure,
  powerFigure,
  residualFigure,
} from '../../bindings/entries/report.js';
import type { BootstrapSpec } from '../../bindings/entries/types.js';
import { misuse } from '../../bindings/words/errors/program/commands.js';
import { runBootstrap } from '../bootstrap/bootstrap.js';
import { usage } from '../exit.js';
import { filesOf, type FitSource, readAllFitSources, readOnlyFitSource } from '../fits.js';
import type { Host } from '../host.js';
import { listed } from '../options/lists.js';
import { namingModel } from '../models/named-errors.js';
import { number } from '../options/numbers.js';
import { readModelData } from '../data/data.js';
import { figureOptions, type PlotKind, type PlotOptions, withOf } from './kind.js';

/** `0.9,0.95`. */
function levels(text: string): number[] {
  return text.split(',').map(number);
}

async function fitOf(host: Host, source: FitSource, options: PlotOptions): Promise<FitResult> {
  if ('result' in source) return source.result;
  const { located } = source;
  return fitModel(await readModelData(host, located, options), located.model);
}

/** A figure of one fit. */
function ofFit(
  figure: (fit: FitResult, options: PlotOptions) => ReturnType<typeof powerFigure>,
): PlotKind['plan'] {
  return async (host, command, options) => {
    const source = await readOnlyFitSource(host, command, options);
    return {
      inputs: filesOf(source),
      draw: async () => figure(await fitOf(host, source, options), options),
    };
  };
}

/** Replaces the covariance of a model: `HC3`, or `CV1:firm+year` with clusters. */
function withCovariance(model: Model, written: string): ModelInput {
  const [type, clusters] = written.split(':');
  const cluster = clusters?.split('+');
  const vcov = { type, ...(cluster && { cluster: cluster.length === 1 ? cluster[0] : cluster }) };
  return { ...model, vcov } as ModelInput;
}

async function fitsOf(host: Host, source: FitSource, options: PlotOptions): Promise<FitResult[]> {
  const { vcov } = options;
  if (vcov === undefined) return [await fitOf(host, source, options)];
  if ('result' in source) throw usage(misuse.result({ subject: '--vcov', lacks: 'data' }));
  const { located } = source;
  const table = await readModelData(host, located, options);
  const fits: FitResult[] = [];
  for (const written of vcov)
    fits.push(await fitModel(table, withCovariance(located.model, written)));
  return fits;
}

const coefficients: PlotKind = {
  name: 'coefficients',
  description: 'coefficients of one or more models with their intervals',
  several: true,
  formula: { keeps: ['vcov'] },
  example: 'coefficients examples/employment.yaml --of w,k -o coefficients.svg',
  options: (command) =>
    command
      .option(
        '--of <names>',
        'coefficients or patterns, as a,b,/^x/ (default: all but the constant)',
        listed,
      )
      .option('--models <names>', 'names of the models, as "a,b"', (text) => text.split(','))
      .option(
        '--levels <numbers>',
        'levels of the intervals (default: 0.9 and that of the model)',
        levels,
      )
      .option(
        '--vcov <types>',
        'estimate each model with these covariances, as HC1,HC3,CV1:firm',
        (text) => text.split(','),
      ),
  async plan(host, command, options) {
    const sources = await readAllFitSources(host, command, options);
    return {
      inputs: sources.flatMap(filesOf),
      async draw() {
        const fits: FitResult[] = [];
        for (const source of sources) {
          const { title } = source.origin;
          fits.push(...(await namingModel(title, () => fitsOf(host, source, options))));
        }
        const { of, models, levels } = options;
        return coefficientFigure(fits, { ...figureOptions(options), of, models, levels });
      },
    };
  },
};

const event: PlotKind = {
  name: 'event',
  description: 'coefficients of event time, such as those of i(rel, ref=-1), with a band for all',
  example: 'event model.yaml --of "/^rel=/" -o event.svg',
  options: (command) =>
    command
      .option(
        '--of <names>',
        'coefficients or patterns, as "/^rel=/" (default: the first factor of numbers)',
        listed,
      )
      .option(
        '--reference <number>',
        'level that the others are compared with (default: that of the formula)',
        number,
      )
      .option(
        '--level <number>',
        'level of intervals and band (default: that of the model)',
        number,
      ),
  plan: ofFit((fit, options) => {
    const { of, reference, level } = options;
    return eventFigure(fit, { ...figureOptions(options), of, reference, level });
  }),
};

const confidence: PlotKind = {
  name: 'confidence',
  description: 'the p-value of every hypothesised value of a coefficient',
  example: 'confidence examples/employment.yaml --of w -o confidence.svg',
  options: (command) =>
    withOf(command).option(
      '--levels <numbers>',
      'levels that are marked (default: 0.5, 0.9 and that of the model)',
      levels,
    ),
  plan: ofFit((fit, options) =>
    confidenceFigure(fit, {
      ...figureOptions(options),
      of: options.of?.[0],
      levels: options.levels,
    }),
  ),
};

const power: PlotKind = {
  name: 'power',
  description: 'the power of the test of a coefficient, by its true value',
  example: 'power examples/employment.yaml --of w -o power.svg',
  options: (command) =>
    withOf(command)
      .option(
        '--level <number>',
        '1 minus the size of the test (default: that of the model)',
        number,
      )
      .option('--power <number>', 'power whose effect is marked (default: 0.8)', number),
  plan: ofFit((fit, options) => {
    const { of, level, power } = options;
    return powerFigure(fit, { ...figureOptions(options), of: of?.[0], level, power });
  }),
};

const residuals: PlotKind = {
  name: 'residuals',
  description: 'residuals against fitted values',
  example: 'residuals model.yaml -o residuals.svg',
  options: (command) => command,
  plan: ofFit(async (fit, options) => residualFigure(fit, figureOptions(options))),
};

const leverage: PlotKind = {
  name: 'leverage',
  description: "leverage, standardized residuals and the largest Cook's distances of a regression",
  example: 'leverage model.yaml -o leverage.svg',
  options: (command) => command,
  plan: ofFit(async (fit, options) => leverageFigure(fit, figureOptions(options))),
};

const margins: PlotKind = {
  name: 'margins',
  description: 'the marginal effect of a variable over a moderator, with its distribution',
  example: 'margins examples/abdata.csv "n ~ w*k" --cluster id --of w --over k -o margins.svg',
  options: (command) =>
    command
      .requiredOption(
        '--of <variable>',
        'variable whose effect is drawn, such as x or L1.x',
        (text) => [text],
      )
      .requiredOption('--over <variable>', 'moderator, whose values are on the axis')
      .option('--means', 'set the other variables to their means (default: average over the rows)')
      .option('--points <number>', 'points of the curve (default: 41)', number)
      .option('--level <number>', 'level of the intervals (default: that of the model)', number),
  plan: ofFit((fit, options) => {
    const { of, over, means, points, level } = options;
    const chosen = { of: of![0]!, over: over!, means, points, level };
    return marginsFigure(fit, { ...figureOptions(options), ...chosen });
  }),
};

const REPS = 999;

const bootstrap: PlotKind = {
  name: 'bootstrap',
  description:
    'the bootstrap distribution of a coefficient with its analytic density and intervals',
  formula: { bootstraps: true, keeps: ['reps', 'seed'] },
  example: 'bootstrap examples/employment.yaml --of w --reps 499 -o bootstrap.svg',
  options: (command) =>
    withOf(command)
      .option(
        '--reps <number>',
        `number of replicates (default: those of the model, or ${REPS})`,
        number,
      )
      .option(
        '--seed <number>',
        'seed of the replicates (default: that of the model, or 1)',
        number,
      ),
  async plan(host, command, options) {
    const source = await readOnlyFitSource(host, command, options);
    if ('result' in source)
      throw usage(misuse.result({ subject: 'plot bootstrap', lacks: 'replicates' }));
    return {
      inputs: filesOf(source),
      async draw() {
        const { of, reps, seed } = options;
        const { bootstrap: key } = source.located.model;
        const spec = {
          reps: REPS,
          ...key,
          ...(reps !== undefined && { reps }),
          ...(seed !== undefined && { seed }),
        } as BootstrapSpec;
        const fit = await fitOf(host, source, options);
        const { result, replicates } = await runBootstrap(host, fit, spec, options);
        return bootstrapFigure(result, replicates!, { ...figureOptions(options), of: of?.[0] });
      },
    };
  },
};

export const modelKinds: readonly PlotKind[] = [
  coefficients,
  event,
  confidence,
  power,
  margins,
  bootstrap,
  residuals,
  leverage,
];
