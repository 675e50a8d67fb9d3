/**
 * Frameworks that render on a server. Each serves a page that the server renders with an estimate and that estimates
 * again in Chromium, and a route that answers with an estimate; built, and in development.
 */
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Answer, app, command, type Host, imports, project } from './app.js';
import { nodePackage } from './nodes.js';
import { answerOfPage, openPage } from './page.js';
import { answerOfUrl, openServer, renderedAnswer } from './server.js';

interface Framework {
  readonly name: string;
  /** Its packages with versions. */
  readonly packages: readonly string[];
  /** Programs of Node: what builds the site, and what serves it when it is built and in development. */
  readonly build: readonly string[];
  readonly start: readonly string[];
  readonly dev: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  /** The path of the page with the estimates; none is the first page. */
  readonly page?: string;
  /** Checks of its own, with the address of the site and the bits that the page has. */
  readonly check?: (origin: string, bits: string) => Promise<void>;
}

/** Its newest version runs on Node 22 and later. */
const node = nodePackage('22');

const estimates = (program: string) =>
  imports('wasmetrics', 'wasmetrics/estimators').replace('./program.js', program);
const programText = readFileSync(join(import.meta.dirname, 'program.js'), 'utf8');

const examples = join(import.meta.dirname, '../../examples');

/** The files of an example, without its package.json. */
function filesOf(example: string): Readonly<Record<string, string>> {
  const folder = join(examples, example);
  const built = /^(node_modules|\.\w+)[\\/]|^package(-lock)?\.json$/;
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !built.test(path));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** The page of an example has the same table from its server and from Chromium. */
async function checkExample(origin: string): Promise<void> {
  const page = await openPage();
  try {
    await page.goto(origin);
    const [server, client] = ['#server', '#client'].map((id) => page.locator(id));
    await client!.filter({ hasText: 'Bootstrap' }).waitFor();
    const [rendered, estimated] = [await server!.textContent(), await client!.textContent()];
    if (rendered !== estimated || !/^w +-0\.273 +0\.127 /m.test(rendered!)) {
      throw new Error(`the example has ${rendered} from its server, ${estimated} in the browser`);
    }
  } finally {
    await page.close();
  }
}

/** A server component, which renders a client component. */
const serverComponent = `import { Estimate } from './estimate.jsx';
${estimates('../../program.js')}
export const dynamic = 'force-dynamic';
export default async function Page() {
  return (
    <>
      <pre>{JSON.stringify(await runProgram(root, estimators))}</pre>
      <Estimate />
    </>
  );
}\n`;

const clientComponent = `'use client';
import { useEffect } from 'react';
${estimates('../../program.js')}
export function Estimate() {
  useEffect(() => {
    runProgram(root, estimators).then((answer) => {
      globalThis.answer = answer;
    });
  }, []);
  return null;
}\n`;

/** A route handler with settings of Next.js, whose program has more arguments. */
const routeHandler = (head: string, more = '') => `${head}
${estimates('../../program.js')}
export const dynamic = 'force-dynamic';
export async function GET() {
  return Response.json(await runProgram(root, estimators${more}));
}\n`;

const edge = `import module from 'wasmetrics/wasmetrics.wasm?module';
export const runtime = 'edge';`;

/** The edge runtime, which has no workers. */
async function checkNext(origin: string, bits: string): Promise<void> {
  await checkExample(origin);
  const { workers, ...answer } = await answerOfUrl(`${origin}edge`);
  if (JSON.stringify(answer) !== bits || !workers.startsWith('no')) {
    throw new Error(`the edge runtime answers ${JSON.stringify(answer)}, workers ${workers}`);
  }
}

/** Its bundler is webpack (15) and Turbopack (16). */
function next(version: string): Framework {
  const program = 'node_modules/next/dist/bin/next';
  return {
    name: `Next.js ${version.split('.')[0]}`,
    packages: [`next@${version}`, 'react@19.3.1', 'react-dom@19.3.1'],
    build: [program, 'build'],
    start: [program, 'start'],
    dev: [program, 'dev'],
    files: {
      ...filesOf('next'),
      'app/bits/page.jsx': serverComponent,
      'app/bits/estimate.jsx': clientComponent,
      'app/fit/route.js': routeHandler(''),
      'app/edge/route.js': routeHandler(edge, ', module'),
    },
    page: 'bits',
    check: checkNext,
  };
}

const vuePage = `<script setup>
${estimates('../program.js')}
const { data: rendered } = await useAsyncData('fit', () => runProgram(root, estimators));
onMounted(async () => {
  globalThis.answer = await runProgram(root, estimators);
});
</script>
<template><pre>{{ JSON.stringify(rendered) }}</pre></template>\n`;

/** Without the pages of Nuxt 4.5.2, which Vite 8.4 does not build. */
const twoPages = `<script setup>
const { pathname } = useRequestURL();
</script>
<template><Bits v-if="pathname === '/bits'" /><Example v-else /></template>\n`;

const { 'app/app.vue': example, ...nuxtFiles } = filesOf('nuxt');

const nuxt: Framework = {
  name: 'Nuxt 4',
  packages: ['nuxt@4.5.2', 'vue@3.5.45'],
  build: ['node_modules/nuxt/bin/nuxt.mjs', 'build'],
  start: ['.output/server/index.mjs'],
  dev: ['node_modules/nuxt/bin/nuxt.mjs', 'dev', '--no-fork'],
  files: {
    ...nuxtFiles,
    'app/components/Example.vue': example!,
    'app/components/Bits.vue': vuePage,
    'app/app.vue': twoPages,
    'app/program.js': programText,
    'server/program.js': programText,
    'server/routes/fit.js': `${estimates('../program.js')}
export default defineEventHandler(() => runProgram(root, estimators));\n`,
  },
  page: 'bits',
  check: checkExample,
};

const sveltePage = `<script>
  import { onMount } from 'svelte';
  ${estimates('../program.js')}
  const { data: loaded } = $props();
  onMount(async () => {
    globalThis.answer = await runProgram(root, estimators);
  });
</script>
<pre>{JSON.stringify(loaded.rendered)}</pre>\n`;

const svelteConfig = `import { sveltekit } from '@sveltejs/kit/vite';
import adapter from '@sveltejs/adapter-node';
export default { plugins: [sveltekit({ adapter: adapter() })] };\n`;

const svelteKit: Framework = {
  name: 'SvelteKit 3',
  packages: [
    ...['@sveltejs/kit@3.2.0', '@sveltejs/adapter-node@6.0.2'],
    ...['@sveltejs/vite-plugin-svelte@7.3.1', 'svelte@5.57.3', 'vite@8.3.8'],
  ],
  build: ['node_modules/vite/bin/vite.js', 'build'],
  start: ['build/index.js'],
  dev: ['node_modules/vite/bin/vite.js', 'dev', '--config', 'dev.config.js'],
  files: {
    'vite.config.js': svelteConfig,
    'dev.config.js': `import config from './vite.config.js';
export default { ...config, server: { port: Number(process.env.PORT), strictPort: true } };\n`,
    'src/app.html': `<!doctype html><html lang="en"><head><link rel="icon" href="data:,">%sveltekit.head%</head>
<body>%sveltekit.body%</body></html>\n`,
    'src/program.js': programText,
    'src/routes/+page.svelte': sveltePage,
    'src/routes/+page.server.js': `${estimates('../program.js')}
export const load = async () => ({ rendered: await runProgram(root, estimators) });\n`,
    'src/routes/fit/+server.js': `${estimates('../../program.js')}
export const GET = async () => Response.json(await runProgram(root, estimators));\n`,
  },
};

/** The answer of the page in the browser, which is that of its server and of the route. */
async function answerOfSite(
  { start, dev, page = '', check }: Framework,
  mode: 'start' | 'dev',
  folder: string,
): Promise<Answer> {
  const site = await openServer(node.program(folder), mode === 'start' ? start : dev, folder);
  try {
    const origin = `${site.origin}${page}`;
    const server = [await renderedAnswer(origin), await answerOfUrl(`${site.origin}fit`)];
    const client = await answerOfPage({ origin, close: () => Promise.resolve() });
    const isSame = server.every((one) => JSON.stringify(one) === JSON.stringify(client));
    if (!isSame) throw new Error(`the server answers ${JSON.stringify(server)}`);
    await check?.(site.origin, JSON.stringify({ ...client, workers: undefined }));
    return client;
  } finally {
    await site.close();
  }
}

function hostsOf(framework: Framework): Host[] {
  const { name, packages, build, files } = framework;
  let folder: Promise<string> | undefined;
  const installed = () => {
    process.env['NEXT_TELEMETRY_DISABLED'] = '1';
    const id = name.toLowerCase().replaceAll(/\W/g, '-');
    folder ??= project(id, [...packages, node.spec], files);
    copyFileSync(join(examples, 'abdata.csv'), join(app, '../abdata.csv'));
    return folder;
  };
  const host = (title: string, run: (folder: string) => Promise<Answer>): Host => ({
    name: title,
    packages: [],
    run: async () => run(await installed()),
  });
  return [
    host(name, async (place) => {
      await command(node.program(place), build, place);
      return answerOfSite(framework, 'start', place);
    }),
    host(`${name}, development`, (place) => answerOfSite(framework, 'dev', place)),
  ];
}

export const frameworkHosts: readonly Host[] = [
  next('15.5.29'),
  next('16.4.6'),
  nuxt,
  svelteKit,
].flatMap(hostsOf);
