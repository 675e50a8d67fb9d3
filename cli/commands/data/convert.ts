import { notices } from '../../../bindings/words/errors/program/notices.js';
import { type Command, Option } from 'commander';
import {
  convertTable,
  type ConvertFormat,
  convertFormats,
} from '../../../bindings/entries/data.js';
import { type DataFlags, printBuilt, readWithSteps } from '../../data/data.js';
import { dataInputs } from '../../data/inputs.js';
import { withDataSteps, withPanelKeys } from '../../data/steps.js';
import { writeWhole } from '../../files/files.js';
import { type Host, notice } from '../../host.js';
import { printWarning } from '../../warnings.js';
import { dataFormat } from '../../output/formats.js';
import { checkOutputs } from '../../files/outputs.js';
import { withReaderOptions } from '../../data/reader-options.js';

interface ConvertOptions extends DataFlags {
  readonly to?: ConvertFormat;
  readonly protectFormulas?: boolean;
}

const examples = `
Examples, from a checkout:
  npx wasmetrics convert examples/abdata.csv abdata.dta
  npx wasmetrics convert examples/abdata.csv --to json | head -c 200`;

/** `wasmetrics convert data.xlsx data.csv`: writes a data file in another format, as the program reads it. */
export function addConvert(program: Command, host: Host): void {
  const command = program
    .command('convert')
    .description('write a data file in another format, or show as JSON how it is read')
    .usage('[options] <file> [out]')
    .argument('[file]', 'data file, or - for standard input; none with --sql')
    .argument('[out]', 'file to write, or - for standard output (default: -)')
    .addOption(
      new Option(
        '--to <format>',
        'format (default: by the name of the file to write, or json)',
      ).choices(convertFormats),
    )
    .option(
      '--protect-formulas',
      'CSV: put an apostrophe before texts that a spreadsheet would run as formulas',
    );
  withPanelKeys(withDataSteps(withReaderOptions(command)))
    .addHelpText('after', examples)
    .action(
      async (first: string | undefined, second: string | undefined, options: ConvertOptions) => {
        const [file, out = '-'] =
          options.sql === undefined ? [first, second] : [second && first, second ?? first];
        const to = options.to ?? formatOfName(out);
        if (out !== '-') await checkOutputs(host, [['output', out]], dataInputs(file, options));
        const table = await readWithSteps(host, file, options);
        const { bytes, told } = await convertTable(table, to, {
          protectFormulas: options.protectFormulas,
        });
        if (out !== '-') await writeWhole(host, out, [bytes]);
        else writeOut(host, bytes, to);
        if (to === 'json') return;
        printBuilt(host, table);
        for (const warning of table.warnings ?? []) printWarning(host, warning);
        for (const note of told)
          notice(host, notices['note-of-file']({ file: '', told: note }), 'wasmetrics: ');
      },
    );
}

/** The format for the file's extension; JSON for standard output. */
function formatOfName(out: string): ConvertFormat {
  if (out === '-') return 'json';
  return dataFormat(out, { subject: 'output', hasTo: true });
}

/** Writes the content unchanged, to standard output too: escapes would alter a file. */
function writeOut({ stdout }: Host, bytes: Uint8Array, to: ConvertFormat): void {
  const isText = to === 'json' || to === 'csv';
  stdout.write(isText ? new TextDecoder().decode(bytes) : bytes);
}
