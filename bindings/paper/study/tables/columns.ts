/** Tables of columns of the data, and of the tests of a model. */
import { omit } from '../../../core/values/omit.js';
import {
  evaluateWhere,
  type PanelKeys,
  parseWhere,
  type Table,
  takeRows,
  withoutFileRows,
} from '../../../data/index.js';
import { correlate, describe } from '../../../analysis/describe/index.js';
import { elementaryMath } from '../../../core/numerics/elementary.js';
import { balanceTable } from '../../report/paper/index.js';
import {
  correlationTable,
  descriptiveTable,
  type DescriptiveSpec,
  type PaperTable,
  type TableSpec,
} from '../../tables/paper/index.js';
import { unitStatistics } from '../../tables/paper/kinds/descriptive-table.js';
import type { ColumnsTable } from '../file/study.js';
import type { Run } from '../estimates/estimate.js';

/** The table of columns in its rows. */
export async function columnsTable(
  { table, engine }: Pick<Run, 'table' | 'engine'>,
  planned: ColumnsTable,
  panel: PanelKeys | undefined,
): Promise<PaperTable> {
  const { kind, columns, by, where, spec, descriptive } = planned;
  const data = where === undefined ? table : rowsWhere(table, where, engine);
  if (kind === 'correlate') {
    const { method, listwise } = planned;
    return correlationTable(await correlate(data, { columns, method, listwise, engine }), spec);
  }
  const isByUnit = descriptive?.some((one) => unitStatistics.includes(one)) === true;
  const description = describe(data, {
    columns,
    by,
    ...(isByUnit && panel && { unit: panel.unit, time: panel.time }),
  });
  if (kind === 'balance') return balanceTable(description, spec);
  return descriptiveTable(description, withStatistics(spec, descriptive));
}

function withStatistics(spec: TableSpec, stats: ColumnsTable['descriptive']): DescriptiveSpec {
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
