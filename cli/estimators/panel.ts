import { linearBootstrapKeys, linearBootstrapOptions } from './bootstrap.js';
import {
  type CommandOption,
  modelHeading,
  type OptionValues,
  type ShortcutCommand,
  under,
} from './describe.js';
import { covarianceKeys, linearOptions, panelKeys, weightKeys, withAbsorbed } from './linear.js';

/** Short forms of `--effects`, as the options of Stata's xtreg. */
const shortEffects: Readonly<Record<string, string>> = {
  fe: 'within',
  re: 'random',
  be: 'between',
  fd: 'first-difference',
};

const effectsFlags: readonly CommandOption[] = Object.entries(shortEffects).map(
  ([flag, effects]) => ({
    flags: `--${flag}`,
    help: `the same as --effects ${effects}`,
    excludes: ['effects', ...Object.keys(shortEffects).filter((other) => other !== flag)],
  }),
);

function effectsOf(values: OptionValues): unknown {
  const [, effects] = Object.entries(shortEffects).find(([flag]) => values[flag] === true) ?? [];
  return effects;
}

export const panelCommand: ShortcutCommand = {
  name: 'panel',
  formula: 'n ~ w + k',
  examples: [
    'examples/abdata.csv "n ~ w + k" --unit id --time year --vcov robust',
    'examples/abdata.csv "n ~ w + k + ys" --unit id --time year --effects random',
    'examples/abdata.csv "n ~ w + k | ind:year" --unit id --time year --vcov cluster:id',
  ],
  options: [...under(modelHeading, [...effectsFlags]), ...linearOptions, ...linearBootstrapOptions],
  formulaOf: withAbsorbed,
  keys: (values: OptionValues) => ({
    panel: panelKeys(values),
    effects: effectsOf(values),
    weights: weightKeys(values),
    vcov: covarianceKeys(values),
    bootstrap: linearBootstrapKeys(values),
  }),
};
