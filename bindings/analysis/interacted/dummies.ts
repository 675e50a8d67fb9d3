/**
 * Turns absorbed effects such as periods into dummies if clusters do not contain whole levels, because the leverages of
 * a cluster then depend on these effects (Pustejovsky and Tipton, 2018, section 2.2; nested effects may stay absorbed,
 * their theorem 2).
 */
import type { Grouping } from '../../models/linear/design/effects.js';
import type { Dependence } from '../../models/linear/design/dependence.js';
import { isConstantWithin, type Labelled, type Stack } from './stack.js';

interface Dummy {
  readonly name: string;
  readonly x: Float64Array;
}

/** The pooled model with dummies for the effects whose levels are not inside clusters, if it has one clustering. */
export function withDummies(
  stacked: Stack,
  labelled: Pick<Labelled, 'labels' | 'common'>,
  { clusters = [] }: Partial<Dependence>,
): Stack {
  const { transformation, rows, exogenous } = stacked;
  const codes = clusters[0]?.codes;
  const isNested = (effect: Grouping) =>
    codes !== undefined && isConstantWithin(codes, effect.codes);
  const nested = transformation.absorbed.filter(isNested);
  const others = transformation.absorbed.filter((effect) => !isNested(effect));
  if (others.length === 0) return stacked;
  const added = others.flatMap((effect, i) =>
    dummiesOf(effect, labelled, nested.length === 0 && i === 0),
  );
  const place = rows.names.length - Number(rows.intercept); // the constant stays last
  const inserted = <T>(list: readonly T[], more: readonly T[]) => [
    ...list.slice(0, place),
    ...more,
    ...list.slice(place),
  ];
  const names = added.map(({ name }) => name);
  return {
    ...stacked,
    exogenous: [...exogenous.slice(0, exogenous.length - Number(rows.intercept)), ...names].concat(
      rows.intercept ? exogenous.slice(-1) : [],
    ),
    transformation: { kind: 'absorbed', absorbed: nested },
    rows: {
      ...rows,
      names: inserted(rows.names, names),
      x: inserted(
        rows.x,
        added.map(({ x }) => x),
      ),
      xLow:
        rows.xLow &&
        inserted(
          rows.xLow,
          added.map(() => 0),
        ),
    },
  };
}

/**
 * Dummies of all levels of an effect but one for each group. With `levels` they also replace the dummies of the groups;
 * the constant represents the first group.
 */
function dummiesOf(
  { name, codes, count }: Grouping,
  { labels, common }: Pick<Labelled, 'labels' | 'common'>,
  levels: boolean,
): Dummy[] {
  const rowsOf = Array.from({ length: count }, (): number[] => []);
  codes.forEach((code, row) => rowsOf[code]!.push(row));
  const seen = new Set<number>();
  return rowsOf.flatMap((rows, code) => {
    const group = common ? 0 : labels[rows[0]!]!;
    const isFirst = !seen.has(group);
    seen.add(group);
    if (isFirst && !(levels && group > 0)) return [];
    const x = new Float64Array(labels.length);
    for (const row of rows) x[row] = 1;
    return [{ name: `${group}: ${name}=${code}`, x }];
  });
}
