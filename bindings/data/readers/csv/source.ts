/** The text of a file, whatever its encoding, compression and line ends. */
import { InputError } from '../../../core/errors/errors.js';
import type { Decoded } from '../bytes/decode.js';
import { noLines, textOrBytes, zeroCharacter } from '../../../words/errors/readers/csv.js';

/** The bytes of a file as text. */
export type DecodeBytes = (
  bytes: Uint8Array,
  options: { readonly name: string; readonly encoding: string | undefined },
) => Decoded;

/** A text, or bytes and the way to decode them. */
export interface CsvSource {
  readonly data: string | Uint8Array;
  readonly decode: DecodeBytes;
}

/**
 * The text with line feeds as line ends.
 *
 * @throws InputError `bad-data`, `not-text`, `empty-file`; for bytes as `decode`
 */
export function sourceOf(
  source: CsvSource,
  subject: string,
  encoding: string | undefined,
): Decoded {
  const { text, warnings } = decoded(source, subject, encoding);
  const zero = text.indexOf('\0');
  if (zero >= 0) {
    throw new InputError(zeroCharacter({ position: zero + 1 }), subject);
  }
  const lines = withoutEmptyEnd(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
  if (/\S/.test(lines)) return { text: lines.replace(/^\uFEFF/, ''), warnings };
  throw new InputError(noLines(), subject);
}

function decoded({ data, decode }: CsvSource, name: string, encoding: string | undefined): Decoded {
  if (typeof data === 'string') return { text: data, warnings: [] };
  if (data instanceof Uint8Array) return decode(data, { name, encoding });
  throw new InputError(textOrBytes({ found: data }), name);
}

/**
 * The text without the lines at its end that are empty or have only spaces. The end of the last line stays, because a
 * substring takes longer to read than the whole text.
 */
export function withoutEmptyEnd(text: string): string {
  let end = text.length;
  for (let i = end - 1; i >= 0 && (text[i] === '\n' || text[i] === ' '); i--) {
    if (text[i] === '\n') end = i;
  }
  return end > 0 && end >= text.length - 1 ? text : text.slice(0, end);
}
