import { isAbsolute, join } from 'node:path';
import pc from 'picocolors';
import type { EconError } from '../bindings/index.js';
import type { Built } from '../bindings/entries/data.js';
import type { FindChunks, JobRunner } from '../bindings/entries/jobs.js';
import {
  type Language,
  type Result,
  type TextOptions,
  visible,
} from '../bindings/entries/report.js';
import type { HelpWords } from '../bindings/words/en/help.js';
import type { Told } from '../bindings/words/told.js';

/** The part of `process` that the program uses. Tests pass another object and need no process. */
export interface Host {
  /** The folder for relative paths. */
  cwd(): string;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Exit code set by the command; undefined means 0. */
  exitCode?: typeof process.exitCode;
  once(signal: StopSignal, listener: () => void): unknown;
  off(signal: StopSignal, listener: () => void): unknown;
  /** How the command speaks another language than English; undefined in English. */
  spoken?: Spoken;
  /** How the command runs in a job folder; undefined if it runs alone. */
  readonly distributed?: Distributed;
}

/** Sentences in a language. */
export interface Spoken {
  readonly language: Language;
  readonly help: HelpWords;
  error(error: EconError): string;
  told(told: Told): string;
  warning(warning: { readonly code: string; readonly message: string }): string;
  text(result: Result, options: TextOptions): string;
  /** A line for each change that was made to the data. */
  built(built: Built): readonly string[];
}

/** What stops a command: Ctrl-C, or a cluster's scheduler. */
export type StopSignal = 'SIGINT' | 'SIGTERM';

/** A command whose repeated work several machines share. */
export interface Distributed {
  /** The absolute path of a file that the command reads, by its path as written. Throws for one that was not planned. */
  input(path: string): string;
  /** The absolute path of a file that the command writes, in a folder that exists. Throws for one that it may not write. */
  output(path: string): Promise<string>;
  /** True if the results are samples, so nothing may be printed or written. */
  readonly endsEarly: boolean;
  /** Provides the results of the command's repeated work. */
  readonly runner: JobRunner;
  /** Finds stored replicates, which are summarised in passes. */
  readonly find: FindChunks;
}

/** An output stream, possibly a terminal. */
export interface Output {
  write(text: string | Uint8Array): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  /** Milliseconds between lines of progress: 2,000 if undefined. */
  readonly lineEveryMs?: number;
}

/** Milliseconds between lines of progress. */
export const lineEveryMs = (output: Output): number => output.lineEveryMs ?? 2000;

/** The absolute path for a path on the command line or in a model file. */
export function locate(host: Host, path: string): string {
  return isAbsolute(path) ? path : join(host.cwd(), path);
}

/** The absolute path of a file to read. */
export function locateInput(host: Host, path: string): string {
  return host.distributed?.input(path) ?? locate(host, path);
}

/** The absolute path of a file to write. */
export async function locateOutput(host: Host, path: string): Promise<string> {
  return host.distributed?.output(path) ?? locate(host, path);
}

/**
 * Writes text, code or JSON to standard output, with a line end. Control characters, which a terminal would obey, are
 * written as JSON escapes.
 */
export function print({ stdout }: Host, output: string): void {
  stdout.write(`${visible(output.trimEnd())}\n`);
}

/** `print` on standard error. */
export function printError({ stderr }: Pick<Host, 'stderr'>, output: string): void {
  stderr.write(`${visible(output)}\n`);
}

/** Says something next to a result on standard error, in the language of the command. */
export function notice(host: Host, told: Told, start = ''): void {
  printError(host, start + inLanguage(host)(told));
}

/** Says what is told in the language of the command. */
export const inLanguage =
  ({ spoken }: Pick<Host, 'spoken'>) =>
  (told: Told): string =>
    spoken?.told(told) ?? told.text;

/** Writes a page that may have colors and in which control characters are already escaped. */
export function printPage({ stdout }: Host, page: string): void {
  stdout.write(`${page.trimEnd()}\n`);
}

/** The width of a terminal in columns; some say 0 for one that they do not know. */
export function terminalWidth({ columns }: Output): number | undefined {
  return columns === 0 ? undefined : columns;
}

/** Columns of a page if the output is not a terminal. */
const PAGE = 80;
/** Columns of the narrowest and of the widest page; longer lines are hard to read. */
const NARROWEST = 40;
const WIDEST = 100;

/** The width of a report: the terminal's width, within bounds. */
export function pageWidth({ stdout }: Host): number {
  const columns = terminalWidth(stdout) ?? PAGE;
  return stdout.isTTY === true ? Math.min(Math.max(columns, NARROWEST), WIDEST) : PAGE;
}

/** True if standard output supports colors. */
export function hasColors({ stdout }: Host): boolean {
  return stdout.isTTY === true && pc.isColorSupported;
}
