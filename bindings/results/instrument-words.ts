/** What a result says of its instruments, in words. */
import type { FitResult } from '../models/fit-result.js';
import { count, plural, short } from './format.js';

/** `51 columns, rank 51; 0.36 for each group`; of iv and gmm without the ratio to the units. */
export function instrumentCountWords(result: FitResult): string | undefined {
  const { estimator, ninstruments, rankInstruments = ninstruments, ngroups = 0 } = result;
  if (ninstruments === undefined) return undefined;
  const columns = `${plural(ninstruments, 'column')}, rank ${count(rankInstruments!)}`;
  if (estimator !== 'dpd' || ngroups === 0) return columns;
  return `${columns}; ${short(rankInstruments! / ngroups)} for each group`;
}

/** Exogenous regressors, then excluded instruments, without the constant and what was left out. */
export function instrumentNames({ endogenous, instruments = [] }: FitResult): string | undefined {
  if (endogenous === undefined) return undefined;
  return instruments
    .filter(({ name, dropped }) => name !== '_cons' && dropped === undefined)
    .map(({ name }) => name)
    .join(' ');
}

/** `kappa 1.00029`, and of GMM the iterations it took; undefined for results without. */
export function iterationWords({ kappa, iterations, converged }: FitResult): string | undefined {
  if (kappa !== undefined) return `kappa ${short(kappa, 8)}`;
  if (iterations === undefined) return undefined;
  const end = converged === false ? ', not converged' : '';
  return `${plural(iterations, 'weighting matrix', 'weighting matrices')}${end}`;
}
