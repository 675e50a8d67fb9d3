/** What commands say in a language other than English. Loaded for one only. */
import type { Warning } from '../bindings/index.js';
import { errorText, type Language } from '../bindings/entries/report.js';
import {
  addSentences,
  builtText,
  reportText,
  toldText,
  warningSentence,
} from '../bindings/paper/study/report-text.js';
import { helps } from '../bindings/words/languages/help.js';
import type { Spoken } from './host.js';

export function spokenIn(language: Language): Spoken {
  addSentences(language, helps[language].errors);
  return {
    language,
    help: helps[language],
    error: (error) => errorText(error, { language }),
    told: (told) => toldText(told, language),
    warning: (warning) => warningSentence(warning as Warning, language),
    text: (result, options) => reportText(result, options, language),
    built: (built) => builtText(built, language),
  };
}
