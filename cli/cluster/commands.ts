/** Runs the command of a plan on another host. */
import type { Distributed, Host } from '../host.js';
import { plainHost } from './stopping.js';

export type RunCommand = (args: readonly string[], host: Host) => Promise<void>;

/** Ends a command early with what it was run for. */
class Ended<T> extends Error {
  constructor(readonly value: T) {
    super('the command ended early');
  }
}

/**
 * Runs a command up to its bootstrap, and returns what `use` makes of it; undefined for a command without a bootstrap.
 * The command prints nothing on standard output.
 */
export async function untilBootstrap<T>(
  runCommand: RunCommand,
  command: readonly string[],
  { host, input }: { readonly host: Host; readonly input: Distributed['input'] },
  use: (...bootstrap: Parameters<Distributed['bootstrap']>) => Promise<T>,
): Promise<T | undefined> {
  const distributed: Distributed = {
    input,
    endsEarly: true,
    bootstrap: async (...bootstrap) => {
      throw new Ended(await use(...bootstrap));
    },
  };
  const quiet: Host = { ...plainHost(host), stdout: { write: () => true }, distributed };
  try {
    await runCommand(command, quiet);
  } catch (error) {
    if (error instanceof Ended) return (error as Ended<T>).value;
    throw error;
  }
  return undefined;
}
