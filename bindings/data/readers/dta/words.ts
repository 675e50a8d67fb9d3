/** Cells of text as words of four bytes, the first byte lowest. */

/** The word at `offset` of a cell of which `left` bytes are left; bytes behind the cell are 0. */
export function wordAt(view: DataView, offset: number, left: number): number {
  if (left >= 4) return view.getInt32(offset, true);
  if (offset + 4 <= view.byteLength) return view.getInt32(offset, true) & ((1 << (8 * left)) - 1);
  let word = 0;
  for (let i = 0; i < left; i++) word |= view.getUint8(offset + i) << (8 * i);
  return word;
}

/** The highest bit of the first byte of a word that is 0; 0 if there is no such byte. */
export function firstZero(word: number): number {
  const zeros = (word - 0x01010101) & ~word & 0x80808080;
  return zeros & -zeros;
}
