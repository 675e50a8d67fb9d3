import { dirname } from 'node:path';
import type { Command } from 'commander';
import { parseModel } from '../../bindings/index.js';
import { readDocument } from '../io.js';
import { run, withRunOptions, type RunOptions } from '../run.js';

interface FitOptions extends RunOptions {
  readonly data?: string;
}

const examples = `
Examples, from a checkout:
  node dist/cli/main.js fit examples/employment.yaml
  node dist/cli/main.js fit examples/employment.yaml --json --workers 2
  node dist/cli/main.js fit - --data examples/abdata.csv < examples/employment.yaml`;

/** `wasmetrics fit model.yaml`: run a model file. */
export function addFit(program: Command): void {
  const command = program
    .command('fit')
    .description('run a model file, YAML or JSON')
    .argument('<model>', 'the model file, - for standard input')
    .option('--data <file>', 'data file, in place of the one in the model file');
  withRunOptions(command, { bootstraps: true })
    .addHelpText('after', examples)
    .action(async (path: string, options: FitOptions) => {
      const model = parseModel(await readDocument(path));
      const { data } = options;
      process.exitCode =
        data === undefined
          ? await run(model, dirname(path), options)
          : await run({ ...model, data: { file: data } }, '.', options);
    });
}
