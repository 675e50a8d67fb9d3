/** The result of an analysis as a table for a paper. */
import type { MultiverseResult } from '../../../../analysis/sensitivity/multiverse/result.js';
import type { Labels } from '../../../../results/common.js';
import type { PermutationTest } from '../../../../results/bootstrap/permutation.js';
import type { MultipleTests } from '../../../../results/hypotheses.js';
import type { DeltaMethodResult } from '../../../../results/inference/delta-method.js';
import type { Diagnostics } from '../../../../results/inference/diagnostics.js';
import type { HausmanTest } from '../../../../results/inference/hausman.js';
import type { WaldTest } from '../../../../results/inference/wald.js';
import type { MarginsResult } from '../../../../results/postestimation/margins.js';
import { checkedResult, readable } from '../../../../results/read.js';
import type { TestReport } from '../../../../results/tests.js';
import { linesTable, usedColumns } from '../../../tables/paper/kinds/lines-table.js';
import { capitalised } from '../../../tables/paper/parts/errors.js';
import { resultNotes } from '../../../tables/paper/parts/notes.js';
import { type Settings, settingsOf } from '../../../tables/paper/settings.js';
import { checkedSpec, type CommonSpec, type TableSpec } from '../../../tables/paper/spec.js';
import type { PaperTable } from '../../../tables/paper/table.js';
import type { ResultLines } from './columns.js';
import { marginsLines } from './margins.js';
import { multiverseLines } from './multiverse.js';
import { hypothesesLines, permutationLines, reportLines } from './tests.js';

export type ResultTableSpec = CommonSpec & Pick<TableSpec, 'stars'>;

/** Results that become a table: marginal effects, tests and specifications. */
export type TabledResult =
  | MarginsResult
  | TestReport
  | WaldTest
  | DeltaMethodResult
  | Diagnostics
  | HausmanTest
  | MultipleTests
  | PermutationTest
  | MultiverseResult;

type Makers = {
  readonly [Kind in TabledResult['kind']]: (
    results: readonly Extract<TabledResult, { readonly kind: Kind }>[],
    settings: Settings,
  ) => ResultLines;
};

const makers: Makers = {
  margins: marginsLines,
  tests: ([report], settings) => reportLines(report!, settings),
  wald: ([wald], settings) => reportLines({ ...wald!, kind: 'tests', wald: wald! }, settings),
  'delta-method': ([result], settings) => reportLines({ ...result!, kind: 'tests' }, settings),
  diagnostics: ([diagnostics], settings) =>
    reportLines({ ...bare, diagnostics: diagnostics! }, settings),
  hausman: ([hausman], settings) => reportLines({ ...bare, hausman: hausman! }, settings),
  hypotheses: ([result], settings) => hypothesesLines(result!, settings),
  permutation: ([test], settings) => permutationLines(test!, settings),
  multiverse: ([result], settings) => multiverseLines(result!, settings),
};

const bare = { kind: 'tests', statistic: 't', level: 0.95 } as const;

/**
 * The table of marginal effects, tests or the specifications of a multiverse, a line each. Several results of marginal
 * effects make one table.
 *
 * @throws InputError `bad-result` for another result, `bad-value`, `unknown-key`
 */
export function resultTable(
  results: TabledResult | readonly MarginsResult[],
  spec: ResultTableSpec = {},
): PaperTable {
  const kinds = Object.keys(makers);
  const list = [results].flat().map((one) => checkedResult(one, kinds) as TabledResult);
  return readable(() => tableOf(list, spec));
}

function tableOf(results: readonly TabledResult[], spec: ResultTableSpec): PaperTable {
  const settings = settingsOf(checkedSpec(spec, 'stars'), labelsOf(results));
  const make = makers[results[0]!.kind] as (
    results: readonly TabledResult[],
    settings: Settings,
  ) => ResultLines;
  const { columns, groups, warnings, notes } = make(results, settings);
  const { end } = settings.words;
  const automatic = notes.map((note) => capitalised(note) + end);
  const parts = {
    title: spec.title,
    columns: usedColumns(columns, groups),
    groups,
    notes: resultNotes(spec.notes, warnings, settings, automatic),
  };
  return linesTable(parts, settings);
}

/** The labels of the file, which some results know. */
function labelsOf(results: readonly TabledResult[]): Partial<Labels> {
  return results.flatMap((one) => ('labels' in one ? (one.labels ?? []) : []))[0] ?? {};
}
