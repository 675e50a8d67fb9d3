/** Options that change the data before a model is estimated. */
import { type Command, Option } from 'commander';
import { InputError } from '../../bindings/index.js';
import type { DataStepsInput } from '../../bindings/entries/data.js';
import { badStep, replaceAlone } from '../../bindings/words/errors/program/data.js';
import { keysOf, yamlOf } from '../options/keys.js';

/** Values of the flags. */
export interface StepFlags {
  readonly sql?: string;
  readonly sqlFolder?: string;
  readonly append?: readonly unknown[];
  readonly reshape?: DataStepsInput['reshape'];
  readonly merge?: readonly unknown[];
  readonly build?: readonly WrittenStep[];
  readonly replace?: boolean;
}

interface WrittenStep {
  readonly name: string;
  readonly value: string;
}

const heading = 'Changing the data, in this order:';

/** The option `--reshape`. */
export function reshapeOption(): Option {
  return new Option(
    '--reshape <keys>',
    'wide to long, long to wide, or the layout worldbank, imf, oecd, eurostat or un, such as "long: {columns: {gdp: \'gdp{year}\'}, id: country}"',
  )
    .argParser((text) => yamlOf('--reshape', text))
    .helpGroup(heading);
}

/** Adds the options for a query and for the steps after it. */
export function withDataSteps(command: Command): Command {
  const options = [
    new Option('--sql <query>', 'query whose rows are the data, run by DuckDB, instead of a file'),
    new Option('--sql-folder <folder>', 'folder of the files of --sql (default: the present one)'),
    new Option(
      '--append <file>',
      'file whose rows come below, or keys such as "file: wave2.csv, source: wave"; repeatable',
    ).argParser((text, before: readonly unknown[] = []) => [
      ...before,
      /^\s*(?:\{|file\s*:)/.test(text) ? keysOf('--append', text, 'file: b.csv') : text,
    ]),
    reshapeOption(),
    new Option(
      '--merge <keys>',
      'file whose columns are joined, such as "file: prices.csv, on: year, keep: cpi"; repeatable',
    ).argParser((text, before: readonly unknown[] = []) => [
      ...before,
      keysOf('--merge', text, 'file: b.csv, on: id'),
    ]),
    new Option(
      '--build <name=expression>',
      'new column, such as "lnx=log(x)" or "xbar=mean(x, by: id)"; repeatable',
    ).argParser((text, before: readonly WrittenStep[] = []) => [...before, stepOf(text)]),
    new Option('--replace', 'let --build overwrite columns'),
  ];
  for (const option of options) command.addOption(option.helpGroup(heading));
  return command;
}

/** Adds the panel's columns, for lags in `--build`, to a command without these options. */
export function withPanelKeys(command: Command): Command {
  return command
    .addOption(new Option('--unit <column>', 'units, for lags in --build').helpGroup(heading))
    .addOption(new Option('--time <column>', 'periods, for lags in --build').helpGroup(heading));
}

/** Reads `name=expression`; a name with an equals sign is in backquotes. */
function stepOf(text: string): WrittenStep {
  const [, quoted, plain, value] =
    /^\s*(?:`([^`]+)`|([^=`]*[^=`\s!<>]))\s*=(?!=)(.*)$/s.exec(text) ?? [];
  const name = quoted ?? plain;
  if (name !== undefined && value !== undefined && value.trim() !== '') {
    return { name: name.trim(), value: value.trim() };
  }
  throw new InputError(badStep({ path: 'build', found: text }), '--build');
}

/** The keys set by the flags, after the steps that the model already has. */
export function stepKeys(
  { append = [], reshape, merge = [], build = [], replace = false }: StepFlags,
  before: DataStepsInput = {},
): DataStepsInput {
  if (replace && build.length === 0) {
    throw new InputError(replaceAlone(), '--replace');
  }
  const steps = build.map((step) => (replace ? { ...step, replace } : step));
  const both = (...lists: readonly unknown[]) => {
    const all = lists.flat().filter((one) => one !== undefined);
    return all.length === 0 ? undefined : all;
  };
  const keys = {
    append: both(before.append, append),
    reshape: reshape ?? before.reshape,
    merge: both(before.merge, merge),
    build: both(before.build, steps),
  };
  const given = Object.entries(keys).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as DataStepsInput;
}
