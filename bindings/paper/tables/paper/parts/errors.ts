/** What a table calls the errors of a model. */
import {
  covarianceLabel,
  isByRow,
  isRobust,
  traitsOfWord,
} from '../../../../models/covariances/registry.js';
import { covarianceKindOf } from '../../../../models/covariances/kind.js';
import { has } from '../../../../models/registry.js';
import type { CovarianceKind, FitResult } from '../../../../results/fit.js';
import { entryOf } from '../../term-name.js';
import type { Settings } from '../settings.js';
import { estimatorOf } from './estimators.js';
import type { TableWords } from '../../../../words/en/tables.js';

/** The errors of a fit without their numbers. */
type FitErrors = Pick<FitResult, 'estimator' | 'unitEffects'> & { readonly vcov: CovarianceKind };

/** `clustered by id`, `heteroskedasticity-robust (HC3)`, for notes. */
export function errorWords(fit: FitErrors, settings: Pick<Settings, 'words' | 'labels'>): string {
  const { words } = settings;
  const { type } = fit.vcov;
  const kind = kindWords(type, settings);
  const by = clusterWords(fit, settings);
  if (by === undefined) return kind;
  return isNamed(type) ? `${kind}${words.comma}${by}` : by;
}

/** `HC3`, `Clustered by id`, for a cell. */
export function shortErrorWords(fit: FitResult, settings: Settings): string {
  const { type } = fit.vcov;
  const by = clusterWords(fit, settings);
  if (by !== undefined && !isNamed(type)) return capitalised(by);
  if (isByRow(type) && isRobust(fit.vcov)) return type;
  return capitalised(kindWords(type, settings));
}

/** What errors are called; those that are named by their clusters alone have only a word. */
export function kindWords(type: string, { words }: Pick<Settings, 'words'>) {
  return words.errors(type, covarianceLabel(type));
}

/** Whether a kind has a name next to its clusters. */
const isNamed = (type: string) => traitsOfWord(type)?.clusters === undefined && type !== 'robust';

function clusterWords(
  fit: FitErrors,
  { words, labels }: Pick<Settings, 'words' | 'labels'>,
): string | undefined {
  const columns = clusterColumns(fit, words);
  if (columns.length === 0) return undefined;
  return words.clustered(columns.map((name) => entryOf(labels, name) ?? name).join(' × '));
}

/**
 * The clusters of the errors. Errors that allow for any dependence within units count as clustered by unit, unless
 * columns are named.
 */
function clusterColumns(fit: FitErrors, words: TableWords): string[] {
  const { clusters, type, unit } = covarianceKindOf(fit);
  if (clusters !== undefined) return clusters.map(({ column }) => column);
  return has(fit).unitErrors && isRobust({ type }) ? [unit ?? words.unit] : [];
}

/** `OLS`, `System GMM`, for a cell. */
export function shortTitle(fit: FitResult, { words }: Settings): string {
  const estimator = estimatorOf(fit);
  const name = words.estimatorName(estimator);
  return 'title' in estimator ? name : capitalised(name);
}

export const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
