import { type Command, Option } from 'commander';
import {
  type FitResult,
  InputError,
  languages,
  regressionTable,
  render,
  styles,
  type TableFormat,
  tableFormats,
  type TableSpec,
} from '../../bindings/index.js';
import type { RunningOptions } from '../bootstrap/bootstrap.js';
import { writeWhole } from '../files.js';
import { bootstrappedFit, filesOf, type FitSource, readFitSources } from '../fits.js';
import { type Host, printPage } from '../host.js';
import { readDocument } from '../io.js';
import { checkOutputs } from '../outputs.js';
import { operandsOf, withFormula } from '../models/formula.js';
import { withDataOptions } from '../models/located.js';
import { namingModel } from '../models/named-errors.js';
import type { ModelFlags } from '../models/source.js';
import { workerCount } from '../run.js';

interface TableOptions extends ModelFlags, Omit<RunningOptions, 'json'> {
  readonly spec?: string;
  readonly to?: TableFormat;
  readonly output?: string;
  readonly style?: TableSpec['style'];
  readonly language?: TableSpec['language'];
}

const examples = `
Examples, from a checkout:
  npx wasmetrics table examples/employment.yaml
  npx wasmetrics table examples/abdata.csv "n ~ w" "n ~ w + k" --cluster id
  npx wasmetrics table examples/employment.yaml --to latex -o table.tex`;

/** The endings of files whose format has another name. */
const endings: Readonly<Record<string, TableFormat>> = {
  txt: 'text',
  md: 'markdown',
  htm: 'html',
  tex: 'latex',
  typ: 'typst',
};

/** `wasmetrics table a.yaml b.yaml`: models side by side, as in a paper. */
export function addTable(program: Command, host: Host): void {
  const command = program
    .command('table')
    .description('print models side by side as a table for a paper')
    .usage('[options] <models... | data formulas...>')
    .argument(
      '<models...>',
      'model files or results printed with --json, a column per model; or a data file and formulas',
    )
    .option('--spec <file>', 'what the table shows and how, YAML or JSON')
    .addOption(
      new Option('--to <format>', 'format (default: by the name of the file, or text)').choices(
        tableFormats,
      ),
    )
    .option('-o, --output <file>', 'file to write (default: standard output)')
    .addOption(new Option('--style <name>', 'style of the table').choices(styles))
    .addOption(new Option('--language <name>', 'language of its words').choices(languages))
    .option('--json', 'print the table and errors as JSON')
    .option(
      '--workers <n>',
      'number of bootstrap workers; 0 uses the main thread only (default: number of cores)',
      workerCount,
    );
  withFormula(withDataOptions(command), { bootstraps: true })
    .addHelpText('after', examples)
    .action(async (paths: readonly string[], options: TableOptions) => {
      const { output, spec: specPath } = options;
      const format = formatOf(options);
      const sources = await sourcesOf(host, command, paths, options);
      const spec = withNames(await specOf(host, options), sources);
      const inputs = sources.flatMap(filesOf);
      await checkOutputs(host, [['--output', output]], [['--spec', specPath], ...inputs]);
      const fits: FitResult[] = [];
      for (const source of sources) {
        const fit = () => bootstrappedFit(host, source, options);
        fits.push(await namingModel(source.origin.title, fit));
      }
      const labels = { ...labelsOf(sources), ...spec.labels };
      const written = await render(regressionTable(fits, { ...spec, labels }), format, {
        width: output === undefined ? host.stdout.columns : undefined,
      });
      if (output !== undefined) {
        await writeWhole(host, output, typeof written === 'string' ? [written, '\n'] : [written]);
      } else if (typeof written === 'string') printPage(host, written);
      else host.stdout.write(written);
    });
}

/** The models of files, or of data and several formulas. */
async function sourcesOf(
  host: Host,
  command: Command,
  paths: readonly string[],
  options: TableOptions,
): Promise<readonly FitSource[]> {
  const { file, formula, rest } = operandsOf(command, paths, options);
  const data = file === undefined ? [] : [file];
  const operands =
    formula === undefined
      ? paths.map((path) => [path])
      : [formula, ...rest].map((one) => [...data, one]);
  const sources: FitSource[] = [];
  for (const one of operands) {
    sources.push(...(await readFitSources(host, command, options, one)).sources);
  }
  return sources;
}

/** The names of the models as headings, where all have one and the spec has no headings. */
function withNames(spec: TableSpec, sources: readonly FitSource[]): TableSpec {
  const names = sources.flatMap(({ origin }) => origin.name ?? []);
  if (spec.columns !== undefined || names.length < sources.length) return spec;
  return { ...spec, columns: names };
}

/** The labels of the models; those of the first come first. */
function labelsOf(sources: readonly FitSource[]): Readonly<Record<string, string>> {
  const all = sources.flatMap((one) => ('located' in one ? [one.located.model.labels] : []));
  return Object.assign({}, ...all.reverse()) as Readonly<Record<string, string>>;
}

/** The spec of the file, with the choices of the command line. */
async function specOf(host: Host, { spec, style, language }: TableOptions): Promise<TableSpec> {
  const document = spec === undefined ? {} : await readDocument(host, spec);
  const given = isKeyed(document) && 'table' in document ? document['table'] : document;
  if (!isKeyed(given)) {
    const message = `${spec}: expected keys such as keep, labels and stats, found a value without keys`;
    throw new InputError('bad-value', message, { file: spec });
  }
  return {
    ...given,
    ...(style !== undefined && { style }),
    ...(language !== undefined && { language }),
  };
}

function isKeyed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function formatOf({ to, output, json }: TableOptions): TableFormat {
  if (to !== undefined) return to;
  if (output === undefined) return json === true ? 'json' : 'text';
  const ending = /\.([a-z]+)$/i.exec(output)?.[1]?.toLowerCase() ?? '';
  const format = endings[ending] ?? ending;
  if (tableFormats.includes(format as TableFormat)) return format as TableFormat;
  const message = `table: expected a file that ends in .txt, .md, .html, .tex, .typ, .csv, .json, .docx or .xlsx, found ${output}; rename it or use --to`;
  throw new InputError('bad-value', message, { path: 'to', found: output });
}
