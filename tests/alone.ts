/** Runs before each file of the tier that promises one thread and no other program: a test that starts one fails. */
import children from 'node:child_process';
import files from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import threads from 'node:worker_threads';
import { afterAll, afterEach, expect } from 'vitest';

const { Worker } = threads;
const { fork, spawn, spawnSync } = children;
const { readFileSync } = files;

/** What the test tried to start. It is kept because the library goes on in this thread when it has no other. */
let started: string[] = [];

function refusing(what: string) {
  return function refuse(): never {
    started.push(what);
    throw new Error(`expected a test of the tier fast to start nothing, found ${what}`);
  };
}

const program = refusing('a program: end the name of the file in .programs.test.ts');
const thread = refusing('a thread: end the name of the file in .threads.test.ts');
Object.assign(threads, { Worker: thread });
Object.assign(children, { fork: program, spawn: program, spawnSync: program });
/** The library starts a worker once work has lasted; without room for one it does not, however slow the machine is. */
const noRoom = (path: unknown, ...rest: never[]): unknown =>
  path === '/proc/self/limits' ? 'Max address space 0' : readFileSync(path as string, ...rest);
Object.assign(files, { readFileSync: noRoom });
syncBuiltinESMExports();

afterEach(() => {
  const found = started;
  started = [];
  expect(found).toEqual([]);
});

afterAll(() => {
  Object.assign(threads, { Worker });
  Object.assign(children, { fork, spawn, spawnSync });
  Object.assign(files, { readFileSync });
  syncBuiltinESMExports();
});
