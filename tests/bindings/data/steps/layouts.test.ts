/** Tables of statistical offices, whose series become columns. */
import { describe, expect, test } from 'vitest';
import { layoutOf } from '../../../../bindings/data/steps/reshape/known-layout.js';
import { reshapeLayout } from '../../../../bindings/data/steps/reshape/layouts.js';
import type { Table } from '../../../../bindings/data/table.js';
import { toTable } from '../../../../bindings/data/to-table.js';
import { failure } from '../support.js';

const cells = ({ columns }: Table) =>
  Object.fromEntries(
    Array.from(columns, ([name, { values }]) => [
      name,
      Array.from(values as ArrayLike<number | string>, (cell) =>
        Number.isNaN(cell) ? null : cell,
      ),
    ]),
  );

describe('layouts', () => {
  const worldBank = toTable({
    'Country Name': ['France', 'France', 'Italy', 'Italy', null, 'Data from database: WDI'],
    'Country Code': ['FRA', 'FRA', 'ITA', 'ITA', null, null],
    'Series Name': ['GDP', 'People', 'GDP', 'People', null, null],
    'Series Code': ['NY.GDP', 'SP.POP', 'NY.GDP', 'SP.POP', null, null],
    '2015 [YR2015]': [1, 66, 3, 60, null, null],
    '2016 [YR2016]': [2, null, 4, 61, null, null],
  });

  test('series of the World Bank', () => {
    const { table, reshaped } = reshapeLayout(worldBank, 'worldbank');
    expect(cells(table)).toEqual({
      'Country Name': ['France', 'France', 'Italy', 'Italy'],
      'Country Code': ['FRA', 'FRA', 'ITA', 'ITA'],
      year: [2015, 2016, 2015, 2016],
      'NY.GDP': [1, 2, 3, 4],
      'SP.POP': [66, null, 60, 61],
    });
    expect(table.columns.get('SP.POP')!.label).toBe('People');
    expect(reshaped).toMatchObject({ to: 'long', rowsBefore: 6, rowsAfter: 4, names: 'year' });
  });

  test('one indicator, with plain years', () => {
    const table = toTable({
      'Country Name': ['Aruba', 'Italy'],
      'Country Code': ['ABW', 'ITA'],
      'Indicator Name': ['GDP', 'GDP'],
      'Indicator Code': ['NY.GDP', 'NY.GDP'],
      1960: [null, 3],
      1961: [2, 4],
    });
    expect(cells(reshapeLayout(table, 'worldbank').table)).toMatchObject({
      year: [1960, 1961, 1960, 1961],
      'NY.GDP': [null, 2, 3, 4],
    });
  });

  test.each([
    ['LOCATION', 'TIME', 'Value', ['AUS', 'AUT']],
    [
      'REF_AREA: Reference area',
      'TIME_PERIOD: Time',
      'OBS_VALUE',
      ['AUS: Australia', 'AUT: Austria'],
    ],
  ])('series of the OECD by %s', (place, time, value, [one, other]) => {
    const table = toTable({
      [place]: [one!, one!, one!, other!],
      INDICATOR: ['GDP', 'GDP', 'GDP', 'GDP'],
      MEASURE: ['MLN_USD: Millions', 'USD_CAP: Per head', 'MLN_USD: Millions', 'MLN_USD: Millions'],
      [time]: [2015, 2015, 2016, 2015],
      [value]: [1100.5, 46000, 1150, 400],
      'Flag Codes': [null, null, 'P', null],
    });
    expect(cells(reshapeLayout(table, 'oecd').table)).toEqual({
      [place]: [one, one, other],
      [time]: [2015, 2016, 2015],
      MLN_USD: [1100.5, 1150, 400],
      USD_CAP: [46000, null, null],
    });
  });

  test('codes with labels next to them, statuses and powers of ten in files of the OECD', () => {
    const table = toTable({
      REF_AREA: ['CHN', 'CHN', 'DEU', 'DEU'],
      'Reference area': ['China', 'China', 'Germany', 'Germany'],
      MEASURE: ['B1GQ', 'P3', 'B1GQ', 'P3'],
      Measure: ['Gross domestic product', 'Consumption', 'Gross domestic product', 'Consumption'],
      TIME_PERIOD: [2020, 2020, 2020, 2020],
      'Time period': [null, null, null, null],
      OBS_VALUE: [1, 2, 3, 4],
      OBS_STATUS: ['A', 'P', 'A', 'A'],
      'Observation status': ['Normal value', 'Provisional value', 'Normal value', 'Normal value'],
      UNIT_MULT: [6, 6, 6, 6],
      'Unit multiplier': ['Millions', 'Millions', 'Millions', 'Millions'],
    });
    const { table: wide } = reshapeLayout(table, 'oecd');
    const keys = { REF_AREA: ['CHN', 'DEU'], TIME_PERIOD: [2020, 2020] };
    expect(cells(wide)).toEqual({ ...keys, B1GQ: [1, 3], P3: [2, 4] });
    expect(wide.columns.get('P3')!.label).toBe('Consumption');
    const powers = { kind: 'number', values: Float64Array.of(6, 6, 9, 6) } as const;
    const mixed = { ...table, columns: new Map(table.columns).set('UNIT_MULT', powers) };
    const apart = { B1GQ_6: [1, null], P3_6: [2, 4], B1GQ_9: [null, 3] };
    expect(cells(reshapeLayout(mixed, 'oecd').table)).toEqual({ ...keys, ...apart });
  });

  test('indicators of the United Nations, whose codes and years have other names', () => {
    const table = toTable({
      Goal: [1, 1, 1, 1],
      SeriesCode: ['A1', 'A1', 'B2', 'B2'],
      SeriesDescription: ['Poor', 'Poor', 'Covered', 'Covered'],
      GeoAreaCode: [156, 276, 156, 276],
      GeoAreaName: ['China', 'Germany', 'China', 'Germany'],
      TimePeriod: [2019, 2019, 2019, 2019],
      Value: [1, 2, 3, 4],
    });
    const { table: wide } = reshapeLayout(table, 'un');
    expect(cells(wide)).toMatchObject({ A1: [1, 2], B2: [3, 4] });
    expect(wide.columns.get('A1')!.label).toBe('Poor');
  });

  test.each<[string, Readonly<Record<string, (string | number)[]>>, object]>([
    [
      'Canada',
      {
        REF_DATE: [2019, 2019, 2020, 2020],
        GEO: ['Ontario', 'Ontario', 'Ontario', 'Ontario'],
        DGUID: ['2016A35', '2016A35', '2016A35', '2016A35'],
        Estimates: ['GDP', 'Trade', 'GDP', 'Trade'],
        VECTOR: ['v1', 'v2', 'v3', 'v4'],
        VALUE: [1, 2, 3, 4],
      },
      { REF_DATE: [2019, 2020], GDP: [1, 3], Trade: [2, 4] },
    ],
    [
      'Australia',
      {
        'MEASURE: Measure': ['M1: Employment', 'M2: Hours'],
        'REGION: Region': ['1: New South Wales', '1: New South Wales'],
        'TIME_PERIOD: Time Period': ['2021-Q1', '2021-Q1'],
        OBS_VALUE: [1, 2],
      },
      { M1: [1], M2: [2] },
    ],
    [
      'the ILO, whose words differ behind a colon',
      {
        'ref_area.label': ['Peru', 'Peru'],
        'sex.label': ['Sex: Male', 'Sex: Female'],
        time: [2019, 2019],
        obs_value: [1, 2],
      },
      { 'Sex: Male': [1], 'Sex: Female': [2] },
    ],
  ])('series of %s', (_, columns, expected) => {
    const table = toTable(columns);
    expect(layoutOf(table)).toBe('oecd');
    expect(cells(reshapeLayout(table, 'oecd').table)).toMatchObject(expected);
  });

  test('another table, and a series with two values', () => {
    expect(failure(() => reshapeLayout(toTable({ country: ['A'], gdp: [1] }), 'oecd'))).toMatch(
      /expected columns such as "LOCATION", "TIME", "Value" for layout: oecd, found "country", "gdp"/,
    );
    const twice = toTable({ LOCATION: ['A', 'A'], TIME: [2015, 2015], Value: [1, 2] });
    expect(failure(() => reshapeLayout(twice, 'oecd'))).toMatch(
      /expected one row for each id and series/,
    );
  });
});
