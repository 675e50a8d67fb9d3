/** Makes a bundle and writes it where its venue wants it. */
import { type VenueName, venues } from '../../bindings/index.js';
import { usage } from '../exit.js';
import { type Host, printError } from '../host.js';
import { checkTarget, isZipPath, writeBundle } from './files.js';
import { type BundleFlags, makeBundle } from './make.js';

export interface PutFlags extends BundleFlags {
  readonly out?: string | undefined;
  readonly overwrite: boolean;
}

export async function putBundle(host: Host, path: string, flags: PutFlags): Promise<void> {
  const target = targetOf(flags.venue, flags.out);
  await checkTarget(host, target, flags.overwrite);
  const { files, warnings } = await makeBundle(host, path, flags);
  await writeBundle(host, target, files);
  for (const warning of warnings) printError(host, `Warning: ${warning}`);
  printError(host, `wrote ${target}: ${files.size} files; search README.md for TODO`);
}

/** Where the bundle goes, as the venue wants it. */
function targetOf(venue: VenueName, out: string | undefined): string {
  const { container, title, file = 'replication.zip' } = venues[venue];
  const target = out ?? (container === 'zip' ? file : 'replication');
  if (container === 'folder' && isZipPath(target)) {
    throw usage(`--out: expected a folder, as ${title} takes no zip files, found ${target}`);
  }
  if (container === 'zip' && !isZipPath(target)) {
    throw usage(`--out: expected a file that ends in .zip, as ${title} takes, found ${target}`);
  }
  return target;
}
