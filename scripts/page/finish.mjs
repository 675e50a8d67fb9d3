/**
 * Finishes the page after its files are written: it names the files that the first estimate needs, and lists all files of
 * the page with their links, for the page in one file and for the copy that works without a network.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { firstParts } from './first-parts.mjs';
import { pageLicences } from './licences.mjs';
import { knownLinks, reachedFrom } from './links.mjs';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
/** It keeps the other files, and names their version. It lies above the page, as it serves only what is in its folder. */
const keeper = 'service-worker.js';
/** The licences of the packages in the page and in the library. */
const licences = ['web/LICENSES.txt', 'esm/LICENSES.txt'];
const kinds = ['import', 'later', 'address', 'worker'];

/** The plugin for the build of the page. */
export const finish = () => ({
  name: 'finish',
  writeBundle: {
    order: 'post',
    sequential: true,
    handler(_, bundle) {
      writePreloads(['web/worker.js', ...firstParts()]);
      writeFileSync(dist + licences[0], pageLicences());
      const written = Object.keys(bundle).filter((name) => name !== keeper);
      const files = reachedFrom(
        [...licences, ...written.map((name) => `web/${name}`)],
        kinds,
      ).sort();
      const list = listOf(files);
      writeFileSync(`${dist}web/files.json`, JSON.stringify(list));
      const script = readFileSync(`${dist}web/${keeper}`, 'utf8');
      rmSync(`${dist}web/${keeper}`);
      writeFileSync(dist + keeper, script.replace('@version@', list.version));
      writeFileSync(`${dist}web.br`, packed());
    },
  },
});

function writePreloads(files) {
  const links = [...new Set(files)].map(
    (file) => `    <link rel="modulepreload" href="../${file}" />\n`,
  );
  const page = readFileSync(`${dist}web/index.html`, 'utf8');
  writeFileSync(`${dist}web/index.html`, page.replace('  </head>', `${links.join('')}  </head>`));
}

/** A version, which is another if any file is, and for each file its links, as `[start, end, kind, file]`. */
function listOf(files) {
  const hash = createHash('sha256');
  const places = new Map(files.map((file, i) => [file, i]));
  const links = files.map((file) => {
    hash.update(file).update(readFileSync(dist + file));
    const found = file.endsWith('.js') ? knownLinks(file) : [];
    return found.map(({ start, end, kind, file: to }) => [
      start,
      end,
      kinds.indexOf(kind),
      places.get(to),
    ]);
  });
  return { version: hash.digest('hex').slice(0, 16), files, links };
}

/**
 * The folder of the page and its service worker as one file, as the package holds them: the length of a header, the header
 * with names and lengths, and the contents, in Brotli. `cli/app/page.ts` reads it.
 */
function packed() {
  const files = [keeper, ...readdirSync(`${dist}web`).map((name) => `web/${name}`)];
  const contents = files.map((file) => readFileSync(dist + file));
  const lengths = contents.map(({ length }) => length);
  const header = Buffer.from(JSON.stringify({ files, lengths }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  return brotliCompressSync(Buffer.concat([length, header, ...contents]), {
    params: { [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}
