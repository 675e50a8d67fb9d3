import { decodeModule } from '../../../core/engine/instances/module-text.js';
import { readingModule, type ReadingExports } from '../../../generated/reading.js';
import { addStyles, type Styles } from '../../cells/styles.js';
import { type Grid, PLAIN } from './grid.js';
import type { Dialect, Part } from './scanner.js';

/** The module that reads lines, and its memory. */
interface Reading {
  readonly module: ReadingExports;
  readonly bytes: Uint8Array;
  readonly bounds: Int32Array;
  readonly numbers: Float64Array;
  readonly keys: Int32Array;
  readonly styles: Int32Array;
  readonly marks: Uint8Array;
  readonly lines: Int32Array;
}

/**
 * One instance serves all files of a thread, because a pass over a text is never interrupted. It is null if the host
 * does not compile WebAssembly, as in workerd; then all lines are read by the rules of the format, with the same
 * result.
 */
let loaded: Reading | null | undefined;

function readingHere(): Reading | null {
  try {
    return loadReading();
  } catch {
    return null;
  }
}

function loadReading(): Reading {
  const compiled = new WebAssembly.Module(decodeModule(readingModule));
  const module = new WebAssembly.Instance(compiled).exports as unknown as ReadingExports;
  const { buffer } = module.memory;
  const mostCells = module.mostCells();
  return {
    module,
    bytes: new Uint8Array(buffer, module.bytesAddress(), 3 * module.mostUnits()),
    bounds: new Int32Array(buffer, module.boundsAddress(), 2 * mostCells),
    numbers: new Float64Array(buffer, module.columnAddress(), mostCells),
    keys: new Int32Array(buffer, module.columnAddress(), 4 * mostCells),
    styles: new Int32Array(buffer, module.stylesAddress(), 5),
    marks: new Uint8Array(mostCells).fill(PLAIN),
    lines: new Int32Array(mostCells),
  };
}

/** Characters of ASCII, which are bytes of UTF-8. */
const ASCII = 0x7f;

/** True if the lines of a text can be read here, without quotes and comments. */
export function isPlain({ text, start }: Part, { delimiter, comment }: Dialect): boolean {
  const isByte = delimiter.length === 1 && delimiter.charCodeAt(0) <= ASCII;
  if (!isByte || comment !== undefined || text.includes('"', start)) return false;
  if (loaded === undefined) loaded = readingHere();
  return loaded !== null;
}

/** The lines of a text without quotes, block by block; WebAssembly finds their cells and numbers. */
export class PlainLines {
  readonly #reading = (loaded ??= loadReading());
  readonly #encoder = new TextEncoder();
  readonly #separator: number;
  readonly #most: number;
  /** Where the block starts, and the line after the last ones. */
  #start = -1;
  #next = -1;
  /** False for a block that may contain lone surrogates, which all have the same bytes. */
  #hasKeys = true;

  constructor(
    private readonly text: string,
    delimiter: string,
    private readonly width: number,
  ) {
    this.#separator = delimiter.charCodeAt(0);
    this.#most = Math.floor(this.#reading.marks.length / width);
  }

  /**
   * The next lines from `position` on, which is in line `line` of the file; undefined if the first of them does not
   * have `width` cells, is incomplete, or is too long. Valid until the next call.
   */
  next(position: number, line: number): Grid | undefined {
    if (this.#most === 0) return undefined;
    if (position !== this.#next) this.#load(position);
    let nrows = this.#find();
    if (nrows === 0 && position !== this.#start) {
      this.#load(position);
      nrows = this.#find();
    }
    if (nrows === 0) return undefined;
    const { module, bounds, marks, lines } = this.#reading;
    for (let i = 0; i < nrows; i++) lines[i] = line + i;
    const { text, width } = this;
    this.#next = module.nextLine();
    return {
      text,
      nrows,
      width,
      bounds,
      marks,
      lines,
      end: this.#next,
      numbers: (column, values, styles) => this.#numbers(column, nrows, values, styles),
      ...(this.#hasKeys && { keys: (column) => this.#keys(column, nrows) }),
    };
  }

  #load(position: number): void {
    const { module, bytes } = this.#reading;
    const block = this.text.slice(position, position + module.mostUnits());
    const { written } = this.#encoder.encodeInto(block, bytes);
    module.begin(written, position);
    this.#start = position;
    this.#hasKeys = written === block.length || !/[\uD800-\uDFFF]/.test(block);
  }

  #find(): number {
    return this.#reading.module.lines(this.width, this.#most, this.#separator);
  }

  #numbers(column: number, nrows: number, values: Float64Array, styles: Styles): number {
    const { module, numbers, styles: noted } = this.#reading;
    const nothers = module.numbers(column, this.width, nrows);
    module.stylesAddress(); // writes them
    values.set(numbers.subarray(0, nrows));
    addStyles(styles, noted);
    return nothers;
  }

  #keys(column: number, nrows: number): Int32Array {
    const { module, keys } = this.#reading;
    module.keys(column, this.width, nrows);
    return keys;
  }
}
