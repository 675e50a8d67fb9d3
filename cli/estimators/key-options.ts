/** Options of an estimator's command that hold one key of its models each, as the schema of the key says. */
import { Option } from 'commander';
import { listed as listOf } from '../options/lists.js';
import { keysOf } from '../options/keys.js';
import { numberOrText } from '../options/numbers.js';
import {
  bootstrapHeading,
  type CommandOption,
  instrumentHeading,
  modelHeading,
  type OptionValues,
  panelHeading,
  sampleHeading,
  errorHeading,
  type ShortcutCommand,
} from './describe.js';
import { helpOf, wordsOf } from './help.js';
import { type ModelKey, modelKeys } from './model-keys.js';

const headings: Readonly<Record<string, string>> = {
  'panel.': panelHeading,
  'bootstrap.': bootstrapHeading,
  where: sampleHeading,
  split: sampleHeading,
  fsplit: sampleHeading,
  gaps: panelHeading,
  level: errorHeading,
  ar: instrumentHeading,
  diagnostics: instrumentHeading,
};

/** Names of options that differ from the last part of their key. */
const names: Readonly<Record<string, string>> = {
  'absorb.maxIterations': 'absorb-iterations',
  'bootstrap.cluster': 'draw',
  'bootstrap.weights': 'multipliers',
};

/** Keys that options of several keys set, as `--vcov cluster:id` does, or that a command line does not need. */
// prettier-ignore
const withoutOption: readonly string[] = [
  'panel.unit', 'panel.time', 'pca', 'nonlinear', 'name',
  'bootstrap.reps', 'bootstrap.recenter', 'bootstrap.statistics', 'bootstrap.imposeNull',
  'bootstrap.order', 'bootstrap.progress', 'bootstrap.rebuild',
  ...['type', 'cluster', 'kernel', 'bandwidth', 'order', 'small'].map((key) => `vcov.${key}`),
];

const hasOption = (key: string) => !withoutOption.includes(key) && !key.startsWith('weight.');

const samplesExample = '{all: null, late: "year >= 2018"}';
const samplesOption: CommandOption = {
  flags: '--samples <filters>',
  help: (say, words) => words.written(say('a model for each of these samples'), samplesExample),
  heading: sampleHeading,
  read: (text) => keysOf('--samples', text, samplesExample),
};

/**
 * The command with an option for each key that has none of several keys. An estimator whose keys are not listed has those
 * of the other one.
 */
export function withKeyOptions(
  shortcut: ShortcutCommand,
  other: string = shortcut.name,
): ShortcutCommand {
  const ofEstimator = (name: string) =>
    modelKeys.filter(({ estimators }) => estimators.includes(name));
  const listed = ofEstimator(shortcut.name);
  const keys = (listed.length > 0 ? listed : ofEstimator(other)).filter(
    ({ key, choices }) => hasOption(key) && choices?.length !== 1,
  );
  const options = keys.map((key) => ({ key, option: optionOf(key) }));
  return {
    ...shortcut,
    options: [...shortcut.options, ...options.map(({ option }) => option), samplesOption],
    keys: (values: OptionValues) => {
      const { samples } = values;
      const model: Record<string, unknown> = { ...shortcut.keys(values), samples };
      for (const { key, option } of options) {
        const value = values[new Option(option.flags).attributeName()];
        if (value !== undefined) setKey(model, key.key, value);
      }
      return model;
    },
  };
}

/** Sets a key that the options of several keys, such as `--fe`, have not set. */
function setKey(model: Record<string, unknown>, path: string, value: unknown): void {
  const [first, last] = path.split('.') as [string, string | undefined];
  if (last === undefined) model[first] ??= value;
  else model[first] = { [last]: value, ...(model[first] as object | undefined) };
}

function optionOf(described: ModelKey): CommandOption {
  const { key, type, choices = [] } = described;
  const [, heading = modelHeading] =
    Object.entries(headings).find(([start]) => key.startsWith(start)) ?? [];
  const takesNumbers = type === 'number' || choices.some((one) => typeof one === 'number');
  const readers = takesNumbers ? { read: numberOrText } : type === 'list' ? { read: listOf } : {};
  return {
    flags: flagsOf(described),
    help: helpOf(described),
    heading,
    ...(choices.length > 0 && { words: wordsOf(described) }),
    ...readers,
    ...(key.startsWith('bootstrap.') && { needs: 'bootstrap' }),
  };
}

/** `--ar-orders <n>`; `--no-system` for a key that is true by default. */
function flagsOf({ key, type, choices = [''], default: byDefault, isColumn }: ModelKey): string {
  const path = key.replace(/^(?:panel|bootstrap)\./, '').replace('.', '-');
  const name = names[key] ?? path.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const word = byDefault === true ? `no-${name}` : name;
  if (type === 'flag') return `--${word}`;
  const isNumber = type === 'number' || choices.every((one) => typeof one === 'number');
  return `--${name} <${isNumber ? 'n' : isColumn === true ? 'column' : type === 'choice' ? 'name' : type}>`;
}
