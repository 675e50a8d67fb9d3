/** Tables in HTML. */
import { Parser } from 'htmlparser2';
import { type Grid, type Spanning, spread, tidy } from './grid.js';
import { checkOpen } from './open-elements.js';

interface OpenTable {
  readonly rows: Spanning[][];
  caption: string;
  foot: string;
}

/** Maximum length of the texts before and after a table that are read as its title and notes. */
const mostNotes = 2000;

export function readHtml(source: string, name: string): Grid[] {
  const tables: OpenTable[] = [];
  const outside: string[] = [''];
  walk(source, tables, outside);
  return tables.map((table, i) => ({
    table: tables.length === 1 ? name : `${name} ${i + 1}`,
    rows: spread(table.rows),
    title: tidy(table.caption),
    label: /\{#(?:tbl-)?([\w:.-]+)\}/.exec(outside[i] ?? '')?.[1],
    notes: [table.caption, table.foot, (outside[i + 1] ?? '').slice(0, mostNotes)]
      .flatMap((text) => text.split('\n'))
      .map(tidy)
      .filter(Boolean)
      .join('\n'),
  }));
}

/** Elements that end a line of notes. */
const lines = new Set(['p', 'tr', 'li', 'div', 'caption', 'h1', 'h2', 'h3', 'h4', 'br']);
const parts = new Set(['caption', 'thead', 'tbody', 'tfoot']);
const hidden = new Set(['script', 'style', 'template', 'title']);

type Attributes = Readonly<Record<string, string | undefined>>;

interface Cell {
  text: string;
  readonly columns: number;
  readonly rows: number;
}

/** Collects rows of tables, and the text between them. Tables inside cells are read as text. */
function walk(source: string, tables: OpenTable[], outside: string[]): void {
  let depth = 0;
  let silent = 0;
  let part = '';
  let open: Cell | undefined;
  let nopen = 0;
  const parser = new Parser({
    onopentag(tag, attributes) {
      checkOpen(++nopen);
      if (hidden.has(tag)) silent++;
      if (tag === 'table' && depth++ === 0) {
        tables.push({ rows: [], caption: '', foot: '' });
        part = '';
      }
      if (depth !== 1) return;
      if (parts.has(tag)) part = tag;
      else if (part !== 'tfoot') open = opened(tag, attributes, tables.at(-1)!) ?? open;
      if (tag === 'br' && open !== undefined) open.text += ' ';
    },
    ontext(text) {
      const words = text.replaceAll('\n', ' ');
      if (silent > 0) return;
      if (open !== undefined) open.text += words;
      else if (depth === 0) outside[outside.length - 1] += words;
      else if (part === 'caption') tables.at(-1)!.caption += words;
      else if (part === 'tfoot') tables.at(-1)!.foot += words;
    },
    onclosetag(tag) {
      nopen--;
      if (hidden.has(tag)) silent--;
      if (lines.has(tag) && open === undefined) {
        if (depth === 0) outside[outside.length - 1] += '\n';
        else tables.at(-1)!.foot += '\n';
      }
      if (tag === 'table' && --depth === 0) outside.push('');
      if ((tag === 'td' || tag === 'th') && depth === 1 && open !== undefined) {
        tables
          .at(-1)!
          .rows.at(-1)
          ?.push({ ...open, text: tidy(open.text) });
        open = undefined;
      }
    },
  });
  parser.end(source);
}

/** Starts a row, or the cell that it returns. */
function opened(tag: string, attributes: Attributes, { rows }: OpenTable): Cell | undefined {
  if (tag === 'tr') rows.push([]);
  if (tag !== 'td' && tag !== 'th') return undefined;
  const span = (name: string) => Math.min(Math.max(1, Number(attributes[name]) || 1), 1000);
  return { text: '', columns: span('colspan'), rows: span('rowspan') };
}
