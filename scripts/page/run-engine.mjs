/** Runs the page's engine on the example, and prints the addresses of the files that it loads for the first estimate. */
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { MessageChannel } from 'node:worker_threads';

const web = new URL('../../dist/web/', import.meta.url);
const model = {
  estimator: 'dpd',
  panel: { unit: 'id', time: 'year' },
  formula: 'n ~ L.n + w + k',
  system: true,
  steps: 2,
  gmm: [{ vars: ['n', 'w'], lags: [2, 4] }],
  iv: [{ vars: ['k'] }],
};

/** Sends the address of each file of the build that is loaded. */
const hooks = `let port;
export const initialize = (data) => void (port = data);
export async function load(url, context, next) {
  if (url.startsWith(${JSON.stringify(new URL('..', web).href)})) port.postMessage(url);
  return next(url, context);
}`;
const { port1, port2 } = new MessageChannel();
const loaded = [];
port1.on('message', (url) => loaded.push(url));
port1.unref();
register(`data:text/javascript,${encodeURIComponent(hooks)}`, {
  data: port2,
  transferList: [port2],
});

let hear;
globalThis.addEventListener = (type, listener) => void (type === 'message' && (hear = listener));
const replies = new Map();
globalThis.postMessage = (reply) => replies.get(reply.id)?.(reply);

await import(new URL('worker.js', web).href);

function ask(id, name, value) {
  return new Promise((resolve, reject) => {
    replies.set(id, (reply) => {
      if ('failure' in reply) reject(new Error(reply.failure.message));
      else if ('answer' in reply) resolve(reply.answer);
    });
    hear({ data: { id, ask: name, value } });
  });
}

const file = new Blob([readFileSync(new URL('abdata.csv.gz', web))]);
await ask(1, 'open', { name: 'abdata.csv', file });
await ask(2, 'fit', model);
await new Promise((resolve) => setTimeout(resolve, 50)); // the last addresses are on their way
console.log(JSON.stringify(loaded));
