/** Notes in random wordings are read as they are meant. */
import { expect, test } from 'vitest';
import { readLegend } from '../../../../bindings/paper/audit/legend.js';
import { enclosedInNotes } from '../../../../bindings/paper/audit/read/enclosed/words.js';
import { belowNote, legendNote } from './corpus/notes.js';
import { drawer } from './corpus/numbers/draw.js';
import { nested } from './corpus/studies/basic.js';
import { styleOf } from './corpus/style.js';

const places = { '(': 'parentheses', '[': 'brackets', '{': 'braces' } as const;

test('what is in parentheses and brackets, in 2,000 sentences', () => {
  const studies = [3, 4, 5].map(nested);
  for (let seed = 0; seed < 2000; seed++) {
    const draw = drawer(seed);
    const study = studies[seed % 3]!;
    const style = styleOf(draw, study);
    const note = belowNote(draw, style, study);
    const expected = style.below.map(({ bracket, quantity }) => [places[bracket], quantity]);
    const read = [...enclosedInNotes(`${note}. * p < 0.1, ** p < 0.05`)];
    expect(read.sort(), note).toEqual(expected.sort());
  }
});

test('legends of stars, in 2,000 sentences', () => {
  const study = nested(3);
  for (let seed = 0; seed < 2000; seed++) {
    const draw = drawer(seed);
    const style = styleOf(draw, study);
    const note = legendNote(draw, style);
    const text = `Robust standard errors in parentheses. ${note}. 500 firms, 1990-2000.`;
    const read = [...readLegend(text)];
    expect(read.sort(), note).toEqual(Object.entries(style.legend).sort());
  }
});

test.each([
  ['Robust standard errors in parentheses, p-values in brackets', 'parentheses se, brackets p'],
  ['t statistics based on robust standard errors in parentheses', 'parentheses t'],
  ['Robust s.e. in parentheses and t in brackets', 'parentheses se, brackets t'],
  [
    'Standard errors (in parentheses) are clustered, p-values are in brackets',
    'parentheses se, brackets p',
  ],
  ['圆括号和方括号内分别为标准误和t值', 'parentheses se, brackets t'],
  ['括号内为稳健标准误，***表示在1%的水平上显著', 'parentheses se'],
  ['The t statistics are in square brackets below the coefficients', 'brackets t'],
])('%s', (note, expected) => {
  const read = [...enclosedInNotes(note)].map(([place, quantity]) => `${place} ${quantity}`);
  expect(read.join(', ')).toBe(expected);
});

test.each([
  ['***、**、*分别表示在1%、5%、10%的水平上显著', { '***': 0.01, '**': 0.05, '*': 0.1 }],
  [
    '*** (**, *) indicates significance at the 1% (5%, 10%) level',
    { '***': 0.01, '**': 0.05, '*': 0.1 },
  ],
  ['*** p<0,01, ** p<0,05, * p<0,1', { '***': 0.01, '**': 0.05, '*': 0.1 }],
  ['*, ** and *** at 5%, 1%', {}],
  ['* p<0.01, ** p<0.05', {}],
  ['x*z with 5% of the sample', {}],
])('legend: %s', (note, expected) => {
  expect(Object.fromEntries(readLegend(note))).toEqual(expected);
});
