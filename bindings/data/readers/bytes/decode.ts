/** Bytes of a file as text. Bytes are never replaced: one that is invalid in the encoding is an error. */
import { checkKeys, flag, text as textSchema } from '../../../core/arguments/arguments.js';
import { InputError } from '../../../core/errors/errors.js';
import type { TableWarning } from '../../table-warning.js';
import { encodingName, markedEncoding } from './encoding.js';
import { fileKind } from './file-kinds.js';
import { fileWarnings } from '../../../words/en/warnings/files.js';
import { warning } from '../../../words/warning.js';
import * as said from '../../../words/errors/readers/encodings.js';
import { nameOfEncoding, nameOfFile } from '../../../words/expectations/data.js';

export interface DecodeOptions {
  /** Name of the encoding, such as `gb18030`; by default UTF-8, or UTF-16 with a byte order mark. */
  readonly encoding?: string | undefined;
  /** Names the file in messages; by default `data`. */
  readonly name?: string | undefined;
  /** True if the user cannot choose another encoding, as for a model file. */
  readonly fixed?: boolean | undefined;
}

/** Text without its byte order mark, and facts that a reader needs. */
export interface Decoded {
  readonly text: string;
  readonly warnings: readonly TableWarning[];
}

const schemas = {
  encoding: textSchema(nameOfEncoding()),
  name: textSchema(nameOfFile()),
  fixed: flag,
};

/** Maximum bytes: V8 does not allow longer strings. */
const MAX_BYTES = 2 ** 29 - 24;

/** Guesses the encoding of bytes that are not in the expected one; undefined without a guess. */
export type Guess = (bytes: Uint8Array) => string | undefined;

/** `decodeText`, whose error names the guess. */
export function decodeWith(guess: Guess, bytes: Uint8Array, options: DecodeOptions): Decoded {
  checkKeys('decodeText', schemas, options);
  const { name = 'data' } = options;
  if (!(bytes instanceof Uint8Array)) {
    throw new InputError(said.notBytes({ found: bytes }), name);
  }
  if (bytes.length > MAX_BYTES) {
    const detail = { file: name, limit: MAX_BYTES, found: bytes.length };
    throw new InputError(said.tooManyBytes(detail), name);
  }
  const kind = fileKind(bytes);
  if (kind !== undefined) {
    throw new InputError(said.otherKind({ file: name, kind: kind.name, is: kind.id }), name);
  }
  const encoding = chosenEncoding(bytes, name, options.encoding);
  const text = decoded(bytes, encoding);
  // Searching the text is faster than searching the bytes.
  if (text === undefined || text.includes('\0')) checkZeros(bytes, name, encoding);
  if (text === undefined) throw badBytes(guess, bytes, encoding, options);
  const warnings = options.encoding === undefined ? [] : doubts(bytes, name, encoding);
  // The decoder removes the mark of UTF-8 and UTF-16.
  return { text: encoding.startsWith('utf-') ? text : text.replace(/^\uFEFF/, ''), warnings };
}

/** The encoding: from the byte order mark, from the options, or UTF-8. Mark and options must agree. */
export function chosenEncoding(bytes: Uint8Array, name: string, given: string | undefined): string {
  const declared = given === undefined ? undefined : encodingName(given);
  const marked = markedEncoding(bytes);
  if (marked?.startsWith('utf-32') === true) {
    throw new InputError(said.markOfUtf32({ file: name, likely: marked }), name);
  }
  if (marked === undefined) return declared ?? 'utf-8';
  const anyOrder = /^utf-?16$/i.test(given ?? '') && marked.startsWith('utf-16');
  if (declared === undefined || declared === marked || anyOrder) return marked;
  throw new InputError(said.otherMark({ file: name, declared, likely: marked }), name);
}

/** Text has no zero bytes, except in UTF-16, where every second byte of Latin letters is 0. */
export function checkZeros(bytes: Uint8Array, name: string, encoding: string): void {
  if (encoding.startsWith('utf-16')) return;
  const first = bytes.indexOf(0);
  if (first < 0) return;
  const likely = first % 2 === 1 ? 'utf-16le' : 'utf-16be';
  const guess = looksLikeUtf16(bytes, likely) && { likely };
  const line = lineOf(bytes, first, encoding);
  throw new InputError(said.zeroByte({ file: name, byte: first, line, ...guess }), name);
}

function looksLikeUtf16(bytes: Uint8Array, encoding: string): boolean {
  const head = bytes.subarray(0, 1024 - (bytes.length % 2));
  const text = decoded(head.subarray(0, head.length - (head.length % 2)), encoding);
  return text !== undefined && bytes.length % 2 === 0 && !/[\0\uFFFF]/.test(text);
}

/**
 * Decodes bytes; undefined if some are invalid. The bytes are passed as the first part of a stream, because otherwise
 * Node 20 decodes windows-1252 as Latin-1, which has controls from 0x80 to 0x9F instead of letters.
 */
function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    if (encoding === 'utf-8') return decoder.decode(bytes);
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
  } catch {
    return undefined;
  }
}

function badBytes(
  guess: Guess,
  bytes: Uint8Array,
  encoding: string,
  options: DecodeOptions,
): InputError {
  const { name = 'data', fixed = false } = options;
  const first = firstBadByte(bytes, encoding);
  const likely = decoded(bytes, 'utf-8') === undefined ? guess(bytes) : 'utf-8';
  const line = lineOf(bytes, first, encoding);
  const detail = { file: name, byte: first, line, found: bytes[first]!, encoding, likely, fixed };
  return new InputError(said.badByte(detail), name);
}

/** The line of a byte, from 1. */
function lineOf(bytes: Uint8Array, position: number, encoding: string): number {
  const before = new TextDecoder(encoding).decode(bytes.subarray(0, position));
  return (before.match(/\r\n?|\n/g)?.length ?? 0) + 1;
}

/** Bytes decoded at a time in the search for an invalid byte. */
const step = 1 << 16;
/** More bytes than the longest character, so that each search begins with a complete character. */
const margin = 8;

/** Position of the first invalid byte. */
function firstBadByte(bytes: Uint8Array, encoding: string): number {
  const decoder = () => new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const fast = decoder();
  let end = 0;
  while (end < bytes.length && next(fast, bytes.subarray(end, end + step)) !== undefined)
    end += step;
  let start = Math.max(0, Math.min(end, bytes.length) - margin);
  const slow = decoder();
  next(slow, bytes.subarray(0, start));
  for (let i = start; i < bytes.length; i++) {
    const text = next(slow, bytes.subarray(i, i + 1));
    if (text === undefined) return start;
    if (text !== '') start = i + 1;
  }
  return start; // the last character is incomplete
}

/** The characters that these bytes complete; undefined if they are invalid. */
function next(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

/** Text with non-ASCII letters is unlikely to be valid UTF-8 by chance. */
function doubts(bytes: Uint8Array, name: string, encoding: string): TableWarning[] {
  if (encoding.startsWith('utf-')) return [];
  const utf8 = decoded(bytes, 'utf-8');
  if (utf8 === undefined || !/[^\0-\x7f]/.test(utf8)) return [];
  return [doubtfulEncoding(name, encoding)];
}

/** Warns of an encoding that was chosen, or that is `usual` for the format, if the bytes are valid UTF-8. */
export function doubtfulEncoding(name: string, encoding: string, usual = false): TableWarning {
  const detail = { file: name, encoding, ...(usual && { usual }) };
  return warning(fileWarnings, 'doubtful-encoding', detail);
}
