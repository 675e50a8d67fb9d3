/** Cells of Observable and a page of its Framework. Both import the files of `dist/` from another origin. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, app, command, file, type Host, project } from './app.js';
import { esbuild } from './bundlers.js';
import { answerOfPage, serveLibrary } from './page.js';
import { serveFolder } from './serve-folder.js';

const framework = '@observablehq/framework@1.13.4';

/** Cells as Observable compiles them: a name, the names that they use, and what they compute. */
const cells = (url: string) => `import { Runtime } from '@observablehq/runtime';
import { Library } from '@observablehq/stdlib';
import { Inspector } from '@observablehq/inspector';
import { runProgram } from '../program.js';

const main = new Runtime(new Library()).module();
function cell(name, inputs, compute) {
  const place = document.body.appendChild(document.createElement('div'));
  main.variable(new Inspector(place)).define(name, inputs, compute);
}

cell('wasmetrics', [], async () => ({ ...(await import('${url}esm/index.js')), ...(await import('${url}esm/data.js')) }));
cell('estimators', [], () => import('${url}esm/estimators.js'));
cell('data', [], () => ({ y: [1, 3, 2, 5, 4, 6], x: [1, 2, 3, 4, 6, 5] }));
cell('fit', ['wasmetrics', 'data'], ({ ols }, data) => ols(data, { formula: 'y ~ x' }));
cell('boot', ['wasmetrics', 'fit'], ({ bootstrap }, fit) => bootstrap(fit, { reps: 200, seed: 7 }).result);
cell('shown', ['html', 'fit', 'boot'], (html, fit, boot) => html\`<p>\${fit.params.x} (\${boot.stdErrors.x})\`);
cell('answer', ['wasmetrics', 'estimators', 'boot'], async (root, estimators, boot) => {
  if (boot.completed !== 200) throw new Error(\`\${boot.completed} replicates\`);
  globalThis.answer = await runProgram(root, estimators);
});\n`;

const page = (folder: string) => `# A page

\`\`\`js
import * as index from '${folder}esm/index.js';
import * as tables from '${folder}esm/data.js';
import * as estimators from '${folder}esm/estimators.js';
import { runProgram } from './program.js';
\`\`\`

\`\`\`js
const answer = runProgram({ ...index, ...tables }, estimators);
\`\`\`

\`\`\`js
globalThis.answer = answer;
display(answer);
\`\`\`
`;

/** The answer of two pages: with a copy of the files, and with those of another origin. */
async function answerOfFramework(): Promise<Answer> {
  const cdn = await serveLibrary();
  try {
    const folder = await project('framework', [framework], {
      'src/copy.md': page('./wasmetrics/'),
      'src/url.md': page(cdn.origin),
    });
    cpSync(join(folder, 'program.js'), join(folder, 'src/program.js'));
    cpSync(join(folder, 'node_modules/wasmetrics/dist'), join(folder, 'src/wasmetrics'), {
      recursive: true,
    });
    const program = 'node_modules/@observablehq/framework/dist/bin/observable.js';
    await command(process.execPath, [program, 'build'], folder);
    const answerOf = async (name: string) => {
      const { origin, close } = await serveFolder(join(folder, 'dist'));
      return answerOfPage({ origin: `${origin}${name}.html`, close });
    };
    const [copy, url] = [await answerOf('copy'), await answerOf('url')];
    if (JSON.stringify(copy) === JSON.stringify(url)) return url;
    throw new Error(`with a copy of the files: ${JSON.stringify(copy)}`);
  } finally {
    await cdn.close();
  }
}

export const observableHosts: readonly Host[] = [
  {
    name: 'Observable cells',
    packages: [
      '@observablehq/runtime@6.0.1',
      '@observablehq/stdlib@5.8.8',
      '@observablehq/inspector@5.0.1',
    ],
    run: async () => {
      const cdn = await serveLibrary();
      try {
        const script = file('observable/cells.js', cells(cdn.origin));
        const out = ['--bundle', '--format=esm', '--outfile=observable/main.js'];
        await command(esbuild, [script, ...out]);
        file(
          'observable/index.html',
          '<!doctype html><link rel="icon" href="data:,"><body><script type="module" src="./main.js"></script>',
        );
        return await answerOfPage(await serveFolder(join(app, 'observable')));
      } finally {
        await cdn.close();
      }
    },
  },
  { name: 'Observable Framework', packages: [], run: answerOfFramework },
];
