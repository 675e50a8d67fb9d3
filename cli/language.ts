/** The language in which a command speaks: that of `--language`, otherwise that of WASMETRICS_LANGUAGE. */
import { type Language, reportLanguages } from '../bindings/entries/report.js';
import { unknownLanguage } from '../bindings/words/errors/program/usage.js';
import { knownSpelling } from '../bindings/words/text/spelling.js';
import { usage } from './exit.js';
import type { Host } from './host.js';

/**
 * Loads the words of the language before anything is said. A planned command speaks the language of the command that
 * runs it, unless it names another.
 *
 * @throws a usage error for an unknown language in the environment; commander refuses one in an option
 */
export async function chooseLanguage(host: Host, args: readonly string[]): Promise<void> {
  const named = namedLanguage(args);
  if (named === undefined && host.spoken !== undefined) return;
  const language = languageOf(named ?? process.env['WASMETRICS_LANGUAGE'], named !== undefined);
  if (language === undefined || language === 'en') {
    delete host.spoken;
    return;
  }
  const { spokenIn } = await import('./spoken.js');
  host.spoken = spokenIn(language);
}

function languageOf(word: string | undefined, isOption: boolean): Language | undefined {
  const spelled = knownSpelling(reportLanguages, word);
  const language = reportLanguages.find((name) => name === spelled);
  if (language !== undefined || isOption || word === undefined || word === '') return language;
  throw usage(unknownLanguage({ found: word, known: reportLanguages }));
}

/** The word after the last `--language` on a command line. */
function namedLanguage(args: readonly string[]): string | undefined {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  const place = options.map((arg) => /^--language(?:=|$)/.test(arg)).lastIndexOf(true);
  const [, value = options[place + 1]] = options[place]?.split('=') ?? [];
  return place < 0 ? undefined : value;
}
