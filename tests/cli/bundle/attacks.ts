/** What a hostile engine would try, as the text of a module that writes what came of it to `run/told.json`. */

export interface Targets {
  /** A file that it should not read. */
  readonly secret: string;
  /** A file that it should not write. */
  readonly outside: string;
  /** The port of a server. */
  readonly port: number;
}

/** What each attack came to, by its name. */
export type Told = Readonly<Record<string, { readonly done: boolean; readonly why: string }>>;

/** Each is the body of an async function with the constants `secret`, `outside`, `port` and `run`. */
const bodies: Readonly<Record<string, string>> = {
  'writes where it may': `fs.writeFileSync('run/file', '')`,
  'reads a file': `fs.readFileSync(secret)`,
  'reads a file of the user': `fs.readFileSync('/etc/passwd')`,
  'lists a folder': `fs.readdirSync(path.dirname(outside)).includes('secret.txt') || refuse()`,
  'reads through a link': `fs.symlinkSync(secret, 'run/link'); fs.readFileSync('run/link')`,
  'writes a file': `fs.writeFileSync(outside, '')`,
  'writes to its folder': `fs.writeFileSync('engine.mjs', '')`,
  'writes to a temporary folder': `fs.writeFileSync('/tmp/wasmetrics-escaped', '')`,
  'writes to shared memory': `fs.writeFileSync('/dev/shm/wasmetrics-escaped', '')`,
  'may write to the system': `fs.accessSync('/proc/sys/kernel/core_pattern', fs.constants.W_OK)`,
  'reads in a thread': `await thread("require('node:fs').readFileSync(" + JSON.stringify(secret) + ")")`,
  'writes in a thread': `await thread("require('node:fs').writeFileSync(" + JSON.stringify(outside) + ", '')")`,
  'starts a shell in a thread': `await thread("require('node:child_process').execSync('true')")`,
  'starts a program': `started(childProcess.spawnSync(process.execPath, ['--version']))`,
  'reads in another program': `started(childProcess.spawnSync(process.execPath, ['-e', "require('node:fs').readFileSync(" + JSON.stringify(secret) + ")"]))`,
  'writes a database': `const { DatabaseSync } = await import('node:sqlite'); new DatabaseSync(outside).exec('create table t (a)')`,
  'attaches a database': `const { DatabaseSync } = await import('node:sqlite'); new DatabaseSync(':memory:').exec("attach '" + outside + "' as t; create table t.t (a)")`,
  'loads native code': `process.dlopen({ exports: {} }, secret); `,
  'uses inner bindings': `process.binding('spawn_sync').spawn`,
  connects: `const socket = net.connect(port, '127.0.0.1'); await happens(socket, 'connect'); socket.destroy()`,
  listens: `const server = net.createServer().listen(0, '127.0.0.1'); await happens(server, 'listening'); server.close()`,
  'listens at a path': `const server = net.createServer().listen(outside); await happens(server, 'listening'); server.close()`,
  'calls native functions': `const ffi = await import('node:ffi'); ffi.dlopen(null)`,
  'writes a heap snapshot': `const v8 = await import('node:v8'); v8.writeHeapSnapshot(outside)`,
  'writes a report': `process.report.directory = path.dirname(outside); process.report.writeReport('outside'); fs.accessSync(outside)`,
  'reads as a module': `await import(secret)`,
  'reads as an environment': `process.loadEnvFile(secret)`,
  'copies a file': `fs.cpSync(secret, 'run/copy')`,
  'links a file': `fs.linkSync(secret, 'run/linked')`,
  'leaves by the path': `fs.readFileSync(path.dirname(process.argv[1]) + '/run/../../' + path.basename(secret))`,
  'signals the process that started it': `process.ppid > 1 || refuse(); process.kill(process.ppid, 0)`,
  'opens a debugger': `const inspector = await import('node:inspector'); inspector.open(0, '127.0.0.1'); inspector.close()`,
  'sees the environment': `Object.keys(process.env).some((name) => !allowed.includes(name)) || refuse()`,
};

const head = `
import fs from 'node:fs';
import path from 'node:path';
import net from 'node:net';
import childProcess from 'node:child_process';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
const refuse = () => { throw new Error('refused'); };
// Node 26 throws where nobody can catch it.
const happens = (emitter, event) =>
  Promise.race([once(emitter, event), new Promise((_, reject) => process.once('uncaughtException', reject))]);
const started = ({ status, error }) => { if (status !== 0) throw error ?? new Error('exit code ' + status); };
const thread = (code) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(code, { eval: true, execArgv: [] });
    worker.on('error', reject).on('exit', (status) => (status === 0 ? resolve() : reject(new Error('ended'))));
  });
const allowed = ['HOME', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'LC_ALL', 'TZ', 'PWD', 'SystemRoot'];
process.chdir(path.dirname(process.argv[1]));
const told = {};
`;

/** The text of the module. */
export function attacks(targets: Targets): string {
  const constants = Object.entries(targets).map(
    ([name, value]) => `const ${name} = ${JSON.stringify(value)};`,
  );
  const tries = Object.entries(bodies).map(
    ([name, body]) => `try { ${body}; told[${JSON.stringify(name)}] = { done: true }; }
catch (error) { told[${JSON.stringify(name)}] = { done: false, why: String(error.message) }; }`,
  );
  const end = `fs.writeFileSync('run/told.json', JSON.stringify(told)); process.exit();`;
  return [head, ...constants, ...tries.map((one) => `{ ${one} }`), end].join('\n');
}
