/** An error as text. */
import { checkKeys, oneOf } from '../../core/arguments/arguments.js';
import { badArgument } from '../../core/errors/bad-argument.js';
import { EconError } from '../../core/errors/errors.js';
import { retold } from '../../words/told.js';
import { vocabularyOf } from '../../words/languages/index.js';
import { type Language, languages } from '../tables/paper/index.js';

/**
 * The message of an error in a language; what names the subject and the key stays as the user wrote it.
 *
 * @throws InputError `bad-value`
 */
export function errorText(
  error: EconError,
  options: { readonly language?: Language | undefined } = {},
): string {
  if (!(error instanceof EconError)) {
    throw badArgument('errorText', 'error', 'an error of wasmetrics', error);
  }
  checkKeys('errorText', { language: oneOf(languages) }, options);
  return inLanguage(error, options.language ?? 'en').message;
}

/** The error with its sentence in a language. */
export function inLanguage<One extends EconError>(error: One, language: Language): One {
  const { errors } = vocabularyOf(language);
  if (errors === undefined) return error;
  return error.retold({ sentence: retold(errors, error.told) });
}
