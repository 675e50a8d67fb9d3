/**
 * Two absorbed effects at a million rows and a hundred thousand units: the package from a table of columns with
 * clustered standard errors, against demeaning and normal equations in plain JavaScript, which start from numbered
 * levels and compute coefficients only. Both must agree before either is timed.
 */
import { fitModel, type Engine } from 'wasmetrics';
import { alternate } from '../alternate.js';
import { demean, type Levels } from '../peers/plain-js/demean.js';
import { leastSquares } from '../peers/plain-js/least-squares.js';
import type { Group } from '../report/report.js';
import { requireClose } from '../require-close.js';
import { uniform } from './rows.js';

const [n, k, nunits] = [1_000_000, 4, 100_000];

/** Effects of periods are nearly orthogonal to unit effects; effects of firms that units move between are not. */
const second = { periods: 10, firms: 10_000 };

interface Absorbed {
  readonly x: readonly Float64Array[];
  readonly y: Float64Array;
  readonly unit: Levels;
  readonly other: Levels;
}

/** One group per kind of second effect. */
export async function absorbedGroups(engine: Engine, rounds: number): Promise<Group[]> {
  const groups: Group[] = [];
  for (const [name, count] of Object.entries(second)) {
    const title = `${n.toLocaleString('en-GB')} rows, ${k} regressors, effects of ${nunits.toLocaleString('en-GB')} units and ${count.toLocaleString('en-GB')} ${name}`;
    groups.push(await group(engine, generate(count), title, rounds));
  }
  return groups;
}

async function group(
  engine: Engine,
  rows: Absorbed,
  title: string,
  rounds: number,
): Promise<Group> {
  const names = rows.x.map((_, j) => `x${j + 1}`);
  const column = (values: Float64Array) => ({ kind: 'number', values }) as const;
  const columns = new Map([
    ['y', column(rows.y)],
    ['unit', column(Float64Array.from(rows.unit.codes))],
    ['other', column(Float64Array.from(rows.other.codes))],
    ...names.map((name, j) => [name, column(rows.x[j]!)] as const),
  ]);
  const formula = `y ~ ${names.join(' + ')} | unit + other`;
  const vcov = { type: 'cluster', cluster: 'unit' } as const;
  const fit = () =>
    fitModel({ nrows: n, columns }, { estimator: 'ols', formula, vcov }, { engine });
  const { params } = await fit();
  plainJs(rows).forEach((expected, j) => {
    requireClose(names[j]!, params[names[j]!]!, expected, 1e-8);
  });
  const contenders = [
    { name: 'wasmetrics, clustered by unit', amount: 1, run: async () => void (await fit()) },
    { name: 'plain JavaScript, coefficients', amount: 1, run: () => void plainJs(rows) },
  ];
  return { title, item: 'fit', timings: await alternate(contenders, rounds) };
}

function plainJs({ x, y, unit, other }: Absorbed): Float64Array {
  const whole = new Float64Array(n * k);
  x.forEach((values, j) => whole.set(demean(values, unit, other), j * n));
  return leastSquares({ n, k, x: whole, y: demean(y, unit, other) }).params;
}

/** Regressors and outcome that depend on both effects. Every level has rows; units have 10 each. */
function generate(count: number): Absorbed {
  const draws = uniform(n, 20);
  const unit = { codes: Int32Array.from(draws, (_, i) => i % nunits), count: nunits };
  const codes = Int32Array.from(draws, (draw, i) =>
    i < count ? i : Math.floor((draw + 0.5) * count),
  );
  const other = { codes, count };
  const lean = (i: number) => unit.codes[i]! / nunits + codes[i]! / count;
  const x = Array.from({ length: k }, (_, j) => uniform(n, 21 + j).map((u, i) => u + lean(i)));
  const y = uniform(n, 30).map((u, i) => x.reduce((sum, values) => sum + values[i]!, u + lean(i)));
  return { x, y, unit, other };
}
