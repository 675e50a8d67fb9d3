/** An estimate: sample, coefficients, tests with their null hypotheses in words, a verdict, instruments, warnings. */
import type { BootstrapResult, FitResult } from '../../../results/fit.js';
import { facts, legend, text, warnings } from '../../tables/blocks.js';
import type { Block, Document } from '../../tables/document.js';
import { full, inForms, longer } from '../../tables/forms.js';
import { bootstrapBlocks, coefficientLegend } from '../fit/bootstrap.js';
import { coefficientTable, omittedLine } from '../fit/coefficients.js';
import { baselineBlocks, longRunTable, momentTable } from '../fit/dynamic.js';
import { firstStageBlocks, identificationTests } from '../fit/identification.js';
import {
  arPeriods,
  diffHansenBlocks,
  instrumentTable,
  levelHansen,
  specificationTests,
  testTable,
} from '../fit/specification-tests.js';
import type { DocumentOptions } from '../options.js';
import { count, plural } from '../../../words/text/counts.js';
import { short } from '../../../words/text/format.js';
import { fitFacts } from '../words/fit.js';
import { verdict } from '../fit/verdict.js';

/** How a bootstrap was run, in words. */
function replicateWords({ partial, completed, reps, precision }: BootstrapResult): string {
  if (partial) return `PARTIAL: stopped after ${count(completed)} of ${plural(reps, 'replicate')}`;
  if (precision === undefined) return plural(reps, 'replicate');
  const reached = `standard errors accurate to ${short(100 * precision.reached)}%`;
  return `${plural(completed, 'replicate')} of at most ${count(reps)}, ${reached}`;
}

const multiplierNames: Readonly<Record<string, string>> = {
  rademacher: 'Rademacher',
  mammen: 'Mammen',
  webb: 'Webb',
};

function wildWords(units: string, boot: BootstrapResult): string {
  const { imposeNull = true, enumerated = false, weights = '', variant = '' } = boot;
  const how = imposeNull ? 'null imposed' : 'null not imposed';
  const multipliers = enumerated
    ? `all ${count(boot.reps)} sign vectors`
    : `${multiplierNames[weights] ?? weights} weights`;
  return `multiplying the residuals of ${units}; ${multipliers}, ${how}, variant ${variant}`;
}

const recentring: Readonly<Record<string, string>> = {
  true: 'moments recentred',
  false: 'moments not recentred',
  'brown-newey': 'moments made zero by weighting the units (Brown-Newey)',
};

/** `resampling the 51 clusters of state`. */
function schemeWords(boot: BootstrapResult): string {
  const { scheme, cluster = '', units = 0, blockLength = 0, order = '', recenter } = boot;
  const fromRows = boot.refitted === true ? ', each replicate estimated from its rows' : '';
  const centred =
    recenter === undefined ? fromRows : `${fromRows}; ${recentring[String(recenter)]}`;
  switch (scheme) {
    case 'pairs':
      return `resampling ${plural(units, 'row')}${centred}`;
    case 'cluster': {
      const drawn = boot.units === undefined ? 'units' : plural(units, 'cluster');
      return `resampling the ${drawn} of ${cluster}${centred}`;
    }
    case 'wild':
      return wildWords(plural(units, 'row'), boot);
    case 'wild-cluster':
      return wildWords(`the ${plural(units, 'cluster')} of ${cluster}`, boot);
    case 'residual':
      return `resampling the residuals of ${plural(units, 'row')}`;
    case 'block':
      return `resampling blocks of ${plural(blockLength, 'row')} in the order of ${order}`;
    case 'stationary':
      return `resampling blocks of ${plural(blockLength, 'row')} on average in the order of ${order}`;
  }
}

/** What was run, how far it got, and what failed. */
function bootstrapWords(boot: BootstrapResult, rate?: number): string {
  const done = replicateWords(boot);
  const reasons = boot.failures.map((f) => `${f.reason} (${count(f.replicates)})`).join(', ');
  const failed = `${count(boot.failed)} failed${reasons === '' ? '' : `: ${reasons}`}`;
  const speed = rate === undefined ? '' : `; ${plural(rate, 'replicate')} per second`;
  const indices =
    boot.rebuilt === undefined ? '' : `, ${boot.rebuilt.join(', ')} built anew in each`;
  return `${done}, ${schemeWords(boot)}${indices}; seed ${boot.seed}; ${failed}${speed}`;
}

/** The full form includes every reason for a missing number. */
export function fitDocument(result: FitResult, options: DocumentOptions = {}): Document {
  const { title, tests, bootstrap, engine } = result;
  const boot = bootstrap === undefined ? undefined : bootstrapWords(bootstrap, options.rate);
  const lines = [
    ...identificationTests(result),
    ...specificationTests(result),
    ...levelHansen(tests),
  ];
  const blocks: Block[] = [
    ...facts([...fitFacts(result), ['bootstrap', boot]]),
    ...coefficientTable('Coefficients', result, options),
    ...omittedLine(result),
    ...(bootstrap === undefined ? [] : legend(coefficientLegend(bootstrap))),
    ...inForms(longer, testTable('Tests', lines)),
    ...inForms(longer, text(...verdict(result))),
    ...inForms(full, detailBlocks(result, options)),
    ...inForms(longer, warnings([...result.warnings, ...(bootstrap?.warnings ?? [])])),
  ];
  const footer = `wasmetrics ${engine.version}, ${engine.wasm} build ${engine.sha256.slice(0, 12)}`;
  return {
    kind: 'fit',
    title,
    blocks,
    ...((options.form === 'full' || engine.wasm === 'relaxed') && { footer }),
  };
}

function detailBlocks(result: FitResult, options: DocumentOptions): Block[] {
  const { tests, bootstrap, instruments, momentConditions } = result;
  return [
    ...arPeriods(tests),
    ...longRunTable(result, options),
    ...(bootstrap === undefined ? [] : bootstrapBlocks(bootstrap)),
    ...baselineBlocks(result),
    ...firstStageBlocks(result),
    ...diffHansenBlocks(tests),
    ...instrumentTable(instruments),
    ...momentTable(momentConditions),
  ];
}
