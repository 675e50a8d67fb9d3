/** A warning as text. */
import * as v from 'valibot';
import { checkArgument, checkKeys, oneOf } from '../../core/arguments/arguments.js';
import { readable } from '../../results/read.js';
import { vocabularyOf } from '../../words/languages/index.js';
import type { Warning } from '../../results/common.js';
import { type Language, languages } from '../tables/paper/index.js';
import { expects } from '../../words/expects.js';
import { aWarning } from '../../words/expectations/paper/studies.js';

const schema = v.looseObject({ code: v.string(), message: v.string() }, expects(aWarning()));

/** The sentence of a warning after the word that says what it is. @throws InputError `bad-value`, `bad-result` */
export function warningText(
  warning: Warning,
  options: { readonly language?: Language | undefined } = {},
): string {
  checkArgument('warningText', 'warning', schema, warning);
  options = checkKeys('warningText', { language: oneOf(languages) }, options);
  return readable(() => {
    const words = vocabularyOf(options.language ?? 'en').tables;
    return words.column(words.warning, words.warned(warning));
  });
}
