import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { Status, type StatusName } from '../../bindings/core/engine/status.js';
import { statusError } from '../../bindings/core/engine/status-sentences.js';
import { FEW_CLUSTERS } from '../../bindings/models/covariances/few-clusters.js';
import { explainCode, explainIn, explanations } from '../../bindings/paper/explanations/index.js';
import { changes, ways } from '../../bindings/words/en/claims/changes.js';
import { clauses } from '../../bindings/words/en/claims/clauses.js';
import { tests } from '../../bindings/words/en/claims/tests.js';
import { warnings } from '../../bindings/words/en/warnings/index.js';
import { inputErrorOf } from '../bindings/data/support.js';

const bindings = fileURLToPath(new URL('../../bindings/', import.meta.url));

const sources = readdirSync(bindings, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !/^(?:generated|explanations)/.test(path))
  .map((path) => readFileSync(join(bindings, path), 'utf8'));

/** The parts of a verdict have codes for their words alone. */
const verdicts = { ...clauses, ...changes, ...ways, ...tests };

/** Codes of warnings, and those of errors in the source. */
const emitted = new Set([
  ...Object.keys(warnings),
  ...sources
    .flatMap((source) =>
      [...source.matchAll(/(?:\bwarn\(\s*|\bcode: ?)('[^?]*?'\s*[,}]|[^,}]*\?[^,}]*)/g)].flatMap(
        ([, code]) =>
          [...code!.matchAll(/'([a-z0-9]+(?:-[a-z0-9]+)+|saturated)'/g)].map(([, one]) => one!),
      ),
    )
    .filter((code) => !Object.hasOwn(verdicts, code)),
]);

/** The keys of an interface of tests. */
function keysOf(path: string, name: string): string[] {
  const source = readFileSync(join(bindings, path), 'utf8');
  const body = new RegExp(`interface ${name}[^{]*\\{([\\s\\S]*?)\\n\\}`).exec(source)![1]!;
  return [...body.matchAll(/^ {2}readonly (\w+)/gm)].map(([, key]) => key!);
}

const reported = [
  ...keysOf('results/fit.ts', 'Tests'),
  ...keysOf('results/identification.ts', 'IdentificationTests'),
  ...keysOf('results/inference/diagnostics.ts', 'Diagnostics'),
  ...keysOf('results/inference/diagnostics.ts', 'HeteroskedasticityTests'),
].filter((key) => key !== 'kind');

describe('explanations', () => {
  it('finds the codes that the source can emit', () => {
    expect([...emitted]).toEqual(
      expect.arrayContaining(['many-instruments', 'too-many-instruments', 'few-clusters']),
    );
    expect(reported).toEqual(expect.arrayContaining(['hansen', 'clr', 'reset', 'white']));
  });

  test.each([...emitted])('explain the code %s', (code) => {
    expect(explainCode(code).code).toBe(code);
  });

  test.each(reported)('explain the test %s', (code) => {
    expect(explainCode(code)).toMatchObject({ code, kind: 'test' });
  });

  test.each(Object.keys(Status).filter((name) => name !== 'Ok') as StatusName[])(
    'explain the status %s',
    (name) => {
      const { code } = statusError('core', Status[name]);
      expect(explainCode(code).code).toBe(code);
    },
  );

  it('have one entry per code, with a reference for each test and warning except problems of files, tables and figures', () => {
    const codes = explanations.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const without = explanations.filter(({ references }) => references.length === 0);
    expect(without.filter(({ kind }) => kind === 'test')).toEqual([]);
    expect(without.filter(({ kind }) => kind === 'warning').map(({ code }) => code)).toEqual([
      'index-as-given',
      'no-workers',
      'checkpoint-not-written',
      'integers-as-text',
      'rounded-integers',
      'number-out-of-range',
      'leading-zeros',
      'repeated-number',
      'operator-like-name',
      'overlapping-samples',
      'replacement-character',
      'doubtful-encoding',
      'no-mean',
      'rows-without-group',
      'rows-without-key',
      'irregular-times',
      'period-numbers',
      'missing-codes',
      'not-a-number',
      'mixed-decimal-signs',
      'decimal-comma',
      'spaces-in-text',
      'look-alike-texts',
      'look-alike-names',
      'duplicate-names',
      'blank-names',
      'title-line',
      'trailing-delimiters',
      'mixed-column',
      'other-sheets',
      'numbers-as-text',
      'lines-above',
      'blanks-separate',
      'title-rows',
      'heading-rows',
      'note-rows',
      'empty-rows',
      'merged-cells',
      'uncomputed-formulas',
      'hidden-cells',
      'total-rows',
      'cell-errors',
      'column-left-out',
      'undefined-cells',
      'reshape-leading-zeros',
      'reshape-other-columns',
      'appended-columns',
      'unmatched-rows',
      'different-labels',
      'unknown-label',
      'default-left-out',
      'table-too-wide',
      'wide-table',
      'long-table',
      'key-without-effect',
      'stars-without-legend',
      'errors-unnamed',
      'not-checked',
      'no-interval',
      'no-band',
      'leverage-of-one',
      'without-estimate',
    ]);
  });

  it('name the number of clusters from which there are enough', () => {
    const { meaning, chinese } = explainCode('few-clusters');
    expect([meaning, chinese]).toEqual([
      expect.stringContaining(`fewer than ${FEW_CLUSTERS} clusters`),
      expect.stringContaining(`少于 ${FEW_CLUSTERS} 时`),
    ]);
  });

  it('have a text in Chinese for each code, and a page in each language', async () => {
    expect(explanations.filter(({ chinese }) => !/\p{Script=Han}{4}/u.test(chinese))).toEqual([]);
    expect(await explainIn('hansen', 'zh')).toEqual([explainCode('hansen').chinese]);
    const { meaning, matters, change } = explainCode('hansen');
    expect(await explainIn('Hansen', 'en')).toEqual([meaning, matters, change]);
    await expect(explainIn('hansen', 'fr' as never)).rejects.toThrow(
      'explain: language: expected one of en, zh, found fr',
    );
  });

  it('suggest the nearest code', () => {
    const error = inputErrorOf(() => explainCode('many-instrument'));
    expect(error).toMatchObject({ code: 'unknown-code' });
    expect(error.message).toContain('did you mean "many-instruments"?');
  });
});
