/** What journals want of a replication package, as data with the page that says so. Read in November 2026. */
import type { VenueName } from './facts.js';

export interface Venue {
  readonly title: string;
  /** Where the package is deposited. */
  readonly repository?: string;
  /** How it is handed over. */
  readonly container: 'folder' | 'zip' | 'either';
  /** The name of the zip file. */
  readonly file?: string;
  readonly mostFiles?: number;
  readonly mostBytes?: number;
  /** What the author must do in addition, in words. */
  readonly steps: readonly string[];
  readonly source: string;
}

const GB = 1e9;

export const venues: Readonly<Record<VenueName, Venue>> = {
  aea: {
    title: 'American Economic Association',
    repository: 'the AEA Data and Code Repository at openICPSR',
    container: 'folder',
    mostFiles: 1000,
    mostBytes: 30 * GB,
    steps: [
      'Import the folder into openICPSR so that its files are there, not a zip file',
      'Title the deposit "Data and Code for: TITLE OF PAPER"',
    ],
    source: 'https://aeadataeditor.github.io/aea-de-guidance/',
  },
  restud: {
    title: 'Review of Economic Studies',
    repository: 'the community of the Review of Economic Studies at Zenodo',
    container: 'zip',
    mostBytes: 50 * GB,
    steps: ['Upload the zip file to Zenodo as a new version, and submit it to the community'],
    source: 'https://restud.dataeditor.group/after',
  },
  ej: {
    title: 'Economic Journal',
    repository: 'the community of the Economic Journal at Zenodo',
    container: 'zip',
    file: '3-replication-package.zip',
    mostBytes: 50 * GB,
    steps: [
      'Submit the file next to the folders 1-paper and 2-appendices',
      "Sign and submit the journal's checklist",
    ],
    source: 'https://ejdataeditor.github.io/package.html',
  },
  plain: {
    title: 'no journal in particular',
    container: 'either',
    steps: [],
    source: 'https://datacodestandard.org/',
  },
};
