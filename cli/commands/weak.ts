import type { Command } from 'commander';
import { fitModel, weakIdentification } from '../../bindings/index.js';
import type { Host } from '../host.js';
import { interruptible } from '../interruptible.js';
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
  node dist/cli/main.js weak examples/employment.yaml
  node dist/cli/main.js weak examples/employment.yaml --coefficient L1.n L2.n --places 48
  node dist/cli/main.js weak examples/employment.yaml --projected
  node dist/cli/main.js weak examples/employment.yaml --coefficient w --level 0.9 --json`;

/** `wasmetrics weak model.yaml`: a rank test and robust sets of a dynamic panel's coefficients. */
export function addWeak(program: Command, host: Host): void {
  const command = program
    .command('weak')
    .description(
      'test the identification of a dynamic panel, and find sets that weak instruments leave valid',
    )
    .argument('<model>', 'the model file, - for standard input');
  withRefitOptions(command)
    .option('--coefficient <names...>', 'coefficients (default: the first lag of the outcome)')
    .option('--level <number>', "confidence level (default: the model's)", number)
    .option('--places <number>', 'values looked at before ends are refined (default: 24)', number)
    .option('--projected', 'project K, K-J and CLR, too, by a search that takes longer')
    .addHelpText('after', examples)
    .action(async (path: string, options: WeakCommandOptions) => {
      const {
        data,
        json = false,
        workers,
        coefficient: coefficients,
        level,
        places,
        projected,
      } = options;
      const { model, table } = await dynamicPanel(host, 'weak', path, data);
      const fit = await fitModel(table, model);
      const onProgress = refitReporter(host, options, 'places');
      const result = await interruptible(host, 'stopped before the sets were found', (signal) =>
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
