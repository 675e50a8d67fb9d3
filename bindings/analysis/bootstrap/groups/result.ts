/** The result of a comparison: estimates, differences and warnings. */
import { groupNotEstimated, noSpread } from '../../../words/errors/bootstrap/comparisons.js';
import type { EconError } from '../../../core/errors/errors.js';
import { findColumn, levelsOf } from '../../../data/index.js';
import { twoSided } from '../../../core/numerics/inference.js';
import { covarianceKindOf } from '../../../models/covariances/kind.js';
import type { Warning } from '../../../results/common.js';
import type { CovarianceKind } from '../../../results/fit.js';
import type {
  GroupCompat,
  GroupDifference,
  GroupEstimate,
  GroupMethod,
} from '../../../results/groups.js';
import type { Compared, Group } from './compared.js';
import { because, differenceRow, keyOf, type Outcomes, pairsOf, reasonOf } from './difference.js';
import type { Split } from './split.js';
import { distinctUnits } from './units.js';
import type { Joint } from './wald.js';
import { groupWarnings } from '../../../words/en/warnings/bootstraps/groups.js';
import { type Said, say } from '../../../words/phrase.js';
import { warning, warningOf } from '../../../words/warning.js';

/** The errors of the estimates, with the number of clusters of all groups together. */
export function errorsOf(compared: Compared): CovarianceKind {
  const { clusters, ...kind } = covarianceKindOf(compared.groups[0]!.fit);
  return { ...kind, ...(clusters && { clusters: totalClusters(compared, clusters) }) };
}

/** The number of units that are exchanged or drawn in the smallest group. */
export function fewestUnits({ groups, units }: Compared): { count: number; what: Said } {
  const counts = groups.map(({ rows }) => distinctUnits(units.codes, rows).length);
  const what = units.column === undefined ? say('rows') : say('units of {}', units.column);
  return { count: Math.min(...counts), what };
}

/** Columns of the clusters, with the number of clusters in all groups together. */
function totalClusters(
  { split: { table }, groups }: Compared,
  clusters: readonly { readonly column: string }[],
) {
  return clusters.map(({ column }) => {
    const { values } = table.columns.get(column)!;
    return {
      column,
      count: new Set(groups.flatMap(({ rows }) => Array.from(rows, (row) => values[row]))).size,
    };
  });
}

export function estimatesOf(
  compared: Compared,
  { values, codes }: Split,
  joint: Joint,
): GroupEstimate[] {
  const { groups, missing, units } = compared;
  return values.map((value, label) => {
    const g = groups.findIndex((group) => group.label === label);
    const lost = missing.find((group) => group.label === label);
    if (lost !== undefined) return missingEstimate(value, codes, { label, error: lost.error });
    const group = groups[g]!;
    const ngroups =
      units.column === undefined ? null : distinctUnits(units.codes, group.rows).length;
    return {
      value,
      nobs: group.fit.nobs,
      ngroups,
      ...coefficientOf(compared, group, { joint, g }),
    };
  });
}

function missingEstimate(
  value: string,
  codes: Int32Array,
  { label, error }: { readonly label: number; readonly error: EconError },
): GroupEstimate {
  const nobs = codes.reduce((sum, code) => sum + Number(code === label), 0);
  const none = { ngroups: null, estimate: null, stdError: null, pValue: null };
  return { value, nobs, ...none, ...because(reasonOf(error)) };
}

function coefficientOf(
  { engine, options: { of, common } }: Compared,
  { fit }: Group,
  { joint, g }: { readonly joint: Joint; readonly g: number },
): Pick<GroupEstimate, 'estimate' | 'stdError' | 'pValue' | 'reason' | 'told'> {
  if (!common) {
    return { estimate: fit.params[of]!, stdError: fit.stdErrors[of]!, pValue: fit.pValues[of]! };
  }
  if ('reason' in joint) {
    return { estimate: null, stdError: null, pValue: null, ...because(joint.reason) };
  }
  const { estimates, covariance, statistic, df } = joint;
  const [estimate, stdError] = [estimates[g]!, Math.sqrt(covariance[g]![g]!)];
  return { estimate, stdError, pValue: twoSided(engine, estimate / stdError, { statistic, df }) };
}

/** What the rows of the table of differences have in common. */
export interface Rows {
  readonly compared: Compared;
  readonly split: Split;
  readonly estimates: readonly GroupEstimate[];
  readonly level: number;
}

interface Methods extends Rows {
  readonly outcomes: ReadonlyMap<GroupMethod | GroupCompat, Outcomes>;
  /** The simulated size of a method. */
  readonly sizeOf: (method: GroupMethod | GroupCompat) => number | null;
}

/** The rows for each pair of groups and each method, including pairs with a group that cannot be estimated. */
export function differencesOf({
  compared,
  split,
  estimates,
  outcomes,
  sizeOf,
  level,
}: Methods): GroupDifference[] {
  const numberOf = (label: number) => compared.groups.findIndex((group) => group.label === label);
  return pairsOf(split.values.length).flatMap((pair) =>
    [...outcomes.keys()].map((method) => {
      const [first, second] = pair.map((label) => estimates[label]!) as [
        GroupEstimate,
        GroupEstimate,
      ];
      const between = [first.value, second.value] as const;
      const row = { between, method, estimate: null, size: sizeOf(method) };
      const lost = [first, second].find(({ estimate }) => estimate === null);
      if (lost !== undefined) {
        const reason = groupNotEstimated({ group: lost.value, cause: lost.told! });
        return differenceRow(compared.engine, level, row, { reason });
      }
      const estimate = second.estimate! - first.estimate!;
      const exact = first.stdError === 0 && second.stdError === 0;
      const numbers = pair.map(numberOf) as [number, number];
      const outcome = exact ? NO_SPREAD : outcomes.get(method)!.of.get(keyOf(numbers))!;
      return differenceRow(compared.engine, level, { ...row, estimate }, outcome);
    }),
  );
}

/** The result of every method for two estimates whose variances are rounding errors, as in perfect fits. */
const NO_SPREAD = { reason: noSpread() };

export function warningsOf(
  { groups, missing, units, switchingUnits, options }: Compared,
  split: Split,
  outcomes: readonly Outcomes[],
): Warning[] {
  const warnings = rowsInNoGroup(split, options.by);
  for (const { value, error } of missing) {
    const cause = reasonOf(error);
    const detail = { group: value, reason: cause.text, cause };
    warnings.push(warning(groupWarnings, 'group-not-estimated', detail));
  }
  if (switchingUnits > 0) {
    const detail = { units: switchingUnits, unit: String(units.column) };
    warnings.push(warning(groupWarnings, 'switching-units', detail));
  }
  const named = groups.flatMap(({ value, fit }) =>
    fit.warnings.map((one) => warningOf(value, one)),
  );
  return [...warnings, ...named, ...outcomes.flatMap((one) => one.warnings)];
}

/** Counts the rows without a value in the column, and the rows whose value belongs to no group. */
function rowsInNoGroup({ codes, table }: Split, by: string): Warning[] {
  const { codes: values } = levelsOf(findColumn(table, by, 'by'));
  const outside = codes.reduce((sum, code) => sum + Number(code < 0), 0);
  const missing = values.reduce((sum, value) => sum + Number(value < 0), 0);
  const others = outside - missing;
  return [
    ...(missing === 0 ? [] : [{ rows: missing, without: by }]),
    ...(others === 0 ? [] : [{ rows: others }]),
  ].map((detail) => warning(groupWarnings, 'rows-in-no-group', detail));
}
