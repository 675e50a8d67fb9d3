/** Cells of text as words of four bytes, the first byte lowest. */

/** The word at `i` of a cell of `width` bytes at `offset`; bytes behind the cell are 0. */
export function wordAt(view: DataView, offset: number, i: number, width: number): number {
  const left = width - i;
  if (left >= 4) return view.getInt32(offset + i, true);
  // The last four bytes, without those before the word: what follows the cell is not read.
  if (width >= 4) return view.getInt32(offset + width - 4, true) >>> (8 * (4 - left));
  let word = 0;
  for (let j = 0; j < left; j++) word |= view.getUint8(offset + i + j) << (8 * j);
  return word;
}

/** The highest bit of the first byte of a word that is 0; 0 if there is no such byte. */
export function firstZero(word: number): number {
  const zeros = (word - 0x01010101) & ~word & 0x80808080;
  return zeros & -zeros;
}
