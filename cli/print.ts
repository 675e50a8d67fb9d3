import { type DocumentOptions, type Result, toJson, toText } from '../bindings/index.js';
import { hasColors, type Host, pageWidth, print, printPage } from './host.js';

interface PrintOptions extends DocumentOptions {
  readonly json?: boolean | undefined;
}

/** Print a result as text or JSON; `rate` is in replicates per second. */
export function printResult(
  host: Host,
  result: Result,
  { json = false, ...options }: PrintOptions,
): void {
  if (json) print(host, toJson(result));
  else
    printPage(host, toText(result, { ...options, color: hasColors(host), width: pageWidth(host) }));
}
