/** Steps of `build` as they are written, and as a list that a form can change. */
import { quoted } from '../../session/paths.js';

/** A step without its name: an expression, or the keys of an expression, a split or an index. */
export type StepBody = string | number | Readonly<Record<string, unknown>>;

export interface WrittenStep {
  readonly name: string;
  readonly body: StepBody;
}

export type StepKind = 'value' | 'split' | 'index';

export const kindOf = (body: StepBody): StepKind =>
  typeof body !== 'object'
    ? 'value'
    : 'split' in body
      ? 'split'
      : 'index' in body
        ? 'index'
        : 'value';

/** The expression of a step, or '' of one that has none. */
export const expressionOf = (body: StepBody) =>
  String((typeof body === 'object' ? body['value'] : body) ?? '');

/** The step with another expression; its other keys stay. */
export const withExpression = (body: StepBody, value: string): StepBody =>
  typeof body === 'object' ? { ...body, value } : value;

/** The steps in their order; undefined if `build` has a form that is not known here. */
export function listOf(build: unknown): readonly WrittenStep[] | undefined {
  if (build === undefined) return [];
  if (typeof build !== 'object' || build === null) return undefined;
  if (!Array.isArray(build)) {
    return Object.entries(build).map(([name, body]) => ({ name, body: body as StepBody }));
  }
  return build.map((step: Readonly<Record<string, unknown>>) => {
    const { name, ...body } = step;
    const isPlain = Object.keys(body).length === 1 && typeof body['value'] === 'string';
    return { name: String(name), body: isPlain ? (body['value'] as string) : body };
  });
}

/** `build` of such a list: by name, or a list if names repeat or are whole numbers, which objects sort. */
export function buildOf(list: readonly WrittenStep[]): object | undefined {
  if (list.length === 0) return undefined;
  const names = list.map(({ name }) => name);
  const byName = new Set(names).size === names.length && !names.some((name) => /^\d+$/.test(name));
  if (byName) return Object.fromEntries(list.map(({ name, body }) => [name, body]));
  return list.map(({ name, body }) => ({
    name,
    ...(typeof body === 'object' ? body : { value: body }),
  }));
}

/** A name as expressions have it: in backquotes if it is not a word. */
/** A condition on a column, of whose values texts stand in quotes. */
export function conditionOf(column: string, sign: string, value: string, isText: boolean): string {
  return `${quoted(column)} ${sign} ${isText ? JSON.stringify(value) : value}`;
}
