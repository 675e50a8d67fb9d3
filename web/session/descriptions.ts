/** What the keys of models mean, loaded when it is first asked for. */
import { signal } from '@preact/signals';
import { language } from '../words/words.js';
import { model } from './model.js';

type Descriptions = Readonly<Record<string, string>>;

const descriptions = signal<Readonly<Record<string, Descriptions>>>({});
let isRequested = false;

export function loadDescriptions(): void {
  if (isRequested) return;
  isRequested = true;
  void import('schema:descriptions').then(({ default: known }) => (descriptions.value = known));
}

/** The description of a key for the present estimator; in English where the language has none. */
export function descriptionOf(key: string): string {
  const ofEstimator = `${model.value.estimator} ${key}`;
  const { [language.value]: spoken = {}, en = {} } = descriptions.value;
  return spoken[ofEstimator] ?? spoken[key] ?? en[ofEstimator] ?? en[key] ?? '';
}
