/** The long form of printed tables: a row for each coefficient and for each statistic. */
import { InputError } from '../../../../core/errors/errors.js';
import { type AuditColumn, type AuditTable, fields } from '../../table.js';
import { csvLines } from './csv-lines.js';
import { notLongForm } from '../../../../words/errors/paper/audits.js';

/** Maximum columns of a file in a message. */
const MOST_HEADS = 20;
const required = ['table', 'column'] as const;
const known = [...required, 'row', ...fields, 'stat', 'value'];

type Line = Readonly<Record<string, string>>;

/**
 * Reads tables in the long form: the columns `table, column, row, coef, se, t, z, p, stars, ci_low, ci_high, stat,
 * value`, of which unused ones may be absent. Texts are kept unchanged.
 *
 * @throws InputError `bad-value` for a file without these columns
 */
export function readLongTable(text: string, name = 'table'): AuditTable[] {
  const [first = [], ...data] = csvLines(text, name).filter((cells) =>
    cells.some((cell) => cell.trim() !== ''),
  );
  const heads = first.map((head) => head.trim().toLowerCase());
  const absent = required.filter((one) => !heads.includes(one));
  if (absent.length > 0) {
    throw new InputError(
      notLongForm({ file: name, known, heads: heads.slice(0, MOST_HEADS) }),
      name,
    );
  }
  const lines = data.map((cells) => lineOf(heads, cells));
  return grouped(lines, 'table').map(([table, group]) => ({
    table,
    notes: group.flatMap(({ stat, value }) => (stat === 'notes' ? [value ?? ''] : [])).join('; '),
    columns: grouped(
      group.filter(({ column, stat }) => column !== '' && stat !== 'notes'),
      'column',
    ).map(([column, ofColumn]) => columnOf(column, ofColumn)),
  }));
}

/** True for a text whose first line has the heads of the long form. */
export function isLongTable(text: string): boolean {
  const first = (text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '').toLowerCase();
  const heads = first.split(',').map((head) => head.trim().replace(/^"|"$/g, ''));
  return required.every((one) => heads.includes(one));
}

function lineOf(heads: readonly string[], cells: readonly string[]): Line {
  const texts = heads.slice(0, cells.length).map((head, j) => [head, cells[j]!.trim()] as const);
  return Object.fromEntries(texts);
}

/** Lines by the value of a column, in the order of the first of each. */
function grouped(lines: readonly Line[], key: string): (readonly [string, Line[]])[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const value = line[key] ?? '';
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [line]);
    else group.push(line);
  }
  return [...groups];
}

function columnOf(column: string, lines: readonly Line[]): AuditColumn {
  const statistics = lines.filter(({ stat = '' }) => stat !== '');
  const ofColumn = statistics.filter(({ row = '' }) => row === '');
  const ofVariables = statistics.filter(({ row = '' }) => row !== '');
  return {
    column,
    rows: lines
      .filter(({ stat = '', row = '' }) => stat === '' && row !== '')
      .map((line) => ({ row: line['row']!, printed: printedOf(line) })),
    stats: statsOf(ofColumn),
    variables: Object.fromEntries(
      grouped(ofVariables, 'row').map(([row, group]) => [row, statsOf(group)]),
    ),
  };
}

function printedOf(line: Line) {
  const filled = fields.flatMap((field) => {
    const text = line[field] ?? '';
    return text === '' ? [] : [[field, text] as const];
  });
  return Object.fromEntries(filled);
}

function statsOf(lines: readonly Line[]): Record<string, string> {
  return Object.fromEntries(lines.map(({ stat = '', value = '' }) => [stat, value]));
}
