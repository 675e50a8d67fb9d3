/** What estimates warn of, at the control of the choice that caused it, with the ways out that the form can take. */
import type { FitResult } from 'wasmetrics';
import { change, model as session, setPath, type WrittenModel } from '../session/model.js';
import type { Fault, Way } from './fault.js';
import { count, probability } from '../words/numbers.js';
import { spoken } from '../components/spoken.js';
import { words } from '../words/words.js';
import { controlsOf } from './layout.js';
import { valueAt, withValue } from '../session/paths.js';

/** The key whose choice each warning is about. Others are shown with the estimate alone. */
const places: Readonly<Record<string, string>> = {
  'too-many-instruments': 'gmm',
  'many-instruments': 'gmm',
  'hansen-without-power': 'gmm',
  'singular-weighting': 'gmm',
  'outside-bounds': 'gmm',
  'regressor-without-instruments': 'gmm',
  'few-clusters': 'vcov.cluster',
  'collinear-omitted': 'formula.regressors',
  'collinear-instruments': 'formula.instruments',
  'collinear-time-effects': 'timeEffects',
  'uncorrected-two-step': 'vcov.type',
  'row-wise-errors': 'vcov.type',
  'group-of-one': 'vcov.cluster',
  'largest-bandwidth': 'vcov.bandwidth',
  'fewer-components': 'pca',
  'not-converged': 'steps',
  'partial-first-stage': 'formula.instruments',
};

interface Reduction {
  readonly collapse?: boolean;
  readonly lags?: number;
  readonly columns: number;
}

/** Parts of results that warnings are about. */
interface Warned {
  readonly depvar: string;
  readonly tests?: {
    readonly ar?: readonly { readonly order: number; readonly pValue: number | null }[];
  };
}

export function warningFaults(fit: FitResult, model: WrittenModel): readonly Fault[] {
  const faults = fit.warnings.flatMap((warning): Fault[] => {
    const { code, detail } = warning;
    const path = places[code];
    if (path === undefined) return [];
    const ways = waysOf((detail ?? {}) as WarningDetail, model);
    return [{ path, code, message: spoken(warning), severity: 'warning', ways }];
  });
  return [...faults, ...autocorrelation(fit as unknown as Warned, model)];
}

interface WarningDetail {
  readonly reductions?: readonly Reduction[];
  /** Kinds of standard errors and bootstraps to compare with, as a sentence names them. */
  readonly remedy?: string;
}

function waysOf({ reductions = [], remedy = '' }: WarningDetail, model: WrittenModel): Way[] {
  const { reduce, useErrors } = words.value.model;
  const smaller = reductions.map((reduction) => ({
    label: reduce(reduction.collapse ?? false, reduction.lags, count(reduction.columns)),
    take: () => change(reduced(session.peek(), reduction)),
  }));
  const used = valueAt(model, 'vcov.type');
  const [errors] = controlsOf('errors', model.estimator);
  const safer = (errors?.choices ?? []).filter(
    (kind) => kind !== used && remedy.split(' ').includes(String(kind)),
  );
  const others = safer.map((kind) => ({
    label: useErrors(String(kind)),
    take: () => setPath('vcov.type', kind),
  }));
  return [...smaller, ...others];
}

interface Entry {
  readonly lags?: readonly [number, number | null];
}

/** The model with all instruments collapsed, or with shorter windows of lags. */
function reduced(model: WrittenModel, { collapse, lags }: Reduction): WrittenModel {
  const entries = (model['gmm'] ?? []) as readonly Entry[];
  const shorter = ([from, to]: readonly [number, number | null]) =>
    [from, Math.min(to ?? Infinity, from + (lags ?? Infinity) - 1)] as const;
  const gmm = entries.map((entry) => ({
    ...entry,
    ...(lags !== undefined && entry.lags !== undefined && { lags: shorter(entry.lags) }),
    ...(collapse && { collapse }),
  }));
  return withValue(model, 'gmm', gmm);
}

/** The usual level at which AR(2) is read. */
const level = 0.05;

/** With errors that AR(2) finds correlated, the second lag of the outcome is no instrument. */
function autocorrelation({ depvar, tests }: Warned, model: WrittenModel): Fault[] {
  const second = tests?.ar?.find(({ order }) => order === 2);
  if (second === undefined || second.pValue === null || second.pValue >= level) return [];
  const { arRejected, startLater } = words.value.model;
  const later = laterStart(model, depvar);
  const ways =
    later === undefined ? [] : [{ label: startLater(depvar), take: () => change(later) }];
  const message = arRejected(probability(second.pValue), depvar);
  return [{ path: 'gmm', code: 'ar2-rejected', message, severity: 'warning', ways }];
}

/** The model whose lags of the outcome begin with the third; undefined if none begins earlier. */
function laterStart(model: WrittenModel, outcome: string): WrittenModel | undefined {
  const first = 3;
  const entries = (model['gmm'] ?? []) as readonly (Entry & { readonly vars: readonly string[] })[];
  const isEarly = ({ vars, lags }: (typeof entries)[number]) =>
    lags !== undefined && lags[0] < first && vars.includes(outcome);
  if (!entries.some(isEarly)) return undefined;
  const gmm = entries.map((entry) => {
    if (!isEarly(entry)) return entry;
    const [, last] = entry.lags!;
    return { ...entry, lags: [first, last === null ? null : Math.max(first, last)] };
  });
  return withValue(model, 'gmm', gmm);
}
