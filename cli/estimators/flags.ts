/** Options of keys that differ from what the schema says of the key, and keys that have none of their own. */

/** How the option of a key differs: by default it has the last part of the key, and its description. */
export interface KeyFlag {
  /** In the notation of commander, as `--draw <column>`. */
  readonly flags?: string;
  readonly help?: string;
}

export const flags: Readonly<Record<string, KeyFlag>> = {
  where: { flags: '--where <condition>', help: 'rows to keep, such as "year >= 1978"' },
  system: { help: 'leave out the level equation: difference GMM' },
  baselines: { help: 'leave out the least squares, within and Anderson-Hsiao estimates' },
  diagnostics: { help: 'leave out the first stages and the tests of the instruments' },
  compat: { flags: '--compat <program>' },
  gaps: { flags: '--gaps <rule>' },
  collinear: { flags: '--collinear <rule>' },
  'absorb.tolerance': { flags: '--absorb-tolerance <t>' },
  'absorb.maxIterations': { flags: '--absorb-iterations <n>' },
  'bootstrap.cluster': {
    flags: '--draw <column>',
    help: 'clusters to draw or multiply (default: those of the covariance or of --weight, or the units)',
  },
  'bootstrap.ci': { flags: '--ci <methods>' },
  'bootstrap.weights': { flags: '--multipliers <name>' },
  'bootstrap.blockLength': { flags: '--block-length <rows>' },
  'bootstrap.variant': { flags: '--variant <digits>' },
};

/** Keys that options of several keys set, as `--vcov cluster:id` does, or that a command line does not need. */
// prettier-ignore
const withoutOption: readonly string[] = [
  'panel.unit', 'panel.time', 'pca', 'nonlinear', 'name',
  'bootstrap.reps', 'bootstrap.recenter', 'bootstrap.statistics', 'bootstrap.imposeNull',
  'bootstrap.order', 'bootstrap.progress', 'bootstrap.rebuild',
];

/** Keys of covariances that the options of several keys set. */
const together: readonly string[] = ['type', 'cluster', 'kernel', 'bandwidth', 'order', 'small'];

function isTogether(key: string): boolean {
  const [part, name = ''] = key.split('.');
  return part === 'weight' || (part === 'vcov' && together.includes(name));
}

export function hasOption(key: string): boolean {
  return !withoutOption.includes(key) && !isTogether(key);
}
