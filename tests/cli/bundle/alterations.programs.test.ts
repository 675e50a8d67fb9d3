/** `wasmetrics verify`: alterations of a bundle are refused by name, and changed results are counted. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Workplace, workplace } from '../run.js';
import { change, changeFacts, reseal } from './forged.js';
import { studies, writeStudy } from './study.js';

let place: Workplace;
const minute = 60_000;
const at = (...parts: string[]) => join(place.folder, ...parts);

beforeAll(async () => {
  place = workplace();
  const path = writeStudy(place, studies.whole);
  await place.wasmetrics(['bundle', path, '-o', 'whole', '--no-cache']);
}, minute);

afterAll(() => place.remove());

/** Writes the manifest of an altered bundle again, as somebody would who hides an alteration. */
function hide(folder: string, ...changed: string[]): void {
  const path = join(folder, 'manifest-sha256.txt');
  let manifest = readFileSync(path, 'utf8');
  for (const file of changed) {
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
    manifest = manifest.replace(
      new RegExp(`^.*  ${file.replace(/\./g, '\\.')}$`, 'm'),
      `${hash}  ${file}`,
    );
  }
  writeFileSync(path, manifest);
}

/** An alteration of a bundle, the exit code, and what verify says. */
type Alteration = readonly [
  name: string,
  alter: (folder: string) => void,
  status: number,
  says: string,
];

const alterations: readonly Alteration[] = [
  [
    'a cell of the data',
    (folder) => change(folder, 'study/data.csv', '2010', '2009'),
    10,
    'bundle: found altered files, whose bytes are not those of the manifest: study/data.csv; nothing was run',
  ],
  [
    'a number of a table',
    (folder) => change(folder, 'outputs/tables/T2.md', /0\.\d/, '0.9'),
    10,
    'found altered files, whose bytes are not those of the manifest: outputs/tables/T2.md',
  ],
  [
    'the engine',
    (folder) => change(folder, 'engine/wasmetrics.js', /$/, '\n'),
    10,
    'bundle: expected the engine that the manifest names',
  ],
  [
    'the engine and its line of the manifest',
    (folder) => {
      change(folder, 'engine/wasmetrics-worker.js', /$/, '\n');
      hide(folder, 'engine/wasmetrics-worker.js');
    },
    10,
    'of engine/wasmetrics-worker.js',
  ],
  [
    'a file that is missing',
    (folder) => unlinkSync(join(folder, 'outputs/results.json')),
    10,
    'found missing files, which the manifest names and which are not there: outputs/results.json',
  ],
  [
    'a file that was added',
    (folder) => writeFileSync(join(folder, 'engine', 'extra.js'), ''),
    10,
    'found additional files, which the manifest does not name: engine/extra.js',
  ],
  [
    'a link',
    (folder) => symlinkSync('/etc/passwd', join(folder, 'study', 'link.csv')),
    10,
    'found the link "study/link.csv"',
  ],
  [
    'a named pipe',
    (folder) => spawnSync('mkfifo', [join(folder, 'study', 'pipe.csv')]),
    10,
    'found "study/pipe.csv", which is a named pipe',
  ],
  [
    'no manifest',
    (folder) => unlinkSync(join(folder, 'manifest-sha256.txt')),
    10,
    'expected the file manifest-sha256.txt, found none',
  ],
  [
    'a manifest with a path that leaves the folder',
    (folder) => change(folder, 'manifest-sha256.txt', '  README.md', '  ../README.md'),
    10,
    'found "../README.md", which leaves the folder',
  ],
  [
    'a study that reads another file, sealed',
    (folder) => {
      change(folder, 'study/paper.yaml', 'data: data.csv', 'data: /etc/passwd');
      hide(folder, 'study/paper.yaml');
    },
    10,
    'study: data: expected a file inside the bundle',
  ],
  [
    'a study that reads a file above the bundle, sealed',
    (folder) => {
      change(folder, 'study/paper.yaml', 'data: data.csv', 'data: ../../data.csv');
      hide(folder, 'study/paper.yaml');
    },
    10,
    'found ../../data.csv; move the file next to the study',
  ],
  ...(
    [
      ['is no YAML', 'a: ['],
      ['is empty', ''],
      ['is a list', '[1]'],
      ['is a number', '5'],
      ['is too deep', '['.repeat(1000)],
      ['has aliases of aliases', 'a: &a [1]\nb: *c'],
      ['has an unknown key', 'study: 1\ndata: data.csv\nfoo: 1'],
      ['has a number where a file belongs', 'study: 1\ndata: { file: 3 }'],
      [
        'has a formula that is none',
        'study: 1\ndata: data.csv\ntables: { T1: { models: [y ~ (] } }',
      ],
      ['is no text', '\u0000\ufffd'],
    ] as const
  ).map(([words, text]): Alteration => [
    `a study that ${words}, sealed`,
    (folder) => {
      writeFileSync(join(folder, 'study/paper.yaml'), text);
      hide(folder, 'study/paper.yaml');
    },
    10,
    'study/paper.yaml: expected a study that can be read, found a fault (',
  ]),
  [
    'facts that are none, sealed',
    (folder) => {
      writeFileSync(join(folder, 'bundle.json'), '{"bundle": 1}');
      hide(folder, 'bundle.json');
    },
    10,
    'bundle.json: venue:',
  ],
  [
    'data that no study reads, declared confidential, sealed',
    (folder) => {
      const unread = { path: 'study/none.csv', bytes: 1, sha256: '0'.repeat(64), rows: 1 };
      changeFacts(folder, ({ data }: { data: object[] }) =>
        data.push({ ...unread, columns: 1, shipped: 'synthetic' }),
      );
      hide(folder, 'bundle.json');
    },
    10,
    'bundle.json: data: expected the data that the study reads (study/data.csv), found',
  ],
  [
    'a synthetic study that is no copy, sealed',
    (folder) => {
      cpSync(join(folder, 'study'), join(folder, 'synthetic'), { recursive: true });
      change(folder, 'synthetic/paper.yaml', 'title: A small paper', 'title: Another');
      changeFacts(folder, (facts: { syntheticStudy: string; data: { shipped: string }[] }) => {
        facts.syntheticStudy = 'synthetic/paper.yaml';
        facts.data[0]!.shipped = 'synthetic';
      });
      rmSync(join(folder, 'study', 'data.csv'));
      reseal(folder);
    },
    10,
    'syntheticStudy: expected a copy of study/paper.yaml',
  ],
  [
    'a formula, sealed',
    (folder) => {
      change(folder, 'study/paper.yaml', 'formula: y ~ x }', 'formula: y ~ x + x2 }');
      hide(folder, 'study/paper.yaml');
    },
    9,
    'Table T1: identical',
  ],
  [
    'files where the run writes, sealed',
    (folder) => {
      mkdirSync(join(folder, 'run', 'made'), { recursive: true });
      writeFileSync(join(folder, 'run', 'made', 'results.json'), '{}');
      reseal(folder);
    },
    9,
    'File run/made/results.json: not made by the run',
  ],
  [
    'a value of the data, sealed',
    (folder) => {
      change(folder, 'study/data.csv', /^1,2011,[\d.]+/m, '1,2011,9.5');
      hide(folder, 'study/data.csv');
    },
    9,
    'cells differ, largest',
  ],
];

describe('an alteration', () => {
  test.each(alterations)(
    'of %s is named',
    async (_, alter, status, says) => {
      rmSync(at('altered'), { recursive: true, force: true });
      mkdirSync(at('altered'));
      cpSync(at('whole'), at('altered'), { recursive: true });
      alter(at('altered'));
      const run = await place.wasmetrics(['verify', 'altered']);
      expect(run.stdout + run.stderr).toContain(says);
      expect(run.status).toBe(status);
      if (status === 10) expect(run.stdout).not.toContain('identical');
    },
    minute,
  );

  test('is an error with its code in JSON', async () => {
    writeFileSync(at('altered', 'README.md'), 'other');
    const { stderr } = await place.wasmetrics(['verify', 'altered', '--json']);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'bundle-altered' } });
  });
});
