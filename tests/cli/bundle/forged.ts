/** Alters bundles as somebody would who wants to deceive a reader: the hashes are right again afterwards. */
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** All files below a folder, by their paths in it. */
export function filesIn(folder: string): string[] {
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
export function changeFacts(folder: string, edit: (facts: never) => void): void {
  const path = join(folder, 'bundle.json');
  const facts = JSON.parse(readFileSync(path, 'utf8')) as never;
  edit(facts);
  writeFileSync(path, `${JSON.stringify(facts, null, 2)}\n`);
}

/** Makes all hashes of the engine and of the manifest those of the files. */
export function reseal(folder: string): void {
  const texts = ['README.md', 'ro-crate-metadata.json'];
  changeFacts(folder, ({ engine: { files, source } }: Facts) => {
    for (const file of [...files, source]) {
      const bytes = readFileSync(join(folder, file.path));
      const now = sha256(bytes);
      for (const text of texts) {
        const place = join(folder, text);
        writeFileSync(place, readFileSync(place, 'utf8').replaceAll(file.sha256, now));
      }
      Object.assign(file, { bytes: bytes.length, sha256: now });
    }
  });
  const lines = filesIn(folder)
    .filter((path) => path !== 'manifest-sha256.txt')
    .map((path) => `${sha256(readFileSync(join(folder, path)))}  ${path}\n`);
  writeFileSync(join(folder, 'manifest-sha256.txt'), lines.join(''));
}
