import { type Command, Option } from 'commander';
import {
  convertTable,
  type ConvertFormat,
  convertFormats,
  InputError,
} from '../../bindings/index.js';
import { writeWhole } from '../files.js';
import { type Host, printError } from '../host.js';
import { checkOutputs } from '../outputs.js';
import { type ReaderFlags, readerKeys, withReaderOptions } from '../reader-options.js';
import { readData } from '../run.js';

interface ConvertOptions extends ReaderFlags {
  readonly to?: ConvertFormat;
}

const examples = `
Examples, from a checkout:
  npx wasmetrics convert examples/abdata.csv abdata.dta
  npx wasmetrics convert examples/abdata.csv --to json | head -c 200`;

/** `wasmetrics convert data.xlsx data.csv`: a data file in another format, or what the program reads of it. */
export function addConvert(program: Command, host: Host): void {
  const command = program
    .command('convert')
    .description('write a data file in another format, or show as JSON how it is read')
    .argument('<file>', 'data file, or - for standard input')
    .argument('[out]', 'file to write, or - for standard output', '-')
    .addOption(
      new Option(
        '--to <format>',
        'format (default: by the name of the file to write, or json)',
      ).choices(convertFormats),
    );
  withReaderOptions(command)
    .addHelpText('after', examples)
    .action(async (file: string, out: string, options: ConvertOptions) => {
      const to = options.to ?? formatOfName(out);
      if (out !== '-') await checkOutputs(host, [['output', out]], [['the data', file]]);
      const table = await readData(host, file, readerKeys(options), {});
      const { bytes, notes } = await convertTable(table, to);
      if (out !== '-') await writeWhole(host, out, [bytes]);
      else writeOut(host, bytes, to);
      if (to === 'json') return;
      const words = [...(table.warnings ?? []).map(({ message }) => message), ...notes];
      for (const message of words) printError(host, `wasmetrics: warning: ${message}`);
    });
}

/** The format that the name of a file asks for. */
function formatOfName(out: string): ConvertFormat {
  const ending = /\.([a-z]+)$/i.exec(out)?.[1]?.toLowerCase();
  if (out === '-') return 'json';
  const format = ending === 'feather' ? 'arrow' : ending;
  if (convertFormats.includes(format as ConvertFormat)) return format as ConvertFormat;
  const message = `convert: expected a file that ends in ${convertFormats.map((one) => `.${one}`).join(', ')}, found ${out}; rename it or use --to`;
  throw new InputError('bad-value', message, { path: 'to', found: out });
}

/** Standard output takes the content as it is: escapes would change a file. */
function writeOut({ stdout }: Host, bytes: Uint8Array, to: ConvertFormat): void {
  const isText = to === 'json' || to === 'csv';
  stdout.write(isText ? new TextDecoder().decode(bytes) : bytes);
}
