/** The engine of the page: it holds the data, and answers one question after another. */
import { EconError } from 'wasmetrics';
import type { Failure, Message, QuestionName, Reply } from '../engine/protocol.js';
import { type Answers, answers } from './answers.js';

const running = new Map<number, AbortController>();
const send = (reply: Reply) => postMessage(reply);

addEventListener('message', ({ data }: MessageEvent<Message>) => {
  if ('stop' in data) running.get(data.id)?.abort();
  else void answer(data.id, data.ask, data.value);
});

async function answer(id: number, ask: QuestionName, value: unknown): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  try {
    const reply = answers[ask] as Answers[QuestionName];
    const report = (progress: unknown) => send({ id, progress });
    send({ id, answer: await reply(value as never, { signal: controller.signal, report }) });
  } catch (error) {
    send({ id, failure: failureOf(error) });
  } finally {
    running.delete(id);
  }
}

/** Errors that are not the library's, by their names. */
const codes: Readonly<Record<string, Failure['code']>> = {
  AbortError: 'aborted',
  MissingFile: 'missing-file',
  YAMLParseError: 'bad-yaml',
};

/** An error as plain values. The page shows others as faults of the program. */
function failureOf(error: unknown): Failure {
  if (!(error instanceof EconError)) {
    const { name, message } = error as Error;
    return { code: codes[name] ?? 'unexpected', message };
  }
  const { code, message, detail, telling } = error;
  return { code, message, key: telling.key ?? telling.of, detail };
}
