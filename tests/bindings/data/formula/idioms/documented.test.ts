/** The tables of docs/reference/formula.md say what an idiom becomes; each row must be true. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  canonicalFormula,
  parseFormula,
  parseTerms,
  termName,
} from '../../../../../bindings/data/formula/formula.js';

const page = readFileSync(
  new URL('../../../../../docs/reference/formula.md', import.meta.url),
  'utf8',
);
const [, section = ''] = /## Notation of other programs\n([^]*?)\n## /.exec(page) ?? [];

/** The rows of the table with this heading, as the texts in code of each cell. */
function rowsBelow(heading: RegExp): string[][][] {
  const lines = section.split('\n');
  const start = lines.findIndex((line) => heading.test(line)) + 2;
  const end = lines.findIndex((line, i) => i >= start && !line.startsWith('|'));
  return lines.slice(start, end).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) =>
        [...cell.matchAll(/(`+) ?(.*?) ?\1(?!`)/g)].map(([, , code]) =>
          code!.replaceAll('\\|', '|'),
        ),
      ),
  );
}

const terms = rowsBelow(/^\| written/).flatMap(([written, becomes]) =>
  written!.map((text) => [text, becomes![0]!] as const),
);
const formulas = rowsBelow(/^\| formula/).map(
  ([written, becomes, keys]) => [written![0]!, becomes![0]!, keys?.[0] ?? '{}'] as const,
);

test('the tables are read', () => {
  expect(terms.length).toBeGreaterThan(40);
  expect(formulas.length).toBeGreaterThan(12);
});

describe('a term', () => {
  test.each(terms)('%s becomes %s in a formula', (written, becomes) => {
    expect(canonicalFormula(`y ~ x1 + ${written} + x2`)).toEqual({
      text: `y ~ x1 + ${becomes} + x2`,
      keys: {},
    });
  });

  test.each(terms)('%s becomes %s in a list', (written, becomes) => {
    expect(parseTerms(`${written} w`).map(termName)).toEqual(
      parseTerms(`${becomes} + w`).map(termName),
    );
  });
});

describe('a formula', () => {
  test.each(formulas)('%s becomes %s', (written, becomes, keys) => {
    expect(canonicalFormula(written)).toEqual({ text: becomes, keys: JSON.parse(keys) });
    expect(canonicalFormula(becomes)).toEqual({ text: becomes, keys: {} });
    expect(() => parseFormula(becomes)).not.toThrow();
  });
});
