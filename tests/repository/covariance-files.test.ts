/** A kind of covariance has one file on each side, and one line where it is listed. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Covariance } from '../../bindings/generated/codes.js';

const folders = ['bindings', 'cli', 'web', 'bullmq'];

/** Other programs' words for covariances, explanations of ours, and what the build writes. */
const apart =
  /^bindings\/(generated|interchange|words\/(?:explanations|zh|errors\/interchange)|data\/formula\/idioms)\/|model-keys\.ts$/;

/** Dynamic panels and weighting matrices have lists of types of their own. */
const separate =
  /^bindings\/models\/(dpd|gmm)\/|models\/linear\/model\/schema\.ts$|cli\/estimators\/(dpd|gmm)\.ts$/;

function filesWith(word: string): string[] {
  const quoted = new RegExp(`['"]${word}['"]|^  ${word}: `, 'm');
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    )
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => !apart.test(file) && !separate.test(file))
    .filter((file) => quoted.test(readFileSync(file, 'utf8')))
    .sort();
}

test.each(['HC2', 'HC4', 'CV3', 'hac', 'driscoll-kraay'])(
  '%s is a word of the registry alone',
  (word) => {
    expect(Object.keys(Covariance)).toContain(word);
    expect(filesWith(word)).toEqual(['bindings/models/covariances/registry.ts']);
  },
);
