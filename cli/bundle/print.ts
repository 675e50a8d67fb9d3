/** What `verify` prints: the replicator's table. */
import { type ComparedItem, visible } from '../../bindings/index.js';
import { grouped } from '../progress/words.js';
import type { Verification } from './verify.js';

/** What is known before the run: the manifest, and the code that will run. */
export function checkedWords({ bundle, manifest, engine, study }: Verification): string {
  const hashes = engine.files.map(({ path, sha256 }) => `  ${path}  SHA-256 ${sha256}`);
  return [
    `Bundle ${bundle}: ${grouped(manifest.count)} files, all as in its manifest (SHA-256 ${manifest.sha256})`,
    ...(engine.ran === 'installed'
      ? ['Engine: that of this program; no other code runs']
      : [
          `Engine: that of the bundle, wasmetrics ${engine.version}: it is a program of somebody else, and runs with few rights`,
          ...hashes,
          engine.isInstalled
            ? '  It is the engine of this program.'
            : '  This program has another engine; compare the hashes with those that are published, or leave out --their-engine.',
        ]),
    `Study: ${study}`,
  ]
    .map(visible)
    .join('\n');
}

/** A line per item, and the outcome. */
export function outcomeWords(verification: Verification): string {
  const { outcome, absent, comparison, seconds, facts, study } = verification;
  if (comparison === null) {
    return [
      'The study was not run, as it needs data that the bundle does not ship:',
      ...absent.map((path) => `  ${path}`),
      'Save the data there; README.md says how to get them.',
    ]
      .map(visible)
      .join('\n');
  }
  const { items } = comparison;
  const shown = items.filter(({ kind }) => kind !== 'file');
  const files = items.filter(({ kind }) => kind === 'file');
  const broken = files.filter((file) => file.outcome !== 'identical');
  const alike = files.length - broken.length;
  const differing = items.filter((item) => item.outcome !== 'identical').length;
  const isSynthetic = study === facts.syntheticStudy;
  return [
    ...shown.map((item) => itemWords(item)),
    ...broken.map((item) => itemWords(item)),
    `Output files: ${grouped(alike)} of ${grouped(files.length)} identical`,
    ...(isSynthetic ? syntheticWords(verification) : []),
    '',
    outcome === 'identical'
      ? `Everything is identical after a run of ${seconds!.toFixed(1)} s.`
      : `${differing} of ${items.length} items differ after a run of ${seconds!.toFixed(1)} s.`,
  ]
    .map(visible)
    .join('\n');
}

const names = { table: 'Table', figure: 'Figure', claim: 'Claim', file: 'File' } as const;

function itemWords({ kind, id, words, count }: ComparedItem): string {
  if (kind === 'numbers') return `In-text numbers (${grouped(count ?? 0)}): ${words}`;
  return `${names[kind]} ${id}: ${words}`;
}

/** Which items of the paper the synthetic data cannot give. */
function syntheticWords({ facts, absent }: Verification): string[] {
  const rest = facts.items.filter(({ fromSynthetic }) => fromSynthetic !== true);
  return [
    '',
    'This run used synthetic data, and was compared with the outputs of the synthetic data.',
    `The numbers of the paper need ${absent.join(', ')} for ${rest.map(({ id }) => id).join(', ')}.`,
  ];
}
