/** Every kind of result as a document, and in every format. */
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Cell,
  type Document,
  documentOf,
  explainCode,
  type Result,
  type ResultKind,
  resultKinds,
  type TableBlock,
  toCsv,
  toJson,
  toMarkdown,
  toText,
} from 'wasmetrics/report';
import { widthOf } from '../../../../bindings/paper/tables/writers/measure.js';
import { makers } from './results.js';

const tablesOf = ({ blocks }: Document): TableBlock[] =>
  blocks.filter((block): block is TableBlock => block.type === 'table');

const numberAt = (document: Document, name: string, row: string, column: string) => {
  const { columns, rows } = tablesOf(document).find((table) => table.name === name)!;
  const j = columns.findIndex(({ heading }) => heading === column);
  return rows.find(({ cells }) => cells[0]!.text === row)!.cells[j]!.value;
};

const isExplained = (name: string): boolean => {
  try {
    explainCode(name);
    return true;
  } catch {
    return false;
  }
};

/** `0.945`, `-1.2e-8`, `<1e-300`, `75.0%`, `1,031`, `8.0% (1.2)`. */
const isNumber = ({ text }: Cell) =>
  /^[<+-]?\d[\d,]*(\.\d+)?(e[+-]?\d+)?%?( \([\d.e+-]+\))?$/.test(text);

test('there is a report for each kind, and an example', () => {
  expect(Object.keys(makers).sort()).toEqual([...resultKinds].sort());
});

const results = new Map<ResultKind, Promise<Result>>();

/** The result of a kind, made once. */
function resultOf(kind: ResultKind): Promise<Result> {
  const known = results.get(kind) ?? makers[kind]();
  results.set(kind, known);
  return known;
}

describe.each(resultKinds)('a result of kind %s', (kind) => {
  let result: Result;
  let document: Document;

  beforeAll(async () => {
    result = await resultOf(kind);
    document = documentOf(result, { form: 'full' });
  }, 120_000);

  test('says its kind first', () => {
    expect(Object.keys(result)[0]).toBe('kind');
    expect(result.kind).toBe(kind);
    expect(document.kind).toBe(kind);
  });

  test('has labels and tests that explain finds', () => {
    const labels = document.blocks.flatMap((block) => {
      if (block.type === 'facts') return block.facts.map(({ label }) => label);
      if (block.type !== 'table' || block.columns[0]!.heading !== 'test') return [];
      return block.rows.map(({ cells }) => cells[0]!.text);
    });
    const names = labels.map((label) => label.trim()).filter((label) => label !== '');
    expect(names.filter((name) => !isExplained(name))).toEqual([]);
  });

  test('has the number behind each number that a table prints', () => {
    const cells = tablesOf(document).flatMap(({ columns, rows }) =>
      rows.flatMap((row) => row.cells.filter((_, j) => columns[j]!.align === 'right')),
    );
    expect(cells.filter(isNumber)).not.toEqual([]);
    for (const cell of cells.filter(isNumber)) {
      expect(cell.value, cell.text).toBeTypeOf('number');
      if (/\(.*\)$/.test(cell.text)) expect(cell.error, cell.text).toBeTypeOf('number');
      const shown = Number(/^[<+]?([^ %]*)/.exec(cell.text)![1]!.replaceAll(',', ''));
      const scale = cell.text.includes('%') ? 100 : 1;
      expect(Math.abs(shown - scale * cell.value!), cell.text).toBeLessThan(
        0.051 * Math.max(1, Math.abs(shown)),
      );
    }
  });

  test('has no empty block, and rows no longer than their table is wide', () => {
    for (const block of document.blocks) {
      if (block.type !== 'table') continue;
      expect(block.rows.length, block.name).toBeGreaterThan(0);
      for (const { cells } of block.rows) {
        expect(cells.length, block.name).toBeLessThanOrEqual(block.columns.length);
      }
    }
  });

  test('is text with its title and each cell, without undefined words', () => {
    const text = toText(result, { form: 'full', width: 300 });
    expect(text.split('\n')[0]).toBe(document.title);
    const flat = text.replace(/\s+/g, ' ');
    for (const { rows } of tablesOf(document)) {
      for (const { cells } of rows) for (const cell of cells) expect(flat).toContain(cell.text);
    }
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    for (const line of text.split('\n')) expect(line).toBe(line.trimEnd());
  });

  test.each([40, 80])('is text that keeps to %d columns', (width) => {
    for (const form of ['default', 'full'] as const) {
      const lines = toText(result, { form, width }).split('\n');
      expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
    }
  });

  test('is Markdown with its title and each heading', () => {
    const markdown = toMarkdown(result, { form: 'full' });
    expect(markdown.startsWith(`### ${document.title}`)).toBe(true);
    for (const { columns } of tablesOf(document)) {
      expect(markdown).toContain(`| ${columns.map(({ heading }) => heading).join(' | ')} |`);
    }
    expect(markdown).not.toMatch(/undefined|NaN|\u001b/);
  });

  test('is CSV whose lines have as many cells as their heading', () => {
    for (const table of toCsv(result).split('\n\n')) {
      const widths = table
        .split('\n')
        .map((line) => line.replace(/"[^"]*"/g, '').split(',').length);
      expect(new Set(widths).size, table).toBe(1);
      expect(widths.length).toBeGreaterThan(1);
    }
  });

  test('reads back from JSON, and is the same document then', () => {
    const stored = JSON.parse(toJson(result)) as Result;
    expect(toText(stored)).toBe(toText(result));
  });
});

describe('a document has the numbers of its result', () => {
  const made = async <K extends ResultKind>(kind: K) => {
    const result = (await resultOf(kind)) as Extract<Result, { kind: K }>;
    return { result, document: documentOf(result, { form: 'full' }) };
  };

  test('fit', async () => {
    const { result, document } = await made('fit');
    expect(numberAt(document, 'Coefficients', 'w', 'estimate')).toBe(result.params['w']);
    expect(numberAt(document, 'Tests', 'Hansen', 'p')).toBe(result.tests.hansen!.pValue);
    const { hansen } = result.bootstrap!.tests!;
    expect(numberAt(document, 'Bootstrap tests', 'Hansen J', 'p')).toBe(hansen!.pValue);
  });

  test('wald', async () => {
    const { result, document } = await made('wald');
    expect(numberAt(document, 'Joint test', 'Wald', 'statistic')).toBe(result.test.stat);
    const [first] = result.hypotheses;
    expect(numberAt(document, 'Functions', 'w = k', 'std. error')).toBe(first!.stdError);
  });

  test('hausman', async () => {
    const { result, document } = await made('hausman');
    expect(numberAt(document, 'Differences', 'w', 'estimate')).toBe(result.difference['w']);
    expect(numberAt(document, 'Hausman test', 'Hausman', 'p')).toBe(result.test.pValue);
  });

  test('influence, whose CSV has every unit', async () => {
    const { result, document } = await made('influence');
    const [most] = result.units;
    expect(numberAt(document, 'Most influential units', most!.unit, 'w')).toBe(
      most!.inStdErrors['w'],
    );
    expect(toCsv(result).split('\n')).toHaveLength(1 + result.units.length);
  });

  test('power, with Monte Carlo errors', async () => {
    const { result, document } = await made('power');
    const { share } = result.cases[1]!.rejected.hansen!;
    expect(numberAt(document, 'Rejection rates', 'invalid (1)', 'Hansen')).toBe(share);
    expect(toCsv(result)).toMatch(/^rejected,Hansen,Hansen error,/);
  });

  test('groups', async () => {
    const { result, document } = await made('groups');
    const [one] = result.differences;
    const label = `${one!.between[1]} minus ${one!.between[0]}`;
    expect(numberAt(document, 'Differences', label, 'estimate')).toBe(one!.estimate);
    expect(toCsv(result).split('\n\n')).toHaveLength(3);
  });
});
