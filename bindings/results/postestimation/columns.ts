/** Columns by name, all of the same length: numbers, with NaN for missing ones, or texts. */
export type Columns = Readonly<Record<string, Float64Array | readonly string[]>>;
