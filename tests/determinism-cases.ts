/** Models whose bits are committed in `golden/determinism.json`. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Case, Fingerprint } from './fingerprint.js';

export const hashFile = new URL('golden/determinism.json', import.meta.url);

const employment = parse(read('../examples/employment.yaml'));

export const cases: Readonly<Record<string, Case>> = {
  'employment of firms': {
    model: employment,
    csv: read('../examples/abdata.csv'),
  },
  'employment of firms, drawn with the probabilities of their empirical likelihood': {
    model: {
      ...employment,
      gmm: employment.gmm.map((group: object) => ({ ...group, collapse: true })),
    },
    recenter: 'brown-newey',
    csv: read('../examples/abdata.csv'),
  },
  'provinces, more instruments than units': {
    model: JSON.parse(read('golden/provinces/sysgmm-too-many-instruments.json')).model,
    csv: read('golden/provinces/data.csv'),
  },
  'provinces, an index of entropy weights rebuilt in each replicate': {
    model: {
      estimator: 'ols',
      build: {
        level: {
          index: 'entropy',
          columns: { ind1: '+', ind2: '+', ind3: '+', ind4: '+', ind5: '+', ind6: '+' },
        },
      },
      formula: 'lnGDPpc ~ level + Gov + UR',
    },
    csv: read('golden/provinces/data.csv'),
    ordered: true,
  },
};

export function committedHashes(): Readonly<Record<string, Fingerprint>> {
  return JSON.parse(readFileSync(hashFile, 'utf8'));
}

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}
