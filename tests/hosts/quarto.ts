/**
 * OJS cells, interpreted as the pages of Quarto do. Their script has the same packages: it splits the text of a chunk
 * into cells, interprets each cell in a module of the runtime, and imports local modules by name.
 */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, type Host, project } from './app.js';
import { esbuild } from './bundlers.js';
import { answerOfPage, serveLibrary } from './page.js';
import { serveFolder } from './serve-folder.js';

const packages = [
  '@alex.garcia/unofficial-observablehq-compiler@0.6.0-alpha.9',
  '@observablehq/runtime@4.28.0',
];

const documentation = readFileSync(
  join(import.meta.dirname, '../../docs/reference/hosts.md'),
  'utf8',
);

/** The cells of the documentation, with the library on the server of the test. */
function documentedCells(origin: string): string {
  const [, cells = ''] = /## Notebooks\n[^]*?```js\n([^]*?)```/.exec(documentation) ?? [];
  return cells.replace('https://example.org/wasmetrics/dist/', origin);
}

/** The texts of the chunks. A cell may use those after it, and runs again when one that it uses changes. */
const chunks = (origin: string) => [
  documentedCells(origin),
  'data = [1, 3, 2, 5, 4, 6].map((y, i) => ({ y, x: (3 * i) % 7 }))',
  `viewof reps = html\`<input type="range" min="100" max="400" step="100" value="200">\`
smaller = wasmetrics.bootstrap(fit, { reps, seed: 7 }).result
shown = html\`<pre>\${toText(fit)}\``,
  `import { runProgram } from './program.js'
import { toText } from './library/esm/report.js'
tables = import('${origin}esm/data.js')
estimators = import('${origin}esm/estimators.js')`,
  `{
  const slider = viewof reps;
  if (smaller.completed !== 200) return;
  slider.value = 300;
  slider.dispatchEvent(new CustomEvent('input'));
}`,
  `{
  if (smaller.completed !== 300) return;
  if (boot.completed !== 1999) throw new Error(\`\${boot.completed} replicates\`);
  if (shown.innerText !== toText(fit)) throw new Error(shown.innerText);
  globalThis.answer = await runProgram({ ...wasmetrics, ...tables }, estimators);
}`,
];

const main = `import { Interpreter, parser } from '@alex.garcia/unofficial-observablehq-compiler';
import { Inspector, Library, Runtime, RuntimeError } from '@observablehq/runtime';

/** A module of the runtime with the imported names of a local module. */
async function resolveImportPath(path, names) {
  const loaded = await import(new URL(path, location));
  return (runtime) => {
    const module = runtime.module();
    for (const name of names) module.define(name, [], () => loaded[name]);
    return module;
  };
}

/** Shows values. What an import defines is not defined at first, which is a \`RuntimeError\`. */
class Shown extends Inspector {
  rejected(error, name) {
    super.rejected(error, name);
    if (!(error instanceof RuntimeError)) reportError(error);
  }
}
const observer = () => new Shown(document.body.appendChild(document.createElement('div')));

const module = new Runtime(new Library(), (name) => globalThis[name]).module();
const interpreter = new Interpreter({ module, resolveImportPath, defineImportMarkdown: false });
for (const chunk of JSON.parse(document.querySelector('[type=ojs]').text)) {
  for (const { start, end } of parser.parseModule(chunk).cells) {
    interpreter.module(chunk.slice(start, end), undefined, observer);
  }
}\n`;

const page = (texts: readonly string[]) => `<!doctype html><link rel="icon" href="data:,">
<body><script type="ojs">${JSON.stringify(texts).replaceAll('<', '\\u003c')}</script>
<script type="module" src="./main.js"></script>`;

export const quartoHost: Host = {
  name: 'OJS cells, as in Quarto',
  packages: [],
  run: async () => {
    const cdn = await serveLibrary();
    try {
      const files = { 'cells.js': main, 'site/index.html': page(chunks(cdn.origin)) };
      const folder = await project('quarto', packages, files);
      const out = ['--bundle', '--format=esm', '--outfile=site/main.js'];
      await command(esbuild, ['cells.js', ...out], folder);
      cpSync(join(folder, 'program.js'), join(folder, 'site/program.js'));
      cpSync(join(folder, 'node_modules/wasmetrics/dist'), join(folder, 'site/library'), {
        recursive: true,
      });
      return await answerOfPage(await serveFolder(join(folder, 'site')));
    } finally {
      await cdn.close();
    }
  },
};
