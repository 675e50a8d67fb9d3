import { parseXml } from './xml.js';

/** Numbers of the formats of dates and times that every program knows. 46 is a duration. */
const dateFormats = [
  [14, 22],
  [27, 36],
  [45, 45],
  [47, 47],
  [50, 58],
  [71, 78],
  [80, 81],
] as const;

/** Formats of numbers that every program knows. */
const usualFormats: Readonly<Record<string, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  48: '0.0E+0',
};

/** The styles of cells: whether their numbers are dates, and the formats of these. */
export interface CellStyles {
  readonly dates: readonly boolean[];
  readonly formats: readonly string[];
}

export function cellStyles(bytes: Uint8Array, path: string): CellStyles {
  const written = new Map<string, string>();
  const dates: boolean[] = [];
  const formats: string[] = [];
  let inCells = false;
  parseXml(bytes, path, {
    open: (name, attribute) => {
      if (name === 'numFmt')
        written.set(attribute('numFmtId') ?? '', attribute('formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = attribute('numFmtId') ?? '0';
      const format = written.get(id);
      dates.push(format === undefined ? isDateNumber(Number(id)) : isDateFormat(format));
      formats.push(format ?? usualFormats[id] ?? '');
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return { dates, formats };
}

function isDateNumber(id: number): boolean {
  return dateFormats.some(([from, to]) => id >= from && id <= to);
}

/**
 * True if a format of numbers shows a date: it has a letter y, m, d, h or s outside quotes and brackets. `[h]:mm` is a
 * duration and no date.
 */
export function isDateFormat(format: string): boolean {
  const [positive = ''] = format
    .replace(/"[^"]*"?/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .split(';');
  if (/\[(h+|m+|s+)\]/i.test(positive)) return false;
  const letters = positive.replace(/\[[^\]]*\]/g, '').replace(/general|standard/gi, '');
  return /[ymdhs]/i.test(letters);
}
