/** Understands a grid: models in columns, numbers of coefficients in columns, correlations, or descriptives. */
import type { AuditTable } from '../table.js';
import { readCorrelations } from './correlation.js';
import { describedBy, descriptiveColumns } from './descriptive.js';
import type { Grid } from './formats/grid.js';
import { headsOf, namesOf, type Rows, wordsOver } from './heads.js';
import { joinedColumns } from './joined.js';
import { type OpenColumn, readModels } from './models.js';
import { panelsOf, withoutNotes } from './panels.js';
import { turned } from './turned.js';
import { blocksOf, readBlocks } from './wide.js';

/** The tables of a grid: one, or one for each panel. Rows that it does not understand are left out. */
export function understood(grid: Grid): AuditTable[] {
  const { rows: upright, notes: extra } = withoutNotes(grid.rows);
  const all = turned(upright);
  const notes = [grid.notes, ...extra].filter(Boolean).join('\n');
  const start = namesIn(grid);
  const { title = '' } = start;
  const wide = blocksOf(all);
  if (wide !== undefined) {
    return withNumbers(
      panelsOf(all.slice(wide.nheads)).map(({ panel, rows }) => ({
        ...start,
        ...panelName(start.table, panel),
        ...readBlocks(rows, wide, { notes, facts: grid.facts ?? {} }),
      })),
    );
  }
  const nheads = grid.nheads ?? headsOf(all);
  const heads = all.slice(0, nheads);
  const correlations = readCorrelations(all, `${title}\n${notes}`);
  if (correlations !== undefined) return [{ ...start, notes, columns: [correlations] }];
  const descriptive = describedBy(heads);
  if (descriptive !== undefined) {
    const columns = descriptiveColumns(descriptive, heads, all.slice(nheads));
    return [{ ...start, notes, columns }];
  }
  const rows = joinedColumns(all, nheads);
  return withNumbers(
    panelsOf(rows.slice(nheads)).map(({ panel, rows: inPanel }) => ({
      ...start,
      width: (rows[0]?.length ?? 1) - 1,
      ...readModels(inPanel, openColumns(rows.slice(0, nheads), rows), notes),
      ...panelName(start.table, panel),
    })),
  );
}

const withNumbers = (tables: readonly AuditTable[]) =>
  tables.filter(({ columns }) => columns.length > 0);

const panelName = (table: string, panel: string) => ({
  table: panel === '' ? table : `${table} ${panel}`,
});

function namesIn({ table, title = '', label = '', rows }: Grid) {
  const width = (rows[0]?.length ?? 1) - 1;
  return { table, width, ...(title !== '' && { title }), ...(label !== '' && { label }) };
}

/** Columns without rows, with what is over them. */
function openColumns(heads: Rows, rows: Rows): OpenColumn[] {
  return namesOf(heads, rows[0]?.length ?? 0).map((column, i) => {
    const head = wordsOver(heads, i + 1);
    const words: Record<string, string> = head === '' ? {} : { head };
    return { column, number: i + 1, rows: [], stats: {}, words };
  });
}
