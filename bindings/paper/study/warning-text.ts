/** A warning as text. */
import * as v from 'valibot';
import { checkArgument, checkKeys, flag, oneOf } from '../../core/arguments/arguments.js';
import { readable } from '../../results/read.js';
import { vocabularyOf } from '../../words/languages/index.js';
import type { Warning } from '../../results/common.js';
import { type Language, languages } from '../tables/paper/index.js';
import { expects } from '../../words/expects.js';
import { aWarning } from '../../words/expectations/paper/studies.js';

export interface WarningTextOptions {
  readonly language?: Language | undefined;
  /** Whether the sentence begins with the word for a warning; default true. */
  readonly prefix?: boolean | undefined;
}

const schema = v.looseObject({ code: v.string(), message: v.string() }, expects(aWarning()));

/**
 * The sentence of a warning after the word that says what it is.
 *
 * @param options - without `prefix` it is the sentence alone
 * @throws InputError `bad-value`, `bad-result`
 */
export function warningText(warning: Warning, options: WarningTextOptions = {}): string {
  checkArgument('warningText', 'warning', schema, warning);
  options = checkKeys('warningText', { language: oneOf(languages), prefix: flag }, options);
  return readable(() => {
    const words = vocabularyOf(options.language ?? 'en').tables;
    const sentence = words.warned(warning);
    return options.prefix === false ? sentence : words.column(words.warning, sentence);
  });
}
