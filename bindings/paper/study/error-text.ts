/** An error as text. */
import { checkKeys, oneOf } from '../../core/arguments/arguments.js';
import { badArgument } from '../../core/errors/bad-argument.js';
import { EconError } from '../../core/errors/errors.js';
import { errorOfOurs } from '../../words/expectations/paper/studies.js';
import { retold } from '../../words/told.js';
import { messageOf } from '../../words/text/messages.js';
import { vocabularyOf } from '../../words/languages/index.js';
import type { FailedEntry } from './result.js';
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
    throw badArgument('errorText', 'error', errorOfOurs(), error);
  }
  checkKeys('errorText', { language: oneOf(languages) }, options);
  return inLanguage(error, options.language ?? 'en').message;
}

/** The message of a part of a study that failed, in a language; in English if a version without data wrote it. */
export function failureMessage({ id, error }: FailedEntry, language: Language): string {
  const { message, told } = error;
  const { errors } = vocabularyOf(language);
  if (told === undefined || errors === undefined) return message;
  const [line = '', ...excerpt] = message.split('\n');
  const isNamed = line.startsWith(`${id}: `) && !told.text.startsWith(`${id}: `);
  return [(isNamed ? `${id}: ` : '') + messageOf(retold(errors, told), ''), ...excerpt].join('\n');
}

/** The error with its sentence in a language. */
export function inLanguage<One extends EconError>(error: One, language: Language): One {
  const { errors } = vocabularyOf(language);
  if (errors === undefined) return error;
  return error.retold({ sentence: retold(errors, error.told) });
}
