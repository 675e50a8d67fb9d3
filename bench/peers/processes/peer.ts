/**
 * Peers that are other programs: a process that holds the data, solves once for each line it is sent and
 * answers with the coefficients. Its start is not timed.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Peer {
  /** Program and version. */
  readonly program: string;
  solve(): Promise<number[]>;
  stop(): void;
}

/** Starts `script` of this folder under `command`; undefined where the program is absent or refuses. */
export async function startPeer(
  command: string,
  script: string,
  args: readonly string[],
): Promise<Peer | undefined> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(command, [path, ...args], { stdio: ['pipe', 'pipe', 'ignore'] });
  child.on('error', () => child.stdout.destroy());
  child.stdin.on('error', () => child.stdout.destroy());
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const program = await lines.next();
  if (program.done === true) return undefined;
  return {
    program: program.value,
    async solve() {
      child.stdin.write('\n');
      const answer = await lines.next();
      if (answer.done === true) throw new Error(`${command}: expected an answer, found its end`);
      return answer.value.trim().split(/\s+/).map(Number);
    },
    stop: () => child.stdin.end(),
  };
}
