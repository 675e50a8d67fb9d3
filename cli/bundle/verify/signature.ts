/** Detached signatures of a manifest, verified by ssh-keygen and minisign. */
import { spawnSync } from 'node:child_process';
import { realpath, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { InputError } from '../../../bindings/index.js';
import type { BundleFiles } from '../../../bindings/entries/bundle.js';
import * as said from '../../../bindings/words/errors/program/engines.js';
import { type Host, locate } from '../../host.js';
import { readInput, readText } from '../../io.js';
import { inTemporaryFolder } from '../files.js';

const MANIFEST = 'manifest-sha256.txt';

const endings = { 'ssh-keygen': 'sig', minisign: 'minisig' } as const;
type Program = keyof typeof endings;
const programs = Object.keys(endings) as readonly Program[];

export interface SignatureFlags {
  /** The public key of the signer, or a file of allowed signers. */
  readonly signedBy?: string | undefined;
  /** The signature; by default the file next to the manifest. */
  readonly signature?: string | undefined;
}

export interface Signature {
  /** `valid` if it was made with the key that the reader named; `unchecked` if the reader named no key. */
  readonly state: 'none' | 'unchecked' | 'valid';
  /** The file with the signer's key. */
  readonly signedBy: string | null;
  readonly program: Program | null;
}

/** The files to write for a program, and its arguments. */
interface Question {
  readonly folder: string;
  readonly manifest: Uint8Array;
  readonly signature: Uint8Array;
  readonly key: string;
}

/**
 * Checks the signature of the manifest of the bundle at `path` with the key that the reader named.
 *
 * @throws InputError `bundle-signature` without a signature made with that key, or for a key that comes with the
 *   bundle; `signature-key` for a file without a public key, `signature-program` if the program that verifies it is not
 *   installed
 */
export async function checkSignature(
  host: Host,
  { path, bundle }: { readonly path: string; readonly bundle: BundleFiles },
  { signedBy, signature }: SignatureFlags,
): Promise<Signature> {
  const manifest = bundle.get(MANIFEST);
  if (signedBy === undefined || manifest === undefined) {
    const isSigned = programs.some((program) => bundle.has(`${MANIFEST}.${endings[program]}`));
    return { state: isSigned ? 'unchecked' : 'none', signedBy: null, program: null };
  }
  await checkOutside(host, path, signedBy);
  const key = await readText(host, signedBy);
  const program = programOf(key, signedBy);
  const name = signature ?? `${MANIFEST}.${endings[program]}`;
  const bytes = signature === undefined ? bundle.get(name) : await readInput(host, signature);
  if (bytes === undefined) throw refused(name, signedBy, true);
  const isValid = await inTemporaryFolder((folder) =>
    checks[program]({ folder, manifest, signature: bytes, key }),
  );
  if (!isValid) throw refused(name, signedBy, false);
  return { state: 'valid', signedBy, program };
}

const option = '--signed-by';

/** A key in the bundle proves nothing, because whoever writes the manifest can write it too. */
async function checkOutside(host: Host, path: string, key: string): Promise<void> {
  const [folder, file] = await Promise.all(
    [path, key].map((one) => realpath(locate(host, one)).catch(() => locate(host, one))),
  );
  if (!file!.startsWith(`${folder!}${sep}`)) return;
  throw new InputError(said.keyInBundle({ file: key, option }), option);
}

const minisignKey = /^RW[A-Za-z0-9+/]{54}$/m;
const sshKey = /^(?:ssh|ecdsa|sk)-[\w.@-]+ [A-Za-z0-9+/=]+/;
const sshSigner = /^(?!#).*?(?:ssh|ecdsa|sk)-[\w.@-]+ [A-Za-z0-9+/=]+/m;

function programOf(key: string, name: string): Program {
  if (minisignKey.test(key)) return 'minisign';
  if (sshSigner.test(key)) return 'ssh-keygen';
  throw new InputError(said.noPublicKey({ file: name, option }), name);
}

const checks: Readonly<Record<Program, (question: Question) => Promise<boolean>>> = {
  async 'ssh-keygen'({ folder, manifest, signature, key }) {
    const [signers, file] = ['signers', 'signature'].map((name) => join(folder, name));
    await writeFile(signers!, allowedSigners(key));
    await writeFile(file!, signature);
    const about = ['-f', signers!, '-s', file!];
    const { stdout } = answerOf('ssh-keygen', ['-Y', 'find-principals', ...about], manifest);
    const signer = stdout.split(/[\n,]/)[0]!.trim();
    if (signer === '') return false;
    const verify = ['-Y', 'verify', ...about, '-n', 'file', '-I', signer];
    return answerOf('ssh-keygen', verify, manifest).status === 0;
  },
  async minisign({ folder, manifest, signature, key }) {
    const [file, message] = ['signature', MANIFEST].map((name) => join(folder, name));
    await writeFile(file!, signature);
    await writeFile(message!, manifest);
    const args = ['-V', '-q', '-P', minisignKey.exec(key)![0], '-x', file!, '-m', message!];
    return answerOf('minisign', args, manifest).status === 0;
  },
};

/** Public keys as a file of allowed signers; such a file is used as it is. */
function allowedSigners(key: string): string {
  return key
    .split('\n')
    .map((line) => sshKey.exec(line.trim())?.[0])
    .map((line, i) => (line === undefined ? key.split('\n')[i]! : `signer ${line}`))
    .join('\n');
}

/** Milliseconds after which a program is stopped. Normally it takes a few. */
const PATIENCE = 60_000;

function answerOf(program: Program, args: readonly string[], input: Uint8Array) {
  const env = { PATH: process.env['PATH'], LC_ALL: 'C' };
  const options = { input, env, timeout: PATIENCE, encoding: 'utf8' } as const;
  const { status, stdout, error } = spawnSync(program, args, options);
  if ((error as NodeJS.ErrnoException | undefined)?.code !== 'ENOENT') return { status, stdout };
  throw new InputError(said.noSignatureProgram({ program, option }), option);
}

function refused(name: string, key: string, isMissing: boolean): InputError {
  const told = said.signatureRefused({ file: name, manifest: MANIFEST, key, isMissing });
  return new InputError(told, name);
}
