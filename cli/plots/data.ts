/** Figures of data without a model. */
import {
  correlate,
  type CorrelateOptions,
  correlationFigure,
  heatmapFigure,
} from '../../bindings/index.js';
import { readWithSteps } from '../data/data.js';
import { listed, lowerCase } from '../lists.js';
import { figureOptions, type PlotKind } from './kind.js';

const heatmap: PlotKind = {
  name: 'heatmap',
  description: 'a panel as units by periods: where it has rows, or the values of a column',
  example: 'heatmap examples/abdata.csv --unit id --time year -o panel.svg',
  options: (command) =>
    command
      .requiredOption('--unit <column>', 'units of the panel')
      .requiredOption('--time <column>', 'periods of the panel')
      .option(
        '--of <column>',
        'column whose values are shown (default: whether there are rows)',
        (text) => [text],
      ),
  plan: (host, { args: [path] }, options) =>
    Promise.resolve({
      inputs: [['the data', path]],
      async draw() {
        const { unit, time, of } = options;
        const table = await readWithSteps(host, path, options);
        return heatmapFigure(table, {
          ...figureOptions(options),
          unit: unit!,
          time: time!,
          of: of?.[0],
        });
      },
    }),
};

const correlation: PlotKind = {
  name: 'correlation',
  description: 'correlations of columns',
  example: 'correlation examples/abdata.csv --columns n,w,k,ys -o correlation.svg',
  options: (command) =>
    command
      .option(
        '--columns <names>',
        'columns, as a,b,c or "a b c" (default: all columns of numbers)',
        listed,
      )
      .option('--method <name>', 'pearson (default) or spearman', lowerCase),
  plan: (host, { args: [path] }, options) =>
    Promise.resolve({
      inputs: [['the data', path]],
      async draw() {
        const { columns, method } = options;
        const table = await readWithSteps(host, path, options, columns);
        const result = await correlate(table, {
          columns,
          method: method as CorrelateOptions['method'],
        });
        return correlationFigure(result, figureOptions(options));
      },
    }),
};

export const dataKinds: readonly PlotKind[] = [heatmap, correlation];
