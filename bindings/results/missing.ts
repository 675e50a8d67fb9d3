import { reasoned, type Said, type Sentence, type Word } from '../words/phrase.js';
import type { MissingTest } from './test.js';

/** A test that does not exist, and why. */
export const missing = (reason: Word | Said): MissingTest => ({
  stat: null,
  pValue: null,
  ...reasoned(reason),
});

/** The same for a sentence of names and numbers only, which takes less room on a page. */
export function missingWith(say: Sentence, ...parts: readonly (string | number)[]): MissingTest {
  const reason = String.raw({ raw: say.split('{}') }, ...parts);
  const told = { say, parts: parts.map(String) };
  return { stat: null, pValue: null, reason, ...(parts.length > 0 && { told }) };
}
