import { missingArgument } from '../../../bindings/words/errors/program/usage.js';
import { Argument, type Command, Option } from 'commander';
import { parseModel } from '../../../bindings/index.js';
import { estimatorTraits } from '../../../bindings/entries/report.js';
import { placeOf, readModelData } from '../../data/data.js';
import { type StepFlags, stepKeys, withDataSteps } from '../../data/steps.js';
import type { OptionValues, ShortcutCommand } from '../../estimators/describe.js';
import { checkNeeds, estimatorOptions, shortcutModel } from '../../estimators/options.js';
import { described } from '../../help/texts.js';
import { usage } from '../../exit.js';
import type { Host } from '../../host.js';
import { type ReaderFlags, withReaderOptions } from '../../data/reader-options.js';
import { namingModel } from '../../models/named-errors.js';
import { withSeveral } from '../../models/several.js';
import { titleOf } from '../../models/written.js';
import { withRunOptions, type RunOptions } from '../../run.js';
import { runModels } from '../../run-models.js';

type ShortcutOptions = RunOptions & ReaderFlags & StepFlags & OptionValues;

/** `wasmetrics ols data.csv "y ~ x"`: an estimator's command, used instead of a model file. */
export function addShortcut(program: Command, shortcut: ShortcutCommand, host: Host): void {
  const { name, formula, examples, options } = shortcut;
  const command = program
    .command(name)
    .description(estimatorTraits(name)!.words.summary)
    .usage('[options] <data> <formula>')
    .argument('<data>', 'data file, or - for standard input; none with --sql')
    .addArgument(described(new Argument('[formula]'), (_, words) => words.example(`"${formula}"`)));
  for (const option of estimatorOptions(shortcut, { bootstraps: true })) command.addOption(option);
  const lines = examples.map((example) => `  npx wasmetrics ${name} ${example}`);
  const bootstraps = options.some(({ flags }) => new Option(flags).attributeName() === 'bootstrap');
  withRunOptions(withDataSteps(withReaderOptions(command)), { bootstraps })
    .addHelpText(
      'after',
      lines.length === 0 ? '' : ['', 'Examples, from a checkout:', ...lines].join('\n'),
    )
    .action(async (first: string, second: string | undefined, values: ShortcutOptions) => {
      checkNeeds(shortcut, values);
      const [path, written] =
        values.sql !== undefined && second === undefined ? [undefined, first] : [first, second];
      if (written === undefined) {
        const write = `wasmetrics ${name} ${first} "${formula}"`;
        throw usage(missingArgument({ argument: 'formula', usage: write }));
      }
      const data = placeOf(path, values);
      const keys = shortcutModel(shortcut, { data, formula: written }, values);
      const model = { ...keys, ...stepKeys(values) };
      const located = (one: object) => ({ model: parseModel(one), base: '.' });
      const models = await withSeveral(
        host,
        [{ written: model }],
        (one, columns) => readModelData(host, located(one), values, columns),
        values,
      );
      await runModels(
        host,
        models.map((one) => ({
          located: namingModel(titleOf(one), () => located(one.written)),
          origin: { name: one.name, title: titleOf(one), overrides: [] },
        })),
        values,
      );
    });
}
