/** An estimate: sample, coefficients, tests with their null hypotheses in words, a verdict, instruments, warnings. */
import type { BootstrapResult, FitResult } from '../../../results/fit.js';
import { facts, legend, text, warnings } from '../../tables/blocks.js';
import type { Block, Document } from '../../tables/draft.js';
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
import { count } from '../../../words/text/counts.js';
import { short } from '../../../words/text/format.js';
import { fitFacts } from '../words/fit.js';
import { verdict } from '../fit/verdict.js';
import { because, list, type Phrase, plural, say, series, titled } from '../../../words/phrase.js';

/** How a bootstrap was run, in words. */
function replicateWords({ partial, completed, reps, precision }: BootstrapResult): Phrase {
  if (partial)
    return say('PARTIAL: stopped after {} of {}', count(completed), plural(reps, 'replicate'));
  if (precision === undefined) return plural(reps, 'replicate');
  const reached = say('standard errors accurate to {}%', short(100 * precision.reached));
  return say('{} of at most {}, {}', plural(completed, 'replicate'), count(reps), reached);
}

const multiplierNames: Readonly<Record<string, string>> = {
  rademacher: 'Rademacher',
  mammen: 'Mammen',
  webb: 'Webb',
};

function wildWords(boot: BootstrapResult): Phrase {
  const { imposeNull = true, enumerated = false, weights = '', variant = '', crossing } = boot;
  const { scheme, units: many = 0, clusters, cluster = '', subcluster = cluster } = boot;
  const units =
    scheme === 'wild'
      ? plural(many, 'row')
      : say('the {} of {}', plural(many, 'cluster'), subcluster);
  const how = say(imposeNull ? 'null imposed' : 'null not imposed');
  const multipliers = enumerated
    ? say('all {} sign vectors', count(boot.reps))
    : say('{} weights', multiplierNames[weights] ?? weights);
  const drawn = say(
    'multiplying the residuals of {}; {}, {}, variant {}',
    units,
    multipliers,
    how,
    String(variant),
  );
  const varied =
    clusters === undefined
      ? drawn
      : say('{}; variance by the {} of {}', drawn, plural(clusters, 'cluster'), cluster);
  if (crossing === undefined) return varied;
  return say('{}; {}', varied, say(crossed[crossing.by], series(crossing.effects)));
}

/** How replicates take out effects across the clusters. */
const crossed = {
  clusters: 'effects of {} taken out for pairs of clusters',
  levels: 'effects of {} taken out as dummies',
} as const;

const recentring = {
  true: 'moments recentred',
  false: 'moments not recentred',
  'brown-newey': 'moments made zero by weighting the units (Brown-Newey)',
} as const;

/** `resampling the 51 clusters of state`. */
function schemeWords(boot: BootstrapResult): Phrase {
  const { scheme, cluster = '', units = 0, blockLength = 0, order = '', recenter } = boot;
  const fromRows = boot.refitted === true ? say(', each replicate estimated from its rows') : '';
  const centred =
    recenter === undefined ? fromRows : say('{}; {}', fromRows, say(recentring[`${recenter}`]));
  switch (scheme) {
    case 'pairs':
      return say('resampling {}{}', plural(units, 'row'), centred);
    case 'cluster': {
      const drawn = boot.units === undefined ? say('units@drawn') : plural(units, 'cluster');
      return say('resampling the {} of {}{}', drawn, cluster, centred);
    }
    case 'wild':
    case 'wild-cluster':
      return wildWords(boot);
    case 'residual':
      return say('resampling the residuals of {}', plural(units, 'row'));
    case 'block':
      return say('resampling blocks of {} in the order of {}', plural(blockLength, 'row'), order);
    case 'stationary':
      return say(
        'resampling blocks of {} on average in the order of {}',
        plural(blockLength, 'row'),
        order,
      );
  }
}

/** What was run, how far it got, and what failed. */
export function bootstrapWords(boot: BootstrapResult, rate?: number): Phrase {
  const done = replicateWords(boot);
  const reasons = boot.failures.map((one) => say('{} ({})', because(one), count(one.replicates)));
  const failed =
    reasons.length === 0
      ? say('{} failed', count(boot.failed))
      : say('{} failed: {}@bootstrap', count(boot.failed), list(reasons, ', '));
  const speed = rate === undefined ? '' : say('; {} per second', plural(rate, 'replicate'));
  const indices =
    boot.rebuilt === undefined
      ? ''
      : say(', {} built anew in each', list(boot.rebuilt, ', @names'));
  return say('{}, {}{}; seed {}; {}{}', done, schemeWords(boot), indices, boot.seed, failed, speed);
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
    ...inForms(longer, bootstrap === undefined ? [] : bootstrapBlocks(bootstrap)),
    ...inForms(full, detailBlocks(result, options)),
    ...inForms(longer, warnings([...result.warnings, ...(bootstrap?.warnings ?? [])])),
  ];
  const footer = say(
    'wasmetrics {}, {} build {}',
    engine.version,
    String(engine.wasm),
    engine.sha256.slice(0, 12),
  );
  return {
    kind: 'fit',
    title: titled(title),
    blocks,
    ...((options.form === 'full' || engine.wasm === 'relaxed') && { footer }),
  };
}

function detailBlocks(result: FitResult, options: DocumentOptions): Block[] {
  const { tests, instruments, momentConditions } = result;
  return [
    ...arPeriods(tests),
    ...longRunTable(result, options),
    ...baselineBlocks(result),
    ...firstStageBlocks(result),
    ...diffHansenBlocks(tests),
    ...instrumentTable(instruments),
    ...momentTable(momentConditions),
  ];
}
