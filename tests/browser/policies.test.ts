/** What a page is told if its host refuses WebAssembly or workers, or serves other files; and the signals it hears. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChrome } from './chrome.js';
import { serve } from './server.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChrome();
}, 900_000);
afterAll(() => browser?.close());

interface Site {
  /** The policy of the page. */
  readonly policy?: string;
  readonly pages?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The attributes of a frame in which the program runs. */
  readonly frame?: string;
  /** What the page does first; afterwards it gets no file. */
  readonly before?: string;
}

/** What a program says in the page of a site: the message that it returns, or that of its error. */
async function saidIn(site: Site, program: string): Promise<string> {
  const { policy, pages, headers, frame, before } = site;
  const ofPage: Record<string, string> =
    policy === undefined ? {} : { 'content-security-policy': policy };
  const outer = frame === undefined ? '/' : '/outer.html';
  const framed = { '/outer.html': `<iframe src="/" ${frame}></iframe>` };
  const first = { '/': '<title>page</title>', ...framed };
  const server = await serve({ ...first, ...pages }, { ...headers, '/': ofPage });
  const page = await browser.newPage();
  try {
    await page.goto(server.origin + outer);
    const where = page.frames().at(-1)!;
    if (before !== undefined) {
      await where.evaluate(`(async () => { ${prepared} ${before} })()`);
      await page.route('**', (route) => route.abort());
    }
    return await where.evaluate<string>(`(async () => {
      ${prepared}
      try { ${program} } catch (error) { return error.code + ' ' + error.message; }
    })()`);
  } finally {
    await page.close();
    await server.close();
  }
}

/** What programs use. */
const prepared = `
      const { bootstrap, init, ols, wald } = await import('/esm/index.js');
      const data = { x: [], y: [] };
      for (let i = 0; i < 60_000; i++) {
        data.x.push(((i * 37) % 101) / 101);
        data.y.push(data.x[i] + ((i * 71) % 101) / 101);
      }
      const fit = () => ols(data, { formula: 'y ~ x' });
      const warningOf = async (options) => {
        const run = bootstrap(await fit(), { reps: 128, workers: 1, ...options });
        return (await run.result).warnings.map(({ message }) => message).join();
      };`;

const scripts = "script-src 'self' 'unsafe-inline' 'unsafe-eval'";
const html = { 'content-type': 'text/html' };

describe('a page is told', () => {
  test('the directive that lets it compile WebAssembly', async () => {
    const said = await saidIn({ policy: "script-src 'self' 'unsafe-inline'" }, 'await fit();');
    expect(said).toMatch(/^cannot-compile engine: .*add 'wasm-unsafe-eval' to script-src/);
  });

  test('the directive that lets it start workers', async () => {
    const policy = `${scripts}; worker-src 'none'`;
    expect(await saidIn({ policy }, 'return warningOf({});')).toMatch(
      /\(worker-src of the page's Content-Security-Policy refuses it\).*allow workers \(worker-src 'self' blob:\)/,
    );
  });

  test('the directive that asks for trusted addresses', async () => {
    const policy = "require-trusted-types-for 'script'";
    expect(await saidIn({ policy }, 'return warningOf({});')).toMatch(
      /; leave require-trusted-types-for out of the page's policy, or set workers to 0$/,
    );
  });

  test('the type of a file of the workers that is served as a page', async () => {
    const site = { pages: { '/worker.js': '<title>any' }, headers: { '/worker.js': html } };
    expect(await saidIn(site, `return warningOf({ workerUrl: '/worker.js' });`)).toMatch(
      /\/worker\.js is served as text\/html, expected text\/javascript.*workerUrl is \/worker\.js/,
    );
    expect(await saidIn({}, `return warningOf({ workerUrl: '/none.js' });`)).toMatch(
      /\/none\.js answers with status 404/,
    );
  });

  test('what is at an address that has no module', async () => {
    expect(await saidIn({}, `await init({ url: '/' });`)).toMatch(
      /^cannot-load .*found \/, which begins with \"<title>p\"; serve the file itself$/,
    );
    const policy = `${scripts}; connect-src 'none'`;
    expect(await saidIn({ policy }, `await init({ url: '/wasmetrics.wasm' });`)).toMatch(
      /^cannot-load .*\(CORS, connect-src\)$/,
    );
  });

  test('that the module is not there', async () => {
    expect(await saidIn({}, `await init({ url: '/none.wasm' });`)).toMatch(
      /^cannot-load .*\(status 404\); put wasmetrics\.wasm of this package there$/,
    );
  });

  test('that a file of the library is not there, as after an update of the site', async () => {
    const site = { before: 'await fit();' };
    expect(await saidIn(site, 'return await warningOf({});')).toMatch(
      /^cannot-load .*any-[^ ]+\.js\); serve all files of one build, and load the page again after an update$/,
    );
  });

  test('nothing where its policy allows what it needs', async () => {
    const policy = "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; worker-src 'self'";
    expect(await saidIn({ policy }, 'return warningOf({});')).toBe('');
  });
});

test('a page without workers hears a signal that a timer aborts', async () => {
  const program = `
    const stop = new AbortController();
    let timer;
    const onProgress = () => (timer ??= setTimeout(() => stop.abort(), 1));
    const options = { reps: 5e6, workers: 0, signal: stop.signal, onProgress };
    const { partial, completed } = await bootstrap(await fit(), options).result;
    return String(partial && completed < 5e6);`;
  expect(await saidIn({}, program)).toBe('true');
});

test('a frame without an origin has workers', async () => {
  const headers = { '*': { 'access-control-allow-origin': '*' } };
  const site = { frame: 'sandbox="allow-scripts"', headers };
  expect(await saidIn(site, 'return origin + await warningOf({});')).toBe('null');
  const workerUrl = `{ workerUrl: '/wasmetrics-worker.js' }`;
  expect(await saidIn(site, `return warningOf(${workerUrl});`)).toBe('');
});

test('a frame and its page use data and results of each other', async () => {
  const program = `
    const theirs = await parent.eval("import('/esm/index.js')");
    const foreign = parent.structuredClone(data);
    const results = [await ols(foreign, 'y ~ x'), await theirs.ols(data, 'y ~ x')];
    const tests = [await wald(results[1], ['x = 1']), await theirs.wald(results[0], ['x = 1'])];
    const codeOf = (run) => { try { run(); } catch (error) { return error.code; } };
    const codes = [
      codeOf(() => bootstrap(results[1], { reps: 9 })),
      codeOf(() => theirs.bootstrap(results[0], { reps: 9 })),
    ];
    const areSame = (list) => list[0] === list[1];
    return [
      foreign.x instanceof Array,
      areSame(results.map(({ params }) => params.x)),
      areSame(tests.map(({ stat }) => stat)),
      ...codes,
    ].join();`;
  expect(await saidIn({ frame: '' }, program)).toBe(
    'false,true,true,result-without-data,result-without-data',
  );
});
