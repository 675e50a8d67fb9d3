/** Tasks in a bucket with the protocol of S3. Requests are signed with the keys of the environment, as the programs of AWS read them. */
import { EngineError, InputError, withoutSecrets } from '../../bindings/index.js';
import { checkSize, type TaskStore } from './files.js';
import { digestOf } from '../store.js';

/** @throws InputError `no-credentials` */
export async function inBucket(address: string, path: string): Promise<TaskStore> {
  const request = await signedRequest(address, path);
  return {
    async put(digest, task) {
      if ((await request('HEAD', digest)).ok) return;
      const response = await request('PUT', digest, task);
      if (!response.ok) throw failed(address, `no bucket ${path.split('/')[0]}`);
    },
    async get(digest, bytes) {
      const response = await request('GET', digest);
      return response.ok ? bodyOf(response, address, bytes) : undefined;
    },
  };
}

async function signedRequest(address: string, path: string) {
  const { env } = process;
  const { AwsClient } = await import('aws4fetch');
  const region = env['AWS_REGION'] ?? 'us-east-1';
  const keys = credentials(address);
  const client = new AwsClient({ ...keys, region, service: 's3' });
  const [bucket, ...prefix] = path.split('/').filter((part) => part !== '');
  const endpoint = env['AWS_ENDPOINT_URL_S3'] ?? env['AWS_ENDPOINT_URL'];
  const base =
    endpoint === undefined
      ? `https://${bucket}.s3.${region}.amazonaws.com`
      : `${endpoint.replace(/\/$/, '')}/${bucket}`;
  return async (method: string, digest: string, body?: Uint8Array): Promise<Response> => {
    const url = [base, ...prefix, `${digest}.task`].join('/');
    const content = { 'X-Amz-Content-Sha256': digestOf(body ?? '') };
    const response = await client
      .fetch(url, {
        ...{ method, headers: content },
        ...(body !== undefined && { body: Buffer.from(body) }),
      })
      .catch((error: unknown) => {
        const { message, cause } = error as Error;
        const reason = cause instanceof Error ? cause.message : message;
        const words = withoutSecrets(reason, Object.values(keys)).slice(0, 200);
        throw failed(address, `${method} failed: ${words}`);
      });
    if (response.ok || response.status === 404) return response;
    const answer = Buffer.from(await bodyOf(response, address, MOST_ANSWER)).toString();
    const [, code = 'no reason'] = /<Code>(\w{1,60})<\/Code>/.exec(answer) ?? [];
    throw failed(address, `${method} failed with status ${response.status} (${code})`);
  };
}

/** Bytes of the largest answer that is read for its reason. */
const MOST_ANSWER = 2 ** 16;

function credentials(address: string) {
  const { env } = process;
  const [accessKeyId, secretAccessKey] = [env['AWS_ACCESS_KEY_ID'], env['AWS_SECRET_ACCESS_KEY']];
  const sessionToken = env['AWS_SESSION_TOKEN'];
  if (accessKeyId !== undefined && secretAccessKey !== undefined) {
    return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
  }
  const message = `store: ${address}: expected AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment, found none`;
  throw new InputError('no-credentials', message);
}

/** The bytes of an answer, of at most so many, whatever its head says. */
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

function failed(address: string, reason: string): EngineError {
  return new EngineError('store-failed', `store: ${address}: ${reason}`, { reason });
}
