import type { Engine } from '../core/engine.js';
import type { DataInput } from '../data/index.js';
import type { FitResult } from '../results/fit.js';

/** A result with what it was computed from, which tests and bootstraps of it start from. */
export interface Fitted {
  readonly estimator: string;
  readonly model: { readonly estimator: string };
  readonly result: FitResult;
}

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

/** `wasmetrics <estimator> data.csv "y ~ x"`: a model without a model file. */
export interface ShortcutCommand {
  readonly summary: string;
  /** A formula, for the help. */
  readonly formula: string;
  /** Arguments of examples that run in a checkout. */
  readonly examples: readonly string[];
  readonly options: readonly CommandOption[];
  /** The keys of the model file that the options stand for, besides data, formula and estimator. */
  keys(values: OptionValues): object;
}

/** An estimator as the model file, the library and the command line know it. */
export interface Estimator<Model = unknown, Own extends Fitted = Fitted> {
  readonly name: string;
  /** Checks a model and fills in its defaults. Throws InputError `unknown-key` or `bad-value`. */
  read(value: unknown): Model;
  /** Estimates. Throws InputError, IdentificationError, NumericalError, EngineError. */
  fit(engine: Engine, model: Model, data: DataInput): Own;
  readonly command: ShortcutCommand;
}
