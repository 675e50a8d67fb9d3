/** The sample of a linear regression whose rows come in parts. */
import {
  evaluateTerm,
  type Frame,
  hasDummies,
  type Margin,
  marginsOf,
  type StreamedTable,
  type Term,
  termKey,
  termName,
} from '../../data/index.js';
import { oneCluster } from '../linear/design/clusters.js';
import { givenMargins } from '../linear/design/margins.js';
import { checkNames } from '../linear/design/names.js';
import { emptySample, type LinearSample, withConstant } from '../linear/design/sample.js';
import { withoutColumns } from '../linear/design/without-columns.js';
import type { LinearSpec } from '../linear/design/spec.js';
import type { DesignRows } from './design-rows.js';
import { survey, type Survey } from './survey.js';

/** A term of the regressors, or the constant. */
export interface DesignTerm {
  readonly term: Term | undefined;
  readonly margins: readonly Margin[] | undefined;
  readonly names: readonly string[];
  /** The position in the design of each of its columns, -1 for a column that is left out. */
  readonly places: readonly number[];
}

/** A sample without its rows. `x` and `y` hold only what warnings need, and the clusters only their number. */
export interface StreamedSample {
  readonly sample: LinearSample;
  readonly rows: DesignRows;
  readonly depvar: Term;
  readonly terms: readonly DesignTerm[];
  readonly hasLow: boolean;
}

/**
 * `buildSample` for a table in blocks.
 *
 * @throws as `buildSample`
 */
export function buildStreamedSample(
  spec: LinearSpec,
  table: StreamedTable,
  math: Frame['math'],
): StreamedSample {
  const surveyed = survey(spec, table, math);
  try {
    return sampleOf(spec, surveyed, math);
  } catch (error) {
    surveyed.rows.close();
    throw error;
  }
}

function sampleOf(spec: LinearSpec, surveyed: Survey, math: Frame['math']): StreamedSample {
  const { rows, rowsRead, rowsUsed, lost, range } = surveyed;
  if (rowsUsed === 0) throw emptySample(spec, surveyed);
  const { depvar, regressors, intercept } = spec.formula;
  const margins = spec.margins ?? marginsOf([regressors], givenMargins(spec.formula, spec));
  const none = rows.frame(0, 0, math);
  const parts = regressors.map((term) => {
    const termMargins = margins.get(termKey(term));
    if (!hasDummies(term)) {
      const { low } = rows.plain.get(termKey(term))!;
      return { term, margins: termMargins, names: [termName(term)], hasLow: low !== undefined };
    }
    const columns = evaluateTerm(term, none, termMargins);
    const hasLow = columns.some(({ low }) => low !== undefined);
    return { term, margins: termMargins, names: columns.map(({ name }) => name), hasLow };
  });
  checkNames(
    spec.estimator,
    parts.flatMap(({ names }) => names),
  );
  const terms = placed(
    withConstant(
      parts.map((part) => [part]),
      spec,
    ),
  );
  const names = terms.flatMap((term) => term.names);
  const clusters = rows.clusters.map(({ column, distinct }) => {
    if (distinct.count < 2) throw oneCluster(column, 'vcov.cluster');
    return { column, codes: new Int32Array(0), count: distinct.count };
  });
  return {
    rows,
    depvar,
    terms,
    hasLow: parts.some((part) => part.hasLow),
    sample: {
      depvar: termName(depvar),
      names,
      widths: parts.map((part) => part.names.length),
      emptyTerms: parts.filter((part) => part.names.length === 0).map(({ term }) => termName(term)),
      intercept,
      nrows: rowsUsed,
      x: names.map(() => 1),
      y: Float64Array.from(range),
      clusters,
      absorbed: [],
      table: { nrows: 0, columns: new Map() },
      rows: new Int32Array(0),
      ledger: { keep: new Uint8Array(0), rowsRead, rowsUsed, lost },
      nrowsRead: rowsRead,
    },
  };
}

interface Part {
  readonly term: Term;
  readonly margins: readonly Margin[] | undefined;
  readonly names: readonly string[];
}

/** The terms with their positions among the columns. */
function placed(parts: readonly (Part | undefined)[]): DesignTerm[] {
  let next = 0;
  return parts.map((part) => {
    const names = part?.names ?? ['_cons'];
    const places = names.map(() => next++);
    return { term: part?.term, margins: part?.margins, names, places };
  });
}

/** `withoutColumns` for a sample in parts. */
export function withoutStreamed(
  streamed: StreamedSample,
  omitted: readonly string[],
): StreamedSample | undefined {
  const sample = withoutColumns(streamed.sample, omitted);
  if (sample === undefined) return undefined;
  const placeOf = new Map(sample.names.map((name, place) => [name, place]));
  const terms = streamed.terms.map((term) => ({
    ...term,
    places: term.names.map((name) => placeOf.get(name) ?? -1),
  }));
  return { ...streamed, sample, terms };
}
