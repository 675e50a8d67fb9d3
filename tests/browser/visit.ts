/** One browser and one server for the tests of a file, and pages whose problems fail the tests. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchChrome } from './chrome.js';
import { serve, type Server } from './server.js';

/** Texts by their path. */
type Pages = Readonly<Record<string, string>>;

export interface Visit {
  /** Opens a path. Pages without options share what the browser has loaded and compiled. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
}

/** Milliseconds that a page has for what a test waits for, on any machine. */
const PATIENCE = 120_000;

/** A test fails by errors of its pages, by what they print, and by requests to anything but the server, or but the page. */
export function visit(
  pages: () => Pages | Promise<Pages> = () => ({}),
  asks: 'the server' | 'pages alone' = 'the server',
): Visit {
  let browser: Browser;
  let server: Server;
  let shared: BrowserContext;
  const problems: string[] = [];

  beforeAll(async () => {
    browser = await launchChrome();
    server = await serve(await pages());
    shared = await browser.newContext();
  }, 900_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  afterEach(() => {
    expect(problems.splice(0)).toEqual([]);
  });

  return {
    async open(path, options) {
      const { origin } = server;
      const page = await (options === undefined ? shared.newPage() : browser.newPage(options));
      page.setDefaultTimeout(PATIENCE);
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => problems.push(message.text()));
      page.on('request', (request) => {
        const url = request.url();
        const isOwn = asks === 'the server' ? url.startsWith(`${origin}/`) : url === origin + path;
        if (!isOwn && !/^(data|blob):/.test(url)) problems.push(`request to ${url}`);
      });
      await page.goto(origin + path);
      return page;
    },
  };
}
