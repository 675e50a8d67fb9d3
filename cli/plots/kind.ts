import type { Command } from 'commander';
import type { Figure, FigureOptions } from '../../bindings/entries/report.js';
import type { Host } from '../host.js';
import type { FormulaSettings } from '../models/formula.js';
import type { Paths } from '../files/outputs.js';
import type { RefitCommandOptions } from '../refits.js';

/** The options of all kinds of figures; each command has only those that its kind adds. */
export interface PlotOptions extends RefitCommandOptions, Omit<FigureOptions, 'labels'> {
  readonly estimator?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly of?: readonly string[];
  readonly over?: string;
  readonly models?: readonly string[];
  readonly levels?: readonly number[];
  readonly level?: number;
  readonly power?: number;
  readonly reference?: number;
  readonly means?: boolean;
  readonly points?: number;
  readonly vcov?: readonly string[];
  readonly reps?: number;
  readonly seed?: number;
  readonly cluster?: string;
  readonly columns?: readonly string[];
  readonly method?: string;
  readonly unit?: string;
  readonly time?: string;
}

/** The files that a figure reads, and the work to do after its outputs are checked. */
export interface Planned {
  readonly inputs: Paths;
  readonly draw: () => Promise<Figure>;
}

/** A kind of figure as a command. */
export interface PlotKind {
  readonly name: string;
  readonly description: string;
  /** How a formula is read, for a kind that draws models. */
  readonly formula?: FormulaSettings;
  /** True for a kind that draws several models. */
  readonly several?: boolean;
  readonly example: string;
  readonly options: (command: Command) => Command;
  /** Reads the files that the command's arguments name. */
  readonly plan: (host: Host, command: Command, options: PlotOptions) => Promise<Planned>;
}

/** Adds `--of` to a command whose figure shows one coefficient. */
export function withOf(command: Command): Command {
  const help = 'coefficient (default: the first regressor)';
  return command.option('--of <name>', help, (text) => [text]);
}

/** The options that figures have in common. */
export function figureOptions({ title, labels, language }: PlotOptions): FigureOptions {
  return { title, labels, language };
}
