import { type Decoded, type DecodeOptions, decodeWith } from './decode.js';
import { likelyEncoding } from './likely-encoding.js';

/**
 * The text of a file.
 *
 * @throws InputError `bad-value`, `bad-data`; `not-text` for a binary file, with its kind; `bad-encoding` with the first byte that the encoding does
 *   not have and the likely encoding; `unknown-encoding`, `file-too-large`
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  return decodeWith(likelyEncoding, bytes, options);
}
