/** What several rows of headings say: names, labels and units of columns. */
import type { HeadingRole } from '../../words/details/sheets.js';
import { isNumber } from '../cells/number-text.js';

/** Texts of the headings by column; '' where a column has none. */
export interface HeadingTexts {
  readonly names: readonly string[];
  readonly labels?: readonly string[];
  readonly units?: readonly string[];
  /** What each of the rows was taken for. */
  readonly roles: readonly HeadingRole[];
}

/**
 * Reads rows of headings, from the top. The last is units if all its cells are. Rows in which a heading stands above
 * several others are groups, which become the first part of names: `output_industry`. Of other rows one has names, the
 * first whose cells are all codes such as `Epa0101`, otherwise the first; the others have labels. Below `TIME`, the first
 * column has the name of its places. With `isSpread` a heading also stands above the columns to its right that have
 * none; so it does above years.
 */
export function headingTexts(
  rows: readonly (readonly string[])[],
  isSpread: boolean = hasYears(rows.at(-1)!),
): HeadingTexts {
  const [upper = [], lower = []] = rows;
  const [place = '', ...others] = lower;
  if (place !== '' && /^TIME\b/.test(upper[0]!) && others.every((text) => text === '')) {
    const { roles, ...texts } = headingTexts([[place, ...upper.slice(1)], ...rows.slice(2)]);
    return { ...texts, roles: ['names', ...roles] };
  }
  return textsOf(isSpread ? withGroups(rows) : rows);
}

function textsOf(rows: readonly (readonly string[])[]): HeadingTexts {
  const last = rows.length - 1;
  const hasUnits = last > 0 && isUnits(rows[last]!);
  const texts = hasUnits ? rows.slice(0, last) : rows;
  const units = hasUnits ? { units: rows[last]! } : {};
  const unitsRole: HeadingRole[] = hasUnits ? ['units'] : [];
  const groups = texts.slice(0, -1).every((row, i) => isAbove(row, texts[i + 1]!)) ? texts : [];
  if (texts.length > 1 && groups.length > 0) {
    const names = texts[0]!.map((_, j) => joined(texts.map((row) => row[j]!)));
    const roles: HeadingRole[] = texts.map((_, i) => (i === texts.length - 1 ? 'names' : 'groups'));
    return { names, ...units, roles: [...roles, ...unitsRole] };
  }
  const named = Math.max(0, texts.findIndex(isCodes));
  const labels = texts.filter((_, i) => i !== named);
  const names = texts[named]!;
  const roles = texts.map((_, i): HeadingRole => (i === named ? 'names' : 'labels'));
  return {
    names,
    ...(labels.length > 0 && {
      labels: names.map((_, j) => labels.map((row) => row[j]!).join(' ')),
    }),
    ...units,
    roles: [...roles, ...unitsRole],
  };
}

const hasYears = (row: readonly string[]) =>
  row.filter((cell) => /^(?:1[89]|20)\d\d$/.test(cell)).length > 1;

/** Rows of headings in which a heading also stands above the columns to its right that have none. */
function withGroups(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((row, i) => {
    const below = rows[i + 1];
    let group = '';
    return row.map((cell, j) => {
      if (cell !== '' || below?.[j] === '') group = cell;
      return below === undefined ? cell : group;
    });
  });
}

/** True if a heading of the upper row stands above several of the lower one. */
function isAbove(upper: readonly string[], lower: readonly string[]): boolean {
  return upper.some((text, j) => {
    const next = j + 1;
    return text !== '' && upper[next] === text && lower[next] !== lower[j];
  });
}

function joined(parts: readonly string[]): string {
  const filled = parts.map((part) => part.trim()).filter((part) => part !== '');
  return filled.filter((part, i) => part !== filled[i - 1]).join('_');
}

function isCodes(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell !== '');
  const isCode = (cell: string): boolean => /^[A-Za-z][\w.]*$/.test(cell);
  return filled.every(isCode) && filled.some((cell) => /[\d_.]/.test(cell));
}

/** Words of which units consist, with digits and signs. */
const unitWords = new Set(
  `% ‰ ％ $ € £ ¥ percent per cent pct index ratio share number no person persons people head heads capita year years
  hundred thousand thousands th mil mill mln million millions bn bln billion billions trillion
  usd eur gbp rmb cny jpy dollar dollars euro euros yuan us current constant prices ppp
  km m cm mm km2 m2 m3 ha hectare hectares mu kg g t ton tons tonne tonnes kt mt tce toe kwh mwh gwh twh kw mw gw
  day days month months hour hours unit units in of`
    .trim()
    .split(/\s+/),
);

/** A unit in Chinese, such as 亿元, 万人 or 元/人, or the words that it has none. */
const chineseUnit =
  /^(没有单位|无单位|无|单位[:：].+|[十百千万亿]*(元|美元|人|人次|吨|吨标准煤|公斤|千克|公里|千米|米|平方米|平方公里|立方米|公顷|亩|户|个|件|次|项|辆|台|套|册|所|家|张|部|岁|年|天|小时|度|千瓦时|千瓦|升|摄氏度|毫米)(\/.{1,8})?)$/;

/** True if every cell of a row is a unit, and one has a text. */
function isUnits(row: readonly string[]): boolean {
  const filled = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.some((cell) => !isNumber(cell)) && filled.every(isUnit);
}

function isUnit(cell: string): boolean {
  const text = /^[([（【](.*)[)\]）】]$/.exec(cell)?.[1]?.trim() ?? cell;
  if (chineseUnit.test(text) || /^[-—/]$/.test(text)) return true;
  const words = text.toLowerCase().split(/[\s./,;:=()*·^]+/);
  return words.every((word) => word === '' || unitWords.has(word) || isNumber(word));
}
