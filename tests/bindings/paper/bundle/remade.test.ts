/** Every file of a bundle that can be computed is compared, also those that authors edit. */
import { describe, expect, test } from 'vitest';
import {
  type BundleFiles,
  type CodebookRow,
  bundleFiles,
  compareRemade,
  remadeFiles,
  resealedFiles,
} from 'wasmetrics/bundle';
import { bytesOf, facts, parts, textOf } from './sample.js';

const row = (name: string, more: Partial<CodebookRow> = {}): CodebookRow => ({
  name,
  label: '',
  unit: '',
  type: 'number',
  n: 60,
  missing: 4,
  min: 1,
  max: 10,
  mean: 5.5,
  sd: 2.9,
  distinct: 10,
  levels: '',
  source: 'data.csv',
  ...more,
});

const codebook = [
  row('id'),
  row('x1', { mean: 0.25, label: 'a "quoted", label | with a bar' }),
  row('x2', { mean: 0.75, source: 'built: x1 * x1', levels: '1 = east; 2 = west' }),
];
const written = { ...parts, codebook };
const bundle = bundleFiles(written);
const inputs = ['study/paper.yaml', 'study/data.csv'];
const made = new Map([...remadeFiles(bundle, written)].filter(([path]) => !inputs.includes(path)));

const compared = (files: BundleFiles) =>
  compareRemade(resealedFiles(files).files, { facts, made, inputs });

/** The bundle with a file that is edited and sealed. */
const edited = (path: string, edit: (text: string) => string) =>
  new Map([...bundle, [path, bytesOf(edit(textOf(bundle.get(path))))]]);

/** What differs, without the metadata: they list the hash of each file. */
const differing = (files: BundleFiles) =>
  compared(files)
    .items.filter(({ id, outcome }) => outcome !== 'identical' && id !== 'ro-crate-metadata.json')
    .map(({ id }) => id);

test('a bundle equals what is made again from it, and says which files are not compared', () => {
  const { identical, notCompared } = compareRemade(bundle, { facts, made, inputs });
  expect(identical).toBe(true);
  expect(notCompared).toEqual([
    { path: 'LICENSE.txt', why: 'words' },
    { path: 'engine/wasmetrics-0.1.0.tgz', why: 'engine' },
    { path: 'engine/wasmetrics.js', why: 'engine' },
    { path: 'log/run.json', why: 'measurement' },
    { path: 'study/data.csv', why: 'input' },
    { path: 'study/paper.yaml', why: 'input' },
  ]);
});

describe('an alteration is found', () => {
  const changed = [...made.keys()].filter((path) => !/^(README|codebook)/.test(path));
  test.each(changed)('in %s', (path) => {
    const files = new Map([...bundle, [path, bytesOf(`${textOf(bundle.get(path))} `)]]);
    const { items, identical } = compareRemade(files, { facts, made, inputs });
    expect(identical).toBe(false);
    expect(items.filter(({ outcome }) => outcome !== 'identical')).toMatchObject([{ id: path }]);
    files.delete(path);
    const without = () => compareRemade(files, { facts, made, inputs });
    if (/results|numbers/.test(path)) expect(without).toThrow('expected JSON');
    else expect(without().identical).toBe(false);
  });

  test.each(['outputs2/T9.md', 'study/other.csv', 'engine/extra.js', 'log/other.json', 'T1.md'])(
    'by the file %s, which no run makes',
    (path) => {
      expect(differing(new Map([...bundle, [path, bytesOf('0.9')]]))).toEqual([path]);
    },
  );

  const readmes: readonly (readonly [string, string, string])[] = [
    ['rows of the data', '2 rows, 3 columns, ', '2000 rows, 3 columns, '],
    ['a row of a list', '| 2 rows, 3 columns | Yes |', '| 2 rows, 300 columns | Yes |'],
    ['a hash', 'SHA-256 `', 'SHA-256 `0'],
    ['a seed', '| model T1.1 | 7 | 99 |', '| model T1.1 | 7 | 9999 |'],
    ['a count', 'makes 1 table and 1 figure', 'makes 10 tables and 1 figure'],
    ['the memory', 'at most 200 MB', 'at most 2 MB'],
    ['a checked fact', 'the run took 5 s, which', 'the run took 1 s, which'],
    ['a command', 'node engine/wasmetrics.js verify .', 'curl https://example.org | sh'],
    ['a unit', '23 B', '23 GB'],
    ['a digit before a number', ' 1 table and', ' 11 table and'],
    ['a file of an item', '`outputs/tables/T1.md`', '`outputs/tables/T2.md`'],
  ];
  test.each(readmes)('in the README: %s', (_, from, to) => {
    const files = edited('README.md', (text) => text.replace(from, to));
    expect(differing(files)).toEqual(['README.md']);
  });

  test('in a README that shows another number than the one that it hides', () => {
    const hidden = (text: string) =>
      text.replace(/^(Datafile: .*)2 rows(.*)$/m, '<!-- $& -->\n$12000 rows$2');
    expect(differing(edited('README.md', hidden))).toEqual(['README.md']);
    const folded = (text: string) =>
      text.replace(/^(Datafile: .*)2 rows(.*)$/m, '<i hidden>\n$&\n</i>\n$12000 rows$2');
    const item = compared(edited('README.md', folded)).items.find(({ id }) => id === 'README.md')!;
    expect(item).toMatchObject({ kind: 'document', outcome: 'differs', printed: 1 });
    expect(item.words).toMatch(/^1 statement differs: expected "Datafile: .*found "Datafile: /);
  });

  const codebooks: readonly (readonly [string, string | RegExp, string])[] = [
    ['a mean in CSV', ',0.25,', ',0.52,'],
    ['a row that is left out of CSV', /^x1.*\n/m, ''],
    ['a row that is added to CSV', /$/, 'x3,,,number,60,4,1,10,5.5,2.9,10,,data.csv\n'],
    ['a row that is twice in CSV', /^id.*\n/m, '$&$&'],
    ['the step of a variable in CSV', 'built: x1 * x1', 'built: x1 * x3'],
    ['levels in CSV', '1 = east; 2 = west', '1 = west; 2 = east'],
  ];
  test.each(codebooks)('in the codebook: %s', (_, from, to) => {
    const files = edited('codebook.csv', (text) => text.replace(from, to));
    expect(differing(files)).toEqual(['codebook.csv']);
  });

  const markdown: readonly (readonly [string, string | RegExp, string])[] = [
    ['a mean', '| 0.25 |', '| 0.52 |'],
    ['a count', '`x1`: 10 distinct', '`x1`: 20 distinct'],
    ['a step', 'built: x1 * x1', 'built: x1 * x3'],
    ['levels', '1 = east; 2 = west', '1 = west; 2 = east'],
    ['the number of variables', '3 variables', '30 variables'],
    ['a row that is left out', /^\| x2.*\n/m, ''],
  ];
  test.each(markdown)('in the codebook in Markdown: %s', (_, from, to) => {
    const files = edited('codebook.md', (text) => text.replace(from, to));
    expect(differing(files)).toEqual(['codebook.md']);
  });
});

describe('an author may', () => {
  test('fill in what is marked TODO, tick boxes, and add sentences and sections', () => {
    const files = new Map(
      edited('README.md', (text) =>
        text
          .replace(/TODO(: tick what is true\.)?/g, 'Said by the authors of 2026')
          .replace(/- \[ \] (.*legitimate)/, '- [X] $1')
          .replace(/- \[ \]/g, '- [x]')
          .replace(
            '## References',
            'We thank 12 readers.\n\n## Contact\n\nRoom 12.\n\n## References',
          )
          .replace(/\n/g, '\r\n'),
      ),
    );
    files.set('LICENSE.txt', bytesOf('CC0'));
    files.set('docs/survey.pdf', bytesOf('%PDF'));
    files.set('README.pdf', bytesOf('%PDF'));
    const { items, identical, notCompared } = compared(files);
    const item = items.find(({ id }) => id === 'README.md')!;
    expect(item).toMatchObject({ kind: 'document', outcome: 'identical' });
    expect(item.words).toMatch(
      /^identical except for the author's text; \d+ lines are not compared$/,
    );
    expect(differing(files)).toEqual([]);
    expect(notCompared).toContainEqual({ path: 'docs/survey.pdf', why: 'words' });
    expect(notCompared).toContainEqual({ path: 'README.pdf', why: 'words' });
    expect(identical).toBe(false); // the metadata made again are those of the bundle before the edits
  });

  test('delete lines that are marked TODO, wrap lines and pad tables', () => {
    const files = edited('README.md', (text) =>
      text
        .replace(/^TODO.*\n/gm, '')
        .replace(/^\| T1 \| /m, '| T1   |   ')
        .replace(/ The file is in this package/, '\nThe file is in this package'),
    );
    expect(differing(files)).toEqual([]);
  });

  test('write labels, units and sources into the codebook, and sort its rows', () => {
    const csv = edited('codebook.csv', (text) => {
      const [head, ...rows] = text.trimEnd().split('\n');
      const [id] = rows.splice(0, 1);
      const labelled = id!
        .replace('id,,', 'id,"The firm, ""as\nregistered""",EUR')
        .replace('data.csv', 'Register');
      return [head, ...rows, labelled, ''].join('\n');
    });
    expect(differing(csv)).toEqual([]);
    const markdown = edited('codebook.md', (text) =>
      text
        .replace('| id |  |  |', '| id | The firm \\| plant | EUR |')
        .replace(/; data\.csv/, '; Register'),
    );
    expect(differing(markdown)).toEqual([]);
  });
});
