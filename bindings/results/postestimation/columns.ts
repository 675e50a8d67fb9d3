/** Values by column name, all of the same length: numbers, NaN where there is none, or texts. */
export type Columns = Readonly<Record<string, Float64Array | readonly string[]>>;
