/** Tables of columns of the data, described, balanced or correlated. */
import { omit } from '../../../../core/values/omit.js';
import {
  evaluateWhere,
  parseWhere,
  type Table,
  takeRows,
  withoutFileRows,
} from '../../../../data/index.js';
import { correlate, descriptionOf } from '../../../../analysis/describe/index.js';
import { elementaryMath } from '../../../../core/numerics/elementary.js';
import { balanceTable } from '../../../report/paper/index.js';
import {
  correlationTable,
  descriptiveTable,
  type DescriptiveSpec,
  type PaperTable,
} from '../../../tables/paper/index.js';
import { unitStatistics } from '../../../tables/paper/kinds/descriptive-table.js';
import type { ColumnsTable, Study } from '../../file/study.js';
import type { Run } from '../../estimates/estimate.js';
import { descriptionWarnings } from '../../../../words/en/warnings/descriptions.js';
import { warning } from '../../../../words/warning.js';
import { naming } from '../failures.js';
import { labelled, tableAlone, type TableRunner } from '../runner.js';

/** Makes the table from the rows that a filter keeps. */
function columnsRunner(
  made: (
    rows: Table,
    planned: ColumnsTable,
    run: Run,
    study: Study,
  ) => PaperTable | Promise<PaperTable>,
): TableRunner<ColumnsTable> {
  return {
    async named(planned, names) {
      return { ...planned, ...(planned.where && { where: names.filter(planned.where) }) };
    },
    prepare: (run, planned) => ({ planned, run, models: [] }),
    make: ({ planned, run }, { study }) =>
      naming(planned.id, planned.path, async () => {
        const { where } = planned;
        const rows = where === undefined ? run.table : rowsWhere(run.table, where, run.engine);
        const shown = { ...planned, spec: labelled(planned, study) };
        return tableAlone(await made(rows, shown, run, study));
      }),
  };
}

export const describeRunner = columnsRunner((rows, planned, _, study) =>
  descriptiveTable(describedIn(rows, planned, study), withStatistics(planned)),
);

export const balanceRunner = columnsRunner((rows, planned, _, study) =>
  balanceTable(describedIn(rows, planned, study), planned.spec),
);

export const correlateRunner = columnsRunner(async (rows, planned, { engine }) => {
  const { columns, method, listwise, spec } = planned;
  return correlationTable(await correlate(rows, { columns, method, listwise, engine }), spec);
});

function describedIn(
  rows: Table,
  { columns, by, descriptive }: ColumnsTable,
  { steps: { panel } }: Study,
) {
  const isByUnit = descriptive?.some((one) => unitStatistics.includes(one)) === true;
  const { unit, time } = (isByUnit ? panel : undefined) ?? {};
  const described = descriptionOf(rows, {
    columns,
    by,
    ...(unit !== undefined && { unit, time }),
  });
  const texts = (columns ?? []).filter((name) => described.columns[name]?.mean === null);
  if (texts.length === 0) return described;
  const left = warning(descriptionWarnings, 'no-mean', { columns: texts });
  return { ...described, warnings: [...described.warnings, left] };
}

function withStatistics({ spec, descriptive: stats }: ColumnsTable): DescriptiveSpec {
  const plain = omit(spec, 'stats');
  return stats === undefined ? plain : { ...plain, stats };
}

/** The rows that a filter keeps. */
function rowsWhere(table: Table, where: string, engine: Run['engine']): Table {
  const keep = evaluateWhere(parseWhere(where), table, elementaryMath(engine));
  const rows = Int32Array.from(keep.keys()).filter((row) => keep[row] === 1);
  const columns = new Map([...table.columns].map(([name, one]) => [name, takeRows(one, rows)]));
  return { ...withoutFileRows(table), nrows: rows.length, columns };
}
