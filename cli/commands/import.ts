import { type Command, Option } from 'commander';
import { stringify } from 'yaml';
import {
  type ExportProgram,
  exportPrograms,
  importModel,
  type ImportedModel,
} from '../../bindings/index.js';
import { type Host, print } from '../host.js';
import { readText } from '../io.js';
import { number } from '../numbers.js';
import {
  type ReaderFlags,
  readerKeys,
  type ReaderKeys,
  withReaderOptions,
} from '../reader-options.js';
import { readData } from '../data.js';

const examples = `
The first word of the command tells the program: xtabond2, xtdpdgmm, dpanel (gretl), pgmm (plm) or pdynmc. A command
with bars is one of pydynpd.

Examples, from a checkout:
  npx wasmetrics import "xtabond2 n L(1/2).n w k, gmm(n, lag(2 4)) iv(k) twostep robust"
  npx wasmetrics import "n L(1:2).n w k | gmm(n, 2:4) iv(k) | nolevel" --data examples/abdata.csv
  npx wasmetrics import "dpanel 2 ; n w k ; GMM(n,2,4) w k --two-step"
  npx wasmetrics import - --from plm < script.R`;

interface ImportCommandOptions extends ReaderFlags {
  readonly from?: ExportProgram;
  readonly unit?: string;
  readonly time?: string;
  readonly step?: number;
  readonly data?: string;
  readonly json?: boolean;
}

/** `wasmetrics import "xtabond2 …"`: a command of another program as a model file. */
export function addImport(program: Command, host: Host): void {
  const command = program
    .command('import')
    .description('print a command of another program as a model file')
    .argument('<command>', 'the command, or - to read a command or script from standard input')
    .addOption(
      new Option('--from <program>', 'program of the command (default: by its first word)').choices(
        exportPrograms,
      ),
    )
    .option('--unit <column>', 'column of the units (default: id)')
    .option('--time <column>', 'column of the periods (default: year)')
    .option('--step <number>', 'distance between two periods (default: 1)', number)
    .option('--data <file>', 'data file, for the model and to resolve names such as yr*');
  withReaderOptions(command)
    .option('--json', 'print the model, the notes and errors as JSON')
    .addHelpText('after', examples)
    .action(async (text: string, options: ImportCommandOptions) => {
      const { from, unit, time, step, data, json = false } = options;
      const source = text === '-' ? await readText(host, '-') : text;
      const columns =
        data === undefined ? undefined : await columnsOf(host, data, readerKeys(options));
      const imported = importModel(source, { from, unit, time, step, data, columns });
      print(host, json ? JSON.stringify(imported, null, 2) : modelFile(imported));
    });
}

async function columnsOf(host: Host, path: string, keys: ReaderKeys): Promise<string[]> {
  return [...(await readData(host, path, keys)).columns.keys()];
}

function modelFile({ model, notes }: ImportedModel): string {
  return [
    ...notes.map((note) => `# ${note}`),
    stringify(model, { aliasDuplicateObjects: false }),
  ].join('\n');
}
