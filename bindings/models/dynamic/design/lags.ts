/** Places of the lags of the outcome among the parameters. */
export function lagPlaces(depvar: string, names: readonly string[]): number[] {
  const places: number[] = [];
  names.forEach((name, i) => {
    if (name.endsWith(depvar) && /^L\d+\./.test(name) && baseOf(name) === depvar) places.push(i);
  });
  return places;
}

/** The variable of `L2.w`. */
export function baseOf(name: string): string {
  return name.replace(/^[LF]\d+\./, '');
}
