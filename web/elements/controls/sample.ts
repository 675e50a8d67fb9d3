/** The periods of a sample, as a condition after the author's. */
import { quoted, withValue } from '../../session/paths.js';
import type { WrittenModel } from '../worker/questions.js';

/** The periods that a control chose; undefined if it chose none. */
export function periodsIn(
  { where }: WrittenModel,
  author: string | undefined,
): readonly [number, number] | undefined {
  if (where === author) return undefined;
  const [, from, to] = / >= (\S+) && .+ <= (\S+)$/.exec(String(where)) ?? [];
  return from === undefined ? undefined : [Number(from), Number(to)];
}

export function withPeriods(
  model: WrittenModel,
  author: string | undefined,
  chosen: { readonly time: string; readonly from: number; readonly to: number } | undefined,
): WrittenModel {
  if (chosen === undefined) return withValue(model, 'where', author);
  const name = quoted(chosen.time);
  const periods = `${name} >= ${chosen.from} && ${name} <= ${chosen.to}`;
  return withValue(model, 'where', author === undefined ? periods : `(${author}) && ${periods}`);
}
