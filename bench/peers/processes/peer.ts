/**
 * Peers that are other programs: a process that keeps the data and, for every line it receives, solves once and answers
 * with the coefficients. Its start is not timed.
 */
import { fileURLToPath } from 'node:url';
import { startConversation } from './conversation.js';

export interface Peer {
  /** Program and version. */
  readonly program: string;
  /** Sends a line and returns the answer. Most scripts ignore the content of the line. */
  solve(line?: string): Promise<number[]>;
  stop(): void;
}

/** Starts `script` of this folder under `command`; undefined if the program is not installed or fails. */
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
