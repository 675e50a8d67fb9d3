import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseDocument, type YAMLError } from 'yaml';
import { InputError } from '../bindings/index.js';
import { type Host, locate } from './host.js';

const standardInput = '-';

const reasons: Readonly<Record<string, readonly [code: string, message: string]>> = {
  ENOENT: ['file-not-found', 'file not found'],
  EISDIR: ['not-a-file', 'expected a file, found a folder'],
  EACCES: ['file-not-readable', 'permission denied'],
};

/** The text of a file, or of standard input for `-`. Throws InputError naming the file. */
export async function readText(host: Host, path: string): Promise<string> {
  try {
    return path === standardInput
      ? await text(host.stdin)
      : await readFile(locate(host, path), 'utf8');
  } catch (error) {
    throw notReadable(path, error);
  }
}

/** The bytes of a file; undefined when there is none. Throws InputError naming the file. */
export async function readBytes(host: Host, path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(locate(host, path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw notReadable(path, error);
  }
}

/** The InputError for a file that cannot be read. */
function notReadable(path: string, error: unknown): InputError {
  const system = (error as NodeJS.ErrnoException).code ?? '';
  const [code, message] = reasons[system] ?? ['file-not-readable', `cannot be read (${system})`];
  return new InputError(code, `${path}: ${message}`, { file: path });
}

/** A path in a file of the folder `base`. */
export function pathFrom(base: string, path: string): string {
  return isAbsolute(path) ? path : join(base, path);
}

/**
 * The value of a YAML or JSON file. Throws InputError with line and column, the text of the line, and a caret under the
 * character.
 */
export async function readDocument(host: Host, path: string): Promise<unknown> {
  const source = await readText(host, path);
  const file = path === standardInput ? 'standard input' : path;
  if (source.trim() === '')
    throw new InputError('empty-file', `${file}: the file is empty`, { file });
  const document = parseDocument(source);
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw syntaxError(file, problem);
  try {
    return document.toJS();
  } catch (error) {
    throw new InputError('syntax', `${file}: ${(error as Error).message}`, { file });
  }
}

function syntaxError(file: string, { message, linePos }: YAMLError): InputError {
  const [first = '', ...excerpt] = message.split('\n').filter((line) => line.trim() !== '');
  const sentence = first.replace(/ at line \d+, column \d+:?$/, '');
  const { line, col: column } = linePos?.[0] ?? { line: 1, col: 1 };
  const lines = [`${file}:${line}:${column}: ${sentence}`, ...excerpt.map((one) => `  ${one}`)];
  return new InputError('syntax', lines.join('\n'), { file, line, column });
}
