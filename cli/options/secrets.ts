/** Secrets from the process's environment, which are never printed. */
import { withoutSecrets } from '../../bindings/entries/report.js';

const keys = ['WASMETRICS_QUEUE_KEY', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

/** Removes passwords in addresses, and secrets of the environment, from a text. */
export function hideSecrets(text: string): string {
  const { REDIS_URL = '', ...env } = process.env;
  const [, password = ''] = /:\/\/[^:]*:(.*)@/.exec(REDIS_URL) ?? [];
  const secrets = [REDIS_URL, password, ...keys.map((name) => env[name] ?? '')];
  return withoutSecrets(
    text,
    secrets.filter((secret) => secret !== ''),
  );
}

/** Removes secrets from all texts of a value. */
export function hideAll(value: unknown): unknown {
  if (typeof value === 'string') return hideSecrets(value);
  if (Array.isArray(value)) return value.map(hideAll);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, hideAll(part)]));
}
