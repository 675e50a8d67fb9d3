/** Facts above a table of coefficients, such as `Number of obs = 120` or `R-squared: | 0.31`. */
import type { Grid } from './grid.js';

/** Texts by label. */
export type Facts = Readonly<Record<string, string>>;

/** `Number of obs = 120   F(2, 117) = 5.1` and `R-squared: 0.31`. */
export function factsIn(lines: readonly string[]): Facts {
  const pairs = lines.flatMap((line) =>
    line
      .slice(0, 500)
      .split(/(?<=[=:]\s{0,9}[-<]?[\d.,]+%?),?\s+/)
      .flatMap((part) => {
        const match = /^([\p{L}][^=:]{0,60}?)\s*[=:]\s*([-<]?[\d.,]*\d)%?$/u.exec(part.trim());
        return match === null ? [] : [[match[1]!, match[2]!] as const];
      }),
  );
  return Object.fromEntries(pairs);
}

/** The facts in a grid whose labels end with a colon, each before its value; undefined for other grids. */
export function factsOf({ rows }: Grid): Facts | undefined {
  const isLabel = (text: string) => /\S:$/.test(text);
  const labelled = rows.filter(([label = '']) => isLabel(label));
  if (rows.length < 2 || labelled.length < rows.length / 2) return undefined;
  const inside = rows.some((row) => row.slice(1).some(isLabel));
  if (!inside && labelled.length < rows.length) return undefined;
  return Object.fromEntries(
    rows.flatMap((row) =>
      row.flatMap((text, i) => (isLabel(text) ? [[text.slice(0, -1), row[i + 1] ?? '']] : [])),
    ),
  );
}
