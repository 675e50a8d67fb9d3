/**
 * Sine and cosine by their power series on [-pi/4, pi/4], after subtraction of a whole number of quarter turns;
 * accurate to about eps up to a million quarter turns. The library's versions, for any argument, take 1.3 kB.
 */

/** pi/2 in two words. The first has 33 bits, so multiples of it are exact up to a million. */
const QUARTER_HIGH: f64 = 1.5707963267341256;
const QUARTER_LOW: f64 = 6.077100506506192e-11;

export function sine(x: f64): f64 {
  return wave(x, 0);
}

export function cosine(x: f64): f64 {
  return wave(x, 1);
}

/** sin(x + quarters pi/2). */
function wave(x: f64, quarters: i32): f64 {
  const turned = nearest<f64>(x / QUARTER_HIGH);
  const r = x - turned * QUARTER_HIGH - turned * QUARTER_LOW;
  const place = i32(turned) + quarters;
  const value = place & 1 ? series(r * r, 1) : r * series(r * r, 2);
  return place & 2 ? -value : value;
}

/**
 * 1 - s/(n (n+1)) + s^2/(n ... (n+3)) - ..., summed from the last term: cos r for n = 1 and sin r / r for n = 2, s =
 * r^2.
 */
function series(s: f64, n: f64): f64 {
  let value: f64 = 1;
  for (let m = n + 16; m >= n; m -= 2) value = 1 - (s / (m * (m + 1))) * value;
  return value;
}
