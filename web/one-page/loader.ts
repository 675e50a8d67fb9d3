/**
 * Starts the page that is saved as one file. The file holds an archive of all that the page consists of. Modules become
 * blobs when they are first needed, after those that they import; their links lead to the blobs. This script has no
 * imports: it also runs in the worker of the engine, because blobs of a page without an origin, such as one from a disk,
 * are unknown in its workers.
 */

/** The characters from `start` to `end` of a module lead to another file, in a way of `ways`. */
type Link = readonly [start: number, end: number, way: number, file: number];

interface Archive {
  readonly files: readonly string[];
  /** Bytes of each file, which lie one after another in `bytes`. */
  readonly lengths: readonly number[];
  readonly links: readonly (readonly Link[])[];
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** This script. */
  readonly loader: string;
}

/** What modules call in place of their links. */
interface Linked {
  loadPart: (file: number) => Promise<unknown>;
  partAddress: (file: number) => URL;
  startPart: (file: number) => Worker;
}

const type = 'text/javascript';
const scope = globalThis as unknown as Linked & typeof globalThis;

/** Makes the files of an archive available here. */
function link({
  files,
  lengths,
  links,
  bytes,
  loader,
}: Archive): (name: string) => Promise<unknown> {
  const starts = [0];
  for (const length of lengths) starts.push(starts.at(-1)! + length);
  const contentOf = (file: number) => bytes.subarray(starts[file], starts[file + 1]);
  const textOf = (file: number) => new TextDecoder().decode(contentOf(file));
  const addresses = new Map<number, string>();

  /** Expressions for the links of a module, by their way: import, later, address, worker. */
  const ways: readonly ((file: number) => string)[] = [
    (file) => JSON.stringify(addressOf(file)),
    (file) => `loadPart(${file})`,
    (file) => `partAddress(${file})`,
    (file) => `startPart(${file})`,
  ];

  function linkedText(file: number): string {
    const text = textOf(file);
    let linked = '';
    let place = 0;
    for (const [start, end, way, to] of links[file]!) {
      linked += text.slice(place, start) + ways[way]!(to);
      place = end;
    }
    return linked + text.slice(place);
  }

  function addressOf(file: number): string {
    const known = addresses.get(file);
    if (known !== undefined) return known;
    const isModule = files[file]!.endsWith('.js');
    const blob = isModule ? new Blob([linkedText(file)], { type }) : new Blob([contentOf(file)]);
    const address = URL.createObjectURL(blob);
    addresses.set(file, address);
    return address;
  }

  scope.loadPart = (file) => import(addressOf(file));
  // Browsers start no module from a blob without an origin, but from its text.
  scope.partAddress = (file) =>
    new URL(
      scope.origin === 'null' && files[file]!.endsWith('.js')
        ? `data:${type},${encodeURIComponent(linkedText(file))}`
        : addressOf(file),
    );
  scope.startPart = (file) => {
    const worker = new Worker(URL.createObjectURL(new Blob([loader], { type })));
    worker.postMessage({ archive: { files, lengths, links, bytes, loader }, file });
    return worker;
  };
  const ask = scope.fetch;
  scope.fetch = (request, options) => {
    const file = files.indexOf(`web/${String(request)}`);
    return ask(file < 0 ? request : addressOf(file), options);
  };
  return (name) => scope.loadPart(files.indexOf(name));
}

/** The archive in the page: in gzip, its header and the files. */
async function archiveIn(page: Document): Promise<Archive> {
  const text = page.getElementById('archive')!.textContent;
  const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const all = new Uint8Array(await new Response(stream).arrayBuffer());
  const start = 4 + new DataView(all.buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(all.subarray(4, start))) as Omit<
    Archive,
    'bytes'
  >;
  return {
    ...header,
    bytes: all.subarray(start),
    loader: page.getElementById('loader')!.textContent,
  };
}

interface Started {
  readonly archive: Archive;
  readonly file: number;
}

/** Waits for the archive, and keeps what arrives before the module listens. */
function startWorker(): void {
  const early: MessageEvent[] = [];
  const keep = (event: MessageEvent) => void early.push(event);
  const begin = async ({ data: { archive, file } }: MessageEvent<Started>) => {
    addEventListener('message', keep);
    link(archive);
    await scope.loadPart(file);
    removeEventListener('message', keep);
    for (const { data } of early) dispatchEvent(new MessageEvent('message', { data }));
  };
  addEventListener('message', (event) => void begin(event), { once: true });
}

if (typeof document === 'undefined') startWorker();
else void archiveIn(document).then((archive) => link(archive)('web/index.js'));
