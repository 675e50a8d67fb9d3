/** What the page and its engine keep after many changes of the model. */
import type { Page } from 'playwright-core';
import { patience } from './watch.js';

export interface Heap {
  /** Bytes after the garbage is collected. */
  readonly page: number;
  readonly engine: number;
}

interface Client {
  send(method: string, params?: object): Promise<unknown>;
}

/** Heaps after 100 and after `edits` changes by sliders. */
export async function heaps(page: Page, edits: number): Promise<{ few: Heap; many: Heap }> {
  const [client, engine] = [await page.context().newCDPSession(page), await engineOf(page)];
  const now = async () => {
    await page.waitForTimeout(patience); // what waits for a step lets go of it
    return { page: await used(client), engine: await used(engine) };
  };
  await edit(page, 100);
  const few = await now();
  await edit(page, edits - 100);
  return { few, many: await now() };
}

/** Moves the sliders, each time to another model than the eight before. */
async function edit(page: Page, times: number): Promise<void> {
  await page.evaluate(async (count) => {
    const ends = document.querySelectorAll<HTMLInputElement>('.range input:last-of-type');
    const [outer, inner] = Array.from(ends) as [HTMLInputElement, HTMLInputElement];
    const range = Number(inner.max) - 3;
    for (let i = 0; i < count; i++) {
      if (i % range === 0) {
        const next = 3 + ((i / range) % (Number(outer.max) - 3));
        await globalThis.watched!.step(outer, next === Number(outer.value) ? next + 1 : next);
      } else await globalThis.watched!.step(inner, 3 + (i % range));
    }
  }, times);
}

async function used(client: Client): Promise<number> {
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = (await client.send('Runtime.getHeapUsage')) as { usedSize: number };
  return usedSize;
}

/** The engine runs in the page's only worker, which is reached by messages through the page. */
async function engineOf(page: Page): Promise<Client> {
  const client = await page.context().newCDPSession(page);
  const waiting = new Map<number, (result: unknown) => void>();
  client.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id: number; result: unknown };
    waiting.get(id)?.(result);
  });
  const attached = new Promise<string>((resolve) =>
    client.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') resolve(sessionId);
    }),
  );
  const how = { autoAttach: true, waitForDebuggerOnStart: false, flatten: false };
  await client.send('Target.setAutoAttach', how);
  const sessionId = await attached;
  let last = 0;
  return {
    async send(method, params = {}) {
      const id = ++last;
      const answer = new Promise((resolve) => waiting.set(id, resolve));
      const message = JSON.stringify({ id, method, params });
      await client.send('Target.sendMessageToTarget', { sessionId, message });
      return answer;
    },
  };
}
