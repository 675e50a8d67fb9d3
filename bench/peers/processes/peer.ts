/**
 * Peers that are other programs: a process that holds the data, solves once for each line it is sent and
 * answers with the coefficients. Its start is not timed.
 */
import { fileURLToPath } from 'node:url';
import { startConversation } from './conversation.js';

export interface Peer {
  /** Program and version. */
  readonly program: string;
  /** Answers a line, which a script may read; most look at none. */
  solve(line?: string): Promise<number[]>;
  stop(): void;
}

/** Starts `script` of this folder under `command`; undefined where the program is absent or refuses. */
export async function startPeer(
  command: string,
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Peer | undefined> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { say, hear, end } = startConversation(command, [path, ...args], env);
  const program = await hear();
  if (program === undefined) return undefined;
  return {
    program,
    async solve(line = '') {
      say(`${line}\n`);
      const answer = await hear();
      if (answer === undefined) throw new Error(`${command}: expected an answer, found its end`);
      return answer.trim().split(/\s+/).map(Number);
    },
    stop: end,
  };
}
