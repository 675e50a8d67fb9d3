import type { DpdModel, DpdModelInput } from './dpd/model.js';
import type { OlsModel, OlsModelInput } from './ols/model.js';
import type { PanelModel, PanelModelInput } from './panel/model.js';

/** A model of any estimator, with every default filled in. */
export type Model = DpdModel | OlsModel | PanelModel;

/** Which equations of a system an instrument serves. */
export type Equation = 'both' | 'diff' | 'level';

export type Transform = 'fd' | 'fod';

export type CovarianceType = 'unadjusted' | 'robust' | 'windmeijer';

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

export interface CovarianceOptions {
  readonly type: CovarianceType;
  /** Stata's small-sample factor, with t and F in place of z and chi-squared. */
  readonly small: boolean;
}

/** Instruments with one column a period, or one a lag when collapsed (Holtz-Eakin, Newey and Rosen 1988). */
export interface GmmGroup {
  readonly vars: readonly string[];
  /** First and last lag, counted from the named variable; `null` is the deepest lag there is. */
  readonly lags: readonly [number, number | null];
  readonly collapse: boolean;
  readonly equation: Equation;
}

/** Ordinary instruments, one column a variable. */
export interface IvGroup {
  readonly vars: readonly string[];
  readonly equation: Equation;
}

export interface BootstrapSpec {
  readonly scheme: 'cluster';
  readonly reps: number;
  /** An integer from 0 to 2^53 - 1. */
  readonly seed: number;
  readonly ci: readonly IntervalMethod[];
  /** Centre the moments of every replicate at those of the sample. */
  readonly recenter: boolean;
  /** `true` always reports progress, `false` never; left out, only a person at a terminal sees it. */
  readonly progress?: boolean | undefined;
}

/** A dynamic panel model: difference or system GMM. */
export interface Model {
  readonly data?: DataFile | undefined;
  readonly panel: PanelSpec;
  readonly where?: string | undefined;
  readonly estimator: 'dpd';
  readonly formula: string;
  readonly transform: Transform;
  /** Also estimate the level equation (Blundell and Bond 1998). */
  readonly system: boolean;
  readonly gmm: readonly GmmGroup[];
  readonly iv: readonly IvGroup[];
  readonly timeEffects: boolean;
  readonly steps: 1 | 2;
  /** The one-step weighting matrix H, numbered as in xtabond2. */
  readonly h: 1 | 2 | 3;
  /** Arellano-Bond tests of orders 1 to `arOrders`. */
  readonly arOrders: number;
  readonly compat: 'xtabond2';
  readonly vcov: CovarianceOptions;
  readonly bootstrap?: BootstrapSpec | undefined;
  readonly level: number;
}

/** One name, several in one string separated by spaces, or a list. */
export type Vars = string | readonly string[];

/** Keys that may be left out or be `undefined`, also under `exactOptionalPropertyTypes`. */
type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined };

export interface GmmGroupInput extends Optional<Omit<GmmGroup, 'vars' | 'lags'>> {
  readonly vars: Vars;
  readonly lags: readonly [number, number | null];
}

export interface IvGroupInput extends Optional<Omit<IvGroup, 'vars'>> {
  readonly vars: Vars;
}

export interface BootstrapInput extends Optional<Omit<BootstrapSpec, 'ci'>> {
  readonly reps: number;
  readonly ci?: IntervalMethod | readonly IntervalMethod[] | undefined;
}

type Defaulted =
  'transform' | 'system' | 'timeEffects' | 'steps' | 'h' | 'arOrders' | 'compat' | 'level';

export interface ModelInput extends Optional<Pick<Model, Defaulted>> {
  readonly data?: string | DataFile | undefined;
  readonly panel: {
    readonly unit: string;
    readonly time: string;
    readonly step?: number | undefined;
  };
  readonly where?: string | undefined;
  readonly estimator: 'dpd';
  readonly formula: string;
  readonly gmm: readonly GmmGroupInput[];
  readonly iv?: readonly IvGroupInput[] | undefined;
  readonly vcov?: Optional<CovarianceOptions> | undefined;
  readonly bootstrap?: BootstrapInput | undefined;
}
