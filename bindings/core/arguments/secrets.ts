/** Hides passwords and keys in text that is printed or stored. */
import { badArgument } from '../errors/bad-argument.js';
import { aText, listOfTexts } from '../../words/expectations/values.js';

const HIDDEN = '***';
/** Shorter secrets are hidden only in addresses, because elsewhere they would match parts of words. */
const SHORTEST = 4;

/** A word that may contain an address. */
const word = /\S+/g;
/** A parameter of a query string. */
const query = /([?&][^=&\s]{1,100}=)[^&\s"'<>]*/g;
const secretName = /pass|pwd|auth|token|key|secret|sig|credential/i;

/**
 * The text without `secrets`, plain or percent-encoded, and without the passwords of addresses.
 *
 * @throws InputError `bad-value`
 */
export function withoutSecrets(text: string, secrets: readonly string[] = []): string {
  if (typeof text !== 'string') throw badArgument('withoutSecrets', 'text', aText(), text);
  const isText = (one: unknown) => typeof one === 'string';
  if (!Array.isArray(secrets) || !Array.from(secrets).every(isText)) {
    throw badArgument('withoutSecrets', 'secrets', listOfTexts(), secrets);
  }
  const known = [...new Set(secrets.flatMap(formsOf))].sort((a, b) => b.length - a.length);
  const hidden = known.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
  return hidden
    .replace(word, withoutUser)
    .replace(query, (pair, name: string) => (secretName.test(name) ? name + HIDDEN : pair));
}

/**
 * Removes user and password from an address in a word: everything up to the last @, because a password may contain one.
 */
function withoutUser(text: string): string {
  const start = text.indexOf('://') + 3;
  const end = text.lastIndexOf('@');
  return start < 3 || end < start ? text : text.slice(0, start) + HIDDEN + text.slice(end);
}

function formsOf(secret: string): string[] {
  const forms = [secret, encoded(secret), decoded(secret), JSON.stringify(secret).slice(1, -1)];
  return forms.filter((form) => form.length >= SHORTEST);
}

function encoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text; // a lone surrogate cannot be encoded
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a percent sign that encodes nothing
  }
}
