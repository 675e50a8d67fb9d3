/** Judges the claims of a study by the numbers of its models. */
import * as v from 'valibot';
import {
  badArgument,
  checkKeys,
  isKeyed,
  oneOf,
  seed as seedSchema,
  whole,
} from '../../core/arguments.js';
import { type Engine, sharedEngine } from '../../core/engine.js';
import { EconError, EngineError } from '../../core/errors.js';
import { runSchemas } from '../../jobs/run-options.js';
import { readable } from '../../results/read.js';
import { type Language, languages } from '../../tables/paper/index.js';
import type { FailedEntry, JudgedClaim } from '../result.js';
import { judgeByBootstrap } from './bootstrapped.js';
import { type ErrorChoice, type Judged, otherErrors } from './changes/errors.js';
import { curveFacts, specificationFacts } from './changes/specification.js';
import { chineseClaim } from './chinese/claims.js';
import type { Claim, ClaimInput, CoefficientStatement, DifferenceStatement } from './claim.js';
import { judgeCoefficient, supportedByTost } from './coefficient.js';
import { combined, type ModelDecision, sentence } from './combined.js';
import { type Decision, untestable } from './decision.js';
import { type ComparedDecision, judgeDifference } from './difference.js';
import { measure, type Measured } from './measured.js';
import { multiplicity } from './multiplicity.js';
import { claimsOf } from './parse.js';
import {
  comparisonsOf,
  type JudgedStudy,
  modelsOf,
  type NamedModel,
  termError,
} from './resolve.js';
import { percentWords } from './words.js';

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

interface Judging extends ErrorChoice {
  readonly study: JudgedStudy;
  readonly bootstrapped: readonly string[];
}

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
    : coefficients(judging, claim as Claim & { readonly statement: CoefficientStatement }));
  const isOne = decisions.length === 1;
  const changes = decisions.flatMap(({ model, changes: sentences }) =>
    sentences.map((text) => (isOne ? text : `${model}: ${text}`)),
  );
  return {
    ...headOf(claim),
    ...combined(decisions),
    ...(!isOne && { parts: decisions.map(partOf) }),
    ...(changes.length > 0 && { changes }),
  };
}

const partOf = ({ changes, ...decision }: ModelDecision) => ({
  ...decision,
  reason: sentence(decision.reason),
  ...(changes.length > 0 && { changes }),
});

function differences(
  { engine, study }: Judging,
  claim: Claim & { readonly statement: DifferenceStatement },
): ModelDecision[] {
  return comparisonsOf(claim, study).map((named) => {
    const decision: ComparedDecision =
      'failure' in named
        ? untestable(named.failure)
        : judgeDifference(engine, { claim, comparison: named.comparison, groups: named.groups });
    return { ...decision, model: named.table, changes: decision.changes ?? [] };
  });
}

async function coefficients(
  judging: Judging,
  claim: Claim & { readonly statement: CoefficientStatement },
): Promise<ModelDecision[]> {
  const { term } = claim.statement;
  const named = modelsOf(claim, judging.study);
  const measured = named.map((model) => measuredIn(judging.engine, claim, model));
  const missing = measured.filter((one) => 'unknown' in one);
  const having = measured.filter((one): one is KnownModel => !('unknown' in one));
  if (having.length === 0 || missing.some(({ model }) => 'fit' in model && !model.isOfTable)) {
    throw termError(claim, missing[0]!.model.id, missing[0]!.unknown);
  }
  const decisions: ModelDecision[] = [];
  for (const { model, ...one } of having) {
    if ('reason' in one)
      decisions.push({ ...untestable(one.reason), model: model.id, changes: [] });
    else {
      const { fit } = model as Extract<NamedModel, { readonly fit: unknown }>;
      const subject = `${term} in ${model.id}`;
      const test = { statement: claim.statement, level: claim.level, subject };
      decisions.push(
        await judgeModel(judging, claim, { id: model.id, fit, measured: one.measured, test }),
      );
    }
  }
  return decisions;
}

type KnownModel = { readonly model: NamedModel } & (
  { readonly measured: Measured } | { readonly reason: string }
);
type MeasuredModel = KnownModel | { readonly model: NamedModel; readonly unknown: unknown };

/** The term in a model; why it has no test there; or that the model does not know it. */
function measuredIn(engine: Engine, claim: Claim, model: NamedModel): MeasuredModel {
  if ('failure' in model) return { model, reason: model.failure };
  if (model.fit.warnings.some(({ code }) => code === 'perfect-fit')) {
    return {
      model,
      reason: `${model.id} fits its rows exactly, so its standard errors are rounding`,
    };
  }
  try {
    return { model, measured: measure(engine, model.fit, claim.statement.term) };
  } catch (error) {
    if (!(error instanceof EconError)) throw error;
    if (error.code === 'unknown-term') return { model, unknown: error };
    if (error.code !== 'omitted-coefficient' && error.code !== 'undefined-function') {
      throw termError(claim, model.id, error);
    }
    return { model, reason: `${model.id}: ${error.message.split('\n')[0]}` };
  }
}

async function judgeModel(
  judging: Judging,
  claim: Claim,
  place: Omit<Judged, 'decision' | 'isByBootstrap'>,
): Promise<ModelDecision> {
  const { engine, study, bootstrapped } = judging;
  const table = study.places.find(({ id }) => id === place.id)?.table;
  const usual = table !== undefined && bootstrapped.includes(table) ? 'bootstrap' : 'analytic';
  const isByBootstrap = (claim.by ?? usual) === 'bootstrap';
  const decision = isByBootstrap
    ? byBootstrap(engine, place)
    : judgeCoefficient(engine, place.measured, place.test);
  if (decision.verdict === 'not testable') return { ...decision, model: place.id, changes: [] };
  const judged: Judged = { ...place, decision, isByBootstrap };
  const changes = [
    ...tost(claim, decision),
    ...(await otherErrors(judging, judged)),
    ...curveFacts(study.curves ?? [], judged),
    ...specificationFacts(judged),
  ];
  return { ...decision, model: place.id, changes };
}

function byBootstrap(
  engine: Engine,
  { id, fit, measured, test }: Omit<Judged, 'decision' | 'isByBootstrap'>,
): Decision {
  const judged =
    fit.bootstrap === undefined
      ? undefined
      : judgeByBootstrap(engine, measured, fit.bootstrap, test);
  if (judged !== undefined) return judged;
  const way =
    fit.bootstrap === undefined ? 'has no bootstrap' : `has no bootstrap of ${test.statement.term}`;
  return untestable(`${id} ${way}; add bootstrap to the model`, measured.estimate);
}

/** Two one-sided tests at a level use the interval of 1 - 2 level, which is narrower than the one that decides. */
function tost({ statement, level }: Claim, decision: Decision): string[] {
  if (statement.kind !== 'coefficient' || statement.relation !== '=') return [];
  if (!supportedByTost(decision, level)) return [];
  return [
    `By two one-sided tests (TOST), which use the ${percentWords(2 * level)} interval, the band is supported.`,
  ];
}
