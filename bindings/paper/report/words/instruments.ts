/** A fit's instruments in words. */
import { EXACTLY_IDENTIFIED } from '../../../models/identification/exactly-identified.js';
import type {
  InstrumentCount,
  PrincipalComponents,
  SelectionCriteria,
} from '../../../results/dynamic.js';
import type { FitResult } from '../../../results/fit.js';
import { count } from '../../../words/text/counts.js';
import { short } from '../../../words/text/format.js';
import { fixed } from '../../../words/text/rounding.js';
import { type Phrase, plural, type Said, say } from '../../../words/phrase.js';

/** The names of excluded and exogenous instruments if they are few, and their number. */
export function instrumentWords(result: FitResult): Phrase | undefined {
  const { endogenous, ninstruments, rankInstruments: rank = ninstruments, ngroups = 0 } = result;
  if (ninstruments === undefined) return undefined;
  if (endogenous !== undefined) {
    const number = countWords(ninstruments, rank!);
    return say('{}; {} with the exogenous regressors', instrumentNames(result), number);
  }
  const perUnit = ngroups === 0 ? '' : say(', {} per unit', short(rank! / ngroups));
  return say(
    '{}{}{}',
    countWords(ninstruments, rank!),
    perUnit,
    countRemarks(result.instrumentCount),
  );
}

/** Maximum names in a sentence. */
const MOST_NAMES = 6;

/** `w by L1.w L2.w`, `w by 40 instruments`; undefined for models without endogenous regressors. */
export function excludedWords({
  endogenous,
  instruments = [],
  tests,
}: FitResult): Phrase | undefined {
  if (endogenous === undefined) return undefined;
  const excluded = instruments.flatMap(({ name, group, dropped }) =>
    group === 'excluded' && dropped === undefined ? [name] : [],
  );
  const by = (names: readonly string[], many: Said) =>
    names.length > MOST_NAMES ? many : names.join(' ');
  const exact = isExactlyIdentified(tests) ? say(' (exactly identified)') : '';
  return say(
    '{} by {}{}@instruments',
    by(endogenous, plural(endogenous.length, 'regressor')),
    by(excluded, plural(excluded.length, 'excluded instrument')),
    exact,
  );
}

/** True if there are as many instruments as coefficients, so that the instruments cannot be tested. */
export function isExactlyIdentified({ sargan, hansen }: FitResult['tests']): boolean {
  return [sargan, hansen].some((test) => test?.stat === null && test.reason === EXACTLY_IDENTIFIED);
}

/** `51 instruments (rank 51)`. */
export function countWords(columns: number, rank: number): Phrase {
  return say('{} (rank {})', plural(columns, 'instrument'), count(rank));
}

/** `; 23 empty columns left out; concern: moderate`. */
function countRemarks(instrumentCount: InstrumentCount | undefined): Phrase {
  if (instrumentCount === undefined) return '';
  const { grade } = instrumentCount;
  const concern = grade === 'none' ? '' : say('; concern: {}', say(grade));
  return say('{}{}', emptyColumnWords(instrumentCount), concern);
}

/** `; 23 empty columns left out`, or nothing. */
export function emptyColumnWords({ zeroColumns }: InstrumentCount): Phrase {
  return zeroColumns === 0 ? '' : say('; {} left out', plural(zeroColumns, 'empty column'));
}

/** Exogenous regressors, then excluded instruments, without the constant and omitted ones. */
function instrumentNames({ instruments = [] }: FitResult): string {
  return instruments
    .filter(({ name, dropped }) => name !== '_cons' && dropped === undefined)
    .map(({ name }) => name)
    .join(' ');
}

/** `2 weighting matrices`; undefined for results without. */
export function iterationWords({ iterations, converged }: FitResult): Phrase | undefined {
  if (iterations === undefined) return undefined;
  const end = converged === false ? say(', not converged') : '';
  return say('{}{}', plural(iterations, 'weighting matrix', 'weighting matrices'), end);
}

/** `4 principal components of 12 GMM-style columns, with 93.1% of their variance; KMO 0.650`. */
export function componentWords(components: PrincipalComponents | undefined): Phrase | undefined {
  if (components === undefined) return undefined;
  const { kept, columns, share, kmo } = components;
  const adequacy =
    kmo === null ? say('no KMO, as they are collinear') : say('KMO {}', fixed(kmo, 3));
  return say(
    '{} principal components of {} GMM-style columns, with {}% of their variance; {}',
    kept,
    columns,
    fixed(100 * share, 1),
    adequacy,
  );
}

/** `Andrews-Lu BIC -130.87, AIC 4.44, HQIC -57.90`. */
export function criteriaWords(criteria: SelectionCriteria | undefined): Phrase | undefined {
  if (criteria === undefined) return undefined;
  const { bic, aic, hqic } = criteria;
  return say('Andrews-Lu BIC {}, AIC {}, HQIC {}', fixed(bic, 2), fixed(aic, 2), fixed(hqic, 2));
}
