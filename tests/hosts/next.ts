/** Next.js: a route handler in Node and a page in Chromium, bundled by webpack (15) and by Turbopack (16). */
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

const route = `${imports('wasmetrics', 'wasmetrics/estimators').replace('./program', '../../program')}
export const dynamic = 'force-dynamic';
export async function GET() {
  return Response.json(await runProgram(root, estimators));
}\n`;

const next = 'node_modules/next/dist/bin/next';

/** Starts the server of a built project and returns its address. */
async function serve(folder: string) {
  const server = spawn(process.execPath, [next, 'start', '-p', '0'], {
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

function nextHost(version: string): Host {
  const name = `Next.js ${version.split('.')[0]}`;
  return {
    name,
    packages: [],
    run: async () => {
      process.env['NEXT_TELEMETRY_DISABLED'] = '1';
      const packages = [`next@${version}`, 'react@19.3.1', 'react-dom@19.3.1'];
      const files = { 'app/layout.jsx': layout, 'app/page.jsx': page, 'app/fit/route.js': route };
      const folder = await project(`next-${version}`, packages, files);
      await command(process.execPath, [next, 'build'], folder);
      const site = await serve(folder);
      const response = await fetch(`${site.origin}fit`);
      const server = (await response.json()) as Answer;
      const client = await answerOfPage(site);
      if (JSON.stringify(server) === JSON.stringify(client)) return client;
      throw new Error(`the route answers ${JSON.stringify(server)}`);
    },
  };
}

export const nextHosts: readonly Host[] = ['15.5.29', '16.4.6'].map(nextHost);
