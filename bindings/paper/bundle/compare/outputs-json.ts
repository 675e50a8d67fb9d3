import { isKeyed } from '../../../core/arguments/arguments.js';
import { InputError } from '../../../core/errors/errors.js';
import { decodeText } from '../../../data/index.js';
import type { BundleFiles } from '../facts.js';
import { unreadOutput } from '../../../words/errors/paper/bundles.js';

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
  throw new InputError(unreadOutput({ file: path, isAbsent: bytes === undefined }), path);
}
