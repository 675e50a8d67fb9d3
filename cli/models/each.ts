/** Runs a command for each model of a file, and combines the results of several models. */
import { exitCodes, usage } from '../exit.js';
import { type Host, print, printPage } from '../host.js';
import { namingModel } from './named-errors.js';
import type { Origin } from './origin.js';
import { misuse } from '../../bindings/words/errors/program/commands.js';

/** How the result of one of several models is printed. */
export interface Shown {
  readonly json?: boolean | undefined;
  readonly origin?: Origin | undefined;
  /** Receives the result if several results make one JSON document. */
  readonly collect?: ((result: object) => void) | undefined;
}

/**
 * Calls `run` for each model and returns its exit code. Results of several models are printed one below the other, or
 * as `{"models": [...]}` in JSON. The first failure ends the command.
 */
export async function eachModel<Source extends { readonly origin: Origin }>(
  host: Host,
  sources: readonly Source[],
  { json = false, output }: { readonly json?: boolean; readonly output?: string | undefined },
  run: (source: Source, shown: Shown) => Promise<number | undefined>,
): Promise<void> {
  const several = sources.length > 1;
  if (several && host.distributed !== undefined) {
    throw usage(misuse['one-model']({ subject: 'plan', found: sources.length, isEach: true }));
  }
  if (several && output !== undefined) {
    throw usage(misuse['one-model']({ subject: '--output', found: sources.length }));
  }
  const collected: object[] = [];
  const collect = several ? (result: object) => void collected.push(result) : undefined;
  let exitCode: number = exitCodes.ok;
  for (const [i, source] of sources.entries()) {
    const { origin } = source;
    if (i > 0 && !json) printPage(host, '');
    const code = await namingModel(origin.title, () => run(source, { json, origin, collect }));
    exitCode = Math.max(exitCode, code ?? exitCodes.ok);
  }
  if (several && json) print(host, JSON.stringify({ models: collected }, null, 2));
  host.exitCode = exitCode;
}
