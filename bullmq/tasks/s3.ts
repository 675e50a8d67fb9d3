/**
 * Objects of a bucket by the S3 protocol. Requests are signed with credentials from the environment, as AWS programs
 * read them.
 */
import { createHash } from 'node:crypto';
import { EngineError, InputError } from '../../bindings/index.js';
import { withoutSecrets } from '../../bindings/entries/report.js';
import * as said from '../../bindings/words/errors/program/stores.js';
import { storeFault } from '../../bindings/words/errors/program/stores.js';
import { type Told, toldAgain } from '../../bindings/words/told.js';
import { checkSize } from './files.js';
import { Parser } from 'saxen';

export interface Bucket {
  readonly address: string;
  /** The bytes of an object, if it has at most `bytes`; undefined if there is no object. */
  get(name: string, bytes: number): Promise<Uint8Array | undefined>;
  has(name: string): Promise<boolean>;
  put(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
  /** The objects whose names begin with `start`, in the order of their names. */
  list(start: string): Promise<ListPage['objects']>;
}

/**
 * Opens `s3://bucket/prefix`.
 *
 * @throws InputError `bad-value`, `no-credentials`, `missing-package`; its functions throw EngineError `store-failed`
 */
export async function openBucket(address: string): Promise<Bucket> {
  const [bucket, ...folders] = pathOf(address);
  const prefix = folders.map((folder) => `${folder}/`).join('');
  const request = await signedRequest(address, bucket!);
  const object = (name: string) => `/${encoded(`${prefix}${name}`)}`;
  const missing = () => failed(address, storeFault.bucket({ bucket: bucket! }));
  const pageOf = (xml: string) => {
    try {
      return readListPage(xml);
    } catch {
      throw failed(address, storeFault.list());
    }
  };
  const stored = async (response: Response) => {
    if (!response.ok) throw missing();
    await response.body?.cancel();
  };
  return {
    address,
    async get(name, bytes) {
      const response = await request('GET', object(name));
      return response.ok ? bodyOf(response, address, bytes) : undefined;
    },
    has: async (name) => (await request('HEAD', object(name))).ok,
    put: async (name, bytes) => stored(await request('PUT', object(name), bytes)),
    async remove(name) {
      await (await request('DELETE', object(name))).body?.cancel();
    },
    async list(start) {
      const objects: ListPage['objects'][number][] = [];
      for (let next: string | undefined = ''; next !== undefined;) {
        const query = new URLSearchParams({
          ...(next !== '' && { 'continuation-token': next }),
          'encoding-type': 'url',
          'list-type': '2',
          prefix: `${prefix}${start}`,
        });
        const response = await request('GET', `/?${query.toString().replaceAll('+', '%20')}`);
        if (!response.ok) throw missing();
        const page = pageOf(Buffer.from(await bodyOf(response, address, MOST_PAGE)).toString());
        objects.push(...page.objects.filter(({ name }) => name.startsWith(prefix)));
        if (page.next === next) throw failed(address, storeFault.endless());
        next = page.next;
      }
      return objects.map((storedObject) => ({
        ...storedObject,
        name: storedObject.name.slice(prefix.length),
      }));
    },
  };
}

/** Maximum bytes of an error response that are read for its reason, and of a page of names. */
const MOST_ANSWER = 2 ** 16;
const MOST_PAGE = 2 ** 24;

function pathOf(address: string): string[] {
  const parts = address
    .slice('s3://'.length)
    .split('/')
    .filter((part) => part !== '');
  const isPath = /^[\w.-]+$/.test(parts[0] ?? '') && !parts.some((part) => /^\.+$/.test(part));
  if (isPath) return parts;
  throw new InputError(said.badBucketAddress({ found: address.slice(0, 60) }), 'store');
}

/** Encodes the path of an object for an address; slashes stay. */
function encoded(name: string): string {
  const strict = (part: string) =>
    encodeURIComponent(part).replace(
      /[!'()*]/g,
      (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  return name.split('/').map(strict).join('/');
}

async function signedRequest(address: string, bucket: string) {
  const { env } = process;
  const keys = credentials(address);
  const { AwsClient } = await import('aws4fetch').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new InputError(said.noPackage({ package: 'aws4fetch' }), 'store');
  });
  const region = env['AWS_REGION'] ?? 'us-east-1';
  const client = new AwsClient({ ...keys, region, service: 's3' });
  const endpoint = env['AWS_ENDPOINT_URL_S3'] ?? env['AWS_ENDPOINT_URL'];
  const base =
    endpoint === undefined
      ? `https://${bucket}.s3.${region}.amazonaws.com`
      : `${endpoint.replace(/\/$/, '')}/${bucket}`;
  return async (method: string, path: string, body?: Uint8Array): Promise<Response> => {
    const hash = createHash('sha256')
      .update(body ?? '')
      .digest('hex');
    const response = await client
      .fetch(`${base}${path}`, {
        method,
        headers: { 'X-Amz-Content-Sha256': hash },
        ...(body !== undefined && { body: Buffer.from(body) }),
      })
      .catch((error: unknown) => {
        const { message, cause } = error as Error;
        const reason = cause instanceof Error ? cause.message : message;
        const words = withoutSecrets(reason, Object.values(keys)).slice(0, 200);
        throw failed(address, storeFault.request({ method, words }));
      });
    if (response.ok || response.status === 404) return response;
    const answer = Buffer.from(await bodyOf(response, address, MOST_ANSWER)).toString();
    const [, fault] = /<Code>(\w{1,60})<\/Code>/.exec(answer) ?? [];
    throw failed(address, storeFault.answer({ method, httpStatus: response.status, fault }));
  };
}

function credentials(address: string) {
  const { env } = process;
  const [accessKeyId, secretAccessKey] = [env['AWS_ACCESS_KEY_ID'], env['AWS_SECRET_ACCESS_KEY']];
  const sessionToken = env['AWS_SESSION_TOKEN'];
  if (accessKeyId !== undefined && secretAccessKey !== undefined) {
    return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
  }
  throw new InputError(said.noCredentials(), { of: 'store', key: address });
}

/** The bytes of a response, up to a limit, whatever its headers say. */
async function bodyOf(response: Response, address: string, bytes: number): Promise<Uint8Array> {
  checkSize(address, Number(response.headers.get('content-length') ?? 0), bytes);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    checkSize(address, length, bytes);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function failed(address: string, told: Told): EngineError {
  const detail = { ...told.detail, reason: told.text };
  return new EngineError(toldAgain(told, detail), { of: 'store', key: address });
}

/** One page of the names in a bucket: the response of ListObjectsV2, with encoded names. */
interface ListPage {
  readonly objects: readonly StoredObject[];
  /** Where the next page begins, if there is one. */
  readonly next: string | undefined;
}

interface StoredObject {
  readonly name: string;
  readonly bytes: number;
  /** Changes whenever the contents change. */
  readonly tag: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** Reads the XML of a page. Throws if it is damaged, or has an object without a name or size. */
export function readListPage(xml: string): ListPage {
  const objects: StoredObject[] = [];
  const path: string[] = [];
  let fields: Record<string, string> = {};
  let [next, isTruncated] = [undefined as string | undefined, false];
  const parser = new Parser();
  parser.on('openTag', (name) => {
    path.push(name);
    if (name === 'Contents') fields = {};
  });
  parser.on('text', (text, decode) => {
    const [parent, name] = path.slice(-2);
    if (parent === 'Contents') fields[name!] = (fields[name!] ?? '') + decode(text);
    else if (name === 'NextContinuationToken') next = (next ?? '') + decode(text);
    else if (name === 'IsTruncated') isTruncated = text.trim() === 'true';
  });
  parser.on('closeTag', (name) => {
    path.pop();
    if (name !== 'Contents') return;
    objects.push(objectOf(fields));
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.parse(xml);
  return { objects, next: isTruncated ? next : undefined };
}

function objectOf({ Key, Size, ETag = '', LastModified = '' }: Record<string, string>) {
  const bytes = Number(Size);
  if (Key === undefined || !Number.isSafeInteger(bytes)) throw new TypeError('no object');
  const name = decodeURIComponent(Key.replaceAll('+', ' '));
  return { name, bytes, tag: ETag, modified: Date.parse(LastModified) };
}
