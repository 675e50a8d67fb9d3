/** What a process was given in its environment and never prints. */
import { withoutSecrets } from '../../bindings/index.js';

const keys = ['WASMETRICS_QUEUE_KEY', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

/** The text without the passwords of addresses and without the secrets of the environment. */
export function hideSecrets(text: string): string {
  const { REDIS_URL = '', ...env } = process.env;
  const [, password = ''] = /:\/\/[^:]*:(.*)@/.exec(REDIS_URL) ?? [];
  const secrets = [REDIS_URL, password, ...keys.map((name) => env[name] ?? '')];
  return withoutSecrets(
    text,
    secrets.filter((secret) => secret !== ''),
  );
}

/** The value with its texts without secrets. */
export function hideAll(value: unknown): unknown {
  if (typeof value === 'string') return hideSecrets(value);
  if (Array.isArray(value)) return value.map(hideAll);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, hideAll(part)]));
}
