import { type Command, Argument, Option } from 'commander';
import {
  compositeIndex,
  indexMethods,
  type IndexOptions,
  withIndex,
} from '../../../bindings/entries/data.js';
import { indexTable, type TableFormat, tableFormats } from '../../../bindings/entries/report.js';
import { type DataFlags, readWithSteps } from '../../data/data.js';
import { type IndexFlags, indexOptionsOf, withIndexOptions } from '../../data/index-options.js';
import { withReaderOptions } from '../../data/reader-options.js';
import { dataInputs } from '../../data/inputs.js';
import { withDataSteps, withPanelKeys } from '../../data/steps.js';
import type { Host } from '../../host.js';
import { dataFormat } from '../../output/formats.js';
import { saveColumns } from '../../output/save.js';
import { checkOutputs } from '../../files/outputs.js';
import { writeTable } from '../../output/table.js';
import { printResult } from '../../print.js';

interface IndexCommandFlags extends Omit<DataFlags, 'columns'>, IndexFlags {
  readonly name?: string;
  readonly out?: string;
  readonly to?: TableFormat;
  readonly json?: boolean;
}

const example = `
Examples, from a checkout:
  npx wasmetrics index entropy examples/abdata.csv --columns n:+,w:-,k:+ --by year
  npx wasmetrics index pca examples/abdata.csv --columns n,w,k,ys --keep share:0.85 --name level -o with-level.csv`;

/** `wasmetrics index entropy data.csv --columns x:+,z:-`: a composite index of indicators. */
export function addIndex(program: Command, host: Host): void {
  const command = program
    .command('index')
    .description('build a composite index: entropy weights, TOPSIS, principal components, others')
    .addArgument(new Argument('<method>', 'how indicators are weighted').choices(indexMethods))
    .argument('[data]', 'data file, or - for standard input; none with --sql');
  withIndexOptions(withPanelKeys(withDataSteps(withReaderOptions(command))))
    .option('--name <column>', 'column of the index in --out (default: index)')
    .option('-o, --out <file>', 'write the data with the index; the name says the format')
    .addOption(
      new Option('--to <format>', 'print the weights or loadings as a table').choices(tableFormats),
    )
    .option('--json', 'print the result and errors as JSON')
    .addHelpText('after', example)
    .action(
      async (
        method: IndexOptions['method'],
        path: string | undefined,
        flags: IndexCommandFlags,
      ) => {
        const { out, name = 'index', json = false } = flags;
        if (out !== undefined) dataFormat(out, { subject: '--out' });
        await checkOutputs(host, [['--out', out]], dataInputs(path, flags));
        const options = indexOptionsOf(method, flags);
        const used = [Object.keys(options.columns), options.columns, flags];
        const table = await readWithSteps(host, path, flags, out === undefined ? used : undefined);
        const index = await compositeIndex(table, options);
        if (out !== undefined) {
          await saveColumns(host, ['--out', out], withIndex(table, index, name));
        }
        if (flags.to === undefined) printResult(host, index, { json });
        else await writeTable(host, indexTable(index), { to: flags.to });
      },
    );
}
