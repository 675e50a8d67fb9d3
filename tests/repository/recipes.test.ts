/** The recipes in CONTRIBUTING name the files that change: those that name every member of a family, and no others. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sides = ['assembly', 'bindings', 'bullmq', 'cli', 'web'];

/**
 * What the build writes; other programs' words for ours; and glossaries and languages, where a member may have words of
 * its own but needs none.
 */
const apart =
  /^bindings\/(generated|interchange|words)\/|^web\/words\/|^cli\/estimators\/model-keys\.ts$/;

const files = sides
  .flatMap((side) =>
    readdirSync(side, { recursive: true, encoding: 'utf8' }).map((file) => `${side}/${file}`),
  )
  .filter((file) => file.endsWith('.ts') && !apart.test(file));

const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));

function filesNaming(members: readonly string[]): string[] {
  const patterns = members.map((member) => new RegExp(`(?<![\\w-])${member}(?![\\w-])`));
  const named = [...sources].filter(([, text]) => patterns.every((one) => one.test(text)));
  return named.map(([file]) => file).sort();
}

interface Recipe {
  /** Patterns of members with a file of their own or, for keys, of one schema. */
  readonly members: readonly string[];
  readonly changes: readonly string[];
}

const recipes: Readonly<Record<string, Recipe>> = {
  'a covariance': {
    members: ['HC2', 'CV1', 'CV2', '[hH]ac', '[dD]riscoll-?[kK]raay'],
    changes: ['assembly/covariance/kinds.ts', 'bindings/models/covariances/registry.ts'],
  },
  'a key of a model': {
    members: ['arLevels', 'arOrders', 'nonlinear', 'pca'],
    changes: ['bindings/models/dynamic/model/keys.ts'],
  },
  'a format that is read': {
    members: ['xlsx', 'dta', 'parquet', 'arrow'],
    changes: [
      'bindings/data/readers/bytes/file-kinds.ts',
      'bindings/data/readers/options.ts',
      'bindings/data/readers/read-table.ts',
    ],
  },
  'a format of tables': {
    members: ['markdown', 'quarto', 'csv', 'docx'],
    changes: [
      'bindings/paper/study/file/study-keys.ts',
      'bindings/paper/tables/paper/render.ts',
      'cli/output/formats.ts',
    ],
  },
};

test.each(Object.entries(recipes))('%s changes the files of its recipe', (_, recipe) => {
  expect(filesNaming(recipe.members)).toEqual(recipe.changes);
});
