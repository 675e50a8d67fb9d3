/** Details of each code: several where its sentence has several forms. */
export type Samples<Details> = { readonly [Code in keyof Details]: readonly Details[Code][] };
