/** Errors of the files that a study names, in English. */
import { says } from '../../told.js';

interface OfKey {
  readonly path: string;
  readonly found: string;
}

/** What an entry of `out` may be. */
export type StudyOutput = OfKey &
  (
    | { readonly expected: 'key'; readonly keys: readonly string[] }
    | { readonly expected: 'ending'; readonly endings: readonly string[] }
    | { readonly expected: 'no-bundle' | 'numbers' | 'writable' }
  );
export const badOutput = says('bad-value/output', (detail: StudyOutput) => {
  const { found } = detail;
  switch (detail.expected) {
    case 'key':
      return `expected one of ${detail.keys.join(', ')}, found ${found}`;
    case 'ending':
      return `expected files that end in one of ${detail.endings.join(', ')}, found ${found}`;
    case 'no-bundle':
      return `expected no bundle in a job folder; bundle the study by itself, found ${found}`;
    case 'numbers':
      return `expected a file of numbers, found ${found}`;
    case 'writable':
      return `expected an output that can be written, found ${found}`;
  }
});
export const badTemplate = says(
  'bad-value/template',
  ({ found }: OfKey) =>
    `expected templates that end in .tmpl, such as results.md.tmpl, found ${found}`,
);
export const folderNotMade = says(
  'file-not-writable/folder',
  ({
    found,
    reason,
  }: OfKey & {
    /** The error of the system; undefined for a file in the path. */ readonly reason:
      string | undefined;
  }) => `the folder of ${found} cannot be made: ${reason ?? 'a part of the path is a file'}`,
);
export const outsideBundle = says(
  'bundle-outside/output',
  ({ found, folder }: OfKey & { readonly folder: string }) =>
    `expected a file below ${folder}, as the study is in a bundle, found ${found}; change the path, or use wasmetrics verify, which writes nothing there`,
);

export const textChecked = says(
  'text/checked',
  '{path}: {named} named numbers and {compared} others compared, {findings} of them no longer match',
);
