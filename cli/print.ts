import { type DocumentOptions, type Result, toJson, toText } from '../bindings/entries/report.js';
import { hasColors, type Host, pageWidth, print, printPage } from './host.js';
import type { Shown } from './models/each.js';
import { originKeys, originLines } from './models/origin.js';
import { usesWide } from './wide/wide.js';

interface PrintOptions extends DocumentOptions, Shown {}

interface WithEngine {
  readonly engine?: object;
}

/** A result whose `engine` says that operations of 256 bits were used. */
function withWide(result: WithEngine): object {
  const { engine } = result;
  return usesWide() && engine !== undefined
    ? { ...result, engine: { ...engine, wide: true } }
    : result;
}

/** Prints a result as text or JSON; `rate` is in replicates per second. */
export function printResult(
  host: Host,
  result: Result,
  { json = false, origin, collect, ...options }: PrintOptions,
): void {
  if (json) {
    const keys = origin === undefined ? {} : originKeys(origin);
    const isWhole = collect === undefined && Object.keys(keys).length === 0;
    if (isWhole && !usesWide()) return print(host, toJson(result));
    const value = { ...keys, ...withWide(JSON.parse(toJson(result)) as WithEngine) };
    return collect === undefined ? print(host, JSON.stringify(value, null, 2)) : collect(value);
  }
  const shown = { ...options, color: hasColors(host), width: pageWidth(host) };
  const page = host.spoken?.text(result, shown) ?? toText(result, shown);
  const lines = origin === undefined ? [] : originLines(origin);
  printPage(host, [...lines, ...(lines.length > 0 ? [''] : []), page].join('\n'));
}
