import { isAbsolute, join } from 'node:path';
import pc from 'picocolors';
import { type FindChunks, type JobRunner, visible } from '../bindings/index.js';

/** The part of `process` that the program uses. Tests pass another object and need no process. */
export interface Host {
  /** The folder that relative paths refer to. */
  cwd(): string;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Exit code set by the command; undefined means 0. */
  exitCode?: typeof process.exitCode;
  once(signal: StopSignal, listener: () => void): unknown;
  off(signal: StopSignal, listener: () => void): unknown;
  /** How the command runs in a job folder; by default it runs alone. */
  readonly distributed?: Distributed;
}

/** What stops a command: Ctrl-C, or the scheduler of a cluster. */
export type StopSignal = 'SIGINT' | 'SIGTERM';

/** A command whose repeated work is shared by machines. */
export interface Distributed {
  /** The absolute path of a file that the command reads, by its path as written. Throws for one that was not planned. */
  input(path: string): string;
  /** The absolute path of a file that the command writes, in a folder that exists. Throws for one that it may not write. */
  output(path: string): Promise<string>;
  /** True if the results are samples, of which nothing may be printed or written. */
  readonly endsEarly: boolean;
  /** Has the results of the repeated work of the command. */
  readonly runner: JobRunner;
  /** Finds stored replicates, which are summarised in passes. */
  readonly find: FindChunks;
}

/** A stream for text, a terminal or not. */
export interface Output {
  write(text: string | Uint8Array): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

/** The absolute path of a path on the command line or in a model file. */
export function locate(host: Host, path: string): string {
  return isAbsolute(path) ? path : join(host.cwd(), path);
}

/** The absolute path of a file that a command reads. */
export function locateInput(host: Host, path: string): string {
  return host.distributed?.input(path) ?? locate(host, path);
}

/** The absolute path of a file that a command writes. */
export async function locateOutput(host: Host, path: string): Promise<string> {
  return host.distributed?.output(path) ?? locate(host, path);
}

/**
 * Writes text, code or JSON to standard output, with a line end. Characters that a terminal obeys are written as escapes
 * of JSON.
 */
export function print({ stdout }: Host, output: string): void {
  stdout.write(`${visible(output.trimEnd())}\n`);
}

/** `print` on standard error. */
export function printError({ stderr }: Pick<Host, 'stderr'>, output: string): void {
  stderr.write(`${visible(output)}\n`);
}

/** Writes a page whose text is visible already and may have colors. */
export function printPage({ stdout }: Host, page: string): void {
  stdout.write(`${page.trimEnd()}\n`);
}

/** Columns of a page that is not for a terminal. */
const PAGE = 80;
/** Columns of the narrowest and of the widest page; longer lines are hard to read. */
const NARROWEST = 40;
const WIDEST = 100;

/** Columns that a report has: those of the terminal, within reason. */
export function pageWidth({ stdout }: Host): number {
  const { isTTY = false, columns = PAGE } = stdout;
  return isTTY ? Math.min(Math.max(columns, NARROWEST), WIDEST) : PAGE;
}

/** True if standard output supports colors. */
export function hasColors({ stdout }: Host): boolean {
  return stdout.isTTY === true && pc.isColorSupported;
}
