import { DtaError } from '../error.js';
import { noEncoding, textOfEncoding } from '../../../../words/errors/readers/dta.js';

/** Decodes the text of a file. Invalid bytes are an error; they are never replaced. */
export interface TextReader {
  readonly encoding: string;
  /** True if non-ASCII text was decoded from an encoding other than UTF-8, but all of it is valid UTF-8. */
  readonly isDoubtful: boolean;
  /** The text of bytes that start at `byteOffset` of the file. */
  whole(bytes: Uint8Array, byteOffset: number): string;
  /** The text before the first NUL. */
  cell(bytes: Uint8Array, byteOffset: number): string;
}

/** The reader of an encoding, given by its WHATWG label. */
export function textReader(encoding: string): TextReader {
  const decode = decoderOf(encoding);
  const decodeUtf8 = decoderOf('utf-8');
  let [isUtf8, isBeyondAscii] = [encoding !== 'utf-8', false];
  const whole = (bytes: Uint8Array, byteOffset: number): string => {
    const text = decode(bytes);
    if (text === undefined) throw notInEncoding(encoding, byteOffset);
    if (isUtf8 && /[^\0-\x7f]/.test(text)) {
      isBeyondAscii = true;
      isUtf8 = decodeUtf8(bytes) !== undefined;
    }
    return text;
  };
  const cell = (bytes: Uint8Array, byteOffset: number): string => {
    const end = bytes.indexOf(0);
    return whole(end < 0 ? bytes : bytes.subarray(0, end), byteOffset);
  };
  return {
    encoding,
    get isDoubtful() {
      return isUtf8 && isBeyondAscii;
    },
    cell,
    whole,
  };
}

/** The error for a text with invalid bytes. */
export function notInEncoding(encoding: string, byteOffset: number): DtaError {
  return new DtaError(textOfEncoding({ byte: byteOffset, encoding }), byteOffset);
}

function decoderOf(encoding: string): (bytes: Uint8Array) => string | undefined {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  } catch {
    throw new DtaError(noEncoding({ encoding }));
  }
  return (bytes) => {
    try {
      if (decoder.encoding === 'utf-8') return decoder.decode(bytes);
      // Some versions of Node decode bytes 0x80 to 0x9F of Windows-1252 as control characters unless they stream.
      const text = decoder.decode(bytes, { stream: true });
      return text + decoder.decode();
    } catch {
      return undefined;
    }
  };
}
