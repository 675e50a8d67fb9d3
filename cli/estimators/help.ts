/** What the schema says of a key, in the style of help. */
import { composedKeys, type ModelKey, modelKeys } from './model-keys.js';

/** The key of a model of this estimator. */
export function keyOf(path: string, estimator: string): ModelKey {
  return modelKeys.find(({ key, estimators }) => key === path && estimators.includes(estimator))!;
}

/** The words that a key takes. */
export const wordsOf = ({ choices = [] }: ModelKey): string[] => choices.map(String);

/** A description without its point, in lower case, as its words are read after an option. */
function inHelp(description: string): string {
  const text = description.replace(/`/g, '').replace(/\.$/, '');
  return /^[A-Z][a-z]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}

/** The description in the style of help, with the words and the default. */
export function helpOf({ description, type, choices = [], default: byDefault }: ModelKey): string {
  const text = inHelp(description);
  const start =
    byDefault === undefined ? text : text.replace(/[;,.] (?:by )?default (?:[^;.]|\.\d)*$/i, '');
  if (type === 'flag') return byDefault === true ? `do not ${start}` : start;
  const shown = byDefault === undefined ? '' : ` (default: ${String(byDefault)})`;
  if (choices.length < 2 || choices.every((one) => start.includes(String(one))))
    return start + shown;
  const listed = `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
  return /[;:]/.test(start) ? `${start} (${listed})${shown}` : `${start}: ${listed}${shown}`;
}

/** The help of an option that sets a key in a notation of its own. */
export function helpOfKey(key: string, notation?: string): string {
  const { description } = modelKeys.find((one) => one.key === key) ?? {
    description: composedKeys[key]!,
  };
  const [first = ''] = inHelp(description).split('. ');
  if (notation === undefined) return first.split(': ')[0]!;
  return /[:;]/.test(first) ? `${first} (${notation})` : `${first}: ${notation}`;
}
