import type { Text } from '../help/texts.js';

/** The options of a command by name, as commander parses them. */
export type OptionValues = Readonly<Record<string, unknown>>;

/** Headings of options in help. */
export const panelHeading = 'Panel:';
export const sampleHeading = 'Sample and weights:';
export const modelHeading = 'Model:';
export const instrumentHeading = 'Instruments and tests:';
export const errorHeading = 'Standard errors and intervals:';
export const bootstrapHeading = 'Bootstrap:';

/** The options with this heading. */
export function under(heading: string, options: readonly CommandOption[]): CommandOption[] {
  return options.map((option) => ({ ...option, heading }));
}

/** An option of the command of an estimator. */
export interface CommandOption {
  /** `--vcov <type>`, in the notation of commander. */
  readonly flags: string;
  readonly help: Text;
  /** Heading in help; see above. */
  readonly heading?: string;
  /** The words that the option takes, for completion; others may be valid too. */
  readonly words?: readonly string[];
  readonly default?: string;
  /** Reads the argument; default: its text. Throws InputError if it is invalid. */
  readonly read?: (text: string) => unknown;
  /** May be repeated; the values form a list. */
  readonly repeatable?: boolean;
  /** Name of the option that this one requires. */
  readonly needs?: string;
  /** Names of the options that cannot stand with this one. */
  readonly excludes?: readonly string[];
}

/** `wasmetrics <name> data.csv "y ~ x"`: a model without a model file. */
export interface ShortcutCommand {
  /** Name of the estimator and of its command. */
  readonly name: string;
  /** An example formula for the help text. */
  readonly formula: string;
  /** Arguments of examples that run in a checkout of the repository. */
  readonly examples: readonly string[];
  readonly options: readonly CommandOption[];
  /** The formula with what options add to it; by default as it is written. */
  formulaOf?(formula: string, values: OptionValues): string;
  /** The keys of the model file that the options set, besides data, formula and estimator. */
  keys(values: OptionValues): object;
}
