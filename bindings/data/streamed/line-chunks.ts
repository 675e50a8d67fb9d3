/** The text of a file in chunks of whole lines, with line feeds as line ends. */
import { InputError } from '../../core/errors/errors.js';
import { checkZeros } from '../readers/bytes/decode.js';
import { MOST_CHARACTERS } from '../readers/limits.js';
import type { ByteFile } from '../readers/bytes/byte-file.js';
import { badBytesBefore } from '../../words/errors/readers/encodings.js';
import { longLine } from '../../words/errors/readers/files.js';

/** Most bytes of a line: those of the longest cell, with the most bytes of a character. */
const LONGEST = 4 * MOST_CHARACTERS;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

export class LineChunks {
  #buffer: Uint8Array<ArrayBuffer>;
  #filled = 0;
  #ended = false;
  #first = true;
  /** Bytes of the file that were read. */
  place = 0;
  /** True as long as the bytes are UTF-8; and true if one is no ASCII. */
  isUtf8 = true;
  isBeyondAscii = false;

  constructor(
    private readonly file: ByteFile,
    private readonly encoding: string,
    private readonly chunkBytes: number,
  ) {
    this.#buffer = new Uint8Array(chunkBytes);
  }

  /**
   * The next lines, undefined after the last. All chunks but the last end with a line end.
   *
   * @throws InputError `not-text`, `bad-encoding`
   */
  async next(): Promise<string | undefined> {
    let end = -1;
    while (end < 0 && !this.#ended) {
      if (this.#filled === this.#buffer.length) this.#grow();
      const count = await this.file.read(this.#buffer.subarray(this.#filled), this.place);
      this.place += count;
      this.#filled += count;
      this.#ended = count === 0;
      end = this.#lineEnd();
    }
    if (this.#ended) end = this.#filled;
    if (end <= 0) return undefined;
    const text = this.#decode(this.#buffer.subarray(0, end));
    this.#buffer.copyWithin(0, end, this.#filled);
    this.#filled -= end;
    return text;
  }

  /** True after the last line. */
  get isAtEnd(): boolean {
    return this.#ended && this.#filled === 0;
  }

  #grow(): void {
    if (this.#buffer.length >= LONGEST) {
      throw new InputError(longLine({ limit: LONGEST }), this.file.name);
    }
    const larger = new Uint8Array(2 * this.#buffer.length);
    larger.set(this.#buffer.subarray(0, this.#filled));
    this.#buffer = larger;
  }

  /** The place after the last line end, -1 if there is none. Waits for a full buffer. */
  #lineEnd(): number {
    if (this.#filled < this.chunkBytes) return -1;
    const bytes = this.#buffer.subarray(0, this.#filled);
    if (this.encoding === 'utf-16le' || this.encoding === 'utf-16be')
      return wideLineEnd(bytes, this.encoding);
    const feed = bytes.lastIndexOf(LINE_FEED);
    if (feed >= 0) return feed + 1;
    // A line feed may follow the last byte.
    const returned = bytes.subarray(0, -1).lastIndexOf(CARRIAGE_RETURN);
    return returned < 0 ? -1 : returned + 1;
  }

  #decode(bytes: Uint8Array): string {
    const { encoding, file } = this;
    const text = decodedPart(bytes, encoding);
    if (text === undefined || text.includes('\0')) checkZeros(bytes, file.name, encoding);
    if (text === undefined) throw this.#badBytes();
    if (encoding !== 'utf-8' && this.isUtf8)
      this.isUtf8 = decodedPart(bytes, 'utf-8') !== undefined;
    if (encoding !== 'utf-8') this.isBeyondAscii ||= /[^\0-\x7f]/.test(text);
    const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
    const isFirst = this.#first;
    this.#first = false;
    return isFirst ? lines.replace(/^\uFEFF/, '') : lines;
  }

  #badBytes(): InputError {
    const { file, encoding, place } = this;
    return new InputError(badBytesBefore({ file: file.name, byte: place, encoding }), file.name);
  }
}

/** As `decodeText` decodes whole files. */
function decodedPart(bytes: Uint8Array, encoding: string): string | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  try {
    if (encoding === 'utf-8') return decoder.decode(bytes);
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
  } catch {
    return undefined;
  }
}

/** The place after the last line feed of two bytes. */
function wideLineEnd(bytes: Uint8Array, encoding: string): number {
  const [low, high] = encoding === 'utf-16le' ? [0, 1] : [1, 0];
  for (let i = (bytes.length & ~1) - 2; i >= 0; i -= 2) {
    if (bytes[i + low] === LINE_FEED && bytes[i + high] === 0) return i + 2;
  }
  return -1;
}
