import { type DocumentOptions, type Result, toJson, toText } from '../bindings/entries/report.js';
import { hasColors, type Host, pageWidth, print, printPage } from './host.js';
import type { Shown } from './models/each.js';
import { originKeys, originLines } from './models/origin.js';

interface PrintOptions extends DocumentOptions, Shown {}

/** Prints a result as text or JSON; `rate` is in replicates per second. */
export function printResult(
  host: Host,
  result: Result,
  { json = false, origin, collect, ...options }: PrintOptions,
): void {
  if (json) {
    const keys = origin === undefined ? {} : originKeys(origin);
    if (collect === undefined && Object.keys(keys).length === 0) return print(host, toJson(result));
    const value = { ...keys, ...(JSON.parse(toJson(result)) as object) };
    return collect === undefined ? print(host, JSON.stringify(value, null, 2)) : collect(value);
  }
  const shown = { ...options, color: hasColors(host), width: pageWidth(host) };
  const page = host.spoken?.text(result, shown) ?? toText(result, shown);
  const lines = origin === undefined ? [] : originLines(origin);
  printPage(host, [...lines, ...(lines.length > 0 ? [''] : []), page].join('\n'));
}
