import { type Result, toJson, toText } from '../bindings/index.js';
import { hasColors, type Host, print, printPage } from './host.js';

/** Print a result as text or JSON; `rate` is in replicates per second. */
export function printResult(
  host: Host,
  result: Result,
  { json = false, rate }: { readonly json?: boolean; readonly rate?: number | undefined },
): void {
  if (json) print(host, toJson(result));
  else printPage(host, toText(result, { color: hasColors(host), rate }));
}
