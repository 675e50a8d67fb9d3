/** Warnings on standard error. */
import { notices } from '../bindings/words/errors/program/notices.js';
import { type Host, notice, printError } from './host.js';

interface Warning {
  readonly code: string;
  readonly message: string;
  /** What the warning is about; the message does not begin with it. */
  readonly of?: string;
}

/** Prints a line, or JSON. `place` names the file or option that the warning is about. */
export function printWarning(
  host: Host,
  warning: Warning,
  { json = false, place }: { readonly json?: boolean; readonly place?: string } = {},
): void {
  const { code, message } = warning;
  const said = host.spoken?.warning(place === undefined ? warning : { ...warning, of: place });
  if (json) {
    const sentence = said === undefined ? {} : { sentence: said };
    return printError(host, JSON.stringify({ warning: { ...warning, ...sentence } }));
  }
  const start = place === undefined ? '' : `${place}: `;
  notice(host, notices['coded-warning']({ text: said ?? start + message, code }), 'wasmetrics: ');
}
