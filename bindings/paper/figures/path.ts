/** Coefficients that form a path: each corresponds to a number. */

/** The column of a path, and the number of each coefficient. */
export interface Places {
  readonly of: string;
  readonly numbers: readonly number[];
}

/**
 * The path of these coefficients; undefined unless there are at least two, all for one column, with distinct numbers.
 */
export function placesOf(names: readonly string[]): Places | undefined {
  const places = names.map(placeOf);
  const [first] = places;
  if (first === undefined || places.length < 2) return undefined;
  const numbers = places.map((place) => (place?.of === first.of ? place.number : NaN));
  const isPath = numbers.every(Number.isFinite) && new Set(numbers).size === numbers.length;
  return isPath ? { of: first.of, numbers } : undefined;
}

/** `rel=-2` is the level -2 of rel; x is lag 0 of x, L2.x lag 2. */
export function placeOf(
  name: string,
): { readonly of: string; readonly number: number } | undefined {
  const [, column, level] = /^([^:]+)=([^:=]+)$/.exec(name) ?? [];
  if (column !== undefined && level !== undefined) {
    const number = Number(level);
    return level.trim() === '' || !Number.isFinite(number) ? undefined : { of: column, number };
  }
  const [, operator, count, shifted] = /^([LF])(\d*)\.([^:]+)$/.exec(name) ?? [];
  if (shifted === undefined)
    return name === '_cons' || name.includes(':') ? undefined : { of: name, number: 0 };
  return { of: shifted, number: (operator === 'L' ? 1 : -1) * Number(count === '' ? 1 : count) };
}
