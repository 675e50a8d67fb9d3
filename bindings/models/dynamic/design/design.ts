import type { Built } from '../../../data/steps/facts.js';
import type { Evaluated } from '../../../data/evaluate.js';
import { type PanelIndex, periodName } from '../../../data/panel/panel.js';
import type { Ledger, LedgerRule } from '../../../data/ledger.js';
import type { Clustering } from '../../linear/design/clusters.js';
import { checkNames } from '../../linear/design/names.js';
import type { DynamicModel, Transform } from '../model/model.js';
import { distinctColumns } from './columns.js';
import { type InstrumentSpec, planInstruments } from './instrument-specs.js';
import { samplesOf, type Variables } from './samples.js';
import { lagPlaces } from './lags.js';
import type { ModelTerms } from './terms.js';

/**
 * A dynamic panel model as the core takes it: plain typed arrays, rows in panel order, and the names
 * that belong to their positions. Bootstrap workers receive it too.
 */
export interface DynamicDesign {
  readonly nrows: number;
  readonly nunits: number;
  readonly nperiods: number;
  /** Parameter names: regressors, then `_cons`. */
  readonly params: readonly string[];
  readonly constant: boolean;
  readonly system: boolean;
  readonly transform: Transform;
  /** True when some instruments serve an equation with the other transformation. */
  readonly mixed: boolean;
  /** True when differences are taken across gaps. */
  readonly bridge: boolean;
  /** Weights of the rows (nrows). NaN marks a row without a weight. */
  readonly weights?: Float64Array | undefined;
  /** True when the weights count rows. */
  readonly frequency: boolean;
  /** Principal components of the GMM-style instruments: -1 for none, 0 to choose by eigenvalue, else their number. */
  readonly components: number;
  readonly h: 1 | 2 | 3;
  /** Outcome, regressors, further instruments (nrows x columns, column-major). NaN marks a missing value. */
  readonly vars: Float64Array;
  readonly unitStart: Int32Array;
  readonly period: Int32Array;
  /** Bit 1: the row is complete for the transformed equation. Bit 2: for the level equation. */
  readonly complete: Uint8Array;
  readonly specs: readonly InstrumentSpec[];
  /** Clusters of the rows in each dimension. An empty list means that the units are the clusters. */
  readonly clusters: readonly Clustering[];
}

/** The design with what the report of a result needs. */
export interface DynamicSample {
  readonly design: DynamicDesign;
  readonly depvar: string;
  /** Positions of the lags of the outcome among the parameters. */
  readonly lags: readonly number[];
  readonly panel: PanelIndex;
  readonly ledger: Ledger;
  readonly nrowsRead: number;
  /** Changes made to the data before the model. */
  readonly built?: Built | undefined;
  readonly terms: ModelTerms;
  /** Regressors that come from `timeEffects`. A fit drops those that the core finds collinear. */
  readonly timeEffects: readonly string[];
}

/** What a design is made of besides its model, in panel order. */
export interface DesignSource {
  readonly panel: PanelIndex;
  readonly variables: Variables;
  readonly terms: ModelTerms;
  readonly intercept: boolean;
  /** Rules that leave out rows. */
  readonly filter: readonly LedgerRule[];
  readonly weights?: Float64Array | undefined;
  readonly clusters: readonly Clustering[];
  /** Changes made to the data before the model. */
  readonly built?: Built | undefined;
  /** Collinear regressors to leave out; a row still needs them. */
  readonly without: readonly string[];
}

/**
 * The design of a model whose variables have been evaluated.
 *
 * @throws InputError for lag windows deeper than the panel
 */
export function designOf(model: DynamicModel, source: DesignSource): DynamicSample {
  const { panel, variables, terms, intercept, filter, weights, clusters, built, without } = source;
  const nrows = panel.order.length;
  const { depvar, regressors, ordinary, gmm } = variables;
  const { transformed, reported } = samplesOf(model, variables, filter, nrows);
  const isKept = ({ name }: Evaluated) => !without.includes(name);
  const dummies = model.timeEffects
    ? timeDummies(panel, reported.keep, model.panel.time).filter(isKept)
    : [];
  const all = [...regressors.filter(isKept), ...dummies];
  const columns = distinctColumns([depvar, ...all], [...ordinary.flat(), ...gmm.flat()]);
  const specs = planInstruments(model, { panel, columns, ordinary, gmm, dummies });
  const constant = intercept && model.system;
  const names = all.map(({ name }) => name);
  checkNames(model.estimator, names);
  columns.list.slice(names.length + 1).forEach(({ name }) => checkNames(model.estimator, [name]));
  return {
    design: {
      nrows,
      nunits: panel.nunits,
      nperiods: panel.nperiods,
      params: constant ? [...names, '_cons'] : names,
      constant,
      mixed: specs.some(({ other }) => other),
      weights,
      vars: pack(columns.list, nrows),
      unitStart: panel.unitStart,
      period: panel.period,
      complete: completeBits(transformed.keep, reported.keep),
      specs: constant ? [...specs, constantSpec] : specs,
      clusters,
      ...optionsOf(model),
    },
    depvar: depvar.name,
    lags: lagPlaces(depvar.name, names),
    panel,
    ledger: reported,
    nrowsRead: nrows,
    built,
    terms,
    timeEffects: dummies.map(({ name }) => name),
  };
}

/** Options that the design copies from the model. */
function optionsOf({ system, transform, h, gaps, weights, pca }: DynamicModel) {
  return {
    system,
    transform,
    h,
    bridge: gaps === 'bridge',
    frequency: weights?.type === 'frequency',
    components: pca === false ? -1 : Number(pca === true ? 0 : pca),
  };
}

const constantSpec: InstrumentSpec = {
  kind: 'constant',
  name: '_cons',
  column: 0,
  from: 0,
  to: 0,
  collapse: false,
  equation: 'level',
  other: false,
  passthru: false,
  group: -1,
};

/** Combines the rows of both equations: bit 1 for the transformed, bit 2 for the level equation. */
function completeBits(transformed: Uint8Array, reported: Uint8Array): Uint8Array {
  const bits = new Uint8Array(reported.length);
  for (let row = 0; row < bits.length; row++) bits[row] = transformed[row]! | (reported[row]! << 1);
  return bits;
}

function pack(columns: readonly Evaluated[], nrows: number): Float64Array {
  const out = new Float64Array(nrows * columns.length);
  columns.forEach(({ values }, place) => out.set(values, place * nrows));
  return out;
}

/** Dummies named `year=1980`, for every period but the first in which the sample has a complete row. */
function timeDummies(panel: PanelIndex, complete: Uint8Array, time: string): Evaluated[] {
  const seen = new Set<number>();
  panel.period.forEach((period, row) => {
    if (complete[row]) seen.add(period);
  });
  const periods = [...seen].sort((a, b) => a - b).slice(1);
  return periods.map((period) => ({
    name: `${time}=${periodName(panel, period)}`,
    values: Float64Array.from(panel.period, (rowPeriod) => (rowPeriod === period ? 1 : 0)),
    complete: true,
  }));
}
