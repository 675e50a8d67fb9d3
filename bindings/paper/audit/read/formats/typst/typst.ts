/** Tables in Typst: calls of `table`, whose cells are strings, content or expressions of them. */
import { type Grid, type Spanning, spread, tidy } from '../grid.js';
import { type Argument, argumentsAt, expressionAt, textOf } from './code.js';

const calls = /(?<![\w.-])table\(/g;

export function isTypst(text: string): boolean {
  return /(?<![\w.-])table\(\s*(?:[^)"[\]]*,\s*)?columns\s*:/.test(text);
}

export function readTypst(source: string, name: string): Grid[] {
  const text = source.replace(/(^|\s)\/\/.*$/gm, '$1');
  const tables: { readonly start: number; readonly end: number; readonly args: Argument[] }[] = [];
  for (const { index } of text.matchAll(calls)) {
    if (index < (tables.at(-1)?.end ?? 0)) continue;
    const { args, end } = argumentsAt(text, index + 'table('.length);
    tables.push({ start: index, end, args });
  }
  return tables.map(({ start, end, args }, i): Grid => {
    const before = text.slice(tables[i - 1]?.end ?? 0, start);
    const after = text.slice(end, tables[i + 1]?.start);
    const title = captionOf(after) ?? captionOf(before);
    const { rows, nheads } = rowsOf(args);
    return {
      table: tables.length === 1 ? name : `${name} ${i + 1}`,
      rows: spread(rows),
      ...(nheads > 0 && { nheads }),
      title,
      notes: [title, ...notesAfter(after)].filter(Boolean).join('\n'),
    };
  });
}

const caption = /caption:\s*/g;

function captionOf(code: string): string | undefined {
  const match = [...code.matchAll(caption)].at(-1);
  return match && tidy(expressionAt(code, match.index + match[0].length).text);
}

/** What begins the next element of a document. */
const next = /\n\s*#(?:figure|table|page|pagebreak|set|show|let|\[)/;

/** Lines of code that follow a table in its figure; others at the left edge are prose. */
const ofCode = /^(?:[\s)\]#<"[]|(?:caption|kind|supplement|placement|gap|numbering|outlined):|$)/;

/** The strings and the content that follow a table in its figure, and the lines of text below. */
function notesAfter(after: string): string[] {
  const lines = after.slice(0, next.exec(after)?.index).split('\n');
  return lines.flatMap((line, i) =>
    i > 0 && !ofCode.test(line)
      ? [tidy(expressionAt(`[${line}]`, 0).text)]
      : textsIn(line.replace(/caption:.*$/, '')),
  );
}

/** The strings and the content in a line of code, without those of named arguments. */
function textsIn(line: string): string[] {
  const texts: string[] = [];
  for (let i = 0; i < line.length; i++) {
    if (line[i] !== '"' && line[i] !== '[') continue;
    const { text, end } = expressionAt(line, i);
    if (!/[\w-]\s*:\s*$/.test(line.slice(0, i))) texts.push(tidy(text));
    i = end - 1;
  }
  return texts;
}

/** Rows as wide as the columns, from cells one after another. */
function rowsOf(args: readonly Argument[]): {
  readonly rows: Spanning[][];
  readonly nheads: number;
} {
  const width = widthOf(args.find(({ name }) => name === 'columns')?.code ?? '');
  const rows: Spanning[][] = [[]];
  const covered: number[] = [];
  let [column, nheads] = [0, 0];
  const step = (columns: number) => {
    column += columns;
    if (column < width) return;
    rows.push([]);
    column = 0;
  };
  const add = (cell: Spanning) => {
    for (; (covered[column] ?? 0) > 0; step(1)) covered[column]!--;
    rows.at(-1)!.push(cell);
    for (let i = 0; i < cell.columns; i++) covered[column + i] = (cell.rows ?? 1) - 1;
    step(cell.columns);
  };
  const addAll = (list: readonly Argument[]) => {
    for (const one of list) {
      if (one.name !== undefined || /^table\.[hv]line$/.test(one.call?.name ?? '')) continue;
      const { call } = one;
      if (call !== undefined && /^table\.(?:header|footer)$/.test(call.name)) {
        addAll(call.args);
        if (call.name === 'table.header') nheads = rows.length - (column === 0 ? 1 : 0);
      } else add(cellOf(one));
    }
  };
  addAll(args);
  return { rows: rows.filter((row) => row.length > 0), nheads };
}

function cellOf({ call, text }: Argument): Spanning {
  if (call?.name !== 'table.cell') return { text: tidy(text), columns: 1 };
  const count = (name: string) =>
    Math.min(Math.max(1, Number(call.args.find((one) => one.name === name)?.code) || 1), 1000);
  return { text: tidy(textOf(call.args)), columns: count('colspan'), rows: count('rowspan') };
}

/** `4`, `(auto, 1fr, 1fr)`, `(auto,) * 4` and sums of them. */
function widthOf(code: string): number {
  if (/^\d+$/.test(code)) return Math.max(1, Number(code));
  const parts = code.match(/\([^()]*(?:\([^()]*\)[^()]*)*\)(?:\s*\*\s*\d+)?/g) ?? [];
  const counts = parts.map((part) => {
    const times = Number(/\*\s*(\d+)$/.exec(part)?.[1] ?? 1);
    return argumentsAt(part, 1).args.length * times;
  });
  return Math.max(
    1,
    Math.min(
      1000,
      counts.reduce((sum, count) => sum + count, 0),
    ),
  );
}
