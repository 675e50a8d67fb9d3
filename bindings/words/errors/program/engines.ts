/** Errors of the engines that run bundles, and of signatures, in English. */
import { says, type Told } from '../../told.js';

export const noStandalone = says(
  'no-standalone',
  'expected the standalone program in {file}, found none; install the package again, or run npm run build:node',
);
export const notRemoved = says(
  'engine-output/left',
  'expected to remove {folder}, found files of the engine that cannot be removed; remove the folder yourself',
);

/** What an engine should have written, in English, and as data. */
export type NoOutput = { readonly expected: string } & (
  | { readonly what: 'files'; readonly cause: Told }
  | { readonly what: 'outputs' | 'record' }
  | { readonly what: 'json'; readonly file: string }
);
export const noOutput = says('engine-output/none', (detail: NoOutput) => {
  const found =
    detail.what === 'files'
      ? `something else (${detail.cause.text})`
      : {
          outputs: 'none',
          record: 'none or damaged ones',
          json: 'none, or a file without JSON',
        }[detail.what];
  return `expected the engine to write ${detail.expected}, found ${found}; nothing was compared`;
});

/** How an engine ended. */
export interface EngineFailed {
  /** The exit code. */
  readonly status: number;
  /** The signal that ended it. */
  readonly signal: string | undefined;
  /** The error that it printed, or its last line. */
  readonly printed: string;
  /** Its limit of memory in GiB. */
  readonly memory: number | undefined;
}

export const engineFailed = says(
  'engine-failed',
  ({ status, signal, printed, memory }: EngineFailed) => {
    const said = printed === '' ? 'it printed no error' : `it printed: ${printed}`;
    const more =
      memory === undefined
        ? ''
        : `; to allow more than ${memory} GiB of memory, use --memory-limit`;
    return `the engine ended with ${signal ?? `exit code ${status}`}; ${said}${more}`;
  },
);

/** The limit that an engine exceeded: minutes, bytes and files on disk, or printed bytes. */
export type EngineLimit =
  | { readonly limit: 'time'; readonly most: number }
  | { readonly limit: 'disk'; readonly most: number; readonly files: number }
  | { readonly limit: 'output'; readonly most: number };

export const engineLimit = says('engine-limit', (detail: EngineLimit) => {
  const { limit, most } = detail;
  if (limit === 'time') {
    return `expected the engine to use at most ${most} minutes, found more; it was stopped; allow more with --time-limit`;
  }
  const expected =
    limit === 'disk' ? `${detail.files} files and ${most} bytes` : `${most} printed bytes`;
  return `expected the engine to use at most ${expected}, found more; it was stopped`;
});
export const noBubblewrapOn = says('bubblewrap/system', 'there is none on {system}');
export const bubblewrapMissing = says('bubblewrap/missing', 'it is not installed');
export const bubblewrapFails = says('bubblewrap/fails', 'it cannot be used here ({reason})');
export const engineUnconfined = says(
  'engine-unconfined',
  ({ missing }: { readonly bubblewrap: string; readonly missing: Told }) =>
    `--their-engine expected bubblewrap or the permission model of Node to confine the program, found neither (${missing.text}); use Node 20.19 or newer, or leave out --their-engine`,
);

interface OfOption {
  readonly option: string;
}

export const keyInBundle = says(
  'bundle-signature/key',
  ({ file }: OfOption & { readonly file: string }) =>
    `expected a key from elsewhere, found ${file} in the bundle; a forger can put a key into a bundle`,
);
export const noPublicKey = says(
  'signature-key',
  (_: OfOption & { readonly file: string }) =>
    'expected a public key of OpenSSH or minisign, or an allowed signers file of OpenSSH, found none',
);
export const noSignatureProgram = says(
  'signature-program',
  ({ program }: OfOption & { readonly program: string }) =>
    `expected the program ${program}, found none; install ${program === 'minisign' ? 'minisign' : 'OpenSSH'}`,
);

export interface RefusedSignature {
  readonly file: string;
  readonly manifest: string;
  readonly key: string;
  readonly isMissing: boolean;
}

export const signatureRefused = says(
  'bundle-signature/refused',
  ({ manifest, key, isMissing }: RefusedSignature) =>
    `expected a signature of ${manifest} with the key in ${key}, found ${isMissing ? 'no such file in the bundle' : 'another one'}; nothing was run. Get the bundle again from its author`,
);
export const noHashes = says(
  'bad-value/published',
  (_: OfOption & { readonly file: string }) =>
    'expected a SHA-256 at the start of a line, as sha256sum writes it, found none',
);
