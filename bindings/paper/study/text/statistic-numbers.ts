/** Statistics of a model by the paths that tables use. */
import type { FitResult } from '../../../results/fit.js';
import type { NumberKind } from './number.js';

export type Statistic = readonly [path: string, value: number, kind: NumberKind];

/** Parts of a result that are named by coefficient, are matrices or lists of columns, or describe the data. */
// prettier-ignore
const others = [
  'params', 'stdErrors', 'statistics', 'pValues', 'confInt', 'vcov', 'bootstrap', 'tests',
  'instruments',
    'momentConditions',
    'trace',
    'warnings',
    'engine',
    'labels',
    'weightingMatrix',
  'omitted', 'components', 'confidenceSets', 'baselines', 'columns',
];

// prettier-ignore
const counts = [
  'nobs', 'ngroups', 'ninstruments', 'rankInstruments', 'dfModel', 'dfResid', 'iterations',
  'pairs', 'units', 'rows', 'levels', 'redundant', 'columns', 'zeroColumns', 'rank',
  'rowsRead', 'rowsUsed', 'nparams', 'df',
];

/** What names the parts of a list: the order of a test of autocorrelation, a group, an endogenous variable. */
const partKeys = ['order', 'group', 'endogenous'] as const;

/** Every number of a result that `statisticOf` finds by the same path. */
export function statisticNumbers(fit: FitResult): Statistic[] {
  const top = Object.entries(fit).filter(([key]) => !others.includes(key));
  const all = [...top, ...Object.entries(fit.tests).filter(([key]) => !others.includes(key))];
  return all.flatMap(([key, value]) => leaves(key, key, value));
}

function leaves(path: string, key: string, value: unknown): Statistic[] {
  if (typeof value === 'number') {
    return Number.isNaN(value) ? [] : [[path, value, kindOf(key)]];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => [
      ...leaves(partPath(path, item, i), key, item),
      // A list without a part is its first.
      ...(i === 0 ? leaves(path, key, item) : []),
    ]);
  }
  return Object.entries(value).flatMap(([name, child]) => {
    if (name === 'stat') return leaves(path, key, child);
    const short = name === 'pValue' ? 'p' : name;
    return leaves(`${path}.${short}`, short, child);
  });
}

/** `ar[2]`, `firstStage[Gov]`; a number by its place, `df[0]`. */
function partPath(path: string, item: unknown, i: number): string {
  const keyed = typeof item === 'object' && item !== null ? (item as Record<string, unknown>) : {};
  const named = partKeys.find((key) => ['string', 'number'].includes(typeof keyed[key]));
  return `${path}[${named === undefined ? i : String(keyed[named])}]`;
}

function kindOf(key: string): NumberKind {
  if (key === 'p') return 'p';
  if (key === 'periods' || key === 'order') return 'label';
  return counts.includes(key) ? 'count' : 'statistic';
}
