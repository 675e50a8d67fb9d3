/** Run the built command line as a user does, in a folder of its own. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

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
  wasmetrics(args: readonly string[], input?: string, stdout?: number): Finished;
  /** The same where no file may grow beyond so many blocks of 512 bytes, as on a disk that fills up. */
  withinBlocks(blocks: number, args: readonly string[]): Finished;
  /** Start, send SIGINT when `after` appears on standard error, wait for the end. */
  interrupted(args: readonly string[], after: RegExp): Promise<Finished>;
  remove(): void;
}

export function workplace(): Workplace {
  const cwd = mkdtempSync(join(tmpdir(), 'wasmetrics-'));
  const options = { cwd, encoding: 'utf8' as const };
  return {
    folder: cwd,
    read: (name) => readFileSync(join(cwd, name)),
    file(name, text) {
      writeFileSync(join(cwd, name), text);
      return name;
    },
    wasmetrics(args, input = '', stdout) {
      const stdio = ['pipe', stdout ?? 'pipe', 'pipe'] as const;
      return spawnSync(process.execPath, [main, ...args], { ...options, input, stdio: [...stdio] });
    },
    withinBlocks(blocks, args) {
      const script = `ulimit -f ${blocks}; exec "$@"`;
      return spawnSync('sh', ['-c', script, 'sh', process.execPath, main, ...args], options);
    },
    interrupted(args, after) {
      const child = spawn(process.execPath, [main, ...args], { cwd });
      let stdout = '';
      let stderr = '';
      let sent = false;
      child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => {
        stderr += chunk.toString();
        if (!sent && after.test(stderr)) sent = child.kill('SIGINT');
      });
      return new Promise((resolve) => {
        child.on('close', (status) => resolve({ status, stdout, stderr }));
      });
    },
    remove: () => rmSync(cwd, { recursive: true }),
  };
}

/** Noise from -0.5 to 0.5 that is the same everywhere. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647 - 0.5;
  };
}

export type Row = Record<string, string | number>;

/** A dynamic panel: y follows its own lag, x and a unit effect. */
export function panelRows(units = 40, periods = 7): Row[] {
  const draw = noise(12_345);
  return Array.from({ length: units }, (_, i) => {
    const effect = draw();
    let y = 2 * effect;
    let x = draw();
    return Array.from({ length: periods }, (_, t) => {
      x = 0.5 * x + draw() + 0.3 * effect;
      y = 0.5 * y + x + effect + draw();
      return { id: i + 1, year: 2000 + t, y, x, z: draw(), twice: 2 * x, one: 1 };
    });
  }).flat();
}

export function csv(rows: readonly Row[]): string {
  const names = Object.keys(rows[0]!);
  const lines = rows.map((row) => names.map((name) => row[name]).join(','));
  return [names.join(','), ...lines, ''].join('\n');
}
