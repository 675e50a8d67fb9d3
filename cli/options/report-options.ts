import { type Command, Option } from 'commander';
import type { DocumentOptions } from '../../bindings/entries/report.js';
import { usageValue } from '../../bindings/words/errors/program/usage.js';
import { number } from './numbers.js';
import { invalid } from '../exit.js';

/** Options of commands that print a report. */
export interface ReportFlags {
  readonly full?: boolean;
  readonly brief?: boolean;
  readonly digits?: number;
  readonly labels?: DocumentOptions['labels'];
  readonly stars?: DocumentOptions['stars'];
}

/** Reads `name=label,name=label`. A label may contain commas, and a name an equals sign, such as `year=1980`. */
export function labelsOf(text: string): Readonly<Record<string, string>> {
  const parts = text.split(/,(?=[^,]*=)/);
  return Object.fromEntries(
    parts.map((part) => {
      const end = part.lastIndexOf('=');
      if (end < 1) throw invalid(usageValue.labels());
      return [part.slice(0, end).trim(), part.slice(end + 1).trim()];
    }),
  );
}

/** Reads `0.1,0.05,0.01`. */
function levelsOf(text: string): number[] {
  const levels = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (levels.every((level) => level > 0 && level <= 0.2)) return levels;
  throw invalid(usageValue.levels());
}

/** First words of the heading of an estimator's options. */
export const formulaHeading = 'With data and a formula, options of';
/** Heading of options that say how a result is printed. */
export const outputHeading = 'Output:';
/** Heading of options that say how a command runs. */
export const runHeading = 'Running:';
/** Heading of options without another heading. */
export const plainHeading = 'Options:';

/** Adds `--full` to a command whose report has a longer form. */
export function withFull(command: Command): Command {
  const full = new Option('--full', 'print every statistic (JSON always has them)');
  return command.addOption(full.helpGroup(outputHeading));
}

/** Adds the options of `ReportFlags` to a command that prints a fit. */
export function withReportOptions(command: Command): Command {
  return withFull(command)
    .optionsGroup(outputHeading)
    .addOption(new Option('--brief', 'print only the coefficients').conflicts('full'))
    .option('--digits <number>', 'decimals of estimates, standard errors and intervals', number)
    .option(
      '--labels [names]',
      'print labels: those of the data, or name=label,name=label',
      labelsOf,
    )
    .option('--stars [levels]', 'stars of significance (default levels: 0.1,0.05,0.01)', levelsOf)
    .optionsGroup(plainHeading);
}

/** How a report is to be printed. */
export function reportOptions({
  full = false,
  brief = false,
  digits,
  labels,
  stars,
}: ReportFlags): DocumentOptions {
  return { form: full ? 'full' : brief ? 'brief' : 'default', digits, labels, stars };
}
