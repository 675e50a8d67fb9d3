import { type Command, InvalidArgumentError } from 'commander';
import { type VariableValues, margins } from '../../bindings/index.js';
import { readFitSource, warnedFit } from '../fits.js';
import type { Host } from '../host.js';
import { listed } from '../lists.js';
import { number } from '../numbers.js';
import { printResult } from '../print.js';
import { type DataOptions, withDataOptions } from '../run.js';

interface MarginsCommandOptions extends DataOptions {
  readonly of: string;
  readonly over?: string;
  readonly at?: VariableValues;
  readonly means?: boolean;
  readonly points?: number;
  readonly level?: number;
  readonly json?: boolean;
}

const examples = `
Examples, from a checkout:
  npx wasmetrics ols examples/abdata.csv "n ~ w*k + w^2" --cluster id --print-model > ols.yaml
  npx wasmetrics margins ols.yaml --of w
  npx wasmetrics margins ols.yaml --of w --over k
  npx wasmetrics margins ols.yaml --of w --at "k=-1,0,1" --means --json`;

/** `wasmetrics margins model.yaml --of x`: derivatives of the fitted outcome, by the delta method. */
export function addMargins(program: Command, host: Host): void {
  const command = program
    .command('margins')
    .description('marginal effects of interactions, powers and functions, by the delta method')
    .argument('<model>', 'model file, or - for standard input')
    .requiredOption('--of <variable>', 'variable whose effect is computed, such as x or L1.x')
    .option('--over <variable>', 'moderator: compute the effect on a grid of its values')
    .option(
      '--at <values>',
      'values that variables are set to, such as "z=1,2,3"; repeatable, or separated by ;',
      valuesOf,
    )
    .option('--means', 'set the other variables to their means (default: average over the rows)')
    .option('--points <number>', 'points of a grid of more than 12 values (default: 11)', number)
    .option('--level <number>', 'confidence level of intervals (default: as in the model)', number)
    .option('--json', 'print the effects and errors as JSON')
    .addHelpText('after', examples);
  withDataOptions(command).action(async (path: string, options: MarginsCommandOptions) => {
    const { of, over, at: values, means, points, level, json = false } = options;
    const fit = await warnedFit(host, await readFitSource(host, path, options), options);
    printResult(host, await margins(fit, { of, over, at: values, means, points, level }), { json });
  });
}

/** Reads `z=1,2; g=a` into values by variable; a value in quotes or backquotes is text. */
function valuesOf(text: string, before: VariableValues = {}): VariableValues {
  const values: Record<string, readonly (number | string)[]> = {};
  for (const part of text.split(';')) {
    const [, name = '', list = ''] = /^([^=]*)=(.*)$/s.exec(part) ?? [];
    if (name.trim() === '' || list.trim() === '') {
      throw new InvalidArgumentError(
        'Expected values by variable, such as "z=1,2,3" or "z=1; g=a".',
      );
    }
    values[name.trim()] = listed(list).map(valueOf);
  }
  return { ...before, ...values };
}

function valueOf(text: string): number | string {
  const value = Number(text);
  return text.trim() === '' || Number.isNaN(value) ? text : value;
}
