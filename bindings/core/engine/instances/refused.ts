/** What can be done where a host refuses the core; loaded when one does. */
import { EngineError } from '../../errors/errors.js';
import * as said from '../../../words/errors/core/hosts.js';

/** What browsers say if a Content-Security-Policy refuses WebAssembly. */
const isPolicy = /content security policy|\bCSP\b|unsafe-eval/i;

/** The error of a host without WebAssembly, or of a page whose policy refuses it; undefined for others. */
export function ofHost(error: unknown): EngineError | undefined {
  if (typeof WebAssembly === 'undefined') return new EngineError(said.noWebAssembly(), 'engine');
  const reason = error instanceof Error ? error.message : String(error);
  return isPolicy.test(reason)
    ? new EngineError(said.refusedByPolicy({ reason }), 'engine')
    : undefined;
}

/** How every WebAssembly module begins. */
const MAGIC = '\0asm';

/** The error of an address that cannot be read, or that has no module. */
export function ofAddress(url: string, bytes: Uint8Array | undefined, error: unknown): unknown {
  const telling = { of: 'init', key: 'url' };
  if (bytes === undefined) {
    const reason = error instanceof Error ? error.message : String(error);
    const say = error instanceof TypeError ? said.cannotLoad : said.notThere; // fetch throws TypeErrors
    return new EngineError(say({ url, reason }), { ...telling, cause: error });
  }
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (start.startsWith(MAGIC)) return error;
  return new EngineError(said.noModuleThere({ url, start: JSON.stringify(start) }), telling);
}
