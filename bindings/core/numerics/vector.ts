export type Vector = readonly number[];
