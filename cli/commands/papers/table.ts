import type { Command } from 'commander';
import type { FitResult } from '../../../bindings/index.js';
import { regressionTable, type TableSpec } from '../../../bindings/entries/report.js';
import type { RunningOptions } from '../../bootstrap/bootstrap.js';
import { bootstrappedFit, filesOf, type FitSource, readAllFitSources } from '../../fits.js';
import type { Host } from '../../host.js';
import { withFormula } from '../../models/formula.js';
import { withDataOptions } from '../../models/located.js';
import { namingModel } from '../../models/named-errors.js';
import type { ModelFlags } from '../../models/source.js';
import { isKeyed } from '../../models/written.js';
import { workerCount } from '../../run.js';
import {
  checkTableOutput,
  type TableOutputOptions,
  tableSpec,
  withTableOutput,
  writeTable,
} from '../../output/table.js';

interface TableOptions extends ModelFlags, Omit<RunningOptions, 'json'>, TableOutputOptions {}

const examples = `
Examples, from a checkout:
  npx wasmetrics table examples/employment.yaml
  npx wasmetrics table examples/abdata.csv "n ~ w" "n ~ w + k" --cluster id
  npx wasmetrics table examples/employment.yaml --to latex -o table.tex`;

/** `wasmetrics table a.yaml b.yaml`: models in columns, as in a paper. */
export function addTable(program: Command, host: Host): void {
  const command = program
    .command('table')
    .description('print models side by side as a table for a paper')
    .usage('[options] <models... | data formulas...>')
    .argument(
      '<models...>',
      'model files or results printed with --json, a column per model; or a data file and formulas; also files with coefficients of other programs',
    )
    .option('--json', 'print the table and errors as JSON')
    .option(
      '--workers <n>',
      'number of bootstrap workers; 0 uses the main thread only (default: number of cores)',
      workerCount,
    );
  withFormula(withDataOptions(withTableOutput(command)), { bootstraps: true })
    .addHelpText('after', examples)
    .action(async (paths: readonly string[], options: TableOptions) => {
      const sources = await readAllFitSources(host, command, options);
      const spec = withNames(numbered(await tableSpec(host, options), paths), sources);
      const inputs = sources.flatMap(filesOf);
      await checkTableOutput(host, options, inputs);
      const fits: FitResult[] = [];
      for (const source of sources) {
        const fit = () => bootstrappedFit(host, source, options);
        fits.push(await namingModel(source.origin.title, fit));
      }
      const labels = { ...labelsOf(sources), ...spec.labels };
      await writeTable(host, regressionTable(fits, { ...spec, labels }), options);
    });
}

/** Uses the models' names as headings, if all have one and the spec has no headings. */
function withNames(spec: TableSpec, sources: readonly FitSource[]): TableSpec {
  const names = sources.flatMap(({ origin }) => origin.name ?? []);
  if (spec.columns !== undefined || names.length < sources.length) return spec;
  return { ...spec, columns: names };
}

/** The labels of the models; earlier models take precedence. */
function labelsOf(sources: readonly FitSource[]): Readonly<Record<string, string>> {
  const all = sources.flatMap((fitSource) =>
    'located' in fitSource ? [fitSource.located.model.labels] : [],
  );
  return Object.assign({}, ...all.reverse()) as Readonly<Record<string, string>>;
}

/** Replaces the paths of the command line in the panels of the spec by numbers of models. */
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
