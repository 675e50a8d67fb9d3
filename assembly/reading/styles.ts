/**
 * How the numbers of a column are written. They show whether a number may have two spellings, such as 3.1 and 3.10,
 * without reading the texts again. Words of bits:
 *
 *   0  numbers of decimals of texts with a point and no zero at the end
 *   1  numbers of decimals of the other texts with a point
 *   2  the same without these zeros
 *   3  bit 0: a text such as .5; bit 1: one such as 0.5
 *   4  how many texts are a whole number with a point, such as 3.0
 */
const ZERO: u8 = 0x30;
/** A larger number of decimals counts as this many, and so does 3. with nothing after the point. */
const MOST: i32 = 31;

const STYLES: usize = memory.data(20, 4);

let exact: i32 = 0;
let padded: i32 = 0;
let stripped: i32 = 0;
let leads: i32 = 0;
let wholes: i32 = 0;

export function clearStyles(): void {
  exact = 0;
  padded = 0;
  stripped = 0;
  leads = 0;
  wholes = 0;
}

/** Completes the words of bits and returns their address. */
export function stylesAddress(): usize {
  store<i32>(STYLES, exact);
  store<i32>(STYLES, padded, 4);
  store<i32>(STYLES, stripped, 8);
  store<i32>(STYLES, leads, 12);
  store<i32>(STYLES, wholes, 16);
  return STYLES;
}

/** Notes the style of a number with a point: whether it begins with the point, or with a zero. */
// @ts-ignore: decorator
@inline
export function noteDecimals(end: usize, decimals: i32, beginsWithPoint: bool, zero: bool): void {
  leads |= beginsWithPoint ? 1 : (<i32>zero) << 1;
  if (load<u8>(end - 1) - ZERO - 1 < 9) exact |= 1 << decimals;
  else notePadded(end, decimals);
}

function notePadded(end: usize, decimals: i32): void {
  let left = decimals;
  while (left > 0 && load<u8>(end - 1 - (decimals - left)) === ZERO) --left;
  padded |= 1 << (decimals === 0 ? MOST : min(decimals, MOST));
  stripped |= 1 << min(left, MOST);
  if (left === 0) ++wholes;
}
