/** What the library says, in the language of the page. */
import { type Signal, signal } from '@preact/signals';
import type { FitResult } from 'wasmetrics';
import { ask } from '../engine/client.js';
import type { Said } from '../engine/questions/reports.js';
import { type Language, language } from '../words/words.js';

type Texts = WeakMap<object, Map<Language, Signal<string>>>;

const sentences: Texts = new WeakMap();
const titles: Texts = new WeakMap();

/** A warning, or why something failed; empty until the engine has said it in another language than English. */
export function spoken(said: Said & { readonly code?: string }): string {
  if (language.value === 'en' || ofPage.has(said.code)) return withoutOptions(said.message);
  return translated(sentences, said, async (spokenIn) => {
    const { message, told, telling } = said;
    const request = told === undefined ? said : { message, told, telling };
    const sentence = await ask('sentence', { said: request, language: spokenIn });
    return withoutOptions(sentence);
  });
}

/** What a result is called. */
export function titleOf(fit: FitResult): string {
  if (language.value === 'en') return fit.title;
  return translated(titles, fit, async (spokenIn) => {
    const { title } = await ask('document', { result: fit, language: spokenIn });
    return title;
  });
}

/** A text in the language of the page; empty until it is there. */
function translated(
  texts: Texts,
  of: object,
  translate: (language: Language) => Promise<string>,
): string {
  const spokenIn = language.value;
  const known = texts.get(of) ?? new Map<Language, Signal<string>>();
  texts.set(of, known);
  const before = known.get(spokenIn);
  if (before !== undefined) return before.value;
  const text = signal('');
  known.set(spokenIn, text);
  void translate(spokenIn).then((translation) => (text.value = translation));
  return text.value;
}

/** Failures that are not the library's. */
const ofPage = new Set<string | undefined>(['unexpected', 'aborted', 'missing-file', 'bad-yaml']);

/** The page has no command line, whose options sentences name after the key. */
const withoutOptions = (text: string) => text.replaceAll(/ ?[(（]--[a-z][^()（）]*[)）]/g, '');
