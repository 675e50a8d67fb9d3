import { describe, expect, test } from 'vitest';
import { periodOf, withoutLeapSeconds } from '../../../../../bindings/data/readers/dta/index.js';

describe('periodOf', () => {
  test.each([
    ['%td', 'day'],
    ['%d', 'day'],
    ['%-td', 'day'],
    ['%dD_m_Y', 'day'],
    ['%tdD_m_Y', 'day'],
    ['%tw', 'week'],
    ['%tm', 'month'],
    ['%tmCCYY!mNN', 'month'],
    ['%tq', 'quarter'],
    ['%th', 'half'],
    ['%ty', 'year'],
    ['%tc', 'time'],
    ['%tC', 'time-utc'],
    ['%tb', undefined],
    ['%tg', undefined],
    ['%9.0g', undefined],
    ['%10.2f', undefined],
    ['%9s', undefined],
    ['', undefined],
  ])('%s', (format, period) => {
    expect(periodOf(format)).toBe(period);
  });
});

describe('withoutLeapSeconds', () => {
  const since1960 = (text: string): number => Date.parse(text) - Date.UTC(1960, 0, 1);

  // Stata: Clock("01jan2020 00:00:00", "DMYhms") - clock(...) is 27 seconds.
  test.each([
    ['1972-06-30T23:59:59Z', 0],
    ['1972-07-01T00:00:00Z', 1],
    ['1999-01-01T00:00:00Z', 22],
    ['2020-01-01T00:00:00Z', 27],
  ])('%s follows %i leap seconds', (text, seconds) => {
    expect(withoutLeapSeconds(since1960(text) + 1000 * seconds)).toBe(since1960(text));
  });
});
