/** What covariances allow for, in words. */
import { covarianceNames, isRobust } from '../../../models/covariances/registry.js';
import { has, traitsOf } from '../../../models/registry.js';
import type {
  Covariance,
  CovarianceKind,
  FitResult,
  WeightingMatrix,
} from '../../../results/fit.js';
import { count, plural } from '../../../words/text/counts.js';
import { short } from '../../../words/text/format.js';
import { type Phrase, say } from '../../../words/phrase.js';
import { says, type Told } from '../../../words/told.js';
import type { CovarianceDetail } from '../../../words/vocabulary/documents/index.js';

const corrections: Readonly<Record<string, string>> = {
  robust: 'robust',
  windmeijer: 'Windmeijer-corrected',
  'windmeijer-step': 'Windmeijer-corrected by the step before',
  'doubly-corrected': 'doubly corrected',
};

const kernelNames: Readonly<Record<string, string>> = {
  bartlett: 'Bartlett',
  parzen: 'Parzen',
  qs: 'quadratic spectral',
};

/** `Windmeijer-corrected two-step, clustered by unit`, `robust to heteroskedasticity (HC0, Stata's robust)`. */
export function covarianceWords(
  result: Pick<FitResult, 'estimator' | 'vcov' | 'iterations' | 'ngroups' | 'unitEffects'>,
): Told {
  const { vcov, iterations, unitEffects } = result;
  if (has(result).unitErrors) {
    return unitErrorWords({ vcov: { unit: unitEffects?.unit, ...vcov }, iterations });
  }
  return covarianceSaid({ ...vcov, ofStata: robustOfStata(result) });
}

/**
 * Stata's `robust` is HC1 for least squares; with instruments it is HC0, or HC1 with `small`. In Stata's panel commands
 * it means clustered by unit.
 */
function robustOfStata({
  estimator,
  vcov: { type },
  ngroups,
}: Pick<FitResult, 'estimator' | 'vcov' | 'ngroups'>): string | undefined {
  if (ngroups !== undefined) return undefined;
  return traitsOf(estimator)?.words.covarianceInStata[type];
}

/** The kind of weighting matrix, if it differs from that of the standard errors. */
export function otherWeightingWords(result: FitResult): Told | undefined {
  const { weightingMatrix, vcov } = result;
  if (weightingMatrix === undefined) return undefined;
  const [weight, errors] = [weightingMatrix, vcov].map(kindWords);
  return weight === errors ? undefined : covarianceSaid(weightingMatrix);
}

/** `1.010784, n/(n-k)`, `none`. */
export function smallSampleWords({ type, factor }: Covariance): Phrase {
  if (factor === 1) return say('none');
  const formula = covarianceNames(type)?.factor;
  return formula === undefined ? short(factor, 6) : `${short(factor, 6)}, ${formula}`;
}

/** What the errors of an estimator allow for: `CV1, clustered by id (140 clusters)`. */
export function errorsWords(estimator: string, kind: CovarianceKind): Told {
  return has({ estimator }).unitErrors
    ? unitErrorWords({ vcov: kind, iterations: 0 })
    : covarianceSaid(kind);
}

function unitErrorWords({
  vcov,
  iterations,
}: {
  readonly vcov: CovarianceKind;
  readonly iterations: number | undefined;
}): Told {
  const twoStep = vcov.type === 'windmeijer' && iterations === undefined;
  return covarianceSaid({ ...vcov, ofUnits: true, twoStep });
}

/** A covariance as data, with its English. */
const covarianceSaid = /* @__PURE__ */ says('covariance', (detail: CovarianceDetail) => {
  const { type, clusters, unit = 'unit', ofStata, ofUnits, twoStep } = detail;
  if (ofUnits === true) {
    if (!isRobust(detail)) return 'unadjusted: valid if the weighting matrix is optimal';
    const by = clusters === undefined ? unit : clusterWords(clusters);
    return `${corrections[type] ?? type}${twoStep === true ? ' two-step' : ''}, clustered by ${by}`;
  }
  const words = kindWords(detail);
  return ofStata === undefined ? words : words.replace(/\)$/, `, Stata's ${ofStata})`);
});

/** `robust to heteroskedasticity (HC0); moments centred; rank 6`; undefined for results without. */
export function weightingWords(matrix: WeightingMatrix | undefined): Phrase | undefined {
  if (matrix === undefined) return undefined;
  const centred = say(matrix.center ? 'moments centred' : 'moments not centred');
  return say('{}; {}; rank {}', covarianceSaid(matrix), centred, count(matrix.rank));
}

function clusterWords(clusters: NonNullable<CovarianceKind['clusters']>): string {
  return clusters
    .map(({ column, count: n }) => `${column} (${plural(n, 'cluster')})`)
    .join(' and ');
}

function kindWords(kind: CovarianceKind): string {
  const { type, clusters = [], kernel, bandwidth, order, keys } = kind;
  const width =
    kernel === 'qs'
      ? `bandwidth ${short(bandwidth ?? NaN)}`
      : `${short(bandwidth ?? NaN)} ${bandwidth === 1 ? 'lag' : 'lags'}`;
  const lags = `${kernelNames[kernel ?? ''] ?? kernel} kernel, ${width}, ordered by ${order}`;
  const texts = { type, clusters: clusterWords(clusters), lags, keys, number: short };
  return covarianceNames(type)?.words(texts) ?? type;
}
