/** What `verify` prints: the replicator's table. */
import { type ComparedItem, packageVersion, visible } from '../../bindings/index.js';
import { grouped } from '../progress/words.js';
import type { Verification } from './verify.js';

/** What is known before the run: the manifest, and the code that will run. */
export function checkedWords({
  bundle,
  manifest,
  engine,
  confinement,
  study,
}: Verification): string {
  const hashes = engine.files.map(({ path, sha256 }) => `  ${path}  SHA-256 ${sha256}`);
  return [
    `Bundle ${bundle}: ${grouped(manifest.count)} files, all as in its manifest (SHA-256 ${manifest.sha256})`,
    ...(engine.ran === 'installed'
      ? ['Engine: that of this program; no other code runs']
      : [
          `Engine: that of the bundle, wasmetrics ${engine.version}: it is a program of somebody else; ${confinement.words}`,
          ...hashes,
          vouchedWords(engine),
        ]),
    `Study: ${study}`,
  ]
    .map(visible)
    .join('\n');
}

function vouchedWords({ vouchedBy, isInstalled }: Verification['engine']): string {
  if (vouchedBy === 'published') return '  Its hashes are among those of --published.';
  return isInstalled
    ? '  It is the engine of this program.'
    : '  This program has another engine. Leave out --their-engine, or name published hashes with --published.';
}

/** A line per item, and the outcome. */
export function outcomeWords(verification: Verification): string {
  const { absent, comparison, facts, study } = verification;
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
  const isSynthetic = study === facts.syntheticStudy;
  return [
    ...shown.map((item) => itemWords(item)),
    ...broken.map((item) => itemWords(item)),
    `Output files: ${grouped(alike)} of ${grouped(files.length)} identical`,
    ...(isSynthetic ? syntheticWords(verification) : []),
    '',
    ...verdictWords(verification),
  ]
    .map(visible)
    .join('\n');
}

/** What the comparison proves. */
function verdictWords({ outcome, engine, comparison, seconds, bundle }: Verification): string[] {
  const { items } = comparison!;
  const run = `a run of ${seconds!.toFixed(1)} s`;
  const differing = items.filter((item) => item.outcome !== 'identical').length;
  if (outcome === 'differs') {
    return [`${differing} of ${items.length} items differ after ${run}.`, ...versionWords(engine)];
  }
  if (outcome === 'identical') return [`Everything is identical after ${run}.`];
  if (outcome === 'synthetic-only') {
    return [
      `The outputs of the synthetic data are identical after ${run}. The numbers of the paper were not made.`,
    ];
  }
  return [
    `All outputs are identical after ${run}, but nobody vouches for the engine that made them: it could have copied them.`,
    engine.ran === 'bundle'
      ? `Leave out --their-engine, or install version ${engine.version} and run it.`
      : `This program came with a bundle. An installed one proves more: npx wasmetrics@${engine.version} verify ${bundle}`,
  ];
}

/** Other versions may print other words, and a hash of a result holds the version. */
function versionWords({ ran, version }: Verification['engine']): string[] {
  if (ran === 'bundle' || version === packageVersion) return [];
  return [
    `The bundle was made by wasmetrics ${version}, and this is ${packageVersion}: npx wasmetrics@${version} verify compares it with its own version.`,
  ];
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
