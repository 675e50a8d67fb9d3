/** Run the built command line in this process, in a folder of its own, and make data for it. */
import { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Host } from '../../cli/host.js';
import type * as Program from '../../cli/program.js';

/** The built program has no declarations: they are those of its source. */
const built = new URL('../../dist/cli/program.js', import.meta.url).href;
const { runProgram } = (await import(built)) as typeof Program;

export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Workplace {
  readonly folder: string;
  read(name: string): Buffer;
  /** Write a file and return its name. */
  file(name: string, text: string): string;
  wasmetrics(args: readonly string[], input?: string): Promise<Finished>;
  /** Run, press Ctrl-C once `after` appears among the lines of progress on standard error, wait for the end. */
  interrupted(args: readonly string[], after: RegExp): Promise<Finished>;
  remove(): void;
}

export function workplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-'));
  return {
    folder,
    read: (name) => readFileSync(join(folder, name)),
    file(name, text) {
      writeFileSync(join(folder, name), text);
      return name;
    },
    wasmetrics: (args, input = '') => run(folder, args, { input }),
    interrupted: (args, after) => run(folder, args, { after }),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

async function run(
  folder: string,
  args: readonly string[],
  { input = '', after }: { readonly input?: string; readonly after?: RegExp },
): Promise<Finished> {
  let stdout = '';
  let stderr = '';
  let unsent = after;
  const signals = new EventEmitter();
  const host: Host = Object.assign(signals, {
    cwd: () => folder,
    stdin: Readable.from([input]),
    stdout: { write: (text: string) => void (stdout += text) },
    stderr: {
      ...(after && { lineEveryMs: 0 }),
      write(text: string) {
        stderr += text;
        if (unsent?.test(stderr) !== true) return;
        unsent = undefined;
        setImmediate(() => signals.emit('SIGINT'));
      },
    },
  });
  await runProgram(args, host);
  return { status: Number(host.exitCode ?? 0), stdout, stderr };
}
