/** The engine of the page: it holds the data, and answers one question after another. */
import { EconError } from 'wasmetrics';
import type { Failure, Message } from '../engine/protocol.js';
import { answers } from './answers.js';
import { serving } from './serving.js';

const hear = serving({ answers, send: (reply) => postMessage(reply), failureOf });
addEventListener('message', ({ data }: MessageEvent<Message>) => hear(data));

/** Errors that are not the library's, by their names. */
const codes: Readonly<Record<string, Failure['code']>> = {
  AbortError: 'aborted',
  MissingFile: 'missing-file',
  YAMLParseError: 'bad-yaml',
};

/** The page shows errors that are not known here as faults of the program. */
function failureOf(error: unknown): Failure {
  if (!(error instanceof EconError)) {
    const { name, message } = error as Error;
    return { code: codes[name] ?? 'unexpected', message };
  }
  const { code, message, detail, telling } = error;
  return { code, message, key: telling.key ?? telling.of, detail };
}
