/** Errors as text. */
import * as v from 'valibot';
import { checkArgument, checkKeys, oneOf } from '../../core/arguments/arguments.js';
import { badArgument } from '../../core/errors/bad-argument.js';
import { EconError } from '../../core/errors/errors.js';
import { readable } from '../../results/read.js';
import { aText } from '../../words/expectations/values.js';
import { expects } from '../../words/expects.js';
import { aFailure, errorOfOurs } from '../../words/expectations/paper/studies.js';
import { retold, subjected } from '../../words/told.js';
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
  options = checkKeys('errorText', { language: oneOf(languages) }, options);
  const { errors } = vocabularyOf(options.language ?? 'en');
  if (errors === undefined) return error.message;
  const { of, key, excerpt = '' } = error.telling;
  const subjects = [of, key].filter((one) => one !== undefined);
  return messageOf(subjected(errors, subjects, retold(errors, error.told)), excerpt);
}

const failureSchema = v.looseObject(
  {
    id: v.string(),
    error: v.looseObject({
      code: v.string(),
      message: v.string(),
      told: v.optional(v.looseObject({})),
    }),
  },
  expects(aFailure()),
);

/**
 * That a part of a study failed, and why, in a language, with the code of the error; the lines that show a place follow.
 *
 * @param options - `place` is what is printed before the sentence, such as a line of the file
 * @throws InputError `bad-value`, `bad-result`
 */
export function failureText(
  entry: FailedEntry,
  options: { readonly language?: Language | undefined; readonly place?: string | undefined } = {},
): string {
  checkArgument('failureText', 'entry', failureSchema, entry);
  options = checkKeys(
    'failureText',
    { language: oneOf(languages), place: v.string(expects(aText())) },
    options,
  );
  return readable(() => {
    const { language = 'en', place } = options;
    const [line = '', ...excerpt] = failureMessage(entry, language).split('\n');
    const { colon, partFailed } = vocabularyOf(language).report;
    const sentence = place === undefined ? line : place + colon + line;
    return [`${partFailed(entry.id, sentence)} [${entry.error.code}]`, ...excerpt].join('\n');
  });
}

/** The message of a part of a study that failed, in a language; in English if a version without data wrote it. */
export function failureMessage({ id, error }: FailedEntry, language: Language): string {
  const { message, told } = error;
  const { errors } = vocabularyOf(language);
  if (told === undefined || errors === undefined) return message;
  const [line = '', ...excerpt] = message.split('\n');
  const isNamed = line !== messageOf(told.text, '');
  const text = subjected(errors, isNamed ? [id] : [], retold(errors, told));
  return [messageOf(text, ''), ...excerpt].join('\n');
}
