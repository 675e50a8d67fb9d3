/** What keys and choices are called. Those without a word are called as they are written. */
import { words } from '../words/words.js';

export const labelOf = (key: string): string =>
  words.value.model.keys[key] ?? key.replace('[]', '');

export const wordOf = (key: string, choice: string): string =>
  words.value.model.choices[`${key.replace(/^.*\[\]\./, '')}=${choice}`] ?? choice;

/** An estimator by its name, and by what it estimates once that is known. */
export function estimatorLabel(name: string, summary: string | undefined): string {
  const { summaries } = words.value.model;
  return summary === undefined ? name : `${name}: ${summaries[summary] ?? summary}`;
}
