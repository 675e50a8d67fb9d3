/** What a result says of its instruments, in words. */
import type { FitResult } from '../results/fit.js';
import { instrumentConcern } from './dynamic.js';
import { count, plural, short } from '../tables/format.js';

/** `51 columns, rank 51; 0.36 for each group`; of iv and gmm `6 columns with the exogenous regressors, rank 6`. */
export function instrumentCountWords(result: FitResult): string | undefined {
  const { endogenous, ninstruments, rankInstruments = ninstruments, ngroups = 0 } = result;
  if (ninstruments === undefined) return undefined;
  const others = endogenous === undefined ? '' : ' with the exogenous regressors';
  const columns = `${plural(ninstruments, 'column')}${others}, rank ${count(rankInstruments!)}`;
  if (endogenous !== undefined || ngroups === 0) return columns;
  const ratio = `; ${short(rankInstruments! / ngroups)} for each group`;
  return columns + ratio + instrumentConcern(result.instrumentCount);
}

/** Exogenous regressors, then excluded instruments, without the constant and what was left out. */
export function instrumentNames({ endogenous, instruments = [] }: FitResult): string | undefined {
  if (endogenous === undefined) return undefined;
  return instruments
    .filter(({ name, dropped }) => name !== '_cons' && dropped === undefined)
    .map(({ name }) => name)
    .join(' ');
}

/** Weighting matrices that GMM computed; undefined for results without. */
export function iterationWords({ iterations, converged }: FitResult): string | undefined {
  if (iterations === undefined) return undefined;
  const end = converged === false ? ', not converged' : '';
  return `${plural(iterations, 'weighting matrix', 'weighting matrices')}${end}`;
}
