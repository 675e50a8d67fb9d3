import { type Command } from 'commander';
import { margins } from '../../../bindings/index.js';
import type { VariableValues } from '../../../bindings/entries/types.js';
import { usageValue } from '../../../bindings/words/errors/program/usage.js';
import { filesOf, labelsOf, readFitSources, warnedFit } from '../../fits.js';
import type { Host } from '../../host.js';
import { listed } from '../../options/lists.js';
import { eachModel } from '../../models/each.js';
import { withFormula } from '../../models/formula.js';
import { withDataOptions } from '../../models/located.js';
import { formulaWords, type ModelFlags, modelWords } from '../../models/source.js';
import { number } from '../../options/numbers.js';
import {
  checkTableOutput,
  printOrTable,
  type TableOutputOptions,
  withTableOutput,
} from '../../output/table.js';
import { invalid } from '../../exit.js';

interface MarginsCommandOptions extends ModelFlags, TableOutputOptions {
  readonly of: string;
  readonly over?: string;
  readonly at?: VariableValues;
  readonly means?: boolean;
  readonly points?: number;
  readonly level?: number;
}

const examples = `
Examples, from a checkout:
  npx wasmetrics ols examples/abdata.csv "n ~ w*k + w^2" --cluster id --print-model > ols.yaml
  npx wasmetrics margins ols.yaml --of w
  npx wasmetrics margins examples/abdata.csv "n ~ w*k" --cluster id --of w --over k
  npx wasmetrics margins ols.yaml --of w --over k
  npx wasmetrics margins ols.yaml --of w --over k -o margins.tex
  npx wasmetrics margins ols.yaml --of w --at "k=-1,0,1" --means --json`;

/** `wasmetrics margins model.yaml --of x`: derivatives of the fitted outcome, by the delta method. */
export function addMargins(program: Command, host: Host): void {
  const command = program
    .command('margins')
    .description('marginal effects of interactions, powers and functions, by the delta method')
    .usage('[options] <model | data formula>')
    .argument('<model>', modelWords)
    .argument('[formula]', formulaWords)
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
  withFormula(withDataOptions(withTableOutput(command, 'a report')), {}).action(
    async (_: string, __: string | undefined, options: MarginsCommandOptions) => {
      const { of, over, at: values, means, points, level } = options;
      const { sources } = await readFitSources(host, command, options);
      await checkTableOutput(host, options, sources.flatMap(filesOf));
      await eachModel(host, sources, options, async (source, shown) => {
        const fit = await warnedFit(host, source, options);
        const effects = await margins(fit, { of, over, at: values, means, points, level });
        await printOrTable(host, effects, { ...shown, labels: labelsOf(source, fit) }, options);
      });
    },
  );
}

/** Reads `z=1,2; g=a` into values by variable; a value in quotes or backquotes is text. */
function valuesOf(text: string, before: VariableValues = {}): VariableValues {
  const values: Record<string, readonly (number | string)[]> = {};
  for (const part of text.split(';')) {
    const [, name = '', list = ''] = /^([^=]*)=(.*)$/s.exec(part) ?? [];
    if (name.trim() === '' || list.trim() === '') {
      throw invalid(usageValue.at());
    }
    values[name.trim()] = listed(list).map(valueOf);
  }
  return { ...before, ...values };
}

function valueOf(text: string): number | string {
  const value = Number(text);
  return text.trim() === '' || Number.isNaN(value) ? text : value;
}
