import { isKeyed } from '../../../core/arguments/arguments.js';
import { InputError } from '../../../core/errors/errors.js';
import { decodeText } from '../../../data/index.js';
import type { BundleFiles } from '../facts.js';

/**
 * The JSON of an output or of the facts of a bundle.
 *
 * @throws InputError `bundle-output`
 */
export function outputsJson(files: BundleFiles, path: string): Readonly<Record<string, unknown>> {
  const bytes = files.get(path) as unknown;
  try {
    if (bytes instanceof Uint8Array) {
      const value: unknown = JSON.parse(decodeText(bytes, { name: path, fixed: true }).text);
      if (isKeyed(value)) return value;
    }
  } catch {
    // the error below says what is wrong
  }
  const content = bytes === undefined ? 'no file' : 'something else';
  const message = `expected JSON with keys and values, found ${content}; make the bundle again`;
  throw new InputError('bundle-output', message, { file: path }, path);
}
