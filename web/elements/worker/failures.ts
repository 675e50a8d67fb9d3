/** Why an element shows no result and what to know about one, in the language of its page. */
import { EconError, type Warning } from 'wasmetrics';
import type { FailedEntry } from 'wasmetrics/study';
import type { Failure } from '../../engine/failure.js';
import type { Language } from '../../words/words.js';
import type { RefusalCode } from './questions.js';

/** What is not the library's error; the page has the words for it. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly code: RefusalCode,
    readonly detail: Readonly<Record<string, string>>,
  ) {
    super(code);
  }
}

/** Errors of others, by their names. */
const codes: Readonly<Record<string, Failure['code']>> = {
  AbortError: 'aborted',
  YAMLParseError: 'bad-yaml',
};

export async function failureOf(error: unknown, value: unknown): Promise<Failure> {
  const { name, message } = error as Error;
  if (error instanceof Refused) return { code: error.code, message, detail: error.detail };
  if (!(error instanceof EconError)) return { code: codes[name] ?? 'unexpected', message };
  const { language } = value as { readonly language: Language };
  if (language === 'en') return { code: error.code, message };
  const { errorText } = await import('./said.js');
  return { code: error.code, message: errorText(error, { language }) };
}

export async function warningsIn(
  language: Language,
  warnings: readonly Warning[],
): Promise<readonly string[]> {
  if (language === 'en' || warnings.length === 0) return warnings.map(({ message }) => message);
  const { warningText } = await import('./said.js');
  return warnings.map((warning) => warningText(warning, { language }));
}

/** Parts of a study that failed. */
export async function failuresIn(
  language: Language,
  failed: readonly FailedEntry[],
): Promise<readonly string[]> {
  if (failed.length === 0) return [];
  const { failureText } = await import('./said.js');
  return failed.map((entry) => failureText(entry, { language }));
}
