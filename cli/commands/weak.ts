import type { Command } from 'commander';
import { fitModel, weakIdentification } from '../../bindings/index.js';
import type { Host } from '../host.js';
import { interruptible } from '../bootstrap/interruptible.js';
import { number } from '../numbers.js';
import { printResult } from '../print.js';
import {
  dynamicPanel,
  type RefitCommandOptions,
  refitReporter,
  withRefitOptions,
} from '../refits.js';

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
    .description(
      'test the identification of a dynamic panel and compute confidence sets robust to weak instruments',
    )
    .argument('<model>', 'model file, or - for standard input');
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
    .action(async (path: string, options: WeakCommandOptions) => {
      const {
        json = false,
        workers,
        coefficient: coefficients,
        level,
        places,
        projected,
      } = options;
      const { model, table } = await dynamicPanel(host, 'weak', path, options);
      const fit = await fitModel(table, model);
      const onProgress = refitReporter(host, options, 'places');
      const result = await interruptible(host, 'stopped before the sets were computed', (signal) =>
        weakIdentification(fit, {
          coefficients,
          level,
          places,
          projected,
          workers,
          signal,
          onProgress,
        }),
      );
      printResult(host, result, { json });
    });
}
