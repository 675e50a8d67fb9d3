import { describe, expect, test } from 'vitest';
import { toTable } from '../../../../bindings/data/to-table.js';
import { evaluateWhere, parseWhere } from '../../../../bindings/data/where.js';
import { failure, hostMath } from '../support.js';

const table = toTable({
  year: [2017, 2018, 2019, null],
  x: [1, -2, 0, 4],
  region: ['east', 'west', '', 'east'],
  'wage rate': [1, 2, 3, 4],
});
const kept = (text: string) => [...evaluateWhere(parseWhere(text), table, hostMath)].join('');

describe('a filter', () => {
  test.each([
    ['year == 2018', '0100'],
    ['year != 2018', '1010'],
    ['year < 2018', '1000'],
    ['year <= 2018', '1100'],
    ['year > 2018', '0010'],
    ['year >= 2018', '0110'],
    ['x > 0', '1001'],
    ['x == -2', '0100'],
    ['-x == 2', '0100'],
    ['x - -1 == 2', '1000'],
    ['x + 1 > 1 && year > 2000', '1000'],
    ['x * 2 + 1 == 3', '1000'],
    ['x - 1 - 1 == -1', '1000'],
    ['2 / x == -1', '0100'],
    ['x * (2 + 1) == 12', '0001'],
    ['!(x > 0)', '0110'],
    ['!!(x > 0)', '1001'],
    ['x > 0 || x < -1', '1101'],
    ['x > 3 || x > 0 && x < 2', '1001'],
    ['(x > 3 || x > 0) && x < 2', '1000'],
    ['region == "east"', '1001'],
    ["region == 'east'", '1001'],
    ['region != "east"', '0100'],
    ['region > "f"', '0100'],
    ['region in ("west", "north")', '0100'],
    ['x in (1, -2, 3)', '1100'],
    ['!(x in (1, -2))', '0011'],
    ['x + 1 in (2, 5)', '1001'],
    ['`wage rate` >= 3', '0011'],
    ['1 < 2', '1111'],
    ['x > 1e-3', '1001'],
  ])('%s keeps %s', (text, expected) => {
    expect(kept(text)).toBe(expected);
  });

  test('drops rows in which it reads a missing value', () => {
    expect(kept('x == 4 || year == 2018')).toBe('0100');
    expect(kept('x == 1 && year == 2018')).toBe('0000');
    expect(kept('!(year == 2018)')).toBe('1010');
    expect(kept('!(region in ("west"))')).toBe('1001');
    expect(kept('x / x == 1')).toBe('1101');
    expect(kept('x / x != 5')).toBe('1101');
  });

  test.each([
    ['yaer > 1', 'unknown-column: unknown column "yaer" (did you mean "year"?)\n  yaer > 1\n  ^'],
    ['year = 2018', 'where-syntax: expected "==" to compare, found "="\n  year = 2018\n       ^'],
    [
      'x > 0 | x < 2',
      'where-syntax: expected "||" between conditions, found "|"\n  x > 0 | x < 2\n        ^',
    ],
    ['year', 'where-type: a filter must be a condition, found a number\n  year\n  ^'],
    ['year + 1', 'where-type: a filter must be a condition, found a number\n  year + 1\n       ^'],
    ['region', 'where-type: a filter must be a condition, found text\n  region\n  ^'],
    [
      'region == 3',
      'where-type: "==" cannot compare text with a number\n  region == 3\n         ^',
    ],
    [
      '1 < x < 3',
      'where-type: "<" cannot compare a condition with a number\n  1 < x < 3\n        ^',
    ],
    [
      'x in (1, "a")',
      'where-type: "in" cannot compare a number with text\n  x in (1, "a")\n           ^',
    ],
    ['!x', 'where-type: "!" needs a condition, found a number\n  !x\n   ^'],
    ['-region == 1', 'where-type: "-" needs a number, found text\n  -region == 1\n   ^'],
    [
      'x > 0 && year',
      'where-type: "&&" needs a condition, found a number\n  x > 0 && year\n           ^',
    ],
    ['region + 1 > 0', 'where-type: "+" needs a number, found text\n  region + 1 > 0\n  ^'],
    [
      'L.x > 0',
      'where-syntax: a filter cannot contain lags or differences; build a column of them first\n  L.x > 0\n  ^',
    ],
    [
      'region == ""',
      'where-syntax: an empty text means a missing value, which equals nothing\n  region == ""\n            ^',
    ],
    ['x >', 'where-syntax: expected a column, number or text, found the end\n  x >\n     ^'],
    ['', 'where-syntax: expected a column, number or text, found the end\n  \n  ^'],
    ['(x > 1', 'where-syntax: expected ")", found the end\n  (x > 1\n        ^'],
    ['x > 1 x', 'where-syntax: expected an operator or the end, found "x"\n  x > 1 x\n        ^'],
    ['x in 3', 'where-syntax: expected "(", found "3"\n  x in 3\n       ^'],
    [
      'x in ()',
      'where-syntax: expected a number or a text in quotes, found ")"\n  x in ()\n        ^',
    ],
    ['x > 1 # 2', 'where-syntax: unexpected character "#"\n  x > 1 # 2\n        ^'],
    [
      'region == "east',
      'where-syntax: the quote " is empty or not closed\n  region == "east\n            ^',
    ],
  ])('refuses %s', (text, expected) => {
    expect(failure(() => kept(text))).toBe(expected);
  });
});
