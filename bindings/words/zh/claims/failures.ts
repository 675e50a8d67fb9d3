/** Errors that verdicts name, in Chinese. */
import { retold } from '../../told.js';
import type { Failure, Unusable } from '../../vocabulary/claims.js';
import { errors } from '../errors/index.js';

/** What happened to a name, by the code of the error. */
const named: Readonly<Record<string, (name: string) => string>> = {
  'unknown-table': (name) => `研究中没有表"${name}"`,
  'unknown-model': (name) => `研究中没有"${name}"`,
  'unknown-term': (name) => `没有系数"${name}"`,
  'unknown-coefficient': (name) => `没有系数"${name}"`,
  'unknown-group': (name) => `没有组"${name}"`,
  'unknown-column': (name) => `没有列"${name}"`,
};

/** The sentence of the error; a short one for a name that does not exist. */
export function failureText({ error, sentence, name, told }: Failure): string {
  const ofName = name === undefined ? undefined : named[error]?.(name);
  return ofName ?? (told === undefined ? `错误${error}（${sentence}）` : retold(errors, told));
}

/** Why a method cannot be used. */
export function unusableText({ reason, told }: Omit<Unusable, 'method'>): string {
  return told === undefined ? (reason ?? '没有p值') : retold(errors, told);
}
