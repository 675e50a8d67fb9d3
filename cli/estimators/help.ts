/** What the schema says of a key, in the style of help. */
import { composedKeys, modelKeys } from './model-keys.js';

/** A description without its point, in lower case, as its words are read after an option. */
export function inHelp(description: string): string {
  const text = description.replace(/`/g, '').replace(/\.$/, '');
  return /^[A-Z][a-z]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
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
