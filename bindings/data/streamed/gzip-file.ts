/** What is packed in a gzip file, read from front to back. */
import type { Gunzip } from 'node:zlib';
import { InputError } from '../../core/errors/errors.js';
import { nodeModule } from '../../core/engine/instances/node-module.js';
import { checkRatio, damaged } from '../readers/bytes/gzip.js';
import type { ByteFile } from '../readers/bytes/byte-file.js';
import { endsEarly } from '../../words/errors/readers/packed.js';
import { faultOf } from '../readers/damage.js';

/** Bytes that are unpacked at once, and bytes of the file for them. */
const PART = 1 << 17;
const STORED = 1 << 16;

/**
 * The content as a file, whose parts are read one after the other; reading at place 0 begins again. Reading to the end
 * does not close the file on disk. Reading throws InputError `unreadable-gzip`, or `file-too-large` like `gunzip`; but
 * content that is never completely in memory may have any size.
 */
export function unpackedFile(file: ByteFile): ByteFile {
  let content: Content | undefined;
  return {
    ...file,
    storedBefore: () => content?.stored ?? 0,
    read: async (buffer, place) => {
      if (content === undefined || place !== content.place) {
        content?.close();
        content = new Content(file);
      }
      return content.read(buffer);
    },
    close: () => content?.close(),
  };
}

class Content {
  place = 0;
  readonly #gunzip: Gunzip;
  readonly #parts: AsyncIterator<Uint8Array>;
  #part: Uint8Array = new Uint8Array(0);
  /** Bytes that were unpacked. */
  #size = 0;

  constructor(private readonly file: ByteFile) {
    const { pipeline, Readable } = nodeModule('node:stream')!;
    this.#gunzip = nodeModule('node:zlib')!.createGunzip({ chunkSize: PART });
    // An error reaches the reader of the parts.
    pipeline(Readable.from(storedParts(file)), this.#gunzip, () => undefined);
    this.#parts = this.#gunzip[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  }

  /** Bytes of the file that are unpacked. */
  get stored(): number {
    return this.#gunzip.bytesWritten;
  }

  /** Fills the buffer, except at the end of the content; returns the number of bytes. */
  async read(buffer: Uint8Array): Promise<number> {
    let count = 0;
    while (count < buffer.length) {
      if (this.#part.length === 0 && !(await this.#next())) break;
      const bytes = this.#part.subarray(0, buffer.length - count);
      buffer.set(bytes, count);
      count += bytes.length;
      this.#part = this.#part.subarray(bytes.length);
    }
    this.place += count;
    return count;
  }

  /** Unpacks more; false at the end. */
  async #next(): Promise<boolean> {
    const { name, bytes } = this.file;
    try {
      const { done, value } = await this.#parts.next();
      if (done === true) {
        if (this.stored < bytes) throw damaged(name, endsEarly({ byte: this.stored }));
        return false;
      }
      this.#part = value;
      this.#size += value.length;
      checkRatio(this.#size, bytes, name);
      return true;
    } catch (error) {
      if (error instanceof InputError) throw error;
      throw damaged(name, faultOf(error));
    }
  }

  close(): void {
    this.#gunzip.destroy();
  }
}

async function* storedParts(file: ByteFile): AsyncGenerator<Uint8Array> {
  for (let place = 0; place < file.bytes;) {
    const part = new Uint8Array(STORED);
    const count = await file.read(part, place);
    if (count === 0) return;
    place += count;
    yield part.subarray(0, count);
  }
}
