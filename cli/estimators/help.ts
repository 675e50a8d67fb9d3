/** What the schema says of a key, in the style of help. */
import { type Text, textIn } from '../help/texts.js';
import { composedKeys, type ModelKey, modelKeys } from './model-keys.js';

/** The key of a model of this estimator. */
export function keyOf(path: string, estimator: string): ModelKey {
  return modelKeys.find(({ key, estimators }) => key === path && estimators.includes(estimator))!;
}

/** The words that a key takes. */
export const wordsOf = ({ choices = [] }: ModelKey): string[] => choices.map(String);

/** What a key means, with the words and the default. */
export function helpOf(key: ModelKey): Text {
  const { help, type, default: fallback } = key;
  return (say, words) => {
    const text = say(help.text);
    if (type === 'flag') return fallback === true ? words.not(text) : text;
    const listed =
      help.words === undefined ? text : words[help.words](text, words.or(wordsOf(key)));
    return fallback === undefined ? listed : words.fallback(listed, String(fallback));
  };
}

/** The help of an option that sets a key in a notation of its own. */
export function helpOfKey(key: string, notation?: Text): Text {
  const { text, short } = modelKeys.find((one) => one.key === key)?.help ?? composedKeys[key]!;
  return (say, words) => {
    if (notation === undefined) return say(short ?? text);
    const written = textIn(notation, words);
    return short === undefined
      ? words.colon(say(text), written)
      : words.brackets(say(text), written);
  };
}
