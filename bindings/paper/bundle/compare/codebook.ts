/** The numbers of a codebook, whose labels and units its author may have written. */
import { BUILT } from '../codebook.js';
import { checkStatements, collapsed, type Statement, type StatementCheck } from './statements.js';

/** Cells by the names of their columns. */
type Row = ReadonlyMap<string, string>;

/**
 * Checks that the codebook `given` has the rows of the codebook `made`, each once and no others. Labels, units and the sources
 * of columns that the study does not build may be the author's.
 */
export function checkCodebookCsv(made: string, given: string): StatementCheck {
  const wrong: { readonly expected: string; readonly shown: string }[] = [];
  const left = new Map<string, Row[]>();
  for (const row of csvRows(given)) {
    const name = row.get('name') ?? '';
    left.set(name, [...(left.get(name) ?? []), row]);
  }
  for (const row of csvRows(made)) {
    const name = row.get('name')!;
    const rows = left.get(name) ?? [];
    left.delete(name);
    const expected = statedIn(row, row);
    const shown = rows.map((one) => statedIn(one, row)).join('; ');
    if (shown !== expected) wrong.push({ expected, shown: shown === '' ? 'no row' : shown });
  }
  for (const name of left.keys()) wrong.push({ expected: 'no row', shown: `a row of ${name}` });
  return { wrong, authored: 0 };
}

/** The cells of a row that the program wrote, not the author. */
function statedIn(row: Row, made: Row): string {
  const isBuilt = made.get('source')!.startsWith(BUILT);
  return [...made.keys()]
    .filter((head) => !['label', 'unit', ...(isBuilt ? [] : ['source'])].includes(head))
    .map((head) => `${head} ${row.get(head) ?? ''}`)
    .join(', ');
}

/** The rows of CSV with commas and quotes, as codebooks are written. */
function csvRows(text: string): readonly Row[] {
  const records: string[][] = [[]];
  for (const [, cell = '', end] of text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|\r|$)/g)) {
    records.at(-1)!.push(cell.startsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell);
    if (end !== ',') records.push([]);
  }
  const [heads = [], ...rows] = records.filter((cells) => cells.some((cell) => cell !== ''));
  return rows.map((cells) => new Map(heads.map((head, i) => [head, cells[i] ?? ''])));
}

/** `checkCodebookCsv` for the codebook in Markdown. */
export function checkCodebookMarkdown(made: string, given: string): StatementCheck {
  const written = made.split('\n').map(collapsed);
  const lines = given.split('\n').map(collapsed);
  return checkStatements(
    written.flatMap((line) => statementsIn(line)),
    lines.filter((line) => line !== ''),
    new Set(written),
  );
}

/** A row apart from label and unit; the count, the levels and the step of a line of the list. */
function statementsIn(line: string): readonly Statement[] {
  if (/^\| (name|---) /.test(line)) return [];
  if (line.startsWith('|')) {
    const [, name = '', , , ...numbers] = line.split(/(?<!\\)\|/);
    const parts = [`|${name}|`, '|', `|${numbers.join('|')}`];
    return [{ parts: parts.map((part) => part.trim()), between: 'cell' }];
  }
  if (/^- `.*`: \d+ distinct values/.test(line)) {
    const end = line.includes(`; ${BUILT}`) ? line.length : line.lastIndexOf('; ') + 1;
    return [{ parts: [line.slice(0, end)], between: 'nothing' }];
  }
  return /^\d+ variable/.test(line) ? [{ parts: [line], between: 'nothing' }] : [];
}
