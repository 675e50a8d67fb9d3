import type { LinearSample } from './sample.js';

/** The sample without the columns of these names; undefined if none is left. */
export function withoutColumns(
  sample: LinearSample,
  omitted: readonly string[],
): LinearSample | undefined {
  const gone = new Set(omitted);
  const { names, widths, x, xLow } = sample;
  const kept = <T>(list: readonly T[]) => list.filter((_, j) => !gone.has(names[j]!));
  const low = xLow && kept(xLow);
  const ofTerms = names.filter((name) => name !== '_cons');
  let next = 0;
  const left = kept(names);
  if (left.length === 0) return undefined;
  return {
    ...sample,
    names: left,
    widths: widths.map((width) => {
      const columns = ofTerms.slice(next, (next += width));
      return columns.filter((name) => !gone.has(name)).length;
    }),
    x: kept(x),
    xLow: low?.some((column) => column !== 0) ? low : undefined,
  };
}
