/**
 * The difference of a coefficient between two groups that are estimated separately. Its distribution comes from
 * independent bootstraps of both groups and from permuted group labels (Cleary, 1999, Journal of Finance 54).
 */
import * as v from 'valibot';
import { checkKeys, columnName, listOf, oneOf, text } from '../../core/arguments.js';
import { type Engine, loadEngine } from '../../core/engine.js';
import { InputError } from '../../core/errors.js';
import { listed } from '../../core/messages.js';
import { type DataInput, findColumn, levelsOf, type Table, toTable } from '../../data/index.js';
import { fitModel } from '../../models/fit.js';
import type { FitResult } from '../../results/fit.js';
import type { GroupComparison, GroupDifference, GroupEstimate } from '../../results/groups.js';
import type { ModelInput } from '../../models/model.js';
import { twoSided } from '../../numerics/inference.js';
import { bootstrapDifference, bootstrapGroups } from './bootstrap.js';
import { permuteLabels } from './labels.js';
import { bootstrapSchemas } from '../options.js';
import type { GroupMethod, GroupOptions } from './options.js';
import type { Warning } from '../../results/common.js';

const known: readonly GroupMethod[] = ['bootstrap', 'permutation'];
const methodsExpected = 'bootstrap, permutation or both';

const { reps, seed, level, scheme, cluster, engine, workers, signal, workerUrl } = bootstrapSchemas;

const schemas = {
  by: columnName,
  of: text('the name of a coefficient'),
  methods: v.pipe(
    listOf(oneOf(known), methodsExpected),
    v.check((methods) => methods.length > 0, methodsExpected),
  ),
  ...{ reps, seed, level, scheme, cluster, engine, workers, signal, workerUrl },
};

/**
 * @throws InputError `unknown-column`, `one-group`, `unknown-coefficient` if a group does not have it, and what the
 *   estimate and the bootstrap of a group throw; the reason of `signal`
 */
export async function compareGroups(
  data: DataInput,
  model: ModelInput,
  options: GroupOptions,
): Promise<GroupComparison> {
  checkKeys('groups', schemas, options, ['by', 'of', 'reps']);
  const table = toTable(data);
  const { by, of, methods = known, seed = 1, reps } = options;
  const parts = groupsOf(table, by);
  const fits = await Promise.all(parts.map(({ rows }) => fitModel(select(table, rows), model)));
  const groups = fits.map((fit, g) => describe(fit, parts[g]!.group, of));
  const engine = options.engine ?? (await loadEngine());
  const boots = methods.includes('bootstrap') ? await bootstrapGroups(fits, options) : [];
  const differences: GroupDifference[] = [];
  const warnings = boots.flatMap((boot, g) => named(parts[g]!.group, boot.warnings));
  for (const [a, b] of pairsOf(parts.length)) {
    const [first, second] = [groups[a]!, groups[b]!];
    const difference = first.estimate - second.estimate;
    const both = methods.includes('permutation')
      ? await fitModel(select(table, merged(parts[a]!, parts[b]!)), model)
      : undefined;
    const labels = both && (await permuteLabels(both, [fits[a]!, fits[b]!], options));
    warnings.push(...named(`${first.group} and ${second.group}`, labels?.warnings ?? []));
    differences.push({
      groups: [first.group, second.group],
      difference,
      wald: waldOf(engine, difference, first, second),
      ...(boots.length > 0 && {
        bootstrap: bootstrapDifference(engine, [boots[a]!, boots[b]!], difference, options),
      }),
      ...(labels && { permutation: labels.result }),
    });
  }
  const { depvar, level } = fits[0]!;
  return {
    kind: 'groups',
    by,
    of,
    depvar,
    groups,
    differences,
    reps,
    seed,
    level: options.level ?? level,
    warnings,
  };
}

interface Part {
  readonly group: string;
  readonly rows: readonly number[];
}

/** Lists the rows of each value of a column. Rows without a value are in no group. */
function groupsOf(table: Table, by: string): Part[] {
  const { names, codes } = levelsOf(findColumn(table, by, 'by'));
  const rows = names.map((): number[] => []);
  codes.forEach((code, row) => rows[code]?.push(row));
  if (names.length > 1) return names.map((group, g) => ({ group, rows: rows[g]! }));
  const message = `groups: by: expected a column with at least two values, found ${by} with ${names.length}`;
  throw new InputError('one-group', message, { path: 'by', found: by });
}

function select({ columns }: Table, rows: readonly number[]): Table {
  const picked = [...columns].map(([name, column]) => {
    const selected =
      column.kind === 'number'
        ? { kind: column.kind, values: Float64Array.from(rows, (row) => column.values[row]!) }
        : { kind: column.kind, values: rows.map((row) => column.values[row]!) };
    return [name, selected] as const;
  });
  return { nrows: rows.length, columns: new Map(picked) };
}

function describe(fit: FitResult, group: string, of: string): GroupEstimate {
  const { params, stdErrors, nobs, ngroups } = fit;
  if (params[of] === undefined) {
    const names = listed(Object.keys(params));
    const message = `groups: of: expected a coefficient of group ${group} (${names}), found ${of}`;
    throw new InputError('unknown-coefficient', message, { path: 'of', found: of });
  }
  const estimate = { group, estimate: params[of], stdError: stdErrors[of]!, nobs };
  return { ...estimate, ...(ngroups !== undefined && { ngroups }) };
}

function pairsOf(count: number): (readonly [number, number])[] {
  return Array.from({ length: count }, (_, a) => a).flatMap((a) =>
    Array.from({ length: count - a - 1 }, (_, i) => [a, a + 1 + i] as const),
  );
}

/** Merges the rows of both groups in the order of the data. */
function merged(one: Part, other: Part): number[] {
  return [...one.rows, ...other.rows].sort((a, b) => a - b);
}

function named(group: string, warnings: readonly Warning[]): Warning[] {
  return warnings.map(({ code, message }) => ({ code, message: `${group}: ${message}` }));
}

function waldOf(
  engine: Engine,
  difference: number,
  first: GroupEstimate,
  second: GroupEstimate,
): GroupDifference['wald'] {
  const stdError = Math.sqrt(first.stdError ** 2 + second.stdError ** 2);
  const z = difference / stdError;
  return { stdError, z, pValue: twoSided(engine, z, { statistic: 'z', df: 0 }) };
}
