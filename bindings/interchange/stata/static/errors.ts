/** Covariances of static models as options of Stata's commands. */
import { type StaticLimit, staticLimits, type StaticModel } from '../../static/model.js';
import type { StataWriter } from '../writer.js';
import { unexpressedCovariance } from '../../../words/errors/interchange/covariance-limits.js';
import { unexpressedModel } from '../../../words/errors/interchange/limits.js';

type Vcov = StaticModel['vcov'];

/** `cluster id year`. */
function clusterList({ cluster }: Vcov, writer: StataWriter): string {
  return `cluster ${(cluster ?? []).map((name) => writer.name(name, 'vcov.cluster')).join(' ')}`;
}

/** `vce()` of commands other than ivreg2; empty for unadjusted. */
export function vceOption(vcov: Vcov, writer: StataWriter): string[] {
  switch (vcov.type) {
    case 'unadjusted':
      return [];
    case 'CV1':
      return [`vce(${clusterList(vcov, writer)})`];
    case 'HC2':
    case 'HC3':
      return [`vce(${vcov.type.toLowerCase()})`];
    case 'hac':
      return [
        `vce(hac ${kernelWord(vcov)} ${vcov.bandwidth === 'auto' ? 'opt' : String(vcov.bandwidth)})`,
      ];
    default:
      return ['vce(robust)'];
  }
}

function kernelWord({ kernel }: Pick<Vcov, 'kernel'>): string {
  return kernel === 'qs' ? 'quadraticspectral' : kernel!;
}

/** Options of ivreg2 and ivreghdfe. */
export function ivreg2Errors(vcov: Vcov, writer: StataWriter): string[] {
  switch (vcov.type) {
    case 'unadjusted':
      return [];
    case 'CV1':
      return [`cluster(${clusterList(vcov, writer).slice('cluster '.length)})`];
    case 'hac':
      return [
        'robust',
        `bw(${Number(vcov.bandwidth) + 1})`,
        `kernel(${vcov.kernel === 'qs' ? 'qs' : vcov.kernel!})`,
      ];
    default:
      return ['robust'];
  }
}

/** `wmatrix()` of ivregress gmm. */
export function weightOption(
  weight: { readonly type: string; readonly cluster?: readonly string[] | undefined } & Pick<
    Vcov,
    'kernel' | 'bandwidth'
  >,
  writer: StataWriter,
): string {
  const type = { cluster: 'CV1', robust: 'HC0' }[weight.type] ?? weight.type;
  const [option] = vceOption({ ...weight, type, small: false } as Vcov, writer);
  return option === undefined ? 'wmatrix(unadjusted)' : option.replace(/^vce/, 'wmatrix');
}

/** `level(90)`. */
export function levelOption({ level }: StaticModel): string[] {
  return level === 0.95 ? [] : [`level(${Number((100 * level).toPrecision(12))})`];
}

/** ` , small vce(robust)`; empty without options. */
export function withOptions(options: readonly string[]): string {
  return options.length === 0 ? '' : `, ${options.join(' ')}`;
}

/** Refuses lags in a model whose order is not the time by which Stata's data are set. */
export const orderLimit: StaticLimit = [
  'vcov.order',
  ({ vcov, panel }) => vcov.order !== undefined && vcov.order !== panel?.time,
  unexpressedCovariance['order-without-panel'],
];

/** Limits on lags in Stata: whole numbers by the order of the panel. */
export const lagLimits: readonly StaticLimit[] = [
  [
    'vcov.bandwidth',
    ({ vcov }) => typeof vcov.bandwidth === 'number' && !Number.isInteger(vcov.bandwidth),
    unexpressedCovariance['fraction-of-lags'],
  ],
  orderLimit,
];

export const leverageLimits: readonly StaticLimit[] = [
  staticLimits.jackknife,
  ['vcov.type', ({ vcov }) => vcov.type === 'HC4', unexpressedModel.hc4],
];
