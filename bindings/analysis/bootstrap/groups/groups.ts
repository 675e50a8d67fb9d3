/** The difference of a coefficient between groups of rows, by several methods. */
import { notCommon as commonCoefficients } from '../../../words/errors/bootstrap/groups.js';
import { engineFor } from '../../../core/engine/engine.js';
import { InputError } from '../../../core/errors/errors.js';
import {
  type DataInput,
  labelsOf,
  spelledAs,
  tableWarnings,
  toTable,
} from '../../../data/index.js';
import type { ModelInput } from '../../../models/model.js';
import { isRegression, loadEstimators } from '../../../models/estimators.js';
import { withColumnNames } from '../../../models/reading/column-names.js';
import { namedColumns } from '../../../models/reading/named-columns.js';
import { periodWarnings } from '../../../models/reading/period-warnings.js';
import type {
  GroupCheck,
  GroupComparison,
  GroupCompat,
  GroupMethod,
} from '../../../results/groups.js';
import { chooseMethod } from './choose.js';
import { type Cr2, cr2Differences, cr2Of } from './cr2.js';
import { type Check, checksOf, rowErrorWarnings } from './checks/checks.js';
import { jointTests } from './checks/joint.js';
import { fewReplicates } from './few-replicates.js';
import { type Compared, estimateGroups } from './compared.js';
import { type Outcomes, type Pair, pairsOf } from './difference.js';
import { bootstrapDifferences } from './drawn/bootstrap.js';
import { withErrors } from './errors.js';
import { type ChosenOptions, type GroupOptions, readOptions, usualMethods } from './options.js';
import { drawnMethods, groupProgress } from './progress.js';
import { checkHeld } from '../replicates.js';
import { bdiffDifferences } from './permuted/bdiff.js';
import { moderatedComparison } from './moderator/moderator.js';
import { permutationDifferences } from './permuted/permutation.js';
import {
  differencesOf,
  errorsOf,
  estimatesOf,
  fewestUnits,
  type Rows,
  warningsOf,
} from './result.js';
import { preparedFor } from '../../../models/preparation/prepare.js';
import { stackedCovariance } from './scores/suest.js';
import { splitRows } from './split.js';
import { wildDifferences } from './wild/wild.js';
import { type Shapes, shapesOf } from './sizes/shape.js';
import { simulatedSize, simulatedTest } from './sizes/sizes.js';
import { type Joint, jointCovariance, jointDifferences } from './wald.js';
import type { Warning } from '../../../results/common.js';

/**
 * Estimates each group with the model in its rows, and compares a coefficient between every two groups.
 *
 * @throws InputError `unknown-column`, `one-group`, `bad-value`, and for models that no group can have; the error of the
 *   first group if none can be estimated; the reason of `signal`
 */
export async function compareGroups(
  data: DataInput,
  model: ModelInput,
  options: GroupOptions,
): Promise<GroupComparison> {
  const { engine, table, parsed, read } = await prepareComparison(data, model, options);
  if (read.continuous) return moderatedComparison(engine, table, parsed, read);
  const split = splitRows(table, read);
  const notices = new Map<string, Warning>();
  const repeating = { ...read, progress: groupProgress(read), notices };
  const compared = await estimateGroups(engine, split, parsed, repeating);
  const joint = await jointCovariance(compared);
  const cr2 = await cr2Of(compared);
  const level = read.level ?? parsed.level;
  const estimates = estimatesOf(compared, split, joint);
  const pairs = pairsOf(compared.groups.length);
  const methods = methodsOf(read, compared.groups.length + pairs.length);
  const outcomes = await outcomesOfAll(methods, { compared, joint, cr2, pairs, level });
  const shapes = shapesOf(compared);
  const sizeOf = (method: GroupMethod | GroupCompat) =>
    simulatedSize(shapes, simulatedTest(method, parsed, compared.units.column));
  const rows = { compared, split, estimates, level };
  const differences = differencesOf({ ...rows, outcomes, sizeOf });
  const checks = await checksOf(compared, cr2, pairs, level);
  const checked = checks.flatMap((check) => checkRows(check, rows, shapes));
  const { estimator, depvar } = compared.groups[0]!.fit;
  const { by, of, common, reps, seed } = read;
  return {
    kind: 'groups',
    estimator,
    by,
    of,
    depvar,
    common,
    groups: estimates,
    differences,
    ...(compared.groups.length > 2 && (await jointTests(compared, { joint, cr2, checks, shapes }))),
    ...(checked.length > 0 && { checks: checked }),
    switchingUnits: compared.switchingUnits,
    chosen: chooseMethod(differences, checked, {
      methods: read.methods,
      shapes,
      fewest: fewestUnits(compared),
    }),
    errors: errorsOf(compared),
    units: compared.units.column ?? null,
    reps,
    seed,
    level,
    ...labelsOf(table, [...namedColumns(parsed), read.by]),
    warnings: [
      ...tableWarnings(table, [parsed, read.by, read.cluster]),
      ...periodWarnings(parsed, table),
      ...fewReplicates(read, 1 - level),
      ...warningsOf(compared, split, [...outcomes.values()]),
      ...rowErrorWarnings(compared, checks),
      ...notices.values(),
    ],
  };
}

/** The table and the model of a comparison, with its options and their defaults. */
async function prepareComparison(data: DataInput, model: ModelInput, options: GroupOptions) {
  const given = readOptions(options);
  const written = withErrors(model, given.cluster);
  const prepared = await preparedFor(toTable(data), written, { engine: given.engine });
  const { model: parsed, table } = await withColumnNames(written, prepared);
  const methods = given.methods ?? usualMethods(parsed);
  const read = { ...given, methods, of: spelledAs([parsed.formula], given.of) };
  await loadEstimators([parsed]);
  if (read.common && !isRegression(parsed)) throw notCommon(parsed.estimator);
  return { engine: await engineFor(read.engine), table, parsed, read };
}

/** A draw has a number for each group or pair, in the list that grows and in its sorted copy. */
const BYTES_PER_NUMBER = 32;

/** The methods, if the numbers of their draws can be held. */
function methodsOf({ methods, compat, reps }: ChosenOptions, width: number) {
  const all = [...methods, ...(compat === undefined ? [] : [compat])];
  if (all.some((method) => drawnMethods.includes(method))) {
    checkHeld('groups', reps, width, BYTES_PER_NUMBER);
  }
  return all;
}

interface Run {
  readonly compared: Compared;
  readonly joint: Joint;
  readonly cr2: Cr2;
  readonly pairs: readonly Pair[];
  readonly level: number;
}

async function outcomesOfAll(methods: readonly (GroupMethod | GroupCompat)[], run: Run) {
  const outcomes = new Map<GroupMethod | GroupCompat, Outcomes>();
  for (const method of methods) outcomes.set(method, await outcomesOf(method, run));
  return outcomes;
}

async function outcomesOf(
  method: GroupMethod | GroupCompat,
  { compared, joint, cr2, pairs, level }: Run,
): Promise<Outcomes> {
  if (method === 'cr2') return cr2Differences(compared.engine, cr2, pairs, level);
  if (method === 'wald') return jointDifferences(compared, joint, pairs, level);
  if (method === 'suest') {
    return jointDifferences(compared, await stackedCovariance(compared), pairs, level);
  }
  if (method === 'permutation') return permutationDifferences(compared, pairs, level);
  if (method === 'bdiff') return bdiffDifferences(compared, pairs);
  if (method === 'wild') return wildDifferences(compared, pairs, level);
  return bootstrapDifferences(compared, pairs, level);
}

function notCommon(estimator: string): InputError {
  const detail = { path: 'groups.common', expected: false, found: true, estimator };
  return new InputError(commonCoefficients(detail), { of: 'groups', key: 'common' });
}

/**
 * The rows of a check in the table of differences. Checks of errors by row are clustered, so their size is that of
 * `wald`.
 */
function checkRows({ method, outcomes, errors }: Check, rows: Rows, shapes: Shapes): GroupCheck[] {
  const size = simulatedSize(shapes, method);
  const differences = differencesOf({
    ...rows,
    outcomes: new Map([[method, outcomes]]),
    sizeOf: () => size,
  });
  return differences.map((difference) => ({
    ...difference,
    ...(errors !== undefined && { errors }),
  }));
}
