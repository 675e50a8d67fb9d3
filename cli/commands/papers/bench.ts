import type { Command } from 'commander';
import { misuse } from '../../../bindings/words/errors/program/commands.js';
import { usageValue } from '../../../bindings/words/errors/program/usage.js';
import { type BenchSettings, runBench } from '../../bench/bench.js';
import { runSuite, type SuiteSettings } from '../../bench/suite/suite.js';
import { interruptible } from '../../bootstrap/interruptible.js';
import { invalid, usage } from '../../exit.js';
import type { Host } from '../../host.js';
import { eachModel } from '../../models/each.js';
import { withFormula } from '../../models/formula.js';
import { withDataOptions } from '../../models/located.js';
import { formulaWords, type ModelFlags, modelWords, readSources } from '../../models/source.js';
import { listed } from '../../options/lists.js';
import { workerCount } from '../../run.js';

interface BenchOptions
  extends
    ModelFlags,
    Pick<BenchSettings, 'against' | 'draws' | 'svg'>,
    Omit<SuiteSettings, 'suite' | 'json'> {
  readonly suite?: SuiteSettings['suite'];
}

const examples = `
Examples, from a checkout:
  npx wasmetrics bench examples/employment.yaml
  npx wasmetrics bench examples/employment.yaml --against gretl,plm --svg speed.svg
  npx wasmetrics bench examples/abdata.csv "n ~ w + k" --against lm,statsmodels --json
  npx wasmetrics bench --suite --save before.json
  npx wasmetrics bench --suite S,OLS,CSV --baseline before.json`;

function positive(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(value) && value >= 1) return value;
  throw invalid(usageValue.positive());
}

/**
 * `wasmetrics bench model.yaml`: the model here and in other programs, compared and then timed; `wasmetrics bench
 * --suite`: a standard set, compared with a baseline.
 */
export function addBench(program: Command, host: Host): void {
  const command = program
    .command('bench')
    .description('time a model here and in other programs, after comparing the coefficients')
    .usage('[options] <model | data formula | --suite>')
    .argument('[model]', modelWords)
    .argument('[formula]', formulaWords);
  withFormula(command, {})
    .option(
      '--against <programs>',
      'programs of export, such as gretl,plm,fixest (default: all that can express the model)',
      listed,
    )
    .option('--reps <number>', 'rounds in which all take turns', positive, 5)
    .option(
      '--draws <number>',
      'replicates of bootstraps, 0 for none (default: those of the model, or 999)',
      workerCount,
    )
    .option('--limit <seconds>', 'time after which another program is stopped', positive, 60)
    .option('--svg <file>', 'also draw the times of the programs to this file')
    .option('--suite [cases]', 'time the standard set instead of a model, or cases of it', listed)
    .option('--save <file>', 'with --suite: write the times to this file')
    .option('--baseline <file>', 'with --suite: fail if a case is slower than in this file')
    .option('--json', 'print the result and errors as JSON')
    .addHelpText('after', examples);
  withDataOptions(command).action(
    async (model: string | undefined, _: string | undefined, options: BenchOptions) => {
      const { suite } = options;
      if (suite === undefined) return timeModels(host, command, options);
      if (model !== undefined) {
        throw usage(misuse.together({ option: '--suite', other: model }));
      }
      await interruptible(host, 'work', (signal) => runSuite(host, { ...options, suite }, signal));
    },
  );
}

async function timeModels(host: Host, command: Command, options: BenchOptions): Promise<void> {
  const suiteOption = (['save', 'baseline'] as const).find((one) => options[one] !== undefined);
  if (suiteOption !== undefined) {
    throw usage(misuse['needs-option']({ option: `--${suiteOption}`, needed: '--suite' }));
  }
  const sources = await readSources(host, command, options);
  if (options.svg !== undefined && sources.length > 1) {
    throw usage(misuse['one-model']({ subject: '--svg', found: sources.length }));
  }
  await eachModel(host, sources, options, async ({ located }, shown) => {
    await interruptible(host, 'work', (signal) =>
      runBench(host, located, { ...options, ...shown, signal }),
    );
    return undefined;
  });
}
