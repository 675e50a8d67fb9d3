import type { Command } from 'commander';
import {
  type FitResult,
  InputError,
  regressionTable,
  type TableSpec,
} from '../../bindings/index.js';
import type { RunningOptions } from '../bootstrap/bootstrap.js';
import { bootstrappedFit, filesOf, type FitSource, readFitSource } from '../fits.js';
import type { Host } from '../host.js';
import { readDocument } from '../io.js';
import { type DataOptions, withDataOptions, workerCount } from '../run.js';
import {
  checkTableOutput,
  tableChoices,
  type TableOutputOptions,
  withTableOutput,
  writeTable,
} from '../table-output.js';

interface TableOptions extends DataOptions, RunningOptions, TableOutputOptions {
  readonly spec?: string;
}

const examples = `
Examples, from a checkout:
  npx wasmetrics table examples/employment.yaml
  npx wasmetrics table examples/employment.yaml --to latex -o table.tex`;

/** `wasmetrics table a.yaml b.yaml`: models side by side, as in a paper. */
export function addTable(program: Command, host: Host): void {
  const command = program
    .command('table')
    .description('print models side by side as a table for a paper')
    .argument('<models...>', 'model files or results printed with --json, one for each column')
    .option('--spec <file>', 'what the table shows and how, YAML or JSON')
    .option('--json', 'print the table and errors as JSON')
    .option(
      '--workers <n>',
      'number of bootstrap workers; 0 uses the main thread only (default: number of cores)',
      workerCount,
    );
  withDataOptions(withTableOutput(command))
    .addHelpText('after', examples)
    .action(async (paths: readonly string[], options: TableOptions) => {
      const spec = await specOf(host, options);
      const sources: FitSource[] = [];
      for (const path of paths) sources.push(await readFitSource(host, path, options));
      const inputs = sources.flatMap(filesOf);
      await checkTableOutput(host, options, [['--spec', options.spec], ...inputs]);
      const fits: FitResult[] = [];
      for (const source of sources) fits.push(await bootstrappedFit(host, source, options));
      await writeTable(host, regressionTable(fits, numbered(spec, paths)), options);
    });
}

/** The spec of the file, with the choices of the command line. */
async function specOf(host: Host, { spec, ...options }: TableOptions): Promise<TableSpec> {
  const document = spec === undefined ? {} : await readDocument(host, spec);
  const given = isKeyed(document) && 'table' in document ? document['table'] : document;
  if (!isKeyed(given)) {
    const message = `${spec}: expected keys such as keep, labels and stats, found a value without keys`;
    throw new InputError('bad-value', message, { file: spec });
  }
  return { ...given, ...tableChoices(options) };
}

/** The spec with numbers of models for the paths of the command line in its panels. */
function numbered(spec: TableSpec, paths: readonly string[]): TableSpec {
  const { panels } = spec;
  if (!Array.isArray(panels)) return spec;
  return {
    ...spec,
    panels: panels.map((panel) => {
      if (!isKeyed(panel) || !Array.isArray(panel.models)) return panel;
      return { ...panel, models: panel.models.map((model) => numberOf(model, paths)) };
    }),
  };
}

function numberOf<Model>(model: Model, paths: readonly string[]): Model | number {
  const place = typeof model === 'string' ? paths.indexOf(model) : -1;
  return place < 0 ? model : place + 1;
}

function isKeyed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
