/** The files that a run of a bundle reads: the study, its templates, and its data or their synthetic copies. */
import { InputError } from '../../bindings/index.js';
import {
  type BundleFacts,
  type BundleFiles,
  type BundlePlan,
  planBundle,
} from '../../bindings/entries/bundle.js';
import { decodeText } from '../../bindings/entries/data.js';
import type { StudyInput } from '../../bindings/entries/study.js';
import { quoted } from '../../bindings/core/errors/quoted.js';
import * as said from '../../bindings/words/errors/program/bundles.js';
import { readYaml } from '../yaml.js';
import { syntheticPath } from './synthetic.js';

export interface BundleInputs {
  /** The study whose outputs are compared: its copy with synthetic data if the paper's data are missing. */
  readonly study: string;
  readonly isSynthetic: boolean;
  readonly files: readonly string[];
  /** Those of these files that are missing. */
  readonly lost: readonly string[];
}

/**
 * What a run of the bundle reads. The study decides which data it needs, not `bundle.json`.
 *
 * @throws InputError `bundle-facts` if `bundle.json` contradicts the study, `bundle-study` for a study that cannot be
 *   read; as `planBundle`
 */
export function bundleInputs(bundle: BundleFiles, facts: BundleFacts): BundleInputs {
  const { study } = facts;
  const bytes = study.startsWith('study/') ? bundle.get(study) : undefined;
  if (bytes === undefined) {
    throw factsError({ path: 'study', wrong: 'study', found: study });
  }
  const plan = planOf(bytes, study);
  const data = plan.data.map(({ path }) => path);
  const texts = [study, ...plan.templates.map(({ path }) => path)];
  checkData(facts, data);
  const copies = syntheticCopies(bundle, facts, [...texts, ...data]);
  const isSynthetic = copies !== undefined && !data.every((path) => bundle.has(path));
  const files = isSynthetic ? [...texts, ...data.map(syntheticPath)] : [...texts, ...data];
  return {
    study: isSynthetic ? syntheticPath(study) : study,
    isSynthetic,
    files,
    lost: files.filter((path) => !bundle.has(path)),
  };
}

/** The plan of somebody else's study: any error in it refuses the bundle. */
function planOf(bytes: Uint8Array, study: string): BundlePlan {
  try {
    const { text } = decodeText(bytes, { name: study, fixed: true });
    return planBundle(readYaml(study, text) as StudyInput, study);
  } catch (error) {
    if (!(error instanceof InputError) || error.code.startsWith('bundle-')) throw error;
    const detail = { ...error.detail, file: study, fault: error.code, cause: quoted(error) };
    throw new InputError(said.bundleStudy(detail), study);
  }
}

/**
 * Checks that `bundle.json` and the study name the same data: data only in `bundle.json` would decide what is withheld,
 * and data missing from it would have no hash.
 */
function checkData({ data }: BundleFacts, needed: readonly string[]): void {
  const [named, read] = [data.map(({ path }) => path), needed].map((list) =>
    [...list].sort().join(', '),
  );
  if (named === read) return;
  throw factsError({ path: 'data', wrong: 'data', expected: read!, found: named! });
}

/** The paths of the synthetic copies, if the bundle has them. */
function syntheticCopies(
  bundle: BundleFiles,
  { study, syntheticStudy, data }: BundleFacts,
  originals: readonly string[],
): readonly string[] | undefined {
  const isDeclared = data.some(({ shipped }) => shipped === 'synthetic');
  if (!isDeclared && syntheticStudy === undefined) return undefined;
  const path = 'syntheticStudy';
  const expected = syntheticPath(study);
  if (syntheticStudy !== expected || !isDeclared) {
    throw factsError({ path, wrong: 'synthetic', expected, found: syntheticStudy });
  }
  const copies = originals.map(syntheticPath);
  const lost = copies.filter((path) => !bundle.has(path));
  if (lost.length > 0) {
    throw factsError({ path, wrong: 'copies', missing: lost });
  }
  if (!Buffer.from(bundle.get(expected)!).equals(bundle.get(study)!)) {
    throw factsError({ path, wrong: 'copy', study, copy: expected });
  }
  return copies;
}

type WithoutFile<Facts> = Facts extends said.OtherFacts ? Omit<Facts, 'file'> : never;

function factsError(facts: WithoutFile<said.OtherFacts>): InputError {
  const file = 'bundle.json';
  return new InputError(said.otherFacts({ file, ...facts }), { of: file, key: facts.path });
}
