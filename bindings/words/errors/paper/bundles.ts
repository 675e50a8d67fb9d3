/** Errors of replication bundles: what a study names, and what must hold before anything runs, in English. */
import { says } from '../../told.js';

interface InFile {
  readonly file: string;
}

/** A key of the study, and the file that it names. */
interface NamedFile {
  readonly path: string;
  readonly found: string;
}

export const noData = says<'no-data/bundle', [{ readonly path: string }]>(
  'no-data/bundle',
  () => 'expected a data file, found none; a bundle needs the data that the study names',
);

export const dataOfQuery = says<'bundle-query', [{ readonly path: string }]>(
  'bundle-query',
  () =>
    'expected a file, found a query; write its rows to a file with wasmetrics convert, and name the file',
);
export const backslashes = says(
  'bundle-path/backslashes',
  ({ found }: NamedFile) =>
    `expected a path without backslashes, which mean other files on other systems, found ${found}; write / between folders, or rename the file`,
);
export const outsideBundle = says(
  'bundle-outside',
  ({ found }: NamedFile) =>
    `expected a file inside the bundle, by a path relative to the study, found ${found}; move the file next to the study`,
);
export const unreadOutput = says(
  'bundle-output/json',
  ({ isAbsent }: InFile & { readonly isAbsent: boolean }) =>
    `expected JSON with keys and values, found ${isAbsent ? 'no file' : 'something else'}; make the bundle again`,
);

export const nothingToCompare = says<'bundle-output/none', [InFile]>(
  'bundle-output/none',
  () => 'expected a table, figure, claim or number, found none; nothing can be compared',
);
export const noManifest = says(
  'bundle-manifest/none',
  'expected the file {file}, found none; it is no replication bundle',
);

/** Maximum characters of a line or path in a message. */
const SHOWN = 100;

interface InLine extends InFile {
  readonly line: number;
  readonly found: string;
}

export const badLine = says(
  'bundle-manifest/line',
  ({ found }: InLine) =>
    `expected a SHA-256, two spaces and a path that is listed once, found ${found.slice(0, SHOWN)}`,
);
export const rerunListed = says(
  'bundle-manifest/rerun',
  ({ folder, found }: InLine & { readonly folder: string }) =>
    `expected no file of ${folder}, where reruns write and nothing is compared, found ${found.slice(0, SHOWN)}; get the bundle again from where it is published`,
);
export const badFacts = says(
  'bundle-facts',
  ({ reason }: InFile & { readonly path: string; readonly reason: string }) =>
    `${reason}; make the bundle again`,
);
export const otherEngine = says(
  'bundle-engine',
  ({
    file,
    expected,
    found,
    isAbsent,
  }: InFile & {
    readonly expected: string;
    readonly found: string;
    readonly isAbsent: boolean;
  }) =>
    `expected the engine that the manifest names, with SHA-256 ${expected} of ${file}, found ${isAbsent ? 'no file' : found}; none of its code was run`,
);

interface Files {
  readonly files: readonly string[];
}

/** Maximum number of files in a message. */
const NAMED = 5;

function refused(kind: string, why: string, { files }: Files): string {
  const listed = files.slice(0, NAMED).join(', ');
  const more = files.length > NAMED ? ` and ${files.length - NAMED} more` : '';
  return `found ${kind} files, ${why}: ${listed}${more}; nothing was run. Get the bundle again from where it is published`;
}

export const alteredFiles = says('bundle-altered/manifest', (detail: Files) =>
  refused('altered', 'whose bytes are not those of the manifest', detail),
);
export const alteredData = says('bundle-altered/data', (detail: Files) =>
  refused('altered', 'whose SHA-256 is not that of the data of the paper', detail),
);
export const missingFiles = says('bundle-missing/manifest', (detail: Files) =>
  refused('missing', 'which the manifest names and which are not there', detail),
);
export const missingData = says(
  'bundle-missing/shipped',
  (detail: Files & { readonly facts: string }) =>
    refused('missing', `which ${detail.facts} says are shipped`, detail),
);
export const additionalFiles = says('bundle-additional', (detail: Files) =>
  refused('additional', 'which the manifest does not name', detail),
);
export const otherParts = says(
  'bad-value/parts',
  ({ reason }: { readonly path: string; readonly reason: string }) =>
    `expected arguments whose parts belong together, found others (${reason}); pass what the functions of bundles return`,
);
