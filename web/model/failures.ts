/** Where in the model a failure lies, and what would mend it. */
import type { Failure } from '../engine/failure.js';
import { change, model as session, type WrittenModel } from '../session/model.js';
import { valueAt, withValue } from '../session/paths.js';
import { spoken } from '../components/spoken.js';
import { words } from '../words/words.js';
import type { Fault, Way } from './fault.js';
import { partsOf } from './formula.js';

/** What failures say of their place, and of the name that was probably meant. */
interface Detail {
  readonly path?: string;
  readonly text?: string;
  readonly offset?: number;
  readonly column?: string;
  readonly group?: number;
  readonly endogenous?: readonly string[];
  readonly lost?: readonly { readonly told: { readonly say: string } }[];
  readonly formula?: string;
  readonly meant?: { readonly near?: string };
}

/** Failures of a whole model, at the key that can mend them. */
const places: Readonly<Record<string, (detail: Detail) => string>> = {
  'under-identified': ({ endogenous }) => (endogenous ? 'formula.instruments' : 'gmm'),
  'formula-parts': ({ formula = '' }) =>
    formula.includes('|') ? 'formula.effects' : 'formula.instruments',
  'lags-too-deep': ({ group }) => `gmm[${group}].lags`,
  'empty-sample': ({ lost = [] }) =>
    lost.some(({ told }) => told.say.includes('where')) ? 'where' : 'formula',
  'negative-weight': () => 'weights.column',
};

export function failureFault(failure: Failure, model: WrittenModel): Fault {
  const { code } = failure;
  const message = spoken(failure);
  const path = pathOf(failure, model);
  const { column }: Detail = failure.detail ?? {};
  return { path, code, message, word: column, severity: 'error', ways: waysOf(failure, model) };
}

/** The key that a failure is about; empty if it names none. */
function pathOf({ code, key, detail = {} }: Failure, model: WrittenModel): string {
  const { path, text, offset }: Detail = detail;
  if (text === undefined) return places[code]?.(detail) ?? key ?? path ?? '';
  const place = pathOfText(model, text) ?? key ?? '';
  return place === 'formula' ? placeInFormula(text, offset ?? 0) : place;
}

/** The path of a text in the model. */
function pathOfText(value: unknown, text: string, outer = ''): string | undefined {
  if (value === text) return outer;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [step, inner] of Object.entries(value)) {
    const path = Array.isArray(value)
      ? `${outer}[${step}]`
      : outer === ''
        ? step
        : `${outer}.${step}`;
    const inside = pathOfText(inner, text, path);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** The list of the form that has the term at a place of the formula. */
function placeInFormula(formula: string, offset: number): string {
  if (partsOf(formula) === undefined) return 'formula';
  const before = formula.slice(0, offset);
  if (!before.includes('~')) return 'formula.outcome';
  if (!before.includes('|')) return 'formula.regressors';
  const part = before.slice(before.lastIndexOf('|'));
  if (part.includes('~')) return 'formula.instruments';
  const isEndogenous = formula.slice(offset).split('|')[0]!.includes('~');
  return isEndogenous ? 'formula.endogenous' : 'formula.effects';
}

/** The name that was probably meant, where a column or a key is unknown. */
function waysOf({ code, key, detail = {} }: Failure, model: WrittenModel): Way[] {
  const { meant, column, text, offset, path }: Detail = detail;
  const near = meant?.near;
  if (near === undefined) return [];
  const label = words.value.model.useName(near);
  if (code === 'unknown-key') return [{ label, take: () => rename(path ?? '', near) }];
  const place = text === undefined ? key : pathOfText(model, text);
  if (place === undefined || column === undefined) return [];
  const written = text === undefined ? column : text;
  const start = offset ?? 0;
  const next = written.slice(0, start) + near + written.slice(start + column.length);
  return [{ label, take: () => change(withName(session.peek(), place, column, next)) }];
}

/** The model with another text at a place, or in the list at that place. */
function withName(model: WrittenModel, place: string, column: string, next: string): WrittenModel {
  const value = valueAt(model, place);
  const list = Array.isArray(value) && value.map((name) => (name === column ? next : name));
  return withValue(model, place, list || next);
}

function rename(path: string, name: string): void {
  const model = session.peek();
  const [last] = /[^.[\]]+$/.exec(path) ?? [''];
  const value = valueAt(model, path);
  const renamed = path.slice(0, path.length - last.length) + name;
  change(withValue(withValue(model, path, undefined), renamed, value));
}
