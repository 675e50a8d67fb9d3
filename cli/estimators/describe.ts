/** The raw options of a command by name, as the reader of the command line leaves them. */
export type OptionValues = Readonly<Record<string, unknown>>;

/** An option of an estimator's own command. */
export interface CommandOption {
  /** `--vcov <type>`, in the notation of commander. */
  readonly flags: string;
  readonly help: string;
  readonly default?: string;
  /** The value of the argument, its text by default. Throws InputError where it cannot be read. */
  readonly read?: (text: string) => unknown;
  /** May be given several times; the values are listed. */
  readonly repeatable?: boolean;
  /** Name of the option without which this one has no meaning. */
  readonly needs?: string;
}

/** `wasmetrics <name> data.csv "y ~ x"`: a model without a model file. */
export interface ShortcutCommand {
  /** Of the estimator, and of its command. */
  readonly name: string;
  readonly summary: string;
  /** A formula, for the help. */
  readonly formula: string;
  /** Arguments of examples that run in a checkout. */
  readonly examples: readonly string[];
  readonly options: readonly CommandOption[];
  /** The keys of the model file that the options stand for, besides data, formula and estimator. */
  keys(values: OptionValues): object;
}
