/** Columns that a script takes out of a data frame as matrices: `y = df["y"]`, `X = sm.add_constant(df[["x", "z"]])`. */
import type { Arguments, Call, Signature } from '../../arguments.js';
import { withArguments } from '../../arguments.js';
import { quoted } from '../../derived.js';
import type { Reader } from '../../reader.js';
import { staticFormula } from '../../static/formula.js';
import { dataKeys, type Estimated, type ScriptFrame } from '../../static/frame.js';
import { pythonText } from './arguments.js';
import { frameOfText } from './frames.js';
import { matrixCall, missingNotes, weightsOf } from './statsmodels.js';

/** Columns of a frame. */
export interface Matrix {
  readonly frame: ScriptFrame;
  readonly columns: readonly string[];
  readonly hasConstant: boolean;
  /** False for one column, `df["y"]`. */
  readonly isList: boolean;
}

interface Site {
  readonly frames: ReadonlyMap<string, ScriptFrame>;
  readonly matrices: Map<string, Matrix>;
  readonly line: number;
}

/** Attributes of a frame that are no columns. */
const ofFrames = /^(?:shape|columns|index|values|T|dtypes|size|empty|ndim|axes|attrs|style|plot)$/;

/** The matrix of `df[["x", "z"]]`, `df["y"]`, `df.y`, `sm.add_constant(X)` or a name; undefined for other expressions. */
function matrixOf(text: string, site: Site): Matrix | undefined {
  const plain = text.trim().replace(/\.(?:astype\(\s*(?:float|"float")\s*\)|copy\(\s*\))$/, '');
  const inner = /^(?:sm\.|sm\.tools\.)?add_constant\(([^]*?)(?:,\s*has_constant\s*=[^)]*)?\)$/.exec(
    plain,
  )?.[1];
  if (inner !== undefined) {
    const matrix = matrixOf(inner, site);
    return matrix && { ...matrix, hasConstant: true, isList: true };
  }
  return site.matrices.get(plain) ?? listed(plain, site) ?? single(plain, site);
}

const frameNamed = (name: string | undefined, site: Site) =>
  name !== undefined && site.frames.has(name) ? frameOfText(name, site) : undefined;

/** `df[["x", "z"]]`. */
function listed(text: string, site: Site): Matrix | undefined {
  const [, name, list] = /^(\w+)\s*\[\s*\[([^[\]]*)\]\s*\]$/.exec(text) ?? [];
  const frame = frameNamed(name, site);
  if (frame === undefined) return undefined;
  const columns = list!
    .replace(/,\s*$/, '')
    .split(',')
    .map((one) => /^\s*(["'])([^"']+)\1\s*$/.exec(one)?.[2]);
  if (columns.includes(undefined)) return undefined;
  return { frame, columns: columns as string[], hasConstant: false, isList: true };
}

/** `df["y"]` and `df.y`. */
function single(text: string, site: Site): Matrix | undefined {
  const [, name, column, attribute] =
    /^(\w+)(?:\s*\[\s*["']([^"']+)["']\s*\]|\.(\w+))$/.exec(text) ?? [];
  const frame = frameNamed(name, site);
  if (frame === undefined || ofFrames.test(attribute ?? '')) return undefined;
  return { frame, columns: [column ?? attribute!], hasConstant: false, isList: false };
}

/** Keeps `X = df[["x", "z"]]`, which is also a data frame; undefined for other values. */
export function readMatrix(value: string, target: string, site: Site): Matrix | undefined {
  const matrix = matrixOf(value, site);
  if (matrix === undefined) site.matrices.delete(target);
  else site.matrices.set(target, matrix);
  return matrix;
}

const signature: Signature = {
  command: 'OLS()',
  positions: ['endog', 'exog'],
  translated: ['endog', 'exog', 'weights', 'missing', 'hasconst'],
  ignored: {},
};

/**
 * `sm.OLS(df["y"], sm.add_constant(df[["x", "z"]]))` as a model in the names of the columns.
 *
 * @throws InputError `command-syntax` for other matrices, whose columns have no names
 */
export function readMatrixCall(call: Call, reader: Reader, site: Site): Estimated {
  const command = `${call.name}()`;
  return withArguments(call, { ...signature, command }, (args) => {
    const [outcome, regressors] = ['endog', 'exog'].map((key) => matrixFrom(args, key, site));
    const isKnown =
      outcome?.columns.length === 1 && !outcome.hasConstant && regressors !== undefined;
    if (!isKnown || !haveSameRows(outcome.frame, regressors.frame)) throw matrixCall(call, reader);
    const { frame, columns, hasConstant } = regressors;
    const formula = staticFormula({
      depvar: quoted(outcome.columns[0]!),
      exogenous: columns.map(quoted),
      intercept: hasConstant,
    });
    const data = /^\s*(\w+)/.exec(pythonText(args.get('weights')) ?? '')?.[1];
    const model = {
      ...dataKeys(frame, formula),
      ...(/WLS/.test(call.name) ? weightsOf(args, frame, data) : {}),
      estimator: 'ols',
      vcov: { type: 'unadjusted' },
    } as const;
    return { model, notes: missingNotes(args), frame };
  });
}

function matrixFrom(args: Arguments, key: string, site: Site): Matrix | undefined {
  const text = pythonText(args.get(key));
  return text === undefined ? undefined : matrixOf(text, site);
}

/** True for two states of a frame with the same rows, in which no column of the models is made between them. */
function haveSameRows(a: ScriptFrame, b: ScriptFrame): boolean {
  return (
    a.data === b.data &&
    a.derived === b.derived &&
    JSON.stringify([a.filters, a.merges]) === JSON.stringify([b.filters, b.merges])
  );
}
