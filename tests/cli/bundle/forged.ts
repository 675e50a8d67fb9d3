/** Alters bundles as somebody would who wants to deceive a reader: the hashes are right again afterwards. */
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** All files below a folder, by their paths in it. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** A fresh copy of a bundle at another place, whose path is returned. */
export function copyOf(folder: string, target: string): string {
  rmSync(target, { recursive: true, force: true });
  cpSync(folder, target, { recursive: true });
  return target;
}

/** Replaces a text in a file of a bundle. */
export function change(folder: string, path: string, from: string | RegExp, to: string): void {
  const place = join(folder, path);
  const before = readFileSync(place, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${path} has no ${String(from)}`);
  writeFileSync(place, after);
}

/** Gives the first coefficient of the outputs another first digit, wherever it is printed. */
export function forge(folder: string, outputs: string): void {
  for (const path of filesIn(join(folder, outputs))) {
    const place = join(folder, outputs, path);
    writeFileSync(place, readFileSync(place, 'utf8').replaceAll('0.512', '0.912'));
  }
}

interface Facts {
  engine: { files: Hashed[]; source: Hashed };
}

interface Hashed {
  path: string;
  bytes: number;
  sha256: string;
}

/** Writes `bundle.json` again, after a change of what it says. */
export function changeFacts<Facts>(folder: string, edit: (facts: Facts) => void): void {
  const path = join(folder, 'bundle.json');
  const facts = JSON.parse(readFileSync(path, 'utf8')) as Facts;
  edit(facts);
  writeFileSync(path, `${JSON.stringify(facts, null, 2)}\n`);
}

/** Makes all hashes of the engine, the metadata and the manifest those of the files. */
export function reseal(folder: string): void {
  const read = (path: string) => readFileSync(join(folder, path));
  changeFacts(folder, ({ engine: { files, source } }: Facts) => {
    for (const file of [...files, source]) {
      const now = sha256(read(file.path));
      const readme = read('README.md').toString().replaceAll(file.sha256, now);
      writeFileSync(join(folder, 'README.md'), readme);
      Object.assign(file, { bytes: read(file.path).length, sha256: now });
    }
  });
  const crate = JSON.parse(read('ro-crate-metadata.json').toString()) as { '@graph': CrateFile[] };
  for (const entity of crate['@graph'].filter(({ name }) => filesIn(folder).includes(name))) {
    entity.contentSize = String(read(entity.name).length);
    entity.sha256 = sha256(read(entity.name));
  }
  writeFileSync(join(folder, 'ro-crate-metadata.json'), `${JSON.stringify(crate, null, 2)}\n`);
  const lines = filesIn(folder)
    .filter((path) => path !== 'manifest-sha256.txt')
    .map((path) => `${sha256(read(path))}  ${path}\n`);
  writeFileSync(join(folder, 'manifest-sha256.txt'), lines.join(''));
}

interface CrateFile {
  name: string;
  contentSize: string;
  sha256: string;
}
