/** Commands that accept data, a formula and an estimator's options instead of a model file. */
import { type Command, Option } from 'commander';
import { InputError, type ModelInput } from '../../bindings/index.js';
import { type EstimatorHas, usualEstimator } from '../../bindings/entries/report.js';
import { misuse } from '../../bindings/words/errors/program/commands.js';
import { methodNamed } from '../../bindings/words/errors/program/usage.js';
import { spelling } from '../../bindings/words/text/spelling.js';
import { unknownEstimatorOption } from '../../bindings/words/errors/program/models.js';
import { suggesting } from '../completion/suggested.js';
import type { OptionValues } from '../estimators/describe.js';
import { described } from '../help/texts.js';
import { modelFileHeading } from './located.js';
import { shortcutOf } from '../estimators/index.js';
import { estimatorsWith } from '../estimators/names.js';
import {
  bootstrapNames,
  checkNeeds,
  estimatorOptions,
  shortcutModel,
} from '../estimators/options.js';
import { usage } from '../exit.js';
import { formulaHeading } from '../options/report-options.js';
import { isDataName } from '../options/data-name.js';

/** How a command reads a formula's model. */
export interface FormulaSettings {
  /** Which estimators the command accepts, by what their fits have; by default all. */
  readonly trait?: keyof EstimatorHas;
  /** True if the command runs bootstraps and therefore has their options. */
  readonly bootstraps?: boolean;
  /** The estimator's options that the command keeps, by the names of their values in commander. */
  readonly keeps?: readonly string[];
  /** Values of options that the command shares with the estimator. */
  readonly shared?: (values: OptionValues, estimator: string) => OptionValues;
}

/** By command, its settings and the estimator whose options it has. */
const settingsOf = new WeakMap<Command, FormulaSettings>();
const estimatorOf = new WeakMap<Command, string>();
/** By command, the options that the estimator added. */
const added = new WeakMap<Command, readonly string[]>();

/** Lets a command accept a formula; `addEstimatorOptions` adds the options. */
export function withFormula(command: Command, settings: FormulaSettings): Command {
  settingsOf.set(command, settings);
  const names = estimatorsWith(settings.trait);
  if (names.length === 1) return command;
  const option = described(new Option('--estimator <name>'), (say, words) =>
    words.fallback(
      words.colon(say('estimator of a formula'), names.join(words.and)),
      usualOf(settings),
    ),
  ).argParser(spelling);
  return command.addOption(suggesting(option.helpGroup(modelFileHeading), names));
}

/** The default estimator of a formula. */
function usualOf({ trait }: FormulaSettings): string {
  const names = estimatorsWith(trait);
  return names.find((name) => name === usualEstimator) ?? names[0]!;
}

/**
 * Adds the options of the estimator in the arguments to the command in the arguments, before they are parsed. Options
 * that the command already has are not added.
 */
export function addEstimatorOptions(program: Command, args: readonly string[]): void {
  const command = commandOf(program, args);
  const settings = command && settingsOf.get(command);
  if (command === undefined || settings === undefined) return;
  const names = estimatorsWith(settings.trait);
  const written = names.length === 1 ? undefined : named(args);
  const estimator = written === undefined ? usualOf(settings) : spelling(written);
  if (!names.includes(estimator)) throw unknownEstimator(command, written!, names);
  const shortcut = shortcutOf(estimator);
  estimatorOf.set(command, estimator);
  const options = estimatorOptions(shortcut, settings).filter(
    ({ long }) => !command.options.some((one) => one.long === long),
  );
  const heading = `${formulaHeading} ${estimator}:`;
  for (const option of options) command.addOption(option.helpGroup(heading));
  added.set(
    command,
    options.map((option) => option.attributeName()),
  );
}

/** The command in the arguments, such as `fit` or `plot margins`. */
function commandOf(program: Command, args: readonly string[]): Command | undefined {
  const words = args.filter((arg) => !arg.startsWith('-') && arg !== 'help');
  // Values of the program's options, such as `--language zh`, may come before it.
  const first = words.findIndex((word) => program.commands.some((one) => one.name() === word));
  const command = program.commands.find((one) => one.name() === words[first]);
  return command?.commands.find((one) => one.name() === words[first + 1]) ?? command;
}

function named(args: readonly string[]): string | undefined {
  const place = args.findIndex((arg) => /^--estimator(?:=|$)/.test(arg));
  const [, value = args[place + 1]] = args[place]?.split('=') ?? [];
  return place < 0 ? undefined : value;
}

/** True unless the arguments name an unknown estimator. */
export function namesKnownEstimator(args: readonly string[]): boolean {
  const name = named(args);
  return name === undefined || estimatorsWith().includes(spelling(name));
}

function unknownEstimator(command: Command, written: string, names: readonly string[]): InputError {
  const told = unknownEstimatorOption({
    path: 'estimator',
    found: written,
    names,
    method: methodNamed(written),
  });
  return new InputError(told, { of: command.name(), key: 'estimator' });
}

/** What the arguments of a command are. */
export interface Operands {
  /** The model file, or the data of a formula; undefined if the data come from --sql. */
  readonly file: string | undefined;
  readonly formula: string | undefined;
  readonly rest: readonly string[];
}

/** Splits operands into a model file, or data and a formula, and the rest. */
export function operandsOf(
  command: Command,
  operands: readonly string[],
  { sql, estimator }: { readonly sql?: string; readonly estimator?: string },
): Operands {
  const [first, second, ...rest] = operands;
  if (first === undefined) throw usage(misuse['no-model']());
  const queried = sql !== undefined && (isFormula(first) || estimator !== undefined);
  if (queried) return { file: undefined, formula: first, rest: operands.slice(1) };
  const hasData = isDataName(first) || estimator !== undefined;
  if (second !== undefined && (hasData || isFormula(second))) {
    return { file: first, formula: second, rest };
  }
  if (!hasData) return { file: first, formula: undefined, rest: operands.slice(1) };
  const isNamed = estimator !== undefined;
  throw usage(misuse['no-formula']({ command: command.name(), file: first, isNamed }));
}

function isFormula(text: string): boolean {
  return text.replace(/`[^`]*`/g, '').includes('~');
}

/** The model of a formula and the options of its estimator. */
export function formulaModel(
  command: Command,
  data: ModelInput['data'],
  formula: string,
): ModelInput {
  const settings = settingsOf.get(command) ?? {};
  const estimator = estimatorOf.get(command) ?? usualOf(settings);
  const shortcut = shortcutOf(estimator);
  const all = command.opts<OptionValues>();
  const kept = new Set([
    ...(settings.keeps ?? []),
    ...(settings.bootstraps === true ? [] : bootstrapNames(shortcut)),
  ]);
  const values = Object.fromEntries(Object.entries(all).filter(([key]) => !kept.has(key)));
  checkNeeds(shortcut, values);
  const shared = settings.shared?.(all, estimator);
  return shortcutModel(shortcut, { data, formula }, { ...values, ...shared }) as ModelInput;
}

/** Refuses options of a formula next to a model file: they would have no effect. */
export function checkNoFormulaOptions(command: Command, file: string): void {
  const given = (added.get(command) ?? []).find(
    (name) => command.getOptionValueSource(name) === 'cli',
  );
  if (given === undefined) return;
  const option = command.options.find((one) => one.attributeName() === given)!;
  throw usage(misuse['formula-option']({ option: option.long!, file }));
}
