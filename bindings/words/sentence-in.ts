/** A sentence of a report in the words of a language. */
import type { Said } from './phrase.js';

/** The sentence with its parts; in English if a version with other sentences wrote it. */
export function sentenceIn(
  sentences: Readonly<Record<string, string>>,
  { say, english = say }: Said,
  parts: readonly string[],
): string {
  if (Object.hasOwn(sentences, say)) return filled(sentences[say]!, parts);
  return parts.length === 0 ? english : filled(english.split('@')[0]!, parts);
}

/** Parts in order, or by their numbers from 1 as in `{2}`. */
function filled(sentence: string, parts: readonly string[]): string {
  let next = 0;
  return sentence.replace(/\{(\d?)\}/g, (_, place: string) =>
    place === '' ? parts[next++]! : parts[Number(place) - 1]!,
  );
}
