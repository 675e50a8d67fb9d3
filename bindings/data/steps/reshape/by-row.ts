/** Tables with a value in each row, as the OECD, Eurostat and the United Nations write them. */
import type { Column } from '../../column.js';
import type { Table } from '../../table.js';
import { named, part, rowsWith, type Series } from './series.js';

/** Columns that say something about a value rather than which it is. */
const remarks =
  /^(structure.*|action|.*flags?( codes?)?|(obs_|observation |conf_)?status.*|observation value|decimals.*|base[_ ]per.*|reference ?period.*|currency.*|.*footnotes?|.*_label|.*_detail|source|goal|target)$/i;
const powers = /^(unit_mult|unit multiplier|powercode)/i;

/** Columns of a country, a period and a value; undefined for a table without one. */
export function keyColumns(
  table: Table,
): Readonly<Record<'country' | 'time' | 'value', string>> | undefined {
  const country =
    named(table, /^(location|ref_area|cou|country|geo)\b/i) ?? named(table, /^geoareaname$/i);
  const time = named(table, /^(time_period|timeperiod|time|year|period)\b/i);
  const value = named(table, /^(obs_value|value|obsvalue)\b/i);
  if (country === undefined || time === undefined || value === undefined) return undefined;
  return { country, time, value };
}

/** The series of a table; the columns that vary, but for labels of codes, say which. Undefined for another table. */
export function byRow(table: Table): Series | undefined {
  const keys = keyColumns(table);
  if (keys === undefined) return undefined;
  const { country, time, value } = keys;
  const rows = rowsWith(table, [country, time]);
  const labelOf = labelColumns(table);
  const labels = [...labelOf.values()];
  const others = [...table.columns.keys()].filter(
    (name) => ![country, time, value, ...labels].includes(name) && !isPlace(name),
  );
  const varying = others.filter(
    (name) => !remarks.test(name) && !powers.test(name) && isVarying(table, name, rows),
  );
  const one = named(table, /^(indicator|measure|subject|variable|item|series)\b/i);
  const naming = varying.length > 0 ? varying : one === undefined ? [] : [one];
  const scaled = [...naming, ...others.filter((name) => powers.test(name))];
  const plain = rows.map((row) => seriesName(table, naming, row));
  const withPower = rows.map((row) => seriesName(table, scaled, row));
  const isScaled = new Set(withPower).size > new Set(plain).size;
  const names = isScaled ? withPower : plain;
  const written = naming.map((name) => labelOf.get(name) ?? name);
  const kept = part(table, [country, time, value], rows);
  const columns = new Map([
    ...kept.columns,
    ['series', { kind: 'text' as const, values: names }] as const,
  ]);
  const hasLabels = naming.some((name) => labelOf.has(name));
  return {
    table: { ...kept, columns },
    id: [country],
    time,
    value,
    series: 'series',
    labels: new Map(
      hasLabels ? rows.map((row, i) => [names[i]!, seriesName(table, written, row, ', ')]) : [],
    ),
  };
}

/** True for another name or code of the country. */
function isPlace(name: string): boolean {
  return /^(geoarea.*|reference area|country( code| name)?|ref_?area.*)$/i.test(name);
}

/** Columns with labels by those with their codes, which stand to their left: `Measure` by `MEASURE`. */
function labelColumns(table: Table): Map<string, string> {
  const names = [...table.columns.keys()];
  return new Map(
    names.flatMap((name, i): [string, string][] => {
      const next = names[i + 1] ?? '';
      const isCode = /^[A-Z][A-Z0-9_]*$/.test(name) && /^[A-Z].*[a-z]/.test(next);
      const isLabel = isCode || name === `${next} Code` || /^series ?code$/i.test(name);
      return isLabel && isLabelOf(table, name, next) ? [[name, next]] : [];
    }),
  );
}

/** True for texts, or none, of which each code has one. */
function isLabelOf(table: Table, name: string, next: string): boolean {
  const column = table.columns.get(next);
  if (column === undefined) return false;
  const codes = table.columns.get(name)!.values;
  if (column.kind === 'number') return !column.values.some((cell) => !Number.isNaN(cell));
  const labels = new Map<number | string, string>();
  return column.values.every((label, row) => {
    const known = labels.get(codes[row]!) ?? label;
    labels.set(codes[row]!, known);
    return known === label;
  });
}

function isVarying(table: Table, name: string, rows: readonly number[]): boolean {
  const { values }: Column = table.columns.get(name)!;
  const first = values[rows[0] ?? 0];
  return rows.some((row) => !Object.is(values[row], first));
}

/** The codes of a series, joined; of a cell such as `GDP: Gross domestic product` the code alone. */
function seriesName(table: Table, names: readonly string[], row: number, sign = '_'): string {
  const codes = names.map((name) =>
    String(table.columns.get(name)!.values[row]).replace(/:\s.*$/s, ''),
  );
  const filled = codes.filter((code) => code !== '' && code !== 'NaN');
  return filled.length === 0 ? 'value' : filled.join(sign);
}
