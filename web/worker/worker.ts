/** The engine of the page: it holds the data, and answers one question after another. */
import type { Message } from '../engine/protocol.js';
import { answers } from './answers.js';
import { failureOf } from './failure.js';
import { serving } from './serving.js';

const hear = serving({ answers, send: (reply) => postMessage(reply), failureOf });
addEventListener('message', ({ data }: MessageEvent<Message>) => hear(data));
