import type { Block, CellReader, Cells } from '../cells.js';
import { JoinedTexts } from './joined-texts.js';
import { KnownTexts } from './known-texts.js';
import type { TextReader } from './text.js';
import type { DtaTexts } from '../types.js';

/** Most texts that are known at once: the processor's cache holds them. */
const most = 1 << 16;
/** After so many cells a variable with few repeats is read without a search for them. */
const trial = 1 << 14;
/** Least share of repeats that a search is worth. */
const worth = 0.25;

/**
 * Reads a variable of text of `width` bytes. A cell with the bytes of an earlier one takes its text, and the new texts
 * of a block are decoded at once, joined by NUL, which no cell contains: a call of the decoder for each cell takes
 * several times as long.
 */
export function cellTexts(cells: Cells, width: number, reader: TextReader): CellReader<DtaTexts> {
  const { offset, stride } = cells;
  const values = new Array<string>(cells.count);
  const known = new KnownTexts(width);
  const joined = new JoinedTexts(width);
  let texts: string[] = [];
  let numbers = new Int32Array(0);
  let nrepeats = 0;

  const readRepeated = ({ view, from, to, start, byteOffset }: Block): void => {
    if (numbers.length < to - from) numbers = new Int32Array(to - from);
    if (known.count + to - from > most) {
      known.clear();
      texts = [];
    }
    const before = known.count;
    for (let row = from, place = start + offset; row < to; row++, place += stride) {
      const { count } = known;
      const number = known.numberOf(view, place);
      numbers[row - from] = number;
      if (number === count) joined.add(view, place);
    }
    nrepeats += to - from - (known.count - before);
    joined.take(texts, before, reader, byteOffset + offset);
    for (let row = from; row < to; row++) values[row] = texts[numbers[row - from]!]!;
  };

  const readEach = ({ view, from, to, start, byteOffset }: Block): void => {
    for (let row = from, place = start + offset; row < to; row++, place += stride) {
      joined.add(view, place);
    }
    joined.take(values, from, reader, byteOffset + offset);
  };

  const read = (block: Block): void => {
    if (block.from < trial || nrepeats > worth * block.from) readRepeated(block);
    else readEach(block);
  };
  return { read, result: () => ({ kind: 'text', values }) };
}
