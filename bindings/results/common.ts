import type { Labels } from '../data/labels.js';

export type { Labels };

export type ByName<T = number> = Readonly<Record<string, T>>;

/** A result with the labels of its columns, where the file has some. */
export interface Labelled {
  readonly labels?: Labels;
}

export interface Warning {
  readonly code: string;
  readonly message: string;
}
