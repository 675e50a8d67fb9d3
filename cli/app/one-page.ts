/** The page in one HTML file, with all its files in an archive; `web/one-page/loader.ts` opens it. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { GivenFile } from './given.js';
import { type Link, openedAs, packagedPage, withOpened } from './page.js';

const [page, loaderFile] = ['web/index.html', 'web/loader.js'] as const;
/** What has no use in the file: other pages, and what is in the HTML itself. */
const outside = /^web\/(index\.html|loader\.js|.*\.css)$|LICENSES\.txt$/;

/** @throws InputError if this program is not in the package with the page */
export async function onePage(given: readonly GivenFile[]): Promise<string> {
  const { files, links, contentOf } = await packagedPage();
  const text = async (file: string) => String(await contentOf(file));
  const loader = (await text(loaderFile)).trim();
  const styles = await Promise.all(files.filter((file) => file.endsWith('.css')).map(text));
  const kept = files.filter((file) => !outside.test(file));
  const licences = await Promise.all(
    files.filter((file) => file.endsWith('LICENSES.txt')).map(text),
  );
  const places = new Map(kept.map((file, i) => [file, i]));
  const opened = given.map((file, i) => openedAs(file, `opened/${i + 1}`));
  const contents = [...kept.map(contentOf), ...given.map(({ place }) => readFile(place))];
  const archive = packed(
    [...kept, ...opened.map(({ address }) => `web/${address}`)],
    kept.map((file) => linksAmong(links[files.indexOf(file)]!, (to) => places.get(files[to]!))),
    await Promise.all(contents),
  );
  return withOpened(pageOf(await text(page), { styles, licences, loader, archive }), opened);
}

/** The links to files that are kept. */
function linksAmong(links: readonly Link[], placeIn: (file: number) => number | undefined) {
  return links.flatMap(([start, end, kind, file]) => {
    const place = placeIn(file);
    return place === undefined ? [] : [[start, end, kind, place]];
  });
}

/** The length of the header, the header and the contents, in gzip and base64. */
function packed(
  files: readonly string[],
  links: readonly unknown[],
  contents: readonly Buffer[],
): string {
  const lengths = contents.map(({ length }) => length);
  const header = Buffer.from(JSON.stringify({ files, lengths, links }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  return gzipSync(Buffer.concat([length, header, ...contents]), { level: 9 }).toString('base64');
}

interface Parts {
  readonly styles: readonly string[];
  readonly licences: readonly string[];
  readonly loader: string;
  readonly archive: string;
}

/** Styles and the loader are allowed by their hashes, modules and workers as blobs, and nothing is asked of a network. */
function pageOf(html: string, { styles, licences, loader, archive }: Parts): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = [
    "default-src 'none'",
    `script-src ${hash(loader)} blob: 'wasm-unsafe-eval'`,
    'worker-src blob: data:',
    `style-src ${styles.map(hash).join(' ')}`,
    'connect-src blob: data:',
    'img-src data: blob:',
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  const terms = licences.join('\n').replaceAll('<', '&lt;');
  const style = styles.map((text) => `<style>${text}</style>`).join('\n');
  return html
    .replace(/(http-equiv="Content-Security-Policy"\s+content=")[^"]*/, `$1${policy}`)
    .replace(
      /\s*<(script type="module"[^>]*><\/script|link rel="(stylesheet|modulepreload)"[^>]*)>/g,
      '',
    )
    .replace('</head>', () => `${style}\n</head>`)
    .replace(
      '</body>',
      () =>
        `<script type="text/plain" id="licences">\n${terms}</script>\n<script type="text/plain" id="archive">${archive}</script>\n<script id="loader">${loader}</script>\n</body>`,
    );
}
