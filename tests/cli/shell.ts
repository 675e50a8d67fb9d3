/** Scripts of the shell whose commands of wasmetrics run in this process: to start one takes longer than most of them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type Finished, type Workplace, workplace } from './run.js';

/** A command asks on descriptor 3, by the number of its arguments and these, and its status comes on descriptor 4. */
const asking = (folder: string) => `npx() {
  shift
  cat > '${folder}/input'
  printf '%s\\0' "$#" "$@" >&3
  read -r status <&4
  cat '${folder}/stdout'
  cat '${folder}/stderr' >&2
  return "$status"
}
`;

/** Runs a script of bash, which ends at the first command that fails, in the folder of `place`. */
export async function runScript(place: Workplace, script: string): Promise<Finished> {
  const answers = workplace();
  const shell = spawn('bash', ['-c', `set -e; ${asking(answers.folder)}${script}`], {
    cwd: place.folder,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
  });
  const [, stdout, stderr, asked, answered] = shell.stdio as unknown as [
    ...[null, Readable, Readable, Readable],
    Writable,
  ];
  const [out, err, [status]] = await Promise.all([
    text(stdout),
    text(stderr),
    once(shell, 'close') as Promise<[number | null]>,
    answer(place, answers, asked, answered),
  ]);
  answers.remove();
  return { status, stdout: out, stderr: err };
}

async function answer(place: Workplace, answers: Workplace, asked: Readable, answered: Writable) {
  let parts: string[] = [];
  asked.setEncoding('utf8');
  for await (const chunk of asked) {
    const [last, ...more] = (chunk as string).split('\0');
    parts = [...parts.slice(0, -1), `${parts.at(-1) ?? ''}${last}`, ...more];
    const [nargs, ...args] = parts;
    if (args.length <= Number(nargs)) continue;
    parts = [];
    const input = readFileSync(join(answers.folder, 'input'), 'utf8');
    const { status, stdout, stderr } = await place.wasmetrics(args.slice(0, -1), input);
    writeFileSync(join(answers.folder, 'stdout'), stdout);
    writeFileSync(join(answers.folder, 'stderr'), stderr);
    answered.write(`${status}\n`);
  }
}
