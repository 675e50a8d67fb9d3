/** Figures of data, without a model. */
import type { Table } from '../../bindings/index.js';
import {
  compositeIndex,
  type CompositeIndex,
  correlate,
  type CorrelateOptions,
  indexMethods,
  type IndexOptions,
} from '../../bindings/entries/data.js';
import {
  correlationFigure,
  type Figure,
  heatmapFigure,
  scoresFigure,
  screeFigure,
  weightsFigure,
} from '../../bindings/entries/report.js';
import { readWithSteps } from '../data/data.js';
import { dataInputs } from '../data/inputs.js';
import { type IndexFlags, indexOptionsOf, withIndexOptions } from '../data/index-options.js';
import { withPanelKeys } from '../data/steps.js';
import { knownSpelling } from '../../bindings/words/text/spelling.js';
import { listed } from '../options/lists.js';
import { figureOptions, type PlotKind, type PlotOptions } from './kind.js';

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
      inputs: dataInputs(path, options),
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
      .option('--method <name>', 'pearson (default) or spearman'),
  plan: (host, { args: [path] }, options) =>
    Promise.resolve({
      inputs: dataInputs(path, options),
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

interface IndexKind {
  readonly name: string;
  readonly description: string;
  readonly example: string;
  readonly method: IndexOptions['method'];
  readonly figure: (index: CompositeIndex, options: PlotOptions, table: Table) => Figure;
}

/** A figure of an index; it has the options of `index`. */
const methodOf = (text: string) => knownSpelling(indexMethods, text) as string;

function indexKind({ name, description, example, method: usual, figure }: IndexKind): PlotKind {
  return {
    name,
    description,
    example,
    options: (command) => {
      const help = `how indicators are weighted: ${indexMethods.join(', ')} (default: ${usual})`;
      return withIndexOptions(withPanelKeys(command.option('--method <name>', help, methodOf)));
    },
    plan: (host, { args: [path] }, options) =>
      Promise.resolve({
        inputs: dataInputs(path, options),
        async draw() {
          const method = (options.method ?? usual) as IndexOptions['method'];
          const { unit, time } = options;
          const index = indexOptionsOf(method, options as PlotOptions & IndexFlags);
          const named = [unit, time].filter((one) => one !== undefined);
          const used = [Object.keys(index.columns), index.columns, options, named];
          const table = await readWithSteps(host, path, options, used);
          return figure(await compositeIndex(table, index), options, table);
        },
      }),
  };
}

const scree = indexKind({
  name: 'scree',
  description: 'eigenvalues of principal components',
  example: 'scree examples/abdata.csv --columns n,w,k,ys --keep parallel -o scree.svg',
  method: 'pca',
  figure: (index, options) => screeFigure(index, figureOptions(options)),
});

const weights = indexKind({
  name: 'weights',
  description: 'weights of the indicators of an index, or loadings of its components',
  example: 'weights examples/abdata.csv --columns n:+,w:-,k:+ -o weights.svg',
  method: 'entropy',
  figure: (index, options) => weightsFigure(index, figureOptions(options)),
});

const scores = indexKind({
  name: 'scores',
  description: 'rows by an index; with --sensitivity the range of each rank',
  example:
    'scores examples/abdata.csv --columns n:+,w:-,k:+ --unit id --time year --sensitivity -o scores.svg',
  method: 'entropy',
  figure: (index, options, table) =>
    scoresFigure(index, { ...figureOptions(options), rows: rowNames(table, options) }),
});

/** `Beijing 2017` from the columns of units and periods; undefined without them. */
function rowNames({ columns, nrows }: Table, { unit, time }: PlotOptions): string[] | undefined {
  const keys = [unit, time].flatMap((name) => {
    const column = name === undefined ? undefined : columns.get(name);
    return column === undefined ? [] : [column];
  });
  if (keys.length === 0) return undefined;
  return Array.from({ length: nrows }, (_, row) =>
    keys.map(({ values }) => String(values[row])).join(' '),
  );
}

export const dataKinds: readonly PlotKind[] = [heatmap, correlation, scree, weights, scores];
