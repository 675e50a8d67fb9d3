/** Tables with a value in each row, as the OECD, Eurostat and the United Nations write them. */
import type { Column } from '../../column.js';
import type { Table } from '../../table.js';
import { named, part, rowsWith, type Series } from './series.js';

/** Columns that say something about a value rather than which it is. */
const remarks =
  /^(structure.*|action|vector|coordinate|symbol|terminated|uom_id|scalar_id|.*flags?( codes?)?|(obs_|observation |conf_)?status.*|observation value|decimals.*|base[_ ]per.*|reference ?period.*|currency.*|.*footnotes?|.*_label|.*_detail|source|goal|target)$/i;
const powers = /^(unit_mult|unit multiplier|powercode)/i;

/** Columns of a country, a period and a value; undefined for a table without one. */
export function keyColumns(
  table: Table,
): Readonly<Record<'country' | 'time' | 'value', string>> | undefined {
  const places = /^(location|ref_area|cou|country|geo)\b/i;
  const country = named(table, places, /^geoareaname$/i, /^region: /i);
  const time = named(table, /^(time_period|timeperiod|time|year|period|ref_date)\b/i);
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
  const plain = seriesNames(table, naming, rows);
  const withPower = seriesNames(table, scaled, rows);
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
      hasLabels
        ? seriesNames(table, written, rows, ', ').map((label, i) => [names[i]!, label])
        : [],
    ),
  };
}

/** True for another name or code of the country. */
function isPlace(name: string): boolean {
  return /^(geoarea.*|reference area|country( code| name)?|ref_?area.*|dguid)$/i.test(name);
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

/** The codes of a series, joined; of cells such as `GDP: Gross domestic product` the codes alone, if they differ. */
function seriesNames(
  table: Table,
  names: readonly string[],
  rows: readonly number[],
  sign = '_',
): string[] {
  const columns = names.map((name) => {
    const { values } = table.columns.get(name)!;
    const texts = rows.map((row) => String(values[row]));
    const codes = texts.map((text) => text.replace(/:\s.*$/s, ''));
    return new Set(codes).size < new Set(texts).size ? texts : codes;
  });
  return rows.map((_, i) => {
    const filled = columns
      .map((texts) => texts[i]!)
      .filter((code) => code !== '' && code !== 'NaN');
    return filled.length === 0 ? 'value' : filled.join(sign);
  });
}
