/** `--set vcov.type=HC3`: values of a model that the command line replaces. */
import { InputError } from '../../bindings/index.js';
import { quoted } from '../../bindings/core/errors/quoted.js';
import { usageValue } from '../../bindings/words/errors/program/usage.js';
import { wrongOverride } from '../../bindings/words/errors/program/models.js';
import { yamlOf } from '../options/keys.js';
import { invalid } from '../exit.js';

/** The new value of a model's key. */
export interface Override {
  /** As written, such as `vcov.type` or `gmm[0].lags`. */
  readonly path: string;
  /** null removes the key, so that its default applies. */
  readonly value: unknown;
}

/** Adds the override in `text` to those before it. */
export function overrideOf(text: string, before: readonly Override[] = []): Override[] {
  const [, path, value] = /^\s*((?:`[^`]*`|[^=`])+?)\s*=(.*)$/s.exec(text) ?? [];
  if (path === undefined) throw invalid(usageValue.set());
  const keys = keysOf(path);
  if (keys.length === 0 || keys.includes('__proto__')) throw invalid(usageValue.set());
  if (before.some((override) => override.path === path)) {
    throw invalid(usageValue['set-twice']({ path }));
  }
  try {
    return [...before, { path, value: yamlOf(`--set ${path}`, value!) }];
  } catch (error) {
    throw invalid(usageValue['set-yaml']({ cause: quoted(error as InputError) }));
  }
}

/** The keys and positions in a path; a key with dots is in backquotes. */
function keysOf(path: string): string[] {
  return (path.match(/`[^`]*`|[^.[\]`\s]+/g) ?? []).map((key) => key.replace(/^`(.*)`$/s, '$1'));
}

/**
 * A copy of the model with the values of the overrides. Missing keys on the path are added; the check of the model
 * refuses unknown keys.
 *
 * @throws InputError `bad-value` for a path through a value that has no keys
 */
export function withOverrides(model: object, overrides: readonly Override[]): object {
  const copy = structuredClone(model);
  for (const override of overrides) setKey(copy, override);
  return copy;
}

type Container = Record<string, unknown>;

function setKey(model: object, { path, value }: Override): void {
  const keys = keysOf(path);
  const last = keys.pop()!;
  let container = model as Container;
  let way = '';
  for (const key of keys) {
    checkPlace(container, key, { path, way });
    way = way === '' ? key : `${way}.${key}`;
    if (!Object.hasOwn(container, key) || container[key] === null) container[key] = {};
    const next = container[key];
    if (typeof next !== 'object') {
      throw new InputError(wrongOverride({ path, found: next, way, most: undefined }));
    }
    container = next as Container;
  }
  checkPlace(container, last, { path, way });
  if (value !== null || Array.isArray(container)) container[last] = value;
  else Reflect.deleteProperty(container, last);
}

function checkPlace(
  container: Container,
  key: string,
  { path, way }: { readonly path: string; readonly way: string },
): void {
  if (!Array.isArray(container) || (/^\d+$/.test(key) && Number(key) < container.length)) return;
  const most = container.length - 1;
  throw new InputError(wrongOverride({ path, found: key, way, most }));
}

/** The overrides by path, as JSON results have them. */
export function overridesJson(overrides: readonly Override[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(overrides.map(({ path, value }) => [path, value]));
}

/** `vcov.type = HC3, bootstrap.reps = 999`. */
export function overridesWords(overrides: readonly Override[]): string {
  const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  return overrides.map(({ path, value }) => `${path} = ${shown(value)}`).join(', ');
}
