import { InputError } from '../../core/errors.js';
import {
  columnsOf,
  type DataInput,
  type Evaluated,
  evaluateTerm,
  evaluateWhere,
  type Formula,
  type Frame,
  hasDummies,
  indexPanel,
  inPanelOrder,
  type Ledger,
  ledger,
  type LedgerRule,
  type PanelIndex,
  parseFormula,
  parseTerms,
  parseWhere,
  presentRule,
  type Table,
  type Term,
  termName,
  toTable,
} from '../../data/index.js';
import { clusterCodes, clusterRules, type Clustering } from '../linear/clusters.js';
import type { DpdModel, IvGroup, Transform } from './model.js';
import { distinctColumns } from './columns.js';
import { type InstrumentSpec, planInstruments } from './specs.js';
import { timeDummies } from './time-effects.js';
import { weightsOf } from './weights.js';

/**
 * A dynamic panel model as the core takes it: plain typed arrays, rows in panel order, and the names
 * that belong to their positions. Also what a bootstrap worker is sent.
 */
export interface DpdDesign {
  readonly nrows: number;
  readonly nunits: number;
  readonly nperiods: number;
  /** Parameter names: regressors, then `_cons`. */
  readonly params: readonly string[];
  readonly constant: boolean;
  readonly system: boolean;
  readonly transform: Transform;
  /** True when some instruments serve an equation of the other transformation. */
  readonly mixed: boolean;
  /** True when differences are taken across gaps. */
  readonly bridge: boolean;
  /** Weights of the rows (nrows), NaN where a row has none. */
  readonly weights?: Float64Array | undefined;
  /** True when the weights count rows. */
  readonly frequency: boolean;
  /** Components of the GMM-style instruments: -1 none are taken, 0 by eigenvalue. */
  readonly components: number;
  readonly h: 1 | 2 | 3;
  /** Column-major (nrows x columns): outcome, regressors, further instruments; NaN is missing. */
  readonly vars: Float64Array;
  readonly unitStart: Int32Array;
  readonly period: Int32Array;
  /** Bit 1: complete for the transformed equation, bit 2: for the level equation. */
  readonly complete: Uint8Array;
  readonly specs: readonly InstrumentSpec[];
  /** Clusters of the rows in each dimension; none for the units. */
  readonly clusters: readonly Clustering[];
}

/** The design and what a report needs beside it. */
export interface DpdSample {
  readonly design: DpdDesign;
  readonly depvar: string;
  readonly panel: PanelIndex;
  readonly ledger: Ledger;
  readonly nrowsRead: number;
  /** Regressors that come from `timeEffects`: the core may find them collinear and they are dropped. */
  readonly timeEffects: readonly string[];
}

/**
 * Evaluates formula, filter and instruments on the data.
 *
 * @throws InputError for unknown or text columns, formulas that a dynamic panel cannot have, lag
 *   windows deeper than the panel; see the data layer for keys and cells.
 */
export function buildDesign(
  model: DpdModel,
  data: DataInput,
  math: Frame['math'],
  withoutTimeEffects: readonly string[] = [],
): DpdSample {
  const table = toTable(data);
  const formula = checkedFormula(model.formula);
  const panel = indexPanel(table, model.panel);
  const everywhere: Frame = { table, panel, math };
  const weights = weightsOf(model, table, panel);
  const chosen = [...whereRule(model, table, panel), ...clusterRule(model, table, panel)];
  const filter = [...chosen, ...weights.rules];
  const iv = model.iv.map(({ vars }) => vars.flatMap(parseTerms));
  const needed = iv.filter((_, g) => !model.iv[g]!.mz);
  const used = [formula.depvar, ...formula.regressors, ...needed.flat()];
  // i(x) has a dummy for each level in the sample, so terms without dummies settle the sample first.
  const plain = used.filter((term) => !hasDummies(term));
  const { keep } = sampleOf(evaluateAll(plain, everywhere), filter, panel);
  const frame: Frame = { ...everywhere, sample: keep };
  const depvar = evaluateTerm(formula.depvar, frame)[0]!;
  const regressors = evaluateAll(formula.regressors, frame);
  const ordinary = iv.map((terms) => evaluateAll(terms, frame));
  const gmm = model.gmm.map(({ vars }) => evaluateAll(vars.flatMap(parseTerms), frame));
  const serving = (equation: 'diff' | 'level') =>
    sampleOf([depvar, ...regressors, ...ordinaryIn(equation, model, ordinary)], filter, panel);
  const levels = model.system ? serving('level') : undefined;
  const transformed = model.transform === 'level' ? levels! : serving('diff');
  const sample = levels ?? transformed;
  const dummies = model.timeEffects
    ? timeDummies(panel, sample.keep, model.panel.time, withoutTimeEffects)
    : [];
  const all = [...regressors, ...dummies];
  const columns = distinctColumns([depvar, ...all], [...ordinary.flat(), ...gmm.flat()]);
  const specs = planInstruments(model, { panel, columns, ordinary, gmm, dummies });
  const constant = formula.intercept && model.system;
  const names = all.map(({ name }) => name);
  return {
    design: {
      ...optionsOf(model),
      nrows: panel.order.length,
      nunits: panel.nunits,
      nperiods: panel.nperiods,
      params: constant ? [...names, '_cons'] : names,
      constant,
      mixed: specs.some(({ other }) => other),
      weights: weights.values,
      vars: pack(columns.list, panel.order.length),
      unitStart: panel.unitStart,
      period: panel.period,
      complete: transformed.keep.map((bit, row) => bit | (sample.keep[row]! << 1)),
      specs: constant ? [...specs, constantSpec] : specs,
      clusters: clusterCodes(model.vcov, table, panel.order),
    },
    depvar: depvar.name,
    panel,
    ledger: sample,
    nrowsRead: table.nrows,
    timeEffects: dummies.map(({ name }) => name),
  };
}

/** What the design takes from the model as it is written. */
function optionsOf({ system, transform, h, gaps, weights, pca }: DpdModel) {
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

function checkedFormula(text: string): Formula {
  const formula = parseFormula(text);
  const { effects, endogenous, instruments } = formula;
  if (effects.length + endogenous.length + instruments.length > 0) {
    throw new InputError(
      'formula-parts',
      `dpd: formula "${text}" has a part after "|"; expected only y ~ x1 + x2, with instruments under gmm and iv`,
      { formula: text },
    );
  }
  if (formula.regressors.length === 0) {
    throw new InputError(
      'no-regressors',
      `dpd: formula "${text}" has no regressors; expected at least one`,
      {
        formula: text,
      },
    );
  }
  const own = termName(formula.depvar);
  if (formula.regressors.some((term) => termName(term) === own)) {
    throw new InputError(
      'outcome-as-regressor',
      `dpd: "${own}" stands on both sides of "${text}"`,
      {
        formula: text,
        columns: columnsOf(formula.depvar),
      },
    );
  }
  return formula;
}

function evaluateAll(terms: readonly Term[], frame: Frame): Evaluated[] {
  return terms.flatMap((term) => evaluateTerm(term, frame));
}

/** The ordinary instruments that serve an equation: a row of it needs them all. */
function ordinaryIn(
  equation: 'diff' | 'level',
  model: DpdModel,
  ordinary: readonly (readonly Evaluated[])[],
): Evaluated[] {
  const serves = (group: IvGroup) =>
    !group.mz && (model.transform === 'level' || ['both', equation].includes(group.equation));
  return ordinary.filter((_, g) => serves(model.iv[g]!)).flat();
}

/** The rows in which everything is present, each column asked once. */
function sampleOf(
  columns: readonly Evaluated[],
  filter: readonly LedgerRule[],
  panel: PanelIndex,
): Ledger {
  const distinct = new Map(columns.map((column) => [column.name, column]));
  const present = [...distinct.values()].map(({ name, values }) => presentRule(name, values));
  return ledger(panel.order.length, [...filter, ...present]);
}

function whereRule(model: DpdModel, table: Table, panel: PanelIndex): LedgerRule[] {
  if (model.where === undefined) return [];
  const keep = evaluateWhere(parseWhere(model.where), table);
  return [{ reason: `not in where: ${model.where}`, keep: inPanelOrder(keep, panel) }];
}

/** Rows without a cluster are left out. */
function clusterRule(model: DpdModel, table: Table, panel: PanelIndex): LedgerRule[] {
  return clusterRules(model.vcov, table).map(({ reason, keep }) => ({
    reason,
    keep: inPanelOrder(keep, panel),
  }));
}

function pack(columns: readonly Evaluated[], nrows: number): Float64Array {
  const out = new Float64Array(nrows * columns.length);
  columns.forEach(({ values }, place) => out.set(values, place * nrows));
  return out;
}
