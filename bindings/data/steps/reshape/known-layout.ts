/** Which office's layout a table has, by the names of its columns. */
import type { Table } from '../../table.js';
import { duplicateOf, keysOf } from '../keys.js';
import type { LayoutName } from './layout-names.js';
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
  const place = named(table, /^(location|ref_area|cou|geo|country or area)\b/i);
  const time = named(table, /^(time_period|time|year|period)\b/i);
  if (place === undefined || time === undefined || !has(/^(obs_value|value)\b/i)) return undefined;
  if (duplicateOf(keysOf(table, [place, time])) === undefined) return undefined;
  if (/^country/i.test(place)) return 'un';
  return /^geo/i.test(place) ? 'eurostat' : 'oecd';
}
