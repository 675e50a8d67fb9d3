/** Designs with instruments in the memory of the test build, and their estimates read back. */
import {
  ivDesign,
  ivFit,
  ivOptions,
  panelOptions,
  reducedForm,
  reducedFormOptions,
} from '../../../../bindings/generated/records.js';
import {
  core,
  get,
  getInts,
  integers,
  read,
  record,
  writeDesign,
  writeOptions,
  type Design,
  type Options,
} from '../../linear-design.js';

/** `x` of the design is put together from the parts. */
export interface IvDesign extends Omit<Design, 'x'> {
  readonly endogenous: readonly (readonly number[])[];
  /** The constant, where there is one, last. */
  readonly exogenous: readonly (readonly number[])[];
  readonly instruments: readonly (readonly number[])[];
  readonly constant?: boolean;
  /** One array of labels 0 .. levels - 1 for each dimension of effects to absorb. */
  readonly absorb?: readonly (readonly number[])[];
}

export interface IvOptions {
  readonly method: 'k-class' | 'liml' | 'fuller' | 'gmm';
  readonly kappa?: number;
  readonly steps?: number;
  readonly center?: boolean;
  readonly maxIterations?: number;
  readonly tolerance?: number;
  readonly covariance?: Options;
  readonly weight?: Options;
}

export interface IvResult {
  readonly status: number;
  /** The numbers of the record. */
  readonly fit: Readonly<Record<string, number>>;
  readonly params: readonly number[];
  readonly vcov: readonly number[];
  readonly stdErrors: readonly number[];
  readonly residuals: readonly number[];
  readonly dropped: readonly number[];
  readonly dependence: readonly number[];
  /** rankInstruments squared, of GMM. */
  readonly momentCovariance: readonly number[];
  /** Coefficients and objective of each iteration. */
  readonly trace: readonly (readonly number[])[];
}

const methods = ['k-class', 'liml', 'fuller', 'gmm'];
const plain: Options = { kind: 'unadjusted', small: false };

/** Address of an `IvDesign`. */
function writeIvDesign(design: IvDesign): number {
  const { endogenous, exogenous, instruments } = design;
  return record(ivDesign, {
    nexogenous: exogenous.length,
    nendogenous: endogenous.length,
    ninstruments: instruments.length,
    constant: (design.constant ?? true) ? exogenous.length - 1 : -1,
    rows: writeDesign({ ...design, x: [...endogenous, ...exogenous, ...instruments] }),
  });
}

/** Address of the `PanelOptions` of what a design absorbs, or 0. */
function writeEffects({ absorb, endogenous, exogenous, constant }: IvDesign): number {
  if (!absorb) return 0;
  return record(panelOptions, {
    effects: 3,
    constant: (constant ?? true) ? endogenous.length + exogenous.length - 1 : -1,
    nabsorbed: absorb.length,
    maxIterations: 10000,
    tolerance: 1e-12,
    codes: integers(absorb.flat()),
    levels: integers(absorb.map((codes) => Math.max(...codes) + 1)),
  });
}

/** Estimates a design. */
export function ivFitOf(design: IvDesign, options: IvOptions): IvResult {
  const start = core.mark();
  const k = design.endogenous.length + design.exogenous.length;
  const at = writeIvDesign(design);
  const asked = record(ivOptions, {
    method: methods.indexOf(options.method),
    steps: options.steps ?? 0,
    center: Number(options.center ?? false),
    maxIterations: options.maxIterations ?? 100,
    kappa: options.kappa ?? 1,
    tolerance: options.tolerance ?? 1e-8,
    weight: writeOptions(options.weight ?? plain),
    covariance: writeOptions(options.covariance ?? plain),
    panel: writeEffects(design),
  });
  const address = record(ivFit, {});
  const status = core.iv_fit(at, asked, address);
  const fit = read(ivFit, address);
  const array = (field: string, length: number) =>
    fit[field] ? Array.from(get(fit[field], length)) : [];
  const vcov = array('vcov', k * k);
  const trace = array('trace', (fit['iterations'] ?? 0) * (k + 1));
  const result = {
    status,
    fit,
    params: array('params', k),
    vcov,
    stdErrors: Array.from({ length: k }, (_, j) => Math.sqrt(vcov[j * k + j]!)),
    residuals: array('residuals', design.y.length),
    dropped: fit['dropped'] ? Array.from(getInts(fit['dropped'], design.instruments.length)) : [],
    dependence: array('dependence', k * k),
    momentCovariance: array('momentCovariance', (fit['rankInstruments'] ?? 0) ** 2),
    trace: Array.from({ length: trace.length / (k + 1) }, (_, i) =>
      trace.slice(i * (k + 1), (i + 1) * (k + 1)),
    ),
  };
  core.release(start);
  return result;
}

export interface Reduced {
  readonly status: number;
  readonly fields: Readonly<Record<string, number>>;
  /** width x width and m x m, column-major. */
  readonly triangle: readonly number[];
  readonly covariance: readonly number[];
}

/** The reduced form of a design. */
export function reducedFormOf(design: IvDesign, covariance: Options, restricted = false): Reduced {
  const start = core.mark();
  const options = record(reducedFormOptions, {
    restricted: Number(restricted),
    covariance: writeOptions(covariance),
    panel: writeEffects(design),
  });
  const address = record(reducedForm, {});
  const status = core.iv_reduced_form(writeIvDesign(design), options, address);
  const fields = read(reducedForm, address);
  const kept = status === 0 ? fields['ninstruments']! : 0;
  const k1 = design.endogenous.length + 1;
  const width = design.exogenous.length + kept + k1;
  const result = {
    status,
    fields,
    triangle: status === 0 ? Array.from(get(fields['triangle']!, width * width)) : [],
    covariance: fields['covariance'] ? Array.from(get(fields['covariance'], (kept * k1) ** 2)) : [],
  };
  core.release(start);
  return result;
}
