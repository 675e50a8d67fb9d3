/** Static models in the form that exporters use. */
import {
  type Formula,
  type Margin,
  marginsOf,
  parseFormula,
  type Term,
  termKey,
} from '../../data/index.js';
import type { GmmModel } from '../../models/gmm/model.js';
import type { IvModel } from '../../models/iv/model.js';
import { givenMargins } from '../../models/linear/design/margins.js';
import type { OlsModel } from '../../models/ols/model.js';
import type { PanelModel } from '../../models/panel/model.js';
import type { Difference, Limit, Parsed } from '../programs.js';
import { unexpressedCovariance } from '../../words/errors/interchange/covariance-limits.js';
import { unexpressedModel } from '../../words/errors/interchange/limits.js';

export type StaticModel = OlsModel | IvModel | GmmModel | PanelModel;

/** A static model and its parsed formula. */
export type Static<Model extends StaticModel = StaticModel> = Parsed<Model>;
export type StaticLimit = Limit<StaticModel>;
export type StaticDifference = Difference<StaticModel>;

export function staticOf(model: StaticModel): Static {
  return { model, formula: parseFormula(model.formula) };
}

/** How the model removes units and periods; undefined without `effects`. */
export function effectsOf(model: StaticModel): PanelModel['effects'] | undefined {
  return model.estimator === 'ols' ? undefined : model.effects;
}

/** The margins that the model has before a term of the list `key`: `formula`, `endogenous` or `instruments`. */
export function staticMargins({
  model,
  formula,
}: Static): (term: Term, key: string) => readonly Margin[] {
  const { regressors, endogenous, instruments, effects } = formula;
  const panelEffects = effectsOf(model);
  const absorbs =
    panelEffects === 'within' || panelEffects === 'twoway'
      ? [model.panel!.unit, ...(panelEffects === 'twoway' ? [model.panel!.time] : [])]
      : [];
  const given = givenMargins(
    { ...formula, effects },
    {
      absorbs,
      differences: panelEffects === 'first-difference',
      panel: model.panel,
    },
  );
  const included = marginsOf([regressors, endogenous], given);
  const excluded = marginsOf([regressors, instruments], given);
  return (term, key) => (key === 'instruments' ? excluded : included).get(termKey(term)) ?? [];
}

/** All terms of a formula. */
export function termsOf({ depvar, regressors, effects, endogenous, instruments }: Formula): Term[] {
  return [depvar, ...regressors, ...effects, ...endogenous, ...instruments];
}

/** True if a term, or a part of one, is a lag, a lead or a difference. */
export function shifts(term: Term): boolean {
  if (term.kind === 'lag' || term.kind === 'difference') return true;
  if (term.kind === 'interaction') return term.factors.some(shifts);
  return term.kind !== 'column' && shifts(term.of);
}

/** Limits that several programs share. */
export const staticLimits = {
  effects: ['formula', (_, { effects }) => effects.length > 0, unexpressedModel.absorbed],
  instruments: [
    'formula',
    (_, { endogenous }) => endogenous.length > 0,
    unexpressedModel.instruments,
  ],
  shifts: ['formula', (_, formula) => termsOf(formula).some(shifts), unexpressedModel.lags],
  frequency: [
    'weights.type',
    ({ weights }) => weights?.type === 'frequency',
    unexpressedCovariance['frequency-weights'],
  ],
  leverages: [
    'vcov.type',
    ({ vcov }) => ['HC2', 'HC3', 'HC4', 'CV2', 'CV3'].includes(vcov.type),
    unexpressedModel.leverages,
  ],
  jackknife: ['vcov.type', ({ vcov }) => ['CV2', 'CV3'].includes(vcov.type), unexpressedModel.cv],
  driscollKraay: [
    'vcov.type',
    ({ vcov }) => vcov.type === 'driscoll-kraay',
    unexpressedCovariance['driscoll-kraay'],
  ],
  lags: [
    'vcov.type',
    ({ vcov }) => vcov.type === 'hac' || vcov.type === 'driscoll-kraay',
    unexpressedCovariance['covariances-with-lags'],
  ],
  automaticLags: [
    'vcov.bandwidth',
    ({ vcov }) => vcov.bandwidth === 'auto',
    unexpressedCovariance['automatic-lags'],
  ],
  panelLags: [
    'vcov.type',
    ({ vcov, panel }) => vcov.type === 'hac' && panel !== undefined,
    unexpressedCovariance['lags-in-units'],
  ],
  severalClusters: [
    'vcov.cluster',
    ({ vcov }) => (vcov.cluster?.length ?? 0) > 1,
    unexpressedCovariance['several-clusters'],
  ],
  small: ['vcov.small', ({ vcov }) => vcov.small, unexpressedCovariance['t-statistics']],
  large: ['vcov.small', ({ vcov }) => !vcov.small, unexpressedCovariance['z-statistics']],
  /** HC0 with t, and HC1 with z. */
  mixedFactor: [
    'vcov.type',
    ({ vcov }) => (vcov.type === 'HC0' && vcov.small) || (vcov.type === 'HC1' && !vcov.small),
    unexpressedCovariance['hc-and-small'],
  ],
} as const satisfies Record<string, StaticLimit>;
