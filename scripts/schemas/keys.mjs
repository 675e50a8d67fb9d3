/**
 * The keys of models with a single value or a list, from the schema of model files; for command lines, pages and
 * tables.
 */
import { modelSchema } from './model.mjs';

/** Keys that hold other keys, each of which is listed too. */
const parents = ['panel', 'vcov', 'weight', 'absorb', 'bootstrap'];

/** The keys in the order of the schema. A key that is the same for several estimators is listed once. */
export function modelKeys() {
  const { $defs, allOf } = modelSchema();
  const keys = new Map();
  for (const { if: condition, then } of allOf) {
    const { enum: names, const: name = names[0] } = oneOf(condition.properties.estimator);
    for (const key of keysOf(formsOf(then, $defs)[0], '', $defs)) {
      const text = JSON.stringify(key);
      const known = keys.get(text) ?? { estimators: [], ...key };
      known.estimators.push(name);
      keys.set(text, known);
    }
  }
  return [...keys.values()];
}

/** What the other keys mean, those with tables or lists of tables, and their own keys where options set them. */
export function composedKeys() {
  const { $defs, allOf } = modelSchema();
  const wholes = allOf.map(({ then }) => formsOf(then, $defs)[0]);
  const texts = wholes.flatMap(({ properties }) =>
    Object.entries(properties).flatMap(([name, part]) => {
      const forms = formsOf(part, $defs);
      if (parents.includes(name) || kindOf(forms, $defs) !== undefined) return [];
      const own = name === 'roles' ? Object.entries(forms[0].properties) : [];
      const all = [[name, part], ...own.map(([key, value]) => [`${name}.${key}`, value])];
      return all.map(([key, { description = '' }]) => [key, description]);
    }),
  );
  return Object.fromEntries(texts);
}

/** A description without its point, in lower case, as its words are read after an option. */
function inHelp(description) {
  const text = description.replace(/`/g, '').replace(/\.$/, '');
  return /^[A-Z][a-z]/.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}

/** The text of help, and without what follows its colon. */
function shortened(text) {
  const [short] = text.split(': ');
  return short === text ? { text } : { text, short };
}

/**
 * What help says of a key: the description without its default, which help adds, and how the accepted words follow unless
 * the text has them.
 */
export function helpOf({ description, type, choices = [], default: fallback }) {
  const whole = inHelp(description);
  const text =
    fallback === undefined ? whole : whole.replace(/[;,.] (?:by )?default (?:[^;.]|\.\d)*$/i, '');
  const hasWords = choices.length < 2 || choices.every((one) => text.includes(String(one)));
  if (type === 'flag' || hasWords) return shortened(text);
  return { ...shortened(text), words: /[;:]/.test(text) ? 'brackets' : 'colon' };
}

/** What help says of a key whose option has a notation of its own: the first sentence. */
export const composedHelp = (description) => shortened(inHelp(description).split('. ')[0]);

const oneOf = ({ anyOf: [first] }) => first;

function keysOf({ properties }, path, $defs) {
  return Object.entries(properties).flatMap(([name, part]) => {
    if (path === '' && ['$schema', 'estimator', 'formula', 'data'].includes(name)) return [];
    const key = `${path}${name}`;
    const forms = formsOf(part, $defs);
    const whole = forms.find((form) => form.properties !== undefined);
    if (path === '' && parents.includes(name)) return keysOf(whole, `${name}.`, $defs);
    const kind = kindOf(forms, $defs);
    if (kind === undefined) return [];
    const { default: fallback, description = '' } = part;
    const hasDefault = fallback !== undefined && typeof fallback !== 'object';
    return [{ key, ...kind, ...(hasDefault && { default: fallback }), description }];
  });
}

/** The alternatives of a value, with references resolved. */
function formsOf({ $ref, anyOf, ...rest }, $defs) {
  if ($ref !== undefined) return formsOf($defs[$ref.replace('#/$defs/', '')], $defs);
  return anyOf === undefined ? [rest] : anyOf.flatMap((form) => formsOf(form, $defs));
}

/** The type of a value and the words that it accepts; undefined for an object. */
function kindOf(forms, $defs) {
  const all = forms.flatMap((form) => form.enum ?? ('const' in form ? [form.const] : []));
  const choices = [...new Map(all.map((one) => [String(one), one])).values()];
  const isChoice = choices.length > 0;
  // A pattern next to words describes their other spellings.
  const others = forms.filter((form) => form.type !== undefined && !(isChoice && form.pattern));
  const types = new Set(others.map(({ type }) => (type === 'integer' ? 'number' : type)));
  const list = others.find(({ items }) => items !== undefined);
  if (list !== undefined) {
    const item = kindOf(formsOf(list.items, $defs), $defs);
    const isPlain = item !== undefined && item.type !== 'list' && !types.has('object');
    return isPlain ? { ...item, type: 'list' } : undefined;
  }
  const words = isChoice ? { choices } : {};
  if (types.has('object')) return undefined;
  if (types.size === 0) return isChoice ? { type: 'choice', ...words } : undefined;
  if (types.size > 1) return { type: 'text', ...words };
  const [type] = types;
  return { type: type === 'boolean' ? 'flag' : type === 'string' ? 'text' : type, ...words };
}
