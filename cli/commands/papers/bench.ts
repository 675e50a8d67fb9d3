import type { Command } from 'commander';
import { usageValue } from '../../../bindings/words/errors/program/usage.js';
import { type BenchSettings, runBench } from '../../bench/bench.js';
import { interruptible } from '../../bootstrap/interruptible.js';
import { invalid } from '../../exit.js';
import type { Host } from '../../host.js';
import { eachModel } from '../../models/each.js';
import { withDataOptions } from '../../models/located.js';
import { type ModelFlags, readSources, withModelArguments } from '../../models/source.js';
import { listed } from '../../options/lists.js';
import { workerCount } from '../../run.js';

interface BenchOptions
  extends ModelFlags, Pick<BenchSettings, 'against' | 'reps' | 'draws' | 'limit'> {}

const examples = `
Examples, from a checkout:
  npx wasmetrics bench examples/employment.yaml
  npx wasmetrics bench examples/employment.yaml --against gretl,plm --reps 3
  npx wasmetrics bench examples/abdata.csv "n ~ w + k" --against lm,statsmodels --json`;

function positive(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(value) && value >= 1) return value;
  throw invalid(usageValue.positive());
}

/** `wasmetrics bench model.yaml`: the model here and in other programs, compared and then timed. */
export function addBench(program: Command, host: Host): void {
  const command = withModelArguments(
    program
      .command('bench')
      .description('time a model here and in other programs, after comparing the coefficients'),
  )
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
    .option('--json', 'print the result and errors as JSON')
    .addHelpText('after', examples);
  withDataOptions(command).action(
    async (_: string, __: string | undefined, options: BenchOptions) => {
      const sources = await readSources(host, command, options);
      await eachModel(host, sources, options, async ({ located }, shown) => {
        await interruptible(host, 'work', (signal) =>
          runBench(host, located, { ...options, ...shown, signal }),
        );
        return undefined;
      });
    },
  );
}
