/**
 * Next.js, whose bundler is webpack (15) and Turbopack (16): a page in Chromium, and route handlers in Node and in the
 * edge runtime, which are built, and served in development.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Answer, command, type Host, imports, project } from './app.js';
import { answerOfPage } from './page.js';

const layout = `export default function Layout({ children }) {
  return (
    <html lang="en">
      <head>
        <link rel="icon" href="data:," />
      </head>
      <body>{children}</body>
    </html>
  );
}\n`;

const page = `'use client';
import { useEffect, useState } from 'react';
${imports('wasmetrics', 'wasmetrics/estimators').replace('./program', '../program')}
export default function Page() {
  const [text, setText] = useState('');
  useEffect(() => {
    runProgram(root, estimators).then((answer) => {
      globalThis.answer = answer;
      setText(JSON.stringify(answer));
    });
  }, []);
  return <pre>{text}</pre>;
}\n`;

/** A route handler with settings of Next.js, whose program has more arguments. */
const route = (head: string, more = '') => `${head}
${imports('wasmetrics', 'wasmetrics/estimators').replace('./program', '../../program')}
export const dynamic = 'force-dynamic';
export async function GET() {
  return Response.json(await runProgram(root, estimators${more}));
}\n`;

const edge = `import module from 'wasmetrics/wasmetrics.wasm?module';
export const runtime = 'edge';`;

const files = {
  'app/layout.jsx': layout,
  'app/page.jsx': page,
  'app/fit/route.js': route(''),
  'app/edge/route.js': route(edge, ', module'),
};

const next = 'node_modules/next/dist/bin/next';

/** Starts a server of a project, `start` for what was built or `dev`, and returns its address. */
async function serve(folder: string, mode: 'start' | 'dev') {
  const server = spawn(process.execPath, [next, mode, '-p', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const close = () => Promise.resolve(void server.kill());
  for await (const line of createInterface({ input: server.stdout })) {
    const origin = /http:\/\/localhost:\d+/.exec(line)?.[0];
    if (origin !== undefined) return { origin: `${origin}/`, close };
  }
  throw new Error('the server of Next.js ended before it named its address');
}

async function answerOf(url: string): Promise<Answer> {
  const response = await fetch(url);
  if (response.ok) return (await response.json()) as Answer;
  throw new Error(`${url}: status ${response.status}`);
}

/** The answer of the page, which is that of both routes; the edge runtime has no workers. */
async function answerOfSite(folder: string, mode: 'start' | 'dev'): Promise<Answer> {
  const site = await serve(folder, mode);
  try {
    const server = await answerOf(`${site.origin}fit`);
    const { workers, ...bits } = await answerOf(`${site.origin}edge`);
    await fetch(site.origin); // in development, a request compiles the page
    const client = await answerOfPage(site);
    const found = [server, { ...bits, workers: client.workers }].map((one) => JSON.stringify(one));
    const isSame = found.every((one) => one === JSON.stringify(client));
    if (isSame && workers.startsWith('no')) return client;
    throw new Error(`the routes answer ${found.join(' and ')}, workers at the edge: ${workers}`);
  } finally {
    await site.close();
  }
}

function hostsOf(version: string): Host[] {
  let folder: Promise<string> | undefined;
  const installed = () => {
    process.env['NEXT_TELEMETRY_DISABLED'] = '1';
    const packages = [`next@${version}`, 'react@19.3.1', 'react-dom@19.3.1'];
    return (folder ??= project(`next-${version}`, packages, files));
  };
  const name = `Next.js ${version.split('.')[0]}`;
  return [
    {
      name,
      packages: [],
      run: async () => {
        await command(process.execPath, [next, 'build'], await installed());
        return answerOfSite(await installed(), 'start');
      },
    },
    {
      name: `${name}, development`,
      packages: [],
      run: async () => answerOfSite(await installed(), 'dev'),
    },
  ];
}

export const nextHosts: readonly Host[] = ['15.5.29', '16.4.6'].flatMap(hostsOf);
