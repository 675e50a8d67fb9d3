/** A server with the part of the protocol of S3 that stores use. It refuses requests whose signature is wrong. */
import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface Bucket {
  readonly url: string;
  /** By their paths, such as /bucket/folder/name. */
  readonly objects: Map<string, Buffer>;
  /** Methods and paths of the requests that were answered. */
  readonly requests: string[];
  close(): Promise<void>;
}

export const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
export const accessKey = 'AKIDEXAMPLE';

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) =>
  createHmac('sha256', key).update(text).digest();

/** Signature Version 4, computed from the request as it arrived. */
function isSigned({ method, url, headers }: IncomingMessage, body: Buffer): boolean {
  const authorization = headers.authorization ?? '';
  const found =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d+)\/([\w-]+)\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  if (found === null || found[1] !== accessKey) return false;
  const [, , date, region, names, signature] = found;
  const content = headers['x-amz-content-sha256'] as string;
  if (content !== sha256(body)) return false;
  const lines = names!.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const [path, query = ''] = url!.split('?');
  const sorted = query.split('&').sort().join('&');
  const request = [method, path, sorted, lines.join(''), names, content].join('\n');
  const scope = `${date}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(request)].join('\n');
  const key = [date!, region!, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  return createHmac('sha256', key).update(text).digest('hex') === signature;
}

/** Names on a page of a list. */
const PAGE = 7;

/** ListObjectsV2: the names after the token, in the form of addresses. */
function listOf(objects: Bucket['objects'], changed: ReadonlyMap<string, Date>, url: URL): string {
  const { searchParams, pathname } = url;
  const start = `${pathname}${searchParams.get('prefix') ?? ''}`;
  const after = searchParams.get('continuation-token') ?? '';
  const names = [...objects.keys()]
    .map((path) => decodeURIComponent(path))
    .filter((path) => path.startsWith(start) && path > after)
    .sort();
  const page = names.slice(0, PAGE).map((path) => {
    const object = objects.get(encodeURI(path))!;
    const key = encodeURIComponent(path.slice(pathname.length)).replaceAll('%2F', '/');
    const tag = createHash('md5').update(object).digest('hex');
    const time = (changed.get(encodeURI(path)) ?? new Date(0)).toISOString();
    return `<Contents><Key>${key}</Key><LastModified>${time}</LastModified><ETag>&quot;${tag}&quot;</ETag><Size>${object.length}</Size></Contents>`;
  });
  const isTruncated = names.length > PAGE;
  const next = isTruncated
    ? `<NextContinuationToken>${names[PAGE - 1]!.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</NextContinuationToken>`
    : '';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${isTruncated}</IsTruncated>${next}${page.join('')}</ListBucketResult>`;
}

export async function startBucket(): Promise<Bucket> {
  const objects = new Map<string, Buffer>();
  const changed = new Map<string, Date>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const { method = '', url = '' } = request;
      if (!isSigned(request, body)) {
        const text = '<Error><Code>SignatureDoesNotMatch</Code></Error>';
        return response.writeHead(403).end(method === 'HEAD' ? undefined : text);
      }
      requests.push(`${method} ${url}`);
      if (url.includes('?')) {
        const list = listOf(objects, changed, new URL(url, 'http://localhost'));
        return response.writeHead(200).end(list);
      }
      if (method === 'DELETE') {
        objects.delete(url);
        return response.writeHead(204).end();
      }
      if (method === 'PUT') {
        objects.set(url, body);
        changed.set(url, new Date());
      }
      const object = objects.get(url);
      response.writeHead(object === undefined ? 404 : 200);
      return response.end(method === 'GET' ? object : undefined);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    requests,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
