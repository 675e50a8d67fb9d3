import type {
  BootstrapScheme,
  SchemeKeys,
  IntervalMethod,
  PValueMethod,
  Recentring,
} from '../../results/scheme.js';

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

export interface BootstrapSpec extends SchemeKeys {
  /** By default `cluster` where there are units or clusters, else `pairs`. */
  readonly scheme?: BootstrapScheme | undefined;
  readonly reps: number;
  /** An integer from 0 to 2^53 - 1. */
  readonly seed: number;
  /** By default `inverted` where a wild bootstrap tests, else `percentile`. */
  readonly ci?: readonly IntervalMethod[] | undefined;
  /** Of GMM: centre the moments of every replicate at those of the sample, or weigh the units. */
  readonly recenter?: Recentring | undefined;
  readonly pValue: PValueMethod;
  /** Tests by name, and expressions in the coefficients. */
  readonly statistics?: readonly string[] | undefined;
  readonly jackknife?: boolean | undefined;
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

export interface BootstrapInput extends Optional<Omit<BootstrapSpec, 'ci' | 'statistics'>> {
  readonly reps: number;
  readonly ci?: IntervalMethod | readonly IntervalMethod[] | undefined;
  /** One expression, or several. */
  readonly statistics?: string | readonly string[] | undefined;
}

export interface CommonInput {
  readonly data?: string | DataFile | undefined;
  readonly where?: string | undefined;
  readonly formula: string;
  readonly bootstrap?: BootstrapInput | undefined;
  readonly level?: number | undefined;
}
