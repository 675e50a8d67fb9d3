import type { Command } from 'commander';
import { fitModel, weakIdentification } from '../../../bindings/index.js';
import type { Host } from '../../host.js';
import { interruptible } from '../../bootstrap/interruptible.js';
import { eachModel } from '../../models/each.js';
import { readSources, withModelArguments } from '../../models/source.js';
import { number } from '../../options/numbers.js';
import { printResult } from '../../print.js';
import {
  dynamicModel,
  modelWithData,
  type RefitCommandOptions,
  refitReporter,
  withRefitOptions,
} from '../../refits.js';

interface WeakCommandOptions extends RefitCommandOptions {
  readonly coefficient?: readonly string[];
  readonly level?: number;
  readonly places?: number;
  readonly projected?: boolean;
}

const examples = `
Examples, from a checkout:
  npx wasmetrics weak examples/employment.yaml
  npx wasmetrics weak examples/employment.yaml --coefficient L1.n L2.n --places 48
  npx wasmetrics weak examples/employment.yaml --projected
  npx wasmetrics weak examples/employment.yaml --coefficient w --level 0.9 --json`;

/** `wasmetrics weak model.yaml`: a rank test and weak-instrument robust confidence sets of a dynamic panel. */
export function addWeak(program: Command, host: Host): void {
  const command = program
    .command('weak')
    .description('weak-identification tests and robust confidence sets of a dynamic panel');
  withModelArguments(command, { trait: 'dynamics' });
  withRefitOptions(command)
    .option(
      '--coefficient <names...>',
      'coefficients of interest (default: the first lag of the outcome)',
    )
    .option('--level <number>', 'confidence level (default: as in the model)', number)
    .option(
      '--places <number>',
      'grid points per set before its ends are refined (default: 24)',
      number,
    )
    .option('--projected', 'also project K, K-J and CLR, which takes longer')
    .addHelpText('after', examples)
    .action(async (_: string, __: string | undefined, options: WeakCommandOptions) => {
      const { workers, coefficient: coefficients, level, places, projected } = options;
      const sources = await readSources(host, command, options);
      await eachModel(host, sources, options, async ({ located }, shown) => {
        const whole = await modelWithData(host, located, options);
        const { model, table } = dynamicModel('weak', whole);
        const fit = await fitModel(table, model);
        const onProgress = refitReporter(host, options, 'places');
        const given = { coefficients, level, places, projected, workers, onProgress };
        const result = await interruptible(host, 'sets', (signal) =>
          weakIdentification(fit, { ...given, signal }),
        );
        printResult(host, result, shown);
      });
    });
}
