/** Reports of single results in a language. */
import { checkArgument, oneOf } from '../../core/arguments/arguments.js';
import { type Built, whereOf } from '../../data/index.js';
import type { Warning } from '../../results/common.js';
import type { Sample } from '../../results/fit.js';
import { readable } from '../../results/read.js';
import { type Language, languages, vocabularyOf } from '../../words/languages/index.js';
import { type Phrase, say, type Speaker, textOf } from '../../words/phrase.js';
import { sentenceIn } from '../../words/sentence-in.js';
import { retold, type Told, toldAgain } from '../../words/told.js';
import type { CovarianceDetail } from '../../words/vocabulary/documents/index.js';
import type { Vocabulary } from '../../words/en/vocabulary.js';
import type { CommandSentences } from '../../words/vocabulary/errors.js';
import {
  builtPhrases,
  documentBy,
  type DocumentOptions,
  lostWords,
  type Result,
  type TextOptions,
} from '../report/index.js';
import type { Document } from '../tables/document.js';
import { labelledDetail, labelledWarning } from '../tables/labelled-details.js';
import { pageWidth } from '../tables/writers/layout.js';
import { writeText } from '../tables/writers/text.js';
import { estimatorOf } from './columns/words.js';

/** As `toText`, in a language. */
export function reportText(
  result: Result,
  { color = false, width = pageWidth, ...options }: TextOptions,
  language: Language,
): string {
  const words = vocabularyOf(language);
  const document = documentIn(result, language, options);
  const warning = words.tables.column(words.tables.warning, '');
  return writeText(document, { color, width, shorten: options.form !== 'full', warning });
}

/**
 * As `documentOf`, in a language.
 *
 * @throws InputError `bad-value`, `bad-result`
 */
export function documentIn(
  result: Result,
  language: Language,
  options: DocumentOptions = {},
): Document {
  checkArgument('documentIn', 'language', oneOf(languages), language);
  return documentBy(result, options, (phrase) => phraseText(phrase, language));
}

/** As `documentOf`, in a language, with labels in the place of names. */
export const documentFor = (result: Result, language: Language, label: LabelOf): Document =>
  documentBy(result, {}, (phrase) => labelledText(phrase, language, label));

/** What gives the label of a name, or the name itself. */
type LabelOf = (name: string) => string;

/** A line for each change that was made to the data before a model, in a language. */
export function builtText(built: Built, language: Language): string[] {
  return readable(() => builtPhrases(built).map((phrase) => phraseText(phrase, language)));
}

/** The rows that a fit lost for other reasons than its filter, after the place of the fit; undefined without any. */
export function lostText(place: string, sample: Sample, language: Language): string | undefined {
  const lost = sample.lost.filter((one) => whereOf([one]) === undefined);
  const words = lostWords({ ...sample, lost });
  return words && phraseText(say('{}, {}: {}', place, say('rows lost'), words), language);
}

/** A phrase in a language. */
function phraseText(phrase: Phrase, language: Language): string {
  return textOf(phrase, speakerOf(vocabularyOf(language)));
}

/** A phrase in a language, with labels in the place of names, also those of an expression. */
export function labelledText(phrase: Phrase, language: Language, label: LabelOf): string {
  return phraseText(withLabels(phrase, label), language);
}

function withLabels(phrase: Phrase, label: LabelOf): Phrase {
  if (typeof phrase === 'string') return labelledNames(phrase, label);
  if ('code' in phrase) return labelledWarning(phrase as Warning, label);
  if ('id' in phrase) return toldAgain(phrase, labelledDetail(phrase.detail, label));
  return { ...phrase, parts: phrase.parts.map((part) => withLabels(part, label)) };
}

/** A name between backquotes, a text in quotation marks, or a name with its lag, its level or another factor. */
const namesIn = /`([^`]+)`|"[^"]*"|'[^']*'|[\p{L}_][\p{L}\p{N}_]*(?:[.:=^][\p{L}\p{N}_]+)*/gu;

/** A column of groups is called after the one that a split cuts: `ys at median`. */
const madeBySplit = /^(?:group of )?(.+?)(?: at .+)?$/;

function labelledNames(text: string, label: LabelOf): string {
  return text.replace(namesIn, (written: string, quoted?: string) => {
    if (/^["']/.test(written)) return written;
    const name = quoted?.replace(madeBySplit, '$1') ?? written;
    const labelled = label(name);
    return labelled === name || labelled === name.split(':').join(' × ') ? written : labelled;
  });
}

/** Adds the sentences that only commands say, so that pages do not load them. */
export function addSentences(language: Language, sentences: CommandSentences | undefined): void {
  Object.assign(vocabularyOf(language).errors ?? {}, sentences);
}

/** What was said, in a language. */
export function toldText(told: Told, language: Language): string {
  const { errors } = vocabularyOf(language);
  return errors === undefined ? told.text : retold(errors, told);
}

/** What a warning says, without the word for one. */
export function warningSentence(warning: Warning, language: Language): string {
  return vocabularyOf(language).report.warned(warning);
}

/** Who says phrases in a language; undefined for English, which is in the phrases. */
function speakerOf({ documents, errors, report }: Vocabulary): Speaker | undefined {
  if (documents === undefined || errors === undefined) return undefined;
  return {
    sentence: (said, texts) => sentenceIn(documents.sentences, said, texts),
    warned: (warning) => report.warned(warning as Warning),
    told: (told) => {
      if (told.id === 'covariance') return documents.covariance(told.detail as CovarianceDetail);
      if (told.id !== 'title') return retold(errors, told);
      const { title } = told.detail as { readonly title: string };
      return report.title(title, estimatorOf({ title, estimator: title }));
    },
  };
}
