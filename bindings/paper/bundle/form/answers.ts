/** How a bundle answers the questions of a form. */
import { codeMarkdown, readableMarkdown } from '../../../core/escapes/markdown.js';
import type { PersonalFinding } from '../confidential/personal.js';
import { type BundleFacts, type BundleFiles, paths } from '../facts.js';
import type { ManifestCheck } from '../manifest.js';
import { readmeSections } from '../readme/readme.js';
import { size } from '../readme/words.js';
import type { Venue } from '../venues.js';

export interface Answer {
  readonly state: 'met' | 'todo' | 'missing';
  readonly note: string;
}

export interface About {
  readonly files: BundleFiles;
  readonly facts: BundleFacts;
  readonly manifest: ManifestCheck;
  readonly readme: string;
  readonly license: string;
  readonly container: 'folder' | 'zip';
  readonly venue: Venue;
  readonly personal: readonly PersonalFinding[] | undefined;
}

/** The state of a line, from the bundle. */
export type Answering = (about: About) => Answer;

const met = (note: string): Answer => ({ state: 'met', note });
const todo = (note: string): Answer => ({ state: 'todo', note });
const missing = (note: string): Answer => ({ state: 'missing', note });

/** The text between a heading and the next of its level or a higher one. */
function section(readme: string, heading: string): string {
  const rows = readme.split('\n');
  const start = rows.findIndex((row) => row.replace(/^#+ /, '') === heading && row.startsWith('#'));
  if (start < 0) return '';
  const level = /^#+/.exec(rows[start]!)![0].length;
  const rest = rows.slice(start + 1);
  const end = rest.findIndex((row) => {
    const marks = /^(#+) /.exec(row)?.[1];
    return marks !== undefined && marks.length <= level;
  });
  return rest.slice(0, end < 0 ? rest.length : end).join('\n');
}

/** Met if a section exists and has no TODO. */
export function filled(heading: string): Answering {
  return ({ readme }) => {
    const text = section(readme, heading);
    if (text === '') return missing(`no section "${heading}" in ${paths.readme}`);
    const left = text.match(/\bTODO\b/g)?.length ?? 0;
    if (left > 0) return todo(`${left} TODO in "${heading}" of ${paths.readme}`);
    return met(`section "${heading}"`);
  };
}

export function ticked(heading: string, words: string): Answering {
  return ({ readme }) => {
    const row = section(readme, heading)
      .split('\n')
      .find((line) => line.includes(words));
    if (row === undefined) return missing(`no line "${words}" in ${paths.readme}`);
    return /^- \[x\]/i.test(row) ? met('ticked') : todo(`tick it in "${heading}" if it is true`);
  };
}

export function present(...names: readonly string[]): Answering {
  return ({ files }) => {
    const lost = names.filter((name) => !files.has(name));
    return lost.length === 0 ? met(names.join(', ')) : missing(`no file ${lost.join(', ')}`);
  };
}

const sections: Answering = ({ readme }) => {
  const lost = readmeSections.filter((heading) => section(readme, heading) === '');
  return lost.length === 0
    ? met(`${readmeSections.length} sections`)
    : missing(`no section ${lost.map((heading) => `"${heading}"`).join(', ')}`);
};

const data: Answering = ({ facts, files }) => {
  const kept = facts.data.filter(({ shipped }) => shipped === 'original');
  const lost = kept.filter(({ path }) => !files.has(path));
  if (lost.length > 0) return missing(`no file ${lost.map(({ path }) => path).join(', ')}`);
  const withheld = facts.data.length - kept.length;
  return withheld === 0
    ? met(`${kept.length} of ${facts.data.length} data files`)
    : todo(`${withheld} of ${facts.data.length} data files are not shipped; say how to get them`);
};

const openFormats: Answering = ({ facts, files }) => {
  const isOpen = /\.(csv|tsv|tab|txt|json|jsonl|ndjson)$/i;
  const closed = facts.data.filter(
    ({ path, open, shipped }) =>
      shipped === 'original' && !isOpen.test(path) && !(open !== undefined && files.has(open)),
  );
  return closed.length === 0
    ? met('text files, or a CSV copy in open-data/')
    : missing(`no CSV copy of ${closed.map(({ path }) => path).join(', ')}`);
};

const items: Answering = ({ facts, files }) => {
  const failed = facts.items.filter((item) => item.failed !== undefined);
  if (failed.length > 0) return missing(`not made: ${failed.map(({ id }) => id).join(', ')}`);
  const lost = facts.items.filter((item) => !item.files.some((path) => files.has(path)));
  return lost.length === 0
    ? met(`${facts.items.length} items with their output files`)
    : missing(`no output file of ${lost.map(({ id }) => id).join(', ')}`);
};

const map: Answering = (about) => {
  const text = section(about.readme, 'List of tables and programs');
  const isListed = (id: string, entry: string) =>
    text.includes(`| ${readableMarkdown(id)} |`) && text.includes(codeMarkdown(entry));
  const lost = about.facts.items.filter(({ id, entry }) => !isListed(id, entry));
  if (lost.length > 0) return missing(`not listed: ${lost.map(({ id }) => id).join(', ')}`);
  return filled('List of tables and programs')(about);
};

const seeds: Answering = ({ facts, readme }) => {
  const text = section(readme, 'Controlled Randomness');
  const lost = facts.seeds.filter(({ seed }) => !text.includes(String(seed)));
  if (text === '' || lost.length > 0) return missing('seeds that the results have are not listed');
  return met(facts.seeds.length === 0 ? 'no random numbers' : `${facts.seeds.length} seeds listed`);
};

const archives: Answering = ({ files, facts }) => {
  const packed = [...files.keys()].filter(
    (path) => /\.(zip|7z|rar|tar|tgz|gz|bz2|xz)$/i.test(path) && path !== facts.engine.source.path,
  );
  return packed.length === 0
    ? met(`none but ${facts.engine.source.path}, the package of the engine as npm distributes it`)
    : missing(`unpack ${packed.join(', ')}`);
};

const container: Answering = ({ container: form, venue }) => {
  if (venue.container === 'either' || venue.container === form) return met(`a ${form}`);
  return missing(`expected a ${venue.container}, found a ${form}; make it with --out`);
};

const bounds: Answering = ({ files, venue: { mostFiles, mostBytes } }) => {
  const bytes = [...files.values()].reduce((sum, content) => sum + content.length, 0);
  const words = `${files.size} files, ${size(bytes)}`;
  const isLarge = files.size > (mostFiles ?? Infinity) || bytes > (mostBytes ?? Infinity);
  return isLarge ? missing(`${words}; ask the data editor`) : met(words);
};

const personal: Answering = ({ personal: findings }) => {
  if (findings === undefined) return todo('the data were not scanned');
  if (findings.length === 0) return met('a scan of the data found none');
  const columns = findings.map(({ column, kind }) => `${column} (${kind})`);
  return todo(`look at ${columns.join(', ')}, and use --confidential if they are personal`);
};

const license: Answering = ({ license: text }) => {
  if (text === '') return missing(`no file ${paths.license}`);
  const left = text.match(/\bTODO\b/g)?.length ?? 0;
  return left === 0 ? met(paths.license) : todo(`${left} TODO in ${paths.license}`);
};

const manifest: Answering = ({ manifest: { count, altered, missing: lost, additional } }) => {
  if (lost.length > 0) return missing(`no file ${lost.join(', ')}`);
  const changed = [...altered, ...additional];
  return changed.length === 0
    ? met(`${count} files`)
    : todo(
        `changed since: ${changed.join(', ')}; run wasmetrics bundle --seal when they are final`,
      );
};

const title: Answering = ({ readme }) => {
  const [head = ''] = readme.split('\n');
  return /^# Data and code for: (?!TODO)/i.test(head)
    ? met(head.slice(2))
    : todo(`the title of ${paths.readme}`);
};

const program: Answering = (about) => present(about.facts.study, ...about.facts.templates)(about);

const engine: Answering = (about) => {
  const { files, source } = about.facts.engine;
  return present(...files.map(({ path }) => path), source.path)(about);
};

const numbers: Answering = (about) => {
  const output = present(paths.numbers)(about);
  return output.state === 'met' ? filled('In-text numbers')(about) : output;
};

/** Answers that do not depend on the README's words. */
export const answers = {
  archives,
  bounds,
  container,
  data,
  engine,
  items,
  license,
  manifest,
  map,
  numbers,
  openFormats,
  personal,
  program,
  sections,
  seeds,
  title,
} as const;
