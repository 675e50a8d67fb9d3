/** What `verify` prints: the replicator's table. */
import { packageVersion } from '../../../bindings/index.js';
import type { ComparedItem, NotCompared } from '../../../bindings/entries/bundle.js';
import { visible } from '../../../bindings/entries/report.js';
import { grouped } from '../../progress/words.js';
import type { Verification } from './verify.js';

/** What is known before the run: the manifest, and which code will run. */
export function checkedWords({
  bundle,
  manifest,
  signature,
  engine,
  confinement,
  study,
}: Verification): string {
  const hashes = engine.files.map(({ path, sha256 }) => `  ${path}  SHA-256 ${sha256}`);
  return [
    `Bundle ${bundle}: ${grouped(manifest.count)} files, all as in its manifest (SHA-256 ${manifest.sha256})`,
    signatureWords(signature),
    ...(engine.ran === 'installed'
      ? ['Engine: that of this program; no other code runs']
      : [
          `Engine: that of the bundle (wasmetrics ${engine.version}), a program that somebody else built; ${confinement.words}`,
          ...hashes,
          vouchedWords(engine),
        ]),
    `Study: ${study}`,
  ]
    .map(visible)
    .join('\n');
}

function signatureWords({ state, signedBy, program }: Verification['signature']): string {
  if (state === 'valid')
    return `Manifest: signed with the key in ${signedBy!} (checked by ${program!})`;
  return state === 'unchecked'
    ? "Manifest: its signature was not checked; name the signer's key with --signed-by"
    : 'Manifest: not signed, so anyone who changes a file can rewrite it';
}

function vouchedWords({ vouchedBy, isInstalled }: Verification['engine']): string {
  if (vouchedBy === 'published') return '  Its hashes are among those of --published.';
  return isInstalled
    ? '  It is identical to the engine of this program.'
    : '  It differs from the engine of this program. Leave out --their-engine, or name published hashes with --published.';
}

/** One line per item, then the outcome. */
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
  const { items, notCompared } = comparison;
  const shown = items.filter(({ kind }) => kind !== 'file');
  const files = items.filter(({ kind }) => kind === 'file');
  const broken = files.filter((file) => file.outcome !== 'identical');
  const alike = files.length - broken.length;
  const isSynthetic = study === facts.syntheticStudy;
  return [
    ...shown.map((item) => itemWords(item)),
    ...broken.map((item) => itemWords(item)),
    ...failedWords(facts),
    `Reproduced files: ${grouped(alike)} of ${grouped(files.length)} identical`,
    ...notComparedWords(notCompared),
    ...engineWords(verification),
    ...(isSynthetic ? syntheticWords(verification) : []),
    '',
    ...verdictWords(verification),
  ]
    .map(visible)
    .join('\n');
}

/** Items that could not be made, and so have no outputs to compare. */
function failedWords({ items }: Verification['facts']): string[] {
  return items
    .filter(({ failed }) => failed !== undefined)
    .map(({ kind, id, failed }) => `Not made by the author's run: ${kind} ${id}: ${failed!}`);
}

const reasons = {
  input: 'inputs of the run',
  measurement: "measurements of the author's run",
  words: "the author's text",
  engine: 'the engine in the bundle',
  withheld: 'outputs from missing data',
} as const;

/** Maximum paths on a line. */
const MOST = 5;

/** One line per reason, with its files. */
function notComparedWords(files: readonly NotCompared[]): string[] {
  return Object.entries(reasons).flatMap(([reason, words]) => {
    const paths = files.filter(({ why }) => why === reason).map(({ path }) => path);
    if (paths.length === 0) return [];
    const more = paths.length > MOST ? ` and ${grouped(paths.length - MOST)} more` : '';
    return [`Not compared (${words}): ${paths.slice(0, MOST).join(', ')}${more}`];
  });
}

/** A warning that the shipped engine did not run, because README.md tells readers to run it. */
function engineWords({ engine }: Verification): string[] {
  if (engine.ran === 'bundle' || engine.isInstalled) return [];
  return ['The engine in the bundle differs from that of this program, and was not run.'];
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
      `The outputs from the synthetic data are identical after ${run}. The numbers of the paper were not reproduced.`,
    ];
  }
  return [
    `All outputs are identical after ${run}, but nobody vouches for the engine that made them: it could have copied them.`,
    engine.ran === 'bundle'
      ? `Leave out --their-engine, or install version ${engine.version} and run it.`
      : `This program came with a bundle. An installed one proves more: npx wasmetrics@${engine.version} verify ${bundle}`,
  ];
}

/** A note about another version, which may print different text and changes the hashes of results. */
function versionWords({ ran, version }: Verification['engine']): string[] {
  if (ran === 'bundle' || version === packageVersion) return [];
  return [
    `wasmetrics ${version} made the bundle, and this is ${packageVersion}; to compare with the same version: npx wasmetrics@${version} verify`,
  ];
}

const names = {
  table: 'Table',
  figure: 'Figure',
  claim: 'Claim',
  file: 'File',
  document: 'Document',
} as const;

function itemWords({ kind, id, words, count }: ComparedItem): string {
  if (kind === 'numbers') return `In-text numbers (${grouped(count ?? 0)}): ${words}`;
  return `${names[kind]} ${id}: ${words}`;
}

/** The items of the paper that synthetic data cannot reproduce. */
function syntheticWords({ facts, absent }: Verification): string[] {
  const rest = facts.items.filter(({ fromSynthetic }) => fromSynthetic !== true);
  return [
    '',
    'This run used synthetic data, and was compared with the outputs of the synthetic data.',
    `The numbers of the paper need ${absent.join(', ')} for ${rest.map(({ id }) => id).join(', ')}.`,
  ];
}
