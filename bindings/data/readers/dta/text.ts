import { DtaError } from './error.js';

/** Decodes the text of a file. Bytes that the encoding does not have are an error, never replaced. */
export interface TextReader {
  readonly encoding: string;
  /** The text of `width` bytes from `start` on, which ends before the first NUL. */
  cell(bytes: Uint8Array, start: number, width: number): string;
  /** The text of all bytes from `start` to `end`. */
  whole(bytes: Uint8Array, start: number, end: number): string;
}

/** The reader of an encoding, given by its WHATWG label. */
export function textReader(encoding: string): TextReader {
  const decode = decoderOf(encoding);
  const whole = (bytes: Uint8Array, start: number, end: number): string => {
    const text = decode(bytes.subarray(start, end));
    if (text !== undefined) return text;
    throw new DtaError(
      'dta-text',
      `the text from byte ${start} on is not ${encoding}; name its encoding`,
      start,
    );
  };
  const cell = (bytes: Uint8Array, start: number, width: number): string =>
    whole(bytes, start, endOf(bytes, start, width));
  return { encoding, cell, whole };
}

function decoderOf(encoding: string): (bytes: Uint8Array) => string | undefined {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  } catch {
    throw new DtaError('dta-text', `unknown encoding "${encoding}"; name one such as gb18030`);
  }
  return (bytes) => {
    try {
      // Some versions of Node decode bytes 0x80 to 0x9F of Windows-1252 as control characters unless they stream.
      const text = decoder.decode(bytes, { stream: true });
      return text + decoder.decode();
    } catch {
      return undefined;
    }
  };
}

/** Where a text of at most `width` bytes ends. */
function endOf(bytes: Uint8Array, start: number, width: number): number {
  const limit = start + width;
  let end = start;
  while (end < limit && bytes[end] !== 0) end++;
  return end;
}
