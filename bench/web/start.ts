/** The first number on the page: when it is painted, and what was requests for until then. */
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import type { Link } from './link.js';
import { watching } from './watch.js';

export interface Start {
  /** Milliseconds from the start of the visit to the painted number. */
  readonly painted: number;
  readonly longest: number;
  /** Requests until the number was painted. */
  readonly requests: number;
  /** Bytes of their answers, with headers, as the browser counts them. */
  readonly bytes: number;
  /** Bytes that the link carried to the browser until then. */
  readonly carried: number;
  /** What was requests for, in order. */
  readonly addresses: readonly string[];
}

export const address = '/web/index.html';

/** A visit in a fresh profile, and a second one when the page has been kept for visits without a network. */
export async function visits(browser: Browser, link: Link): Promise<{ cold: Start; warm: Start }> {
  const context = await browser.newContext();
  try {
    const cold = await visit(context, link);
    const warm = await visit(context, link);
    return { cold, warm };
  } finally {
    await context.close();
  }
}

async function visit(context: BrowserContext, link: Link): Promise<Start> {
  const page = await context.newPage();
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));

  await page.addInitScript(watching);
  link.bytes();
  await page.goto(link.origin + address, { waitUntil: 'commit' });
  const first = await firstOf(page);
  const carried = link.bytes();
  const until = requests.filter((request) => request.timing().startTime < first.time);
  const sizes = await Promise.all(until.map(sizeOf));
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
  const longest = Math.max(0, ...(await longTasks(page)));
  await page.close();
  return {
    painted: first.painted,
    longest,
    requests: until.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    carried,
    addresses: until.map((request) => new URL(request.url()).pathname),
  };
}

async function firstOf(page: Page) {
  await page.waitForFunction(() => globalThis.watched?.first !== undefined, undefined, {
    polling: 10,
  });
  return page.evaluate(() => {
    const { painted } = globalThis.watched!.first!;
    return { painted, time: performance.timeOrigin + painted };
  });
}

/** None if the answer came from the browser's own cache. */
async function sizeOf(request: Request): Promise<number> {
  const answer = await request.response();
  if (answer === null) return 0;
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  return responseBodySize + responseHeadersSize;
}

/** How long the main thread's long tasks took. */
export const longTasks = (page: Page): Promise<number[]> =>
  page.evaluate(() => globalThis.watched!.long.map(({ duration }) => duration));
