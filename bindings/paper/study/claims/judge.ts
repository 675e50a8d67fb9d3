/** Judges the claims of a study by the numbers of its models. */
import * as v from 'valibot';
import {
  badArgument,
  checkKeys,
  isKeyed,
  oneOf,
  seed as seedSchema,
  whole,
} from '../../../core/arguments/arguments.js';
import { type Engine, sharedEngine } from '../../../core/engine/engine.js';
import { EconError, EngineError } from '../../../core/errors/errors.js';
import { runSchemas } from '../../../core/jobs/run-options.js';
import { readable } from '../../../results/read.js';
import { type Language, languages } from '../../tables/paper/index.js';
import { isOfModel, printedColumns } from '../columns/printed.js';
import { placeName } from '../columns/words.js';
import type { FailedEntry, JudgedClaim } from '../result.js';
import { chineseClaim } from './chinese/claims.js';
import type { Claim, ClaimInput, CoefficientStatement, DifferenceStatement } from './claim.js';
import { judgeColumns, type Judging } from './coefficients.js';
import { combined, type PlacedDecision, sentence } from './combined.js';
import { untestable } from './decision.js';
import { judgeDifference } from './differences/difference.js';
import { holm } from '../../../analysis/bootstrap/multiple/adjustments.js';
import { pWords } from './words.js';
import { claimsOf } from './parse/parse.js';
import type { JudgedStudy } from './named-columns.js';
import { comparisonsOf, type NamedComparison } from './resolve.js';

export interface JudgeOptions {
  /** An instance of the core, from `loadEngine`. */
  readonly engine?: Engine | undefined;
  /** Replicates of the wild cluster bootstraps that check verdicts; default 999. */
  readonly reps?: number | undefined;
  /** Default 1. */
  readonly seed?: number | undefined;
  /** The tables whose models are judged by their bootstrap unless a claim says otherwise. */
  readonly bootstrapped?: readonly string[] | undefined;
  /** Of the sentences; default English. */
  readonly language?: Language | undefined;
  /** Once it is aborted, no more bootstraps check verdicts. */
  readonly signal?: AbortSignal | undefined;
}

export interface Judgement {
  readonly claims: readonly JudgedClaim[];
  /** Claims that name what the study does not have. */
  readonly failed: readonly FailedEntry[];
}

const schemas = {
  engine: runSchemas.engine,
  signal: runSchemas.signal,
  language: oneOf(languages),
  reps: whole(1),
  seed: seedSchema,
  bootstrapped: v.array(v.string(), 'names of tables'),
};
const usualReps = 999;
const usualSeed = 1;

/**
 * Judges each claim: its verdict with the numbers behind it, and what would change it. A claim that names an unknown
 * model, term, column or group is not testable and listed in `failed`.
 *
 * @param claims - claims by their names, or claims that `parseClaim` read
 * @throws InputError `bad-claim` for a text that cannot be read, `bad-value`
 */
export async function judgeClaims(
  claims: Readonly<Record<string, ClaimInput>> | readonly Claim[],
  study: JudgedStudy,
  options: JudgeOptions = {},
): Promise<Judgement> {
  checkKeys('claims', schemas, options);
  checkStudy(study);
  const parsed = claimsOf(claims);
  const { reps = usualReps, seed = usualSeed, bootstrapped = [], signal } = options;
  const engine = options.engine ?? (await sharedEngine());
  const judging: Judging = {
    engine,
    reps,
    seed,
    signal,
    study,
    bootstrapped,
    wild: new Map(),
    clustered: new Map(),
  };
  const failed: FailedEntry[] = [];
  const judged: JudgedClaim[] = [];
  for (const claim of parsed) {
    try {
      judged.push(await judgeClaim(judging, claim));
    } catch (thrown) {
      const error = typed(thrown);
      if (error instanceof EngineError) throw error;
      const { code, message, detail } = error;
      const name = detail['found'];
      failed.push({
        id: claim.id,
        error: { code, message, ...(typeof name === 'string' && { name }) },
      });
      const reason = sentence(message.split('\n')[0]!.replace(`${claim.id}: `, ''));
      judged.push({ ...headOf(claim), ...untestable(reason) });
    }
  }
  const levels = parsed.map(({ level }) => level);
  const adjusted = multiplicity(judged.map((one, i) => ({ ...one, level: levels[i]! })));
  const written = judged.map((one, i) => withChange(one, adjusted[i]));
  return { claims: options.language === 'zh' ? written.map(chineseClaim) : written, failed };
}

function checkStudy(study: unknown): void {
  const keys = ['models', 'places', 'comparisons', 'failed'];
  const isStudy = isKeyed(study) && keys.every((key) => typeof study[key] === 'object');
  if (!isStudy) throw badArgument('claims', 'study', 'the result of a study', study);
}

/** A result whose parts do not belong together makes errors of any kind. */
function typed(error: unknown): EconError {
  if (error instanceof EconError) return error;
  return readable((): EconError => {
    throw error;
  });
}

function withChange(claim: JudgedClaim, change: string | undefined): JudgedClaim {
  if (change === undefined) return claim;
  return { ...claim, changes: [...(claim.changes ?? []), change] };
}

const headOf = ({ id, text, says, level }: Claim) => ({
  id,
  claim: text,
  ...(says !== undefined && { says }),
  level,
});

async function judgeClaim(judging: Judging, claim: Claim): Promise<JudgedClaim> {
  const decisions = await (claim.statement.kind === 'difference'
    ? differences(judging, claim as Claim & { readonly statement: DifferenceStatement })
    : judgeColumns(judging, claim as Claim & { readonly statement: CoefficientStatement }));
  const isOne = decisions.length === 1;
  const changes = decisions.flatMap(({ place, changes: sentences }) =>
    sentences.map((text) => (isOne ? text : `${place}: ${text}`)),
  );
  return {
    ...headOf(claim),
    ...combined(decisions),
    ...(!isOne && { parts: decisions.map(partOf) }),
    ...(changes.length > 0 && { changes }),
  };
}

const partOf = ({ changes, ...decision }: PlacedDecision) => ({
  ...decision,
  reason: sentence(decision.reason),
  ...(changes.length > 0 && { changes }),
});

function differences(
  { engine, study }: Judging,
  claim: Claim & { readonly statement: DifferenceStatement },
): PlacedDecision[] {
  return comparisonsOf(claim, study).map((named): PlacedDecision => {
    const { table } = named;
    const place = { place: table, model: table, table };
    if ('failure' in named) return { ...untestable(named.failure), ...place, changes: [] };
    const { comparison, groups } = named;
    const decision = judgeDifference(engine, { claim, comparison, groups });
    const { columns, estimator } = groupColumns(study, { table, comparison, groups });
    const name = `${placeName({ table }, columns)}${estimator === '' ? '' : `, ${estimator}`}`;
    return {
      ...decision,
      reason: `${name}: ${decision.reason}`,
      ...place,
      ...(columns.length > 0 && { columns }),
      ...(estimator !== '' && { estimator }),
      changes: decision.changes ?? [],
    };
  });
}

/** The printed columns of the groups of a comparison, in the order of the claim, and their estimator. */
function groupColumns(
  study: JudgedStudy,
  { table, comparison, groups }: Extract<NamedComparison, { readonly groups: unknown }>,
): { readonly columns: readonly number[]; readonly estimator: string } {
  const all = printedColumns(study).filter((one) => one.table === table && isOfModel(one));
  const shown = groups.flatMap((value) => {
    const models = study.places.filter(
      (one) => one.table === table && one.group?.value === value && one.group.by === comparison.by,
    );
    return all.filter(({ model }) => models.some(({ id }) => id === model)).slice(0, 1);
  });
  return { columns: shown.map(({ column }) => column), estimator: shown[0]?.estimator ?? '' };
}

/** What testing several claims does to each of them. */
interface TestedClaim {
  readonly verdict: string;
  readonly pValue: number | null;
  readonly level: number;
}

/**
 * For each claim the sentence that Holm's adjustment over all claims with a p-value takes its support away, or nothing.
 */
function multiplicity(claims: readonly TestedClaim[]): (string | undefined)[] {
  const family = claims.flatMap(({ pValue }, i) => (pValue === null ? [] : [[i, pValue] as const]));
  const adjusted = holm(family.map(([, pValue]) => pValue));
  const byClaim = new Map(family.map(([i], place) => [i, adjusted[place]!]));
  return claims.map(({ verdict, level }, i) => {
    const p = byClaim.get(i);
    if (verdict !== 'supported' || p === undefined || p < level) return undefined;
    return `Adjusted for the ${family.length} claims of the study (Holm), ${pWords(p, level)}: not supported.`;
  });
}
