/**
 * The parts that a page loads while it runs. esbuild splits the page's program; each part reports when it is loaded,
 * and Node runs the program.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Size, sizeOf } from './size.js';

const root = fileURLToPath(new URL('..', import.meta.url));

export interface LoadedParts {
  /** What is loaded before the program runs. */
  readonly atOnce: Size;
  readonly inAll: Size;
  /** The sources in the parts of the package that these contain. */
  readonly files: readonly string[];
}

/** A page that estimates a model from a CSV file, bootstraps it and reports. */
export function pageOf(model: object): string {
  const file = JSON.stringify(`${root}examples/abdata.csv`);
  return `import { fitModel, bootstrap } from 'wasmetrics';
    import { readTable } from 'wasmetrics/data';
    import { toText } from 'wasmetrics/report';
    const { readFileSync } = await import('node:fs');
    const fit = await fitModel(await readTable(readFileSync(${file})), ${JSON.stringify(model)});
    const bootstrapped = await bootstrap(fit, { reps: 99, workers: 1 }).result;
    console.log(toText({ ...fit, bootstrap: bootstrapped }));`;
}

/** Models for such pages. */
export const models = {
  'least squares': { estimator: 'ols', formula: 'n ~ w + k' },
  'instrumental variables': { estimator: 'iv', formula: 'n ~ k | w ~ ys' },
  'system GMM': {
    estimator: 'dpd',
    formula: 'n ~ L(1:2).n + w',
    panel: { unit: 'id', time: 'year' },
    gmm: [{ vars: ['n'], lags: [2, 4] }],
    iv: [{ vars: ['w'] }],
  },
} as const;

const says = '(globalThis.parts ??= []).push(import.meta.url);\n';
const entry = 'page.js';

/** Runs a program that must end by itself, and lists the parts it loaded. */
export async function loadedParts(program: string): Promise<LoadedParts> {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `${program}\nconsole.log(JSON.stringify(globalThis.parts));\n`,
      resolveDir: root,
    },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    external: ['node:*'],
    banner: { js: says },
    outdir: 'page',
    entryNames: 'page',
    write: false,
    metafile: true,
  });
  const sourcesOf = JSON.parse(readFileSync(`${root}build/library-parts.json`, 'utf8')) as Readonly<
    Record<string, readonly string[]>
  >;
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const outputs = new Map(
    Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]),
  );
  const sizesOf = (names: Iterable<string>) =>
    sizeOf([...names].map((name) => Buffer.from(texts.get(name)!.replace(says, ''))));
  const first = new Set([entry]);
  for (const name of first) {
    const imports = outputs.get(name)!.imports.filter(({ kind }) => kind === 'import-statement');
    for (const { path, external } of imports) if (external !== true) first.add(basename(path));
  }
  const loaded = run(texts);
  return {
    atOnce: sizesOf(first),
    inAll: sizesOf(loaded),
    files: loaded.flatMap((name) =>
      Object.entries(outputs.get(name)!.inputs).flatMap(([part, { bytesInOutput }]) =>
        bytesInOutput > 0 ? (sourcesOf[part] ?? []) : [],
      ),
    ),
  };
}

/** The names of the parts that were loaded. */
function run(texts: ReadonlyMap<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    for (const [name, text] of texts) writeFileSync(join(folder, name), text);
    const printed = execFileSync(process.execPath, [join(folder, entry)], { encoding: 'utf8' });
    const urls = JSON.parse(printed.trim().split('\n').at(-1)!) as string[];
    return urls.map((url) => basename(url));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
