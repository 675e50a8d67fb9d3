/** Options of an estimator's command that hold one key of its models each, as the schema of the key says. */
import { Option } from 'commander';
import { listed as listOf } from '../options/lists.js';
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
import { flags, hasOption } from './flags.js';
import { inHelp } from './help.js';
import { type ModelKey, modelKeys } from './model-keys.js';

const headings: Readonly<Record<string, string>> = {
  'panel.': panelHeading,
  'bootstrap.': bootstrapHeading,
  where: sampleHeading,
  gaps: panelHeading,
  level: errorHeading,
  ar: instrumentHeading,
  diagnostics: instrumentHeading,
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
    options: [...shortcut.options, ...options.map(({ option }) => option)],
    keys: (values: OptionValues) => {
      const model: Record<string, unknown> = { ...shortcut.keys(values) };
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
  const { flags: written, help = helpOf(described) } = flags[key] ?? {};
  const [, heading = modelHeading] =
    Object.entries(headings).find(([start]) => key.startsWith(start)) ?? [];
  const takesNumbers = type === 'number' || choices.some((one) => typeof one === 'number');
  const readers = takesNumbers ? { read: numberOrText } : type === 'list' ? { read: listOf } : {};
  return {
    flags: written ?? flagsOf(described),
    help,
    heading,
    ...(choices.length > 0 && { words: choices.map(String) }),
    ...readers,
    ...(key.startsWith('bootstrap.') && { needs: 'bootstrap' }),
  };
}

/** `--ar-orders <number>`; `--no-system` for what is done unless it is left out. */
function flagsOf({ key, type, choices = [''], default: byDefault }: ModelKey): string {
  const path = key.replace(/^(?:panel|bootstrap)\./, '').replace('.', '-');
  const name = path.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const word = byDefault === true ? `no-${name}` : name;
  if (type === 'flag') return `--${word}`;
  const isNumber = type === 'number' || choices.every((one) => typeof one === 'number');
  return `--${name} <${isNumber ? 'number' : type === 'choice' ? 'name' : type}>`;
}

/** The description in the style of help, with the words and the default. */
function helpOf({ description, type, choices = [], default: byDefault }: ModelKey): string {
  const text = inHelp(description);
  const start =
    byDefault === undefined ? text : text.replace(/[;,.] (?:by )?default (?:[^;.]|\.\d)*$/i, '');
  if (type === 'flag') return byDefault === true ? `leave this out: ${start}` : start;
  const shown = byDefault === undefined ? '' : ` (default: ${String(byDefault)})`;
  if (choices.length < 2 || choices.every((one) => start.includes(String(one))))
    return start + shown;
  const listed = `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
  return /[;:]/.test(start) ? `${start} (${listed})${shown}` : `${start}: ${listed}${shown}`;
}
