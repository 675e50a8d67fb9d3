/** A column in a temporary file. */
import type * as files from 'node:fs';
import { InputError } from '../../core/errors/errors.js';
import { nodeModule } from '../../core/engine/instances/node-module.js';
import { fullDisk, shorterThanWritten, temporaryFile } from '../../words/errors/readers/csv.js';
import { faultOf, FileError } from '../readers/damage.js';

/** The kinds of cells: doubles, or the numbers of texts and levels. */
export type CellKind = 'float' | 'code';

type Cells<Kind extends CellKind> = Kind extends 'float' ? Float64Array : Int32Array;

/**
 * An unlinked file: it is deleted as soon as it is open, so it disappears with the process in any case. Its folder is
 * the operating system's, or TMPDIR.
 */
export class Spill<Kind extends CellKind> {
  readonly #files: typeof files;
  readonly #file: number;
  #length = 0;
  readonly #width: number;
  #buffer: ArrayBuffer = new ArrayBuffer(0);
  #isClosed = false;

  constructor(readonly kind: Kind) {
    this.#files = nodeModule('node:fs')!;
    this.#width = kind === 'float' ? 8 : 4;
    this.#file = openNameless(this.#files);
  }

  /** Adds cells at the end. */
  add(cells: Cells<Kind>): void {
    const bytes = new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength);
    const end = this.#length;
    this.#transfer(() => {
      for (let done = 0; done < bytes.length;) {
        const left = bytes.length - done;
        done += this.#files.writeSync(this.#file, bytes, done, left, end * this.#width + done);
      }
    });
    this.#length += cells.length;
  }

  /** `count` cells from `start` on, until the next call. */
  read(start: number, count: number): Cells<Kind> {
    const length = count * this.#width;
    if (this.#buffer.byteLength < length) this.#buffer = new ArrayBuffer(length);
    this.readInto(new Uint8Array(this.#buffer, 0, length), start);
    const cells =
      this.kind === 'float'
        ? new Float64Array(this.#buffer, 0, count)
        : new Int32Array(this.#buffer, 0, count);
    return cells as Cells<Kind>;
  }

  /** Fills the bytes with the cells from `start` on. */
  readInto(bytes: Uint8Array, start: number): void {
    const { length } = bytes;
    this.#transfer(() => {
      for (let done = 0; done < length;) {
        const place = start * this.#width + done;
        const read = this.#files.readSync(this.#file, bytes, done, length - done, place);
        if (read === 0) throw new FileError(shorterThanWritten());
        done += read;
      }
    });
  }

  /** Number of cells. */
  get length(): number {
    return this.#length;
  }

  /** Ends the file; a second call does nothing. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#files.closeSync(this.#file);
  }

  #transfer(transfer: () => void): void {
    try {
      transfer();
    } catch (error) {
      throw unusable(error);
    }
  }
}

function openNameless(fs: typeof files): number {
  const folder = nodeModule('node:os')!.tmpdir();
  const name = `wasmetrics-${process.pid}-${crypto.randomUUID()}`;
  const path = nodeModule('node:path')!.join(folder, name);
  try {
    const file = fs.openSync(path, 'wx+', 0o600);
    fs.unlinkSync(path);
    return file;
  } catch (error) {
    throw unusable(error);
  }
}

function unusable(error: unknown): InputError {
  const { code } = error as NodeJS.ErrnoException;
  const fault = code === 'ENOSPC' ? fullDisk() : faultOf(error);
  return new InputError(temporaryFile({ reason: code, fault }));
}
