/** `docs/reference/api.md`: the entry points, and the names of each. */
import { entryPoints, exportsOf } from './surface.js';

/** What each entry point is for. */
const purposes: Readonly<Record<string, string>> = {
  index: 'Estimates, inference, bootstraps, and what a result rests on.',
  data: 'Readers of files, tables, steps of data, descriptions, correlations, composite indices, conversion.',
  report: 'Results as text, tables of papers and figures, and the words for them.',
  study: 'A whole paper from one file: its tables, figures, claims and text.',
  audit: 'Printed tables checked against themselves and against results.',
  interchange: 'Models as code of other programs, and back.',
  bundle: 'Replication packages: their documents, archives and checks.',
  jobs: 'Work on other machines: what a runner of your own needs, and stored replicates.',
  types: 'Types of models, and of the parts of results and options. It has declarations only.',
  estimators: 'Estimators of arrays.',
  linalg: 'Factorisations and products of matrices.',
  distributions: 'Densities, tails and quantiles.',
  random: 'Counter-based random numbers.',
  resampling: 'Bootstrap, jackknife and permutation of your own statistics.',
};

const introduction = `# Entry points

Import each name from its entry point. A program loads what it imports, and each name is in one place. Errors and \`init\`
are in every entry point with values, and \`Table\`, \`Column\` and \`DataInput\` are in \`wasmetrics\` and
\`wasmetrics/data\`. \`ols\`, \`iv\`, \`gmm\` and \`dpd\` are functions of tables in \`wasmetrics\`, and functions of arrays in
\`wasmetrics/estimators\`.

The root has each function, its options and its result. Types of their parts, such as \`GmmGroup\` and \`DiffHansen\`, are in
\`wasmetrics/types\`. What the functions do is in [library](library.md), and in the reference of each subject.

| entry point | for |
| ----------- | --- |
`;

const titleOf = (entry: string) => (entry === 'index' ? 'wasmetrics' : `wasmetrics/${entry}`);
const anchorOf = (entry: string) => titleOf(entry).replace('/', '');

/** A paragraph in lines of at most 120 characters. */
function wrapped(words: readonly string[]): string {
  const lines = [''];
  for (const word of words) {
    const line = lines.at(-1)!;
    if (line.length + word.length + 1 > 120) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}

function listOf(label: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const words = names.map((name, i) => `\`${name}\`${i < names.length - 1 ? ',' : '.'}`);
  return `\n${wrapped([`${label}:`, ...words])}\n`;
}

function sectionOf(entry: string): string {
  const all = exportsOf(entry);
  const values = all.filter(({ kind }) => kind !== 'type').map(({ name }) => name);
  const types = all.filter(({ kind }) => kind === 'type').map(({ name }) => name);
  return `\n## ${titleOf(entry)}\n${listOf('Values', values)}${listOf('Types', types)}`;
}

/** The page, without the alignment of its table. */
export function apiPage(): string {
  const order = ['index', ...Object.keys(purposes).filter((entry) => entry !== 'index')];
  const missing = entryPoints.filter((entry) => !order.includes(entry));
  if (missing.length > 0) throw new Error(`api.ts lacks the purpose of ${missing.join(', ')}`);
  const rows = order.map(
    (entry) => `| [\`${titleOf(entry)}\`](#${anchorOf(entry)}) | ${purposes[entry]} |\n`,
  );
  return [introduction, ...rows, ...order.map(sectionOf)].join('');
}
