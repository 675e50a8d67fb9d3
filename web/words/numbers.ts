/** Numbers as text. */

const places = 3;

/** A number with three decimal places, or three significant digits if it is small or large. */
export function decimal(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.0095 || size >= 1e6)) return minus(value.toPrecision(places));
  return minus(value.toFixed(places));
}

/** A p-value: never a rounded zero. */
export function probability(value: number): string {
  return value < 0.001 ? '<0.001' : value.toFixed(places);
}

/** A whole number in groups of three digits. */
export const count = (value: number) => value.toLocaleString('en');

export const percent = (share: number) => `${Number((100 * share).toPrecision(6))} %`;

const minus = (text: string) => text.replace('-', '−');

/** Stars of the usual levels. */
export function stars(pValue: number): string {
  return pValue < 0.01 ? '***' : pValue < 0.05 ? '**' : pValue < 0.1 ? '*' : '';
}
