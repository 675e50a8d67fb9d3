import { isAbsolute, join } from 'node:path';
import pc from 'picocolors';

/** The part of `process` that the program uses. A test hands over an object of its own, and needs no process. */
export interface Host {
  /** The folder that relative paths start from. */
  cwd(): string;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Output;
  readonly stderr: Output;
  /** What the command that ran wants the process to end with; undefined means 0. */
  exitCode?: typeof process.exitCode;
  once(signal: 'SIGINT', listener: () => void): unknown;
  off(signal: 'SIGINT', listener: () => void): unknown;
}

/** A stream that text is written to, at a terminal or elsewhere. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

/** Where a path of the command line or of a model file lies. */
export function locate(host: Host, path: string): string {
  return isAbsolute(path) ? path : join(host.cwd(), path);
}

/** Write to standard output, with a line end. */
export function print({ stdout }: Host, output: string): void {
  stdout.write(`${output.trimEnd()}\n`);
}

/** Whether standard output takes colors. */
export function hasColors({ stdout }: Host): boolean {
  return stdout.isTTY === true && pc.isColorSupported;
}
