import { extname } from 'node:path';
import { type Command, Option } from 'commander';
import { type Model, predict, type Table } from '../../../bindings/index.js';
import type { DataFile } from '../../../bindings/entries/data.js';
import { misuse } from '../../../bindings/words/errors/program/commands.js';
import { readData } from '../../data/data.js';
import { readerKeys } from '../../data/reader-options.js';
import { usage } from '../../exit.js';
import { filesOf, type FitSource, readFitSources, warnedFit } from '../../fits.js';
import type { Host } from '../../host.js';
import { eachModel, type Shown } from '../../models/each.js';
import { withFormula } from '../../models/formula.js';
import { withDataOptions } from '../../models/located.js';
import { formulaWords, type ModelFlags, modelWords } from '../../models/source.js';
import { number } from '../../options/numbers.js';
import { checkOutputs } from '../../files/outputs.js';
import { printResult } from '../../print.js';
import { dataFormat } from '../../output/formats.js';
import { saveColumns } from '../../output/save.js';

interface PredictCommandOptions extends ModelFlags {
  readonly new?: string;
  readonly interval?: 'confidence' | 'prediction';
  readonly level?: number;
  readonly effects: boolean;
  readonly save?: string;
}

const examples = `
Examples, from a checkout:
  npx wasmetrics ols examples/abdata.csv "n ~ w + k" --print-model > ols.yaml
  npx wasmetrics predict ols.yaml --save fitted.csv
  npx wasmetrics predict ols.yaml --new examples/abdata.csv --interval prediction --json | head -20`;

/** `wasmetrics predict model.yaml --new new.csv`: fitted values with standard errors. */
export function addPredict(program: Command, host: Host): void {
  const command = program
    .command('predict')
    .description('fitted values of the rows of the fit or of new data, with standard errors')
    .usage('[options] <model | data formula>')
    .argument('<model>', modelWords)
    .argument('[formula]', formulaWords)
    .option('--new <file>', 'data file whose rows are predicted (default: the rows of the fit)')
    .addOption(
      new Option(
        '--interval <kind>',
        'interval of the mean or of a new outcome (default: confidence)',
      ).choices(['confidence', 'prediction']),
    )
    .option('--level <number>', 'confidence level of intervals (default: as in the model)', number)
    .option('--no-effects', "leave absorbed effects out: x'b, which has standard errors")
    .option('--save <file>', 'write all rows to a .csv, .dta, .parquet, .arrow or .json file')
    .option('--json', 'print the predictions and errors as JSON')
    .addHelpText('after', examples);
  withFormula(withDataOptions(command), {}).action(
    async (_: string, __: string | undefined, options: PredictCommandOptions) => {
      const { sources } = await readFitSources(host, command, options);
      const { save } = options;
      if (save !== undefined) {
        if (sources.length > 1) throw usage(misuse.save());
        dataFormat(save, { subject: '--save' });
        const inputs = [...sources.flatMap(filesOf), ['--new', options.new] as const];
        await checkOutputs(host, [['--save', save]], inputs);
      }
      await eachModel(host, sources, options, async (source, shown) => {
        await predictSource(host, source, options, shown);
      });
    },
  );
}

async function predictSource(
  host: Host,
  source: FitSource,
  options: PredictCommandOptions,
  shown: Shown,
): Promise<void> {
  const { new: newFile, interval, level, effects, save } = options;
  const fit = await warnedFit(host, source, options);
  const model = 'located' in source ? source.located.model : undefined;
  const table = newFile === undefined ? undefined : await newData(host, newFile, model, options);
  const result = await predict(fit, table, { interval, level, effects });
  if (save !== undefined) await saveColumns(host, ['--save', save], result.columns);
  printResult(host, result, shown);
}

/** The new data, read with the same options as the model's data if both files are of one kind. */
async function newData(
  host: Host,
  path: string,
  model: Model | undefined,
  options: ModelFlags,
): Promise<Table> {
  const { file = '', ...keys } = (model?.data ?? {}) as Partial<DataFile>;
  const alike = extname(file) === extname(path);
  return readData(host, path, { ...(alike && keys), ...readerKeys(options) });
}
