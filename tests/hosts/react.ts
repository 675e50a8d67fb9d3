/** The programs of docs/how-to/arrays.md that need a page, with React and Vite. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, type Host, imports, project } from './app.js';
import { answerOfPage } from './page.js';
import { serveFolder } from './serve-folder.js';

const guide = readFileSync(join(import.meta.dirname, '../../docs/how-to/arrays.md'), 'utf8');

/** Programs in one language under a heading. */
function programs(heading: string, language: string): string[] {
  const [, section = ''] = guide.split(`## ${heading}\n`);
  const blocks = section
    .split('\n## ')[0]!
    .matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'));
  return [...blocks].map(([, code = '']) => code);
}

const index = `<!doctype html><html lang="en"><head><link rel="icon" href="data:,"></head><body>
<div id="root"></div><progress max="1" value="0"></progress><button>Stop</button>
<script type="module" src="/main.jsx"></script></body></html>`;

const main = `import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Regression } from './regression.jsx';
import { check } from './check.js';

const first = { y: [21, 25, 32, 40, 38, 51], columns: [[9, 10, 12, 14, 13, 16]] };

function App() {
  const [data, show] = useState(first);
  useEffect(() => void check(show), []);
  return <Regression {...data} />;
}
createRoot(document.querySelector('#root')).render(<StrictMode><App /></StrictMode>);\n`;

/** Waits for what the page shows for data, and stops the bootstrap at its first sign of progress. */
const check = `${imports('wasmetrics', 'wasmetrics/estimators')}
const text = () => document.querySelector('#root').innerText.replace(/\\s+/g, ' ');
const shown = async (expected) => {
  while (!text().includes(expected)) await new Promise((resolve) => setTimeout(resolve, 10));
};
async function steps(show) {
  await shown('x1 4.200 0.203 _cons -17.300 2.550');
  show({ y: [1, 2, 3], columns: [[1, 1, 1]] });
  await shown('x1 is collinear with _cons and is left out');
  show({ y: [1, 2], columns: [[1, 2, 3]] });
  await shown('ols: x[0]: expected 2 numbers');
  const [bar, button] = [document.querySelector('progress'), document.querySelector('button')];
  Object.defineProperty(bar, 'value', { set: () => button.click() });
  const lines = [];
  console.log = (line) => lines.push(line);
  await import('./progress.js');
  if (!/^stopped after [1-9][0-9]* replicates$/.test(lines[1])) throw new Error(lines.join());
  globalThis.answer = await runProgram(root, estimators);
}
let started;
export const check = (show) => (started ??= steps(show));\n`;

export const reactHost: Host = {
  name: 'React with Vite',
  packages: [],
  run: async () => {
    const [hook, component] = programs('A React hook', 'jsx');
    const [progress] = programs('A bootstrap with progress and a stop button', 'js');
    const packages = ['vite@7.3.8', '@vitejs/plugin-react@5.2.0', 'react@19.3.1'];
    const folder = await project('react', [...packages, 'react-dom@19.3.1'], {
      'index.html': index,
      'main.jsx': main,
      'check.js': check,
      'use-ols.js': hook!,
      'regression.jsx': component!,
      'progress.js': progress!,
      'vite.config.js': `import react from '@vitejs/plugin-react';
export default { plugins: [react()], build: { target: 'es2022' } };\n`,
    });
    await command(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], folder);
    return answerOfPage(await serveFolder(join(folder, 'dist')));
  },
};
