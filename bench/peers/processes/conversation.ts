/** Communicates with a program line by line. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Conversation {
  say(text: string): void;
  /** The next line; undefined if the program has ended or did not start. */
  hear(): Promise<string | undefined>;
  end(): void;
}

/** Limits BLAS and OpenMP to one thread, like the package. */
export const oneThread = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };

/** Starts a program; `env` is added to the environment. */
export function startConversation(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Conversation {
  const child = spawn(command, args, {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, ...env },
  });
  child.on('error', () => child.stdout.destroy());
  child.stdin.on('error', () => child.stdout.destroy());
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    say: (text) => void child.stdin.write(text),
    async hear() {
      const line = await lines.next();
      return line.done === true ? undefined : line.value;
    },
    end: () => child.stdin.end(),
  };
}
