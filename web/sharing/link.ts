/** Work as the fragment of an address, which browsers send to no server. */

/** What a link says. Data are named, and never part of it. */
export interface SharedWork {
  readonly model?: object | undefined;
  /** The text of the model with its comments, if it was written as one. */
  readonly text?: string | undefined;
  readonly study?: SharedStudy | undefined;
  readonly data?: SharedData | undefined;
}

/** A study with the choices of its reader. */
export interface SharedStudy {
  /** The study file; absent for the paper that lies next to the page. */
  readonly text?: string | undefined;
  /** The data that the study file names. */
  readonly files?: readonly SharedData[] | undefined;
  /** The study as its reader has changed it, if it differs from the file. */
  readonly choices?: Readonly<Record<string, unknown>> | undefined;
}

export interface SharedData {
  readonly name: string;
  readonly hash?: string | undefined;
  /** Where the page's own server has it, relative to the page. */
  readonly url?: string | undefined;
  readonly options?: object | undefined;
}

/** The version of the form below. A reader of a lower version cannot open the link. */
const version = 1;
const start = `#work${version}=`;
/** Most characters of an unpacked link, which could otherwise fill the memory. */
const most = 5_000_000;

export class LinkError extends Error {
  constructor(readonly kind: 'damaged-link' | 'newer-link') {
    super(kind);
  }
}

/** The fragment of an address for this work. */
export async function fragmentOf(work: SharedWork): Promise<string> {
  const text = new Blob([JSON.stringify(work)]).stream();
  const packed = text.pipeThrough(new CompressionStream('deflate-raw'));
  return start + base64(new Uint8Array(await new Response(packed).arrayBuffer()));
}

/** The work of such a fragment. @throws LinkError */
export async function workOf(fragment: string): Promise<SharedWork> {
  const [, written] = /^#work(\d+)=/.exec(fragment) ?? [];
  if (Number(written) > version) throw new LinkError('newer-link');
  try {
    const packed = new Blob([bytesOf(fragment.slice(start.length))]).stream();
    const text = await unpacked(packed.pipeThrough(new DecompressionStream('deflate-raw')));
    return checked(JSON.parse(text));
  } catch {
    throw new LinkError('damaged-link');
  }
}

async function unpacked(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = stream.getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > most) throw new Error('too long');
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The parts of the work that have the right shape; the engine checks what the model says. */
function checked(work: unknown): SharedWork {
  if (!isObject(work)) throw new Error('no work');
  const { model, text, study, data } = work;
  if (!isObject(model) && !isObject(study)) throw new Error('neither model nor study');
  return {
    model: isObject(model) ? model : undefined,
    text: typeof text === 'string' ? text : undefined,
    study: isObject(study) ? studyOf(study) : undefined,
    data: isObject(data) ? dataOf(data) : undefined,
  };
}

function studyOf({ text, files, choices }: Readonly<Record<string, unknown>>): SharedStudy {
  return {
    text: typeof text === 'string' ? text : undefined,
    files: Array.isArray(files) ? files.filter(isObject).map(dataOf) : [],
    choices: isObject(choices) ? choices : undefined,
  };
}

function dataOf({ name, hash, url, options }: Readonly<Record<string, unknown>>): SharedData {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    name: text(name) ?? '',
    hash: text(hash),
    url: text(url),
    options: isObject(options) ? options : undefined,
  };
}

/** Letters that an address may contain. */
function base64(bytes: Uint8Array): string {
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
