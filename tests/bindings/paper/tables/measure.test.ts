/** Columns that text takes, and names that take too many. */
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { decimal, left, right, row, words } from './blocks.js';
import { tableParts } from '../../../../bindings/paper/tables/writers/layout.js';
import {
  isSimple,
  largestOf,
  shortened,
  widthOf,
} from '../../../../bindings/paper/tables/writers/measure.js';

const page = { width: 80, shorten: true };

describe('a name of very many characters', () => {
  it.each([
    ['x', 300_000],
    ['工\u0301', 1000],
  ])('of %s takes a page, over numbers and before them', (character, length) => {
    const name = character.repeat(length);
    const rows = Array.from({ length: 3 }, () => row(words(name), words('1.5')));
    const [part] = tableParts({ columns: [left('a'), decimal(name)], rows }, page);
    expect(largestOf(part!.heading.map(widthOf))).toBeLessThan(200);
    expect(largestOf(part!.lines.map(widthOf))).toBeLessThan(200);
  });
});

describe('wide characters', () => {
  it('take two columns, combining marks none', () => {
    const names = ['工资', 'caf\u0065\u0301', 'ab'];
    const columns = [left('名'), right('n')];
    const rows = names.map((name) => row(words(name), words('1')));
    const [part] = tableParts({ columns, rows }, page);
    const lines = [...part!.heading, ...part!.lines];
    expect(lines).toEqual(['名    n', '工资  1', 'caf\u0065\u0301  1', 'ab    1']);
    expect(lines.map(widthOf)).toEqual([7, 7, 7, 7]);
  });

  it('are measured as string-width measures them, alone and after each other', () => {
    // Texts that are not simple are measured by string-width itself.
    const all = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
    const measured = all.filter(isSimple);
    expect(measured.length).toBeGreaterThan(20_000);
    // Each character between spaces, which it does not join, in lines of 64 to segment fewer texts.
    const lines = Array.from({ length: Math.ceil(measured.length / 64) }, (_, line) =>
      measured.slice(64 * line, 64 * line + 64).join(' '),
    );
    expect(lines.filter((text) => widthOf(text) !== stringWidth(text))).toEqual([]);
    const simple = [...'aéχ²−就、（１ #', 'ｶﾞ', '\u0301', '한'];
    for (const one of simple) {
      for (const other of simple) {
        expect(widthOf(one + other + one)).toBe(stringWidth(one + other + one));
      }
    }
  });

  it('are not cut in half', () => {
    expect(shortened('实际产品工资指数', 9)).toBe('实际…指数');
  });
});
