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

/** For each style of cells true if its numbers are dates. */
export function dateStyles(bytes: Uint8Array, path: string): boolean[] {
  const formats = new Map<string, string>();
  const styles: boolean[] = [];
  let inCells = false;
  parseXml(bytes, path, {
    open: (name, attribute) => {
      if (name === 'numFmt')
        formats.set(attribute('numFmtId') ?? '', attribute('formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = attribute('numFmtId') ?? '0';
      const format = formats.get(id);
      styles.push(format === undefined ? isDateNumber(Number(id)) : isDateFormat(format));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
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
