import { reasoned, type Said, type Word } from '../words/phrase.js';
import type { MissingTest } from './test.js';

/** A test that does not exist, and why. */
export const missing = (reason: Word | Said): MissingTest => ({
  stat: null,
  pValue: null,
  ...reasoned(reason),
});
