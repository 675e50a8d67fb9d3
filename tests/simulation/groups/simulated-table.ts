/** The table of sizes in the library, from the counts of the simulations. */
import type { SimulatedTest } from '../../../bindings/analysis/bootstrap/groups/sizes/simulated.js';
import { worst } from '../../../bindings/analysis/bootstrap/groups/sizes/sizes.js';
import { drawnGrid, grid } from './designs.js';

/** A line of `results/group-differences.csv`: a test in panels of one design. */
export interface Counted {
  readonly units: number;
  readonly split: string;
  readonly groups: number;
  readonly ratio: number;
  readonly process: string;
  readonly test: SimulatedTest;
  readonly samples: number;
  readonly rejected: number;
  /** Panels in which the test has no p-value, as a group cannot be estimated. */
  readonly missing: number;
}

export function readCounts(text: string): Counted[] {
  const [head, ...lines] = text.trim().split('\n');
  const names = head!.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    const entries = names.map((name, i) => [name, isWord(name) ? cells[i] : Number(cells[i])]);
    return Object.fromEntries(entries) as Counted;
  });
}

const isWord = (name: string) => ['split', 'process', 'test'].includes(name);

type Table = Readonly<Record<string, Readonly<Partial<Record<SimulatedTest, (number | null)[]>>>>>;

/**
 * For each shape and test the size that is furthest from 5 %, by number of units; null where not all of its processes were
 * simulated.
 */
export function tableOf(counts: readonly Counted[], gridUnits: readonly number[]): Table {
  const shapes = [...new Set(counts.map(shapeOf))];
  return Object.fromEntries(
    shapes.map((shape) => {
      const ofShape = counts.filter((one) => shapeOf(one) === shape);
      const tests = [...new Set(ofShape.map(({ test }) => test))];
      const sizes = tests.map((test) => {
        const ofTest = ofShape.filter((one) => one.test === test);
        return [test, gridUnits.map((units) => sizeAmong(ofTest, units))];
      });
      return [shape, Object.fromEntries(sizes)];
    }),
  ) as Table;
}

function sizeAmong(counts: readonly Counted[], number: number): number | null {
  const found = counts.filter(({ units }) => units === number);
  const [first] = found;
  if (first === undefined || found.length < processCount(first)) return null;
  const sizes = found.map(({ rejected, samples, missing }) => rejected / (samples - missing));
  return Number(worst(sizes).toFixed(3));
}

/** Processes of the design of a count. */
function processCount({ units, split, groups, ratio, test }: Counted): number {
  const designs = test === 'permutation' || test === 'wild' ? drawnGrid : grid;
  return designs.filter(
    (design) =>
      design.units === units &&
      design.split === split &&
      design.groups === groups &&
      design.ratio === ratio,
  ).length;
}

const shapeOf = ({ split, groups, ratio }: Counted) =>
  `${split}, ${groups} groups, ${ratio === 1 ? 'even' : 'uneven'}`;
