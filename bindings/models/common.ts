import type { IntervalMethod, PValueMethod } from './fit-result.js';

/**
 * What models of every estimator have. A model is plain data in two forms: the input is what a user writes, the
 * model the same with every default filled in. A model is a valid input.
 */

export interface DataFile {
  /** Path relative to the model file. */
  readonly file: string;
  readonly format?: 'csv' | undefined;
}

export interface PanelSpec {
  readonly unit: string;
  readonly time: string;
  /** Calendar distance of two neighbouring periods. */
  readonly step: number;
}

export interface BootstrapSpec {
  readonly scheme: 'cluster';
  readonly reps: number;
  /** An integer from 0 to 2^53 - 1. */
  readonly seed: number;
  readonly ci: readonly IntervalMethod[];
  /** Centre the moments of every replicate at those of the sample. */
  readonly recenter: boolean;
  readonly pValue: PValueMethod;
  /** Monte Carlo error of the standard errors, relative to them, at which to stop; `reps` is the most then. */
  readonly precision?: number | undefined;
  /** `true` always reports progress, `false` never; left out, only a person at a terminal sees it. */
  readonly progress?: boolean | undefined;
}

export interface CommonModel {
  readonly data?: DataFile | undefined;
  readonly where?: string | undefined;
  readonly formula: string;
  readonly bootstrap?: BootstrapSpec | undefined;
  readonly level: number;
}

/** One name, several in one string separated by spaces, or a list. */
export type Vars = string | readonly string[];

export interface PanelInput {
  readonly unit: string;
  readonly time: string;
  readonly step?: number | undefined;
}

/** Keys that may be left out or be `undefined`, also under `exactOptionalPropertyTypes`. */
export type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined };

export interface BootstrapInput extends Optional<Omit<BootstrapSpec, 'ci'>> {
  readonly reps: number;
  readonly ci?: IntervalMethod | readonly IntervalMethod[] | undefined;
}

export interface CommonInput {
  readonly data?: string | DataFile | undefined;
  readonly where?: string | undefined;
  readonly formula: string;
  readonly bootstrap?: BootstrapInput | undefined;
  readonly level?: number | undefined;
}
