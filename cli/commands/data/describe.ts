import type { Command } from 'commander';
import {
  correlate,
  type CorrelateOptions,
  describeData,
  type DescribeOptions,
  panelReport,
} from '../../../bindings/entries/data.js';
import {
  balanceTable,
  correlationTable,
  type DescriptiveSpec,
  descriptiveTable,
  presenceSvg,
} from '../../../bindings/entries/report.js';
import { misuse } from '../../../bindings/words/errors/program/commands.js';
import { type DataFlags, readWithSteps } from '../../data/data.js';
import { dataInputs } from '../../data/inputs.js';
import { withDataSteps, withPanelKeys } from '../../data/steps.js';
import { usage } from '../../exit.js';
import { writeWhole } from '../../files/files.js';
import type { Host } from '../../host.js';
import { listed } from '../../options/lists.js';
import { checkOutputs } from '../../files/outputs.js';
import { printResult } from '../../print.js';
import { type ReportFlags, reportOptions, withFull } from '../../options/report-options.js';
import type { leadOn } from '../../data/lead.js';
import { readerKeys, withReaderOptions } from '../../data/reader-options.js';
import {
  asksForTable,
  checkTableOutput,
  type TableOutputOptions,
  tableSpec,
  withTableOutput,
  writeTable,
} from '../../output/table.js';

interface DataCommandOptions extends DataFlags {
  readonly json?: boolean;
}

interface DescribeCommandOptions extends DataCommandOptions, TableOutputOptions {
  readonly json?: boolean;
  readonly balance?: boolean;
  readonly stats?: DescriptiveSpec['stats'];
}

interface PanelCommandOptions extends DataCommandOptions, Pick<ReportFlags, 'full'> {
  readonly unit: string;
  readonly time: string;
  readonly categories?: readonly string[];
  readonly svg?: string;
}

const reportFormat = 'a report';

/** The option that names columns, for each command. */
const optionFor: Readonly<Record<string, string>> = {
  describe: '--columns',
  correlate: '--columns',
};

/** A command that reads a data file and prints a result. */
function dataCommand(program: Command, name: string, description: string): Command {
  const command = program
    .command(name)
    .description(description)
    .argument('[data]', 'data file, or - for standard input; none with --sql')
    .allowExcessArguments()
    .hook('preAction', ({ args }) => {
      const [, ...more] = args;
      if (more.length === 0) return;
      throw usage(misuse['one-data-file']({ command: name, more, option: optionFor[name] }));
    });
  return withDataSteps(withReaderOptions(command)).option(
    '--json',
    'print the result and errors as JSON',
  );
}

/** `wasmetrics describe data.csv`: counts, moments and quantiles of columns. */
export function addDescribe(program: Command, host: Host): void {
  withTableOutput(
    dataCommand(program, 'describe', 'describe the columns of a data file'),
    reportFormat,
  )
    .option('--columns <names>', 'columns, as a,b,c or "a b c" (default: all)', listed)
    .option('--by <column>', 'also describe the rows of each value of this column')
    .option('--unit <column>', 'units of a panel, for the variation between and within them')
    .option('--time <column>', 'periods of the panel')
    .option('--stats <names>', 'statistics of the table, such as n,mean,skewness', listed)
    .option('--balance', 'with --by and --to: the table of balance between the groups')
    .addHelpText(
      'after',
      '\nExample, from a checkout:\n  npx wasmetrics describe examples/abdata.csv --columns n,w,k --unit id --time year',
    )
    .action(async (path: string | undefined, options: DescribeCommandOptions & DescribeOptions) => {
      const { columns, by, unit, time, stats, json = false, balance = false } = options;
      if (asksForTable(options)) await checkTableOutput(host, options, dataInputs(path, options));
      const used = columns && [columns, by, unit, time];
      const table = await readWithSteps(host, path, options, used).catch(
        refused(host, path, options),
      );
      const result = await describeData(table, { columns, by, unit, time });
      if (asksForTable(options) || balance || stats !== undefined) {
        const make = balance ? balanceTable : descriptiveTable;
        const spec = await tableSpec<DescriptiveSpec>(host, options);
        return writeTable(host, make(result, { ...spec, ...(stats && { stats }) }), options);
      }
      printResult(host, result, { json });
      const isPlain = !json && [columns, by, unit].every((option) => option === undefined);
      if (isPlain) await sayNext(host, path, { data: table, result }, options);
    });
}

/** Says the command that may read a file that is refused. */
function refused(
  host: Host,
  path: string | undefined,
  { json = false, ...flags }: DataFlags & { readonly json?: boolean },
): (error: unknown) => Promise<never> {
  return async (error) => {
    if (!json && path !== undefined && path !== '-') {
      const { leadFrom } = await import('../../data/lead.js');
      leadFrom(host, path, readerKeys(flags), error);
    }
    throw error;
  };
}

/** Prints what could be done next with a file. */
async function sayNext(
  host: Host,
  path: string | undefined,
  read: Pick<Parameters<typeof leadOn>[2], 'data' | 'result'>,
  options: DataFlags,
): Promise<void> {
  if (path === undefined || path === '-' || !hasFileOnly(options)) return;
  const lead = await import('../../data/lead.js');
  const { reshape } = options;
  await lead.leadOn(host, path, { ...read, reader: readerKeys(options), reshape });
}

/** True without joined files and built columns, which the next commands would have to repeat. */
function hasFileOnly({ merge, build, sql }: DataFlags): boolean {
  return [merge, build, sql].every((step) => step === undefined);
}

/** `wasmetrics correlate data.csv --columns x,z`: correlations and variance inflation factors. */
export function addCorrelate(program: Command, host: Host): void {
  const command = dataCommand(program, 'correlate', 'correlate columns of a data file');
  withTableOutput(withPanelKeys(command), reportFormat)
    .option(
      '--columns <names>',
      'columns, as a,b,c or "a b c" (default: all columns of numbers)',
      listed,
    )
    .option('--listwise', 'use only rows with a value in every column (default: pairs of columns)')
    .option('--method <name>', 'pearson (default) or spearman')
    .addHelpText(
      'after',
      '\nExample, from a checkout:\n  npx wasmetrics correlate examples/abdata.csv --columns n,w,k,ys',
    )
    .action(
      async (path: string | undefined, options: DescribeCommandOptions & CorrelateOptions) => {
        const { columns, listwise, method, json = false } = options;
        if (asksForTable(options)) await checkTableOutput(host, options, dataInputs(path, options));
        const table = await readWithSteps(host, path, options, columns);
        const result = await correlate(table, { columns, listwise, method });
        if (!asksForTable(options)) printResult(host, result, { json });
        else {
          const spec = await tableSpec(host, options);
          await writeTable(host, correlationTable(result, spec), options);
        }
      },
    );
}

/** `wasmetrics panel-report data.csv --unit id --time year`: the shape of a panel. */
export function addPanelReport(program: Command, host: Host): void {
  withFull(dataCommand(program, 'panel-report', 'report which units of a panel have rows when'))
    .requiredOption('--unit <column>', 'units of the panel')
    .requiredOption('--time <column>', 'periods of the panel')
    .option(
      '--categories <names>',
      'columns whose transitions are counted, as a,b or "a b"',
      listed,
    )
    .option('--svg <file>', 'draw which units have rows when, as an SVG file')
    .addHelpText(
      'after',
      '\nExample, from a checkout:\n  npx wasmetrics panel-report examples/abdata.csv --unit id --time year --svg panel.svg',
    )
    .action(async (path: string | undefined, options: PanelCommandOptions) => {
      const { unit, time, categories, svg, json = false } = options;
      const printed = { json, ...reportOptions(options) };
      await checkOutputs(host, [['--svg', svg]], dataInputs(path, options));
      const table = await readWithSteps(host, path, options);
      const report = await panelReport(table, { unit, time, categories });
      if (svg !== undefined) await writeWhole(host, svg, [presenceSvg(report)]);
      printResult(host, report, printed);
    });
}
