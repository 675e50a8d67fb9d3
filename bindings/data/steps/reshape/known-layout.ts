/** Which office's layout a table has, by the names of its columns. */
import type { Table } from '../../table.js';
import { duplicateOf, keysOf } from '../keys.js';
import type { LayoutName } from './layout-names.js';
import { keyColumns } from './by-row.js';
import { seriesColumns } from './series-columns.js';
import { named } from './series.js';

/** The layout; undefined for other tables, and for those that have one row for each place and period already. */
export function layoutOf(table: Table): LayoutName | undefined {
  const has = (...patterns: readonly RegExp[]) =>
    patterns.every((pattern) => named(table, pattern) !== undefined);
  if (has(/\\TIME_PERIOD$/i)) return 'eurostat';
  if (has(/^\d{4}( \[YR\d{4}\])?$/)) {
    if (has(/^weo subject code$/i)) return 'imf';
    const isOfBank = has(/^(country|economy)[ .](code|id)$/i, /^(series|indicator)[ .](code|id)$/i);
    return isOfBank ? 'worldbank' : undefined;
  }
  if (seriesColumns(table) !== undefined) return 'worldbank';
  const keys = keyColumns(table);
  if (keys === undefined) return undefined;
  const { country, time } = keys;
  if (duplicateOf(keysOf(table, [country, time])) === undefined) return undefined;
  if (/^country or area$|^geoareaname$/i.test(country)) return 'un';
  const isCanadian = /^ref_date$/i.test(time);
  if (/^geo\b/i.test(country) && !isCanadian) return 'eurostat';
  return isCanadian || /^(location|ref_area|cou)\b|^region: /i.test(country) ? 'oecd' : undefined;
}
