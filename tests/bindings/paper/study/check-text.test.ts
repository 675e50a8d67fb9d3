/** Numbers in a text that are no longer those of the study. */
import {
  checkText,
  fillTemplate,
  numbersOf,
  type StudyNumber,
  type StudyNumbers,
} from 'wasmetrics/study';
import { beforeAll, describe, expect, it } from 'vitest';
import { provinces, provincesStudy } from './provinces.js';

let numbers: StudyNumbers;
beforeAll(async () => {
  numbers = numbersOf(await provincesStudy(await provinces()));
});

const rules = (text: string, of: StudyNumbers = numbers) =>
  checkText(text, of).findings.map(({ rule, written, line, column }) => [
    rule,
    written,
    line,
    column,
  ]);

const number = (
  value: number,
  text: string,
  kind: StudyNumber['kind'] = 'estimate',
): StudyNumber => ({ value, text, kind });
const few: StudyNumbers = {
  'T1.1.x': number(0.12345, '0.123'),
  'T1.1.x.p': number(0.043, '0.043', 'p'),
  'T1.1.nobs': number(1234, '1,234', 'count'),
};

describe('a number with its name', () => {
  it('is found when the study has another, in each format', () => {
    const names = [
      'T4.2.Gov',
      'T4.2.Gov:5',
      'T4.2.Gov.p',
      'T4.2.nobs',
      'T4.2.UR',
      'T4.2.Gov.stars',
      'T5.3.ar[2].p',
    ];
    const template = names.map((name) => `a {{${name}}} b`).join('\n');
    for (const format of ['text', 'markdown', 'html'] as const) {
      const text = fillTemplate(template, numbers, { format, anchors: true });
      expect(checkText(text, numbers)).toMatchObject({
        findings: [],
        named: names.length,
        compared: 0,
        chance: null,
      });
      const changed = text.replace(/\d(?=[^\d\n]*<!--)/g, (digit) =>
        String((Number(digit) + 1) % 10),
      );
      expect(rules(changed).map(([rule, , line]) => [rule, line])).toEqual(
        [1, 2, 3, 4, 5, 7].map((line) => ['changed', line]),
      );
    }
  });

  it('has its sign, and names what exists', () => {
    const { text } = numbers['T4.2.UR']!;
    expect(text).toMatch(/^-/);
    expect(rules(`${text.slice(1)}<!--T4.2.UR-->`)).toEqual([['changed', text.slice(1), 1, 1]]);
    expect(rules('0.01<!--T4.2.Gvo-->\n\\wm{T4.2.Gvo} #wm("T4.2.Gov") {{T4.2.Gov:3}}')).toEqual([
      ['unknown', 'T4.2.Gvo', 1, 1],
      ['unknown', 'T4.2.Gvo', 2, 1],
    ]);
    expect(rules('x <!-- to do: T4 --> y')).toEqual([]);
  });
});

describe('a decimal without a name', () => {
  it.each([
    'x is 0.123, or 0.12, or .1235 and -0.12345',
    'x is 12.3%, 12.35\\% or 12.345 percent',
    'p = 0.043, p-value of 0.04 and $p = 0.043$',
    'p < 0.05, at the 0.05 level, below (<0.01), $p<0.001$, 0.10 significance level',
    'Table 4.25, version 1.20.3, 2021.05.03, doi:10.1000/12.34, https://a.b/1.25, `0.77`',
    '1234 units, 5.5 years, 1,234 rows',
  ])('that the study has, or that is no number of a study, is left alone: %s', (text) => {
    expect(rules(text, few)).toEqual([]);
  });

  it.each([
    ['x is 0.124', '0.124', 6],
    ['x is 0.13', '0.13', 6],
    ['p = 0.12', '0.12', 5], // the estimate, not the p-value
    ['x is 12.44%', '12.44', 6],
    ['a\tb (0.1236)', '0.1236', 6],
    ['x is 1.23e-2', '1.23e-2', 6],
  ])('that rounds to none is found: %s', (text, written, column) => {
    expect(rules(text, few)).toEqual([['unmatched', written, 1, column]]);
  });

  it('is found in LaTeX outside comments and references', () => {
    const latex =
      '\\section{A}\\label{s:1.25} 0.55 % 0.66\n\\cite{b2.35} 0.77\\% \\includegraphics[width=0.85\\textwidth]{f}';
    expect(rules(latex, few).map(([, found]) => found)).toEqual(['0.55', '0.77']);
  });

  it('comes with the nearest number and its name', () => {
    expect(checkText('x is 0.125', few).findings[0]!.message).toBe(
      'line 1, column 6: no number of the study rounds to 0.125; the nearest is T1.1.x, 0.123',
    );
  });

  it('equals another number by chance at the stated rate', () => {
    const grid = Object.fromEntries(
      Array.from({ length: 25 }, (_, i) => [`T.${i}`, number(i * 0.04, String(i * 0.04))]),
    );
    const { chance, limits } = checkText('0.50', grid);
    expect(chance).toBeCloseTo(0.25, 9);
    expect(limits[0]).toContain(
      `Here that would hide ${Math.round(100 * chance!)}% of wrong numbers.`,
    );
  });
});
