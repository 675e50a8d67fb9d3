/** A fit's instruments in words. */
import { EXACTLY_IDENTIFIED } from '../../../models/identification/exactly-identified.js';
import type {
  InstrumentCount,
  PrincipalComponents,
  SelectionCriteria,
} from '../../../results/dynamic.js';
import type { FitResult } from '../../../results/fit.js';
import { count, plural } from '../../../words/text/counts.js';
import { short } from '../../../words/text/format.js';
import { fixed } from '../../../words/text/rounding.js';

/** The names of excluded and exogenous instruments if they are few, and their number. */
export function instrumentWords(result: FitResult): string | undefined {
  const { endogenous, ninstruments, rankInstruments: rank = ninstruments, ngroups = 0 } = result;
  if (ninstruments === undefined) return undefined;
  if (endogenous !== undefined) {
    const number = countWords(ninstruments, rank!);
    return `${instrumentNames(result)}; ${number} with the exogenous regressors`;
  }
  const perUnit = ngroups === 0 ? '' : `, ${short(rank! / ngroups)} per unit`;
  return countWords(ninstruments, rank!) + perUnit + countRemarks(result.instrumentCount);
}

/** Maximum names in a sentence. */
const MOST_NAMES = 6;

/** `w by L1.w L2.w`, `w by 40 instruments`; undefined for models without endogenous regressors. */
export function excludedWords({
  endogenous,
  instruments = [],
  tests,
}: FitResult): string | undefined {
  if (endogenous === undefined) return undefined;
  const excluded = instruments.flatMap(({ name, group, dropped }) =>
    group === 'excluded' && dropped === undefined ? [name] : [],
  );
  const by = (names: readonly string[], one: string) =>
    names.length > MOST_NAMES ? plural(names.length, one) : names.join(' ');
  const exact = isExactlyIdentified(tests) ? ' (exactly identified)' : '';
  return `${by(endogenous, 'regressor')} by ${by(excluded, 'excluded instrument')}${exact}`;
}

/** True if there are as many instruments as coefficients, so that the instruments cannot be tested. */
export function isExactlyIdentified({ sargan, hansen }: FitResult['tests']): boolean {
  return [sargan, hansen].some((test) => test?.stat === null && test.reason === EXACTLY_IDENTIFIED);
}

/** `51 instruments (rank 51)`. */
export function countWords(columns: number, rank: number): string {
  return `${plural(columns, 'instrument')} (rank ${count(rank)})`;
}

/** `; 23 empty columns left out; concern: moderate`. */
function countRemarks(instrumentCount: InstrumentCount | undefined): string {
  if (instrumentCount === undefined) return '';
  const { grade } = instrumentCount;
  return emptyColumnWords(instrumentCount) + (grade === 'none' ? '' : `; concern: ${grade}`);
}

/** `; 23 empty columns left out`, or nothing. */
export function emptyColumnWords({ zeroColumns }: InstrumentCount): string {
  return zeroColumns === 0 ? '' : `; ${plural(zeroColumns, 'empty column')} left out`;
}

/** Exogenous regressors, then excluded instruments, without the constant and omitted ones. */
function instrumentNames({ instruments = [] }: FitResult): string {
  return instruments
    .filter(({ name, dropped }) => name !== '_cons' && dropped === undefined)
    .map(({ name }) => name)
    .join(' ');
}

/** `2 weighting matrices`; undefined for results without. */
export function iterationWords({ iterations, converged }: FitResult): string | undefined {
  if (iterations === undefined) return undefined;
  const end = converged === false ? ', not converged' : '';
  return `${plural(iterations, 'weighting matrix', 'weighting matrices')}${end}`;
}

/** `4 principal components of 12 GMM-style columns, with 93.1% of their variance; KMO 0.650`. */
export function componentWords(components: PrincipalComponents | undefined): string | undefined {
  if (components === undefined) return undefined;
  const { kept, columns, share, kmo } = components;
  const adequacy = kmo === null ? 'no KMO, as they are collinear' : `KMO ${fixed(kmo, 3)}`;
  return `${kept} principal components of ${columns} GMM-style columns, with ${fixed(100 * share, 1)}% of their variance; ${adequacy}`;
}

/** `Andrews-Lu BIC -130.87, AIC 4.44, HQIC -57.90`. */
export function criteriaWords(criteria: SelectionCriteria | undefined): string | undefined {
  if (criteria === undefined) return undefined;
  const { bic, aic, hqic } = criteria;
  return `Andrews-Lu BIC ${fixed(bic, 2)}, AIC ${fixed(aic, 2)}, HQIC ${fixed(hqic, 2)}`;
}
