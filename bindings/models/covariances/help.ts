/** Covariances in the help and the completion of options. */
import { badArgument } from '../../core/errors/bad-argument.js';
import { covariance, type CovarianceHelp } from '../../words/en/help.js';
import { aFunction, keysAndValues } from '../../words/expectations/values.js';
import { covarianceWords, families } from './registry.js';
import { covarianceDetail, detailOf } from './text.js';
import type { CovarianceTraits } from './traits.js';

function checkChoice(subject: string, having: unknown): void {
  if (having === undefined || typeof having === 'function') return;
  throw badArgument(subject, 'having', aFunction(), having);
}

/** Texts of covariances for completion, such as `HC3` and `hac:`. */
export function covarianceTexts(having?: (traits: CovarianceTraits) => boolean): string[] {
  checkChoice('covarianceTexts', having);
  return covarianceWords(having).map((word) =>
    covarianceDetail(word) === undefined ? word : `${word}:`,
  );
}

/** The texts in a sentence: `unadjusted, robust, HC0 to HC4, cluster:COLUMNS (also CV1, CV2, CV3) or hac:LAGS`. */
export function covarianceHelp(
  having: (traits: CovarianceTraits) => boolean = () => true,
  words: CovarianceHelp = covariance,
): string {
  checkChoice('covarianceHelp', having);
  if (typeof (words as Partial<CovarianceHelp> | null)?.lags !== 'function') {
    throw badArgument('covarianceHelp', 'words', keysAndValues(), words);
  }
  const isClustered = (traits: CovarianceTraits) => traits.clusters !== undefined;
  const [first, ...plain] = families(
    (traits) => having(traits) && detailOf(traits) === undefined,
  ).map(([low, high]) => (high === undefined ? low! : words.range(low!, high)));
  const [cluster, ...clustered] = covarianceWords(
    (traits) => having(traits) && isClustered(traits),
  );
  const detailed = covarianceWords(
    (traits) => having(traits) && !isClustered(traits) && detailOf(traits) !== undefined,
  );
  const texts = [
    first!,
    'robust',
    ...plain,
    words.also(`${cluster!}:COLUMNS`, clustered),
    ...detailed.map((word) => `${word}:${detailWord(word)}`),
  ];
  return words.lags(words.or(texts));
}

function detailWord(word: string): string {
  const key = covarianceDetail(word)!;
  return key === 'bandwidth' ? 'LAGS' : key.toUpperCase();
}
