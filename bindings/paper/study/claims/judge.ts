/** Judges the claims of a study by the numbers of its models. */
import { quoted } from '../../../core/errors/quoted.js';
import { toldOf } from '../../../words/told.js';
import * as v from 'valibot';
import {
  badArgument,
  checkKeys,
  isKeyed,
  oneOf,
  seed as seedSchema,
  whole,
} from '../../../core/arguments/arguments.js';
import { engineFor } from '../../../core/engine/engine.js';
import { EconError, EngineError } from '../../../core/errors/errors.js';
import { type LocalOptions, localSchemas, progressTo } from '../../../core/jobs/run-options.js';
import { readable } from '../../../results/read.js';
import { type Language, languages } from '../../tables/paper/index.js';
import { isOfModel, printedColumns, resultOf } from '../columns/printed.js';
import { estimatorOf, placeOf } from '../columns/words.js';
import type { FailedEntry, JudgedClaim, JudgedPart, StudyColumn } from '../result.js';
import type { ClaimWords, JudgedDetail } from '../../../words/vocabulary/claims.js';
import type { Claim, ClaimInput, CoefficientStatement, DifferenceStatement } from './claim.js';
import { judgeColumns, type Judging } from './coefficients.js';
import { type Combined, combined, type PlacedDecision, single } from './combined.js';
import { failureOfError, untestable } from './decision.js';
import { judgeDifference } from './differences/difference.js';
import { holm } from '../../../analysis/bootstrap/multiple/adjustments.js';
import { spoken } from './spoken.js';
import { vocabularyOf } from '../../../words/languages/index.js';
import { claimsOf } from './parse/parse.js';
import type { JudgedStudy } from './named-columns.js';
import { comparisonsOf, type NamedComparison } from './resolve.js';
import { labelOf } from '../columns/labels.js';
import { labelledDetail } from '../../tables/labelled-details.js';
import { textsByName } from '../../../words/expectations/values.js';
import { expects } from '../../../words/expects.js';
import { namesOfTables, resultOfStudy } from '../../../words/expectations/paper/studies.js';

/** Options of `judgeClaims`. */
export interface JudgeOptions extends LocalOptions {
  /** Replicates of the wild cluster bootstraps that check verdicts; default 999. */
  readonly reps?: number | undefined;
  /** Default 1. */
  readonly seed?: number | undefined;
  /** The tables whose models are judged by their bootstrap unless a claim says otherwise. */
  readonly bootstrapped?: readonly string[] | undefined;
  /** Of the sentences; default English. */
  readonly language?: Language | undefined;
  /** Labels of columns and coefficients in the sentences, by name; default those of the study. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Once it is aborted, no more bootstraps check verdicts. */
  readonly signal?: AbortSignal | undefined;
}

export interface Judgement {
  readonly claims: readonly JudgedClaim[];
  /** Claims that name what the study does not have. */
  readonly failed: readonly FailedEntry[];
}

const schemas = {
  ...localSchemas,
  language: oneOf(languages),
  labels: v.record(v.string(), v.string(), expects(textsByName())),
  reps: whole(1),
  seed: seedSchema,
  bootstrapped: v.array(v.string(), expects(namesOfTables())),
};
const usualReps = 999;
const usualSeed = 1;

/**
 * Judges each claim: its verdict with the numbers behind it, and what would change it. A claim that names an unknown
 * model, term, column or group is not testable and listed in `failed`.
 *
 * @param claims - claims by their names, or claims that `parseClaim` read
 * @throws InputError `bad-claim` for a text that cannot be read, `bad-value`; the reason of the signal
 */
export async function judgeClaims(
  claims: Readonly<Record<string, ClaimInput>> | readonly Claim[],
  study: JudgedStudy,
  options: JudgeOptions = {},
): Promise<Judgement> {
  options = checkKeys('claims', schemas, options);
  checkStudy(study);
  const parsed = claimsOf(claims);
  const { reps = usualReps, seed = usualSeed, bootstrapped = [], signal } = options;
  const engine = await engineFor(options.engine);
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
  const judged: Told[] = [];
  const tell = progressTo(options.onProgress, parsed.length);
  for (const [i, claim] of parsed.entries()) {
    signal?.throwIfAborted();
    try {
      judged.push(await judgeClaim(judging, claim));
    } catch (thrown) {
      signal?.throwIfAborted();
      const error = typed(thrown);
      if (error instanceof EngineError) throw error;
      const { code, detail } = error;
      const { message } = error.retold({
        told: toldOf(quoted(error), claim.id),
        of: undefined,
        key: undefined,
      });
      const name = detail['found'];
      const about = typeof name === 'string' && { name };
      const failure = failureOfError(error);
      failed.push({ id: claim.id, error: { code, message, told: failure.told, ...about } });
      const clause = { code: 'failed', ...failure, ...about } as const;
      const decision = { ...untestable([clause]), place: '', model: '', changes: [] };
      judged.push({ ...headOf(claim), ...single(decision) });
    }
    tell(i + 1, failed.length);
  }
  const { labels = study.labels, language } = options;
  const words = vocabularyOf(language ?? 'en').claims;
  const label = labelOf({ ...study, labels, language });
  const withLabels = <One extends { readonly detail: JudgedDetail }>(one: One): One => ({
    ...one,
    detail: labelledDetail(one.detail, label, ['of']),
  });
  const sentences = adjusted(judged).map(({ parts, ...claim }) =>
    told(words, { ...withLabels(claim), ...(parts && { parts: parts.map(withLabels) }) }),
  );
  return { claims: sentences, failed };
}

/** A verdict before a language says it. */
type Told = Combined &
  Pick<JudgedClaim, 'id' | 'claim' | 'says'> & { readonly level: number } & {
    readonly parts?: readonly ToldPart[];
  };
type ToldPart = Combined & Pick<JudgedPart, 'place' | 'model'>;

function told(words: ClaimWords, { parts, ...claim }: Told): JudgedClaim {
  return {
    ...said(words, claim),
    ...(parts && { parts: parts.map((part) => said(words, part)) }),
  };
}

const said = <One extends { readonly detail: JudgedDetail }>(words: ClaimWords, one: One) => ({
  ...one,
  ...spoken(words, one.detail),
});

function checkStudy(study: unknown): void {
  const keys = ['models', 'places', 'comparisons', 'failed'];
  const isStudy = isKeyed(study) && keys.every((key) => typeof study[key] === 'object');
  if (!isStudy) throw badArgument('claims', 'study', resultOfStudy(), study);
}

/** A result whose parts do not belong together makes errors of any kind. */
function typed(error: unknown): EconError {
  if (error instanceof EconError) return error;
  return readable((): EconError => {
    throw error;
  });
}

const headOf = ({ id, text, says, level }: Claim) => ({
  id,
  claim: text,
  ...(says !== undefined && { says }),
  level,
});

async function judgeClaim(judging: Judging, claim: Claim): Promise<Told> {
  const decisions = await (claim.statement.kind === 'difference'
    ? differences(judging, claim as Claim & { readonly statement: DifferenceStatement })
    : judgeColumns(judging, claim as Claim & { readonly statement: CoefficientStatement }));
  return {
    ...headOf(claim),
    ...combined(decisions),
    ...(decisions.length > 1 && { parts: decisions.map(partOf) }),
  };
}

const partOf = (decision: PlacedDecision): ToldPart => ({
  ...single(decision),
  place: decision.place,
  model: decision.model,
});

function differences(
  { engine, study }: Judging,
  claim: Claim & { readonly statement: DifferenceStatement },
): PlacedDecision[] {
  return comparisonsOf(claim, study).map((named): PlacedDecision => {
    const { table } = named;
    const place = { place: table, model: table, table };
    if ('failure' in named) return { ...untestable([named.failure]), ...place, changes: [] };
    const { comparison, groups } = named;
    const decision = judgeDifference(engine, { claim, comparison, groups });
    const columns = groupColumns(study, { table, comparison, groups });
    const [first] = columns;
    const fit = first && resultOf(study, first);
    const numbers = columns.map(({ column }) => column);
    return {
      ...decision,
      ...place,
      start: placeOf({ table }, numbers, fit && estimatorOf(fit, first)),
      ...(columns.length > 0 && { columns: numbers }),
      ...(first !== undefined && { estimator: first.estimator }),
      changes: decision.changes ?? [],
    };
  });
}

/** The printed columns of the groups of a comparison, in the order of the claim. */
function groupColumns(
  study: JudgedStudy,
  { table, comparison, groups }: Extract<NamedComparison, { readonly groups: unknown }>,
): readonly StudyColumn[] {
  const all = printedColumns(study).filter(
    (studyColumn) => studyColumn.table === table && isOfModel(studyColumn),
  );
  return groups.flatMap((value) => {
    const models = study.places.filter(
      (modelPlace) =>
        modelPlace.table === table &&
        modelPlace.group?.value === value &&
        modelPlace.group.by === comparison.by,
    );
    return all.filter(({ model }) => models.some(({ id }) => id === model)).slice(0, 1);
  });
}

/** The claims, with the change that Holm's adjustment over all with a p-value takes the support of one away. */
function adjusted(claims: readonly Told[]): Told[] {
  const family = claims.flatMap(({ pValue }, i) => (pValue === null ? [] : [[i, pValue] as const]));
  const pValues = holm(family.map(([, pValue]) => pValue));
  const byClaim = new Map(family.map(([i], place) => [i, pValues[place]!]));
  return claims.map((claim, i) => {
    const { verdict, level, detail } = claim;
    const pValue = byClaim.get(i);
    if (verdict !== 'supported' || pValue === undefined || pValue < level) return claim;
    const change = { code: 'holm', claims: family.length, pValue, level } as const;
    return { ...claim, detail: { ...detail, changes: [...detail.changes, { change }] } };
  });
}
